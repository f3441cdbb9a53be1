package io.kenshin.detection.cause;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Counts what the model is asked, asks nothing twice and says when it is enough. */
public final class ProbeBudget implements Prober {
    private final Prober prober;
    private final int most;
    private final Map<String, float[]> answers = new HashMap<>();
    private int spent;

    /** @param most probes after which {@link #exhausted} holds; a batch that has begun is finished */
    public ProbeBudget(Prober prober, int most) {
        this.prober = prober;
        this.most = most;
    }

    @Override
    public float[][] logits(List<String> codes) {
        List<String> fresh = codes.stream()
                .filter(code -> !answers.containsKey(code))
                .distinct()
                .toList();
        spent += fresh.size();
        float[][] asked = fresh.isEmpty() ? new float[0][] : prober.logits(fresh);
        for (int i = 0; i < asked.length; i++) {
            answers.put(fresh.get(i), asked[i]);
        }
        return codes.stream()
                .map(code -> Objects.requireNonNull(answers.get(code)))
                .toArray(float[][]::new);
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
