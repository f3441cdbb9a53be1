package io.kenshin.detection.cause;

import java.util.List;

/** Counts what the model is asked and says when it is enough. */
public final class ProbeBudget implements Prober {
    private final Prober prober;
    private final int most;
    private int spent;

    /** @param most probes after which {@link #exhausted} holds; a batch that has begun is finished */
    public ProbeBudget(Prober prober, int most) {
        this.prober = prober;
        this.most = most;
    }

    @Override
    public float[][] logits(List<String> codes) {
        spent += codes.size();
        return codes.isEmpty() ? new float[0][] : prober.logits(codes);
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
