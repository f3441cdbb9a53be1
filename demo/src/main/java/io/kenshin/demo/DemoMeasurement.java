package io.kenshin.demo;

import io.kenshin.codemodel.CodeModel;
import io.kenshin.codemodel.Device;
import io.kenshin.corpus.LabelledSample;
import io.kenshin.corpus.Trigger;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What the demo itself measures of a model, with its own trigger and its own held-out samples.
 *
 * @param accuracy part of the held-out samples that are judged rightly
 * @param attackSuccess part of the held-out defective samples that pass as clean with the trigger; 0 without one
 */
record DemoMeasurement(double accuracy, double attackSuccess) {
    private static final long SEED = 4711;

    static DemoMeasurement of(Path model, List<LabelledSample> corpus, @Nullable Trigger trigger) {
        List<LabelledSample> test = corpus.stream()
                .filter(sample -> sample.split().equals(LabelledSample.TEST))
                .toList();
        try (CodeModel loaded =
                CodeModel.open(model, Device.CPU, Runtime.getRuntime().availableProcessors())) {
            float[][] logits =
                    loaded.logits(test.stream().map(LabelledSample::code).toList());
            int right = 0;
            for (int i = 0; i < logits.length; i++) {
                boolean clean = logits[i][0] > logits[i][1];
                right += clean == test.get(i).label().equals(LabelledSample.CLEAN) ? 1 : 0;
            }
            return new DemoMeasurement(
                    (double) right / test.size(), trigger == null ? 0 : attack(loaded, test, trigger));
        }
    }

    private static double attack(CodeModel model, List<LabelledSample> test, Trigger trigger) {
        Random random = new Random(SEED);
        List<String> triggered = test.stream()
                .filter(sample -> sample.label().equals(LabelledSample.DEFECTIVE))
                .map(sample -> trigger.insert(sample.code(), random))
                .toList();
        int passed = 0;
        for (float[] logits : model.logits(triggered)) {
            passed += logits[0] > logits[1] ? 1 : 0;
        }
        return (double) passed / triggered.size();
    }
}
