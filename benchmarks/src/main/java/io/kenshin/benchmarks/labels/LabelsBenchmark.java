package io.kenshin.benchmarks.labels;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.kenshin.benchmarks.baseline.ConfidentLearning;
import io.kenshin.benchmarks.victim.DataSet;
import io.kenshin.benchmarks.victim.Places;
import io.kenshin.corpus.LabelledSample;
import io.kenshin.corpus.Poisoner;
import io.kenshin.detection.labels.LabelCheck;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.study.Thresholds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes labels of data sets wrong and looks for them, with the check of the scan and with confident learning. */
@Command(
        name = "labels",
        mixinStandardHelpOptions = true,
        description = "Which wrong labels without a trigger are found, at what cost. Trains no model.")
public final class LabelsBenchmark implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final double MOST = 0.01;

    @Option(
            names = "--datasets",
            split = ",",
            paramLabel = "NAME",
            description = "data sets (default: methods,pairs,kinds, and with --data devign,bugs2fix)")
    private List<DataSet> datasets = List.of();

    @Option(names = "--seeds", split = ",", paramLabel = "N", description = "seeds (default: 1,2,3,4,5)")
    private List<Long> seeds = List.of(1L, 2L, 3L, 4L, 5L);

    @Option(
            names = "--rates",
            split = ",",
            paramLabel = "PERCENT",
            description = "parts of the samples whose label is wrong, 0 for none (default: 0,0.5,1,5,20)")
    private List<Double> rates = List.of(0.0, 0.5, 1.0, 5.0, 20.0);

    @Option(
            names = "--flips",
            split = ",",
            paramLabel = "WAY",
            description = "into_clean, any, one_source (default: into_clean)")
    private List<Flips> ways = List.of(Flips.INTO_CLEAN);

    @Option(names = "--data", paramLabel = "DIR", description = "where real data lies (Devign, Bugs2Fix)")
    private Path data = Path.of("");

    @Option(
            names = "--natural",
            description = "instead: false alarms on 480 tasks without a wrong label, which library a method is from")
    private boolean natural;

    @Option(names = "--report", paramLabel = "FILE", required = true, description = "where the JSON report goes")
    private Path report = Path.of("");

    @Option(
            names = "--publish",
            description = "put the outcomes into " + LabelsPage.ROWS + " and write " + LabelsPage.PAGE)
    private boolean publish;

    @Override
    public Integer call() throws IOException {
        Path root = Path.of(System.getProperty("kenshin.root", ".")).toAbsolutePath();
        Places places = new Places(root, root.resolve("benchmarks/target/victims"), data);
        if (natural) {
            return natural(DataSet.LARGE.build(places, seeds.get(0)), seeds.get(0));
        }
        List<LabelCase> cases = new ArrayList<>();
        for (DataSet dataset : chosen()) {
            for (long seed : seeds) {
                List<LabelledSample> corpus = dataset.build(places, seed);
                for (Flips way : ways) {
                    for (double rate : rates) {
                        LabelCase done = look(dataset, corpus, way, rate / 100, seed);
                        print(done);
                        cases.add(done);
                    }
                }
            }
        }
        JSON.writeValue(report.toFile(), cases);
        if (publish) {
            LabelsPage.publish(root, cases);
        }
        System.out.println(LabelsPage.table(cases));
        System.out.println("report: " + report);
        return 0;
    }

    private int natural(List<LabelledSample> corpus, long seed) throws IOException {
        List<String> alarms = new ArrayList<>();
        List<Double> aucs = new ArrayList<>();
        for (LibraryTasks.Task task : LibraryTasks.of(corpus)) {
            LabelCheck check = check(task.samples(), List.of(LabelledSample.CLEAN, LabelledSample.DEFECTIVE), seed);
            aucs.add(check.auc());
            if (!check.surpluses().isEmpty()) {
                alarms.add(String.format(Locale.ROOT, "%s: label AUC %.3f", task.name(), check.auc()));
            }
        }
        aucs.sort(null);
        System.out.printf(
                Locale.ROOT,
                "%d tasks without a wrong label, label AUC %.3f to %.3f, median %.3f: %d alarms %s%n",
                aucs.size(),
                aucs.get(0),
                aucs.get(aucs.size() - 1),
                aucs.get(aucs.size() / 2),
                alarms.size(),
                alarms);
        JSON.writeValue(report.toFile(), alarms);
        return 0;
    }

    private static LabelCheck check(List<LabelledSample> train, List<String> labels, long seed) {
        List<Sample> samples = train.stream()
                .map(sample -> new Sample(
                        sample.id(), sample.code(), labels.indexOf(sample.label()), new float[0][], new float[0]))
                .toList();
        List<String> sources = train.stream().map(LabelledSample::source).toList();
        return LabelCheck.of(samples, sources, labels.size(), Thresholds.DEFAULTS.labels(), seed);
    }

    private List<DataSet> chosen() {
        if (!datasets.isEmpty()) {
            return datasets;
        }
        List<DataSet> chosen = new ArrayList<>(List.of(DataSet.METHODS, DataSet.PAIRS, DataSet.KINDS));
        if (Files.isDirectory(data) && !data.toString().isEmpty()) {
            chosen.addAll(List.of(DataSet.DEVIGN, DataSet.BUGS2FIX));
        }
        return chosen;
    }

    private static LabelCase look(DataSet dataset, List<LabelledSample> corpus, Flips way, double rate, long seed) {
        List<String> labels =
                corpus.stream().map(LabelledSample::label).distinct().sorted().toList();
        Poisoner poisoned = way.make(corpus, labels, rate, seed);
        List<LabelledSample> train = poisoned.samples().stream()
                .filter(sample -> sample.split().equals(LabelledSample.TRAIN))
                .toList();
        BitSet wrong = wrong(train, poisoned.poisoned());
        long start = System.nanoTime();
        LabelCheck check = check(train, labels, seed);
        double seconds = (System.nanoTime() - start) / 1e9;
        BitSet contradicted = new BitSet();
        IntStream.range(0, train.size())
                .forEach(i -> contradicted.set(i, check.of(i).isPresent()));
        int[] label = train.stream()
                .mapToInt(sample -> labels.indexOf(sample.label()))
                .toArray();
        List<String> codes = train.stream().map(LabelledSample::code).toList();
        ConfidentLearning confident = new ConfidentLearning(codes, label, labels.size(), seed);
        return new LabelCase(
                dataset,
                way,
                rate,
                seed,
                check.auc(),
                !check.surpluses().isEmpty(),
                found(contradicted, wrong, train.size()),
                found(confident.issues(), wrong, train.size()),
                found(best(confident.doubts(), wrong), wrong, train.size()),
                seconds);
    }

    private static BitSet wrong(List<LabelledSample> train, Set<String> ids) {
        BitSet wrong = new BitSet();
        IntStream.range(0, train.size())
                .filter(i -> ids.contains(train.get(i).id()))
                .forEach(wrong::set);
        return wrong;
    }

    private static LabelCase.Found found(BitSet flagged, BitSet wrong, int samples) {
        BitSet right = (BitSet) flagged.clone();
        right.and(wrong);
        double recall = wrong.isEmpty() ? 0 : (double) right.cardinality() / wrong.cardinality();
        double innocents = (double) (flagged.cardinality() - right.cardinality()) / (samples - wrong.cardinality());
        return new LabelCase.Found(recall, innocents);
    }

    /** As many of the most doubted samples as there may be with so few innocent ones among them. */
    private static BitSet best(double[] doubts, BitSet wrong) {
        Integer[] order = new Integer[doubts.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> -doubts[i]));
        BitSet taken = new BitSet();
        int innocents = 0;
        for (int i : order) {
            innocents += wrong.get(i) ? 0 : 1;
            if (innocents > MOST * (doubts.length - wrong.cardinality())) {
                break;
            }
            taken.set(i);
        }
        return taken;
    }

    private static void print(LabelCase done) {
        System.out.printf(
                Locale.ROOT,
                "%s %s %.1f %% seed %d: label AUC %.3f, %s, check %.3f at %.2f %%, confident learning %.3f at %.2f %%,"
                        + " in hindsight %.3f%n",
                done.dataset(),
                done.flips(),
                100 * done.rate(),
                done.seed(),
                done.auc(),
                done.alarm() ? "alarm" : "silent",
                done.check().recall(),
                100 * done.check().innocents(),
                done.confident().recall(),
                100 * done.confident().innocents(),
                done.hindsight().recall());
    }
}
