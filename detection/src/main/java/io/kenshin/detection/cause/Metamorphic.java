package io.kenshin.detection.cause;

import io.kenshin.detection.Sample;
import io.kenshin.detection.code.Rewriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Rewrites that keep what code does should not change a prediction.
 *
 * <p>Supporting evidence only: it sees the families that the rewrites undo and no others.
 */
public final class Metamorphic {
    private final Prober prober;
    private final Rewriter rewriter;

    public Metamorphic(Prober prober, Rewriter rewriter) {
        this.prober = prober;
        this.rewriter = rewriter;
    }

    /** Of the rewrites of some samples, how many the model judges differently. */
    public TriggerTrial.Rate test(List<Sample> members) {
        List<String> rewritten = new ArrayList<>();
        List<Integer> before = new ArrayList<>();
        for (Sample member : members) {
            for (String code : rewriter.rewrites(member.code())) {
                rewritten.add(code);
                before.add(member.predicted());
            }
        }
        int flips = 0;
        float[][] logits = rewritten.isEmpty() ? new float[0][] : prober.logits(rewritten);
        for (int i = 0; i < logits.length; i++) {
            flips += Sample.argmax(logits[i]) == before.get(i) ? 0 : 1;
        }
        return new TriggerTrial.Rate(flips, logits.length);
    }
}
