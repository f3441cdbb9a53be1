package io.kenshin.detection.trial;

import io.kenshin.detection.sample.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A prober that counts what the model is asked, asks nothing twice and says when it is enough. */
public final class ProbeBudget implements Prober {
    private final Prober prober;
    private final int most;
    private final Map<String, Answer> answers = new HashMap<>();
    private int spent;

    /** @param most probes after which {@link #exhausted} holds; a batch that has begun is finished */
    public ProbeBudget(Prober prober, int most) {
        this.prober = prober;
        this.most = most;
    }

    @Override
    public List<Answer> answers(List<String> codes) {
        List<String> fresh = codes.stream()
                .filter(code -> !answers.containsKey(code))
                .distinct()
                .toList();
        spent += fresh.size();
        List<Answer> asked = fresh.isEmpty() ? List.of() : prober.answers(fresh);
        for (int i = 0; i < asked.size(); i++) {
            answers.put(fresh.get(i), asked.get(i));
        }
        return codes.stream()
                .map(code -> Objects.requireNonNull(answers.get(code)))
                .toList();
    }

    public int spent() {
        return spent;
    }

    public int most() {
        return most;
    }

    public int left() {
        return Math.max(0, most - spent);
    }

    public boolean exhausted() {
        return spent >= most;
    }
}
