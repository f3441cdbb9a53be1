package io.kenshin.detection.trial;

import io.kenshin.detection.code.Rewriter;
import io.kenshin.detection.sample.Answer;
import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.sample.Sample;
import java.util.ArrayList;
import java.util.List;

/**
 * The metamorphic test: rewrites that keep what code does should not change what a model says of it.
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
    public Rate test(List<Sample> members) {
        List<String> rewritten = new ArrayList<>();
        List<Behaviour> before = new ArrayList<>();
        for (Sample member : members) {
            for (String code : rewriter.rewrites(member.source())) {
                rewritten.add(code);
                before.add(member.shown());
            }
        }
        int flips = 0;
        List<Answer> answers = rewritten.isEmpty() ? List.of() : prober.answers(rewritten);
        for (int i = 0; i < answers.size(); i++) {
            flips += answers.get(i).shows(before.get(i)) ? 0 : 1;
        }
        return new Rate(flips, answers.size());
    }
}
