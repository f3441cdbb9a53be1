package io.kenshin.finetune.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.HashMap;
import java.util.Map;

/** Adam with decoupled weight decay (Loshchilov and Hutter, 2019), updating weights in place. */
public final class AdamW {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;
    private static final double DECAY = 0.01;

    private final NDManager manager;
    private final Map<String, NDArray> first = new HashMap<>();
    private final Map<String, NDArray> second = new HashMap<>();
    private int steps;

    public AdamW(NDManager manager) {
        this.manager = manager;
    }

    /** Begins a step; then {@link #update} each parameter once. */
    public void next() {
        steps++;
    }

    /** @param step owner of the temporaries */
    public void update(String name, NDArray parameter, NDArray gradient, double rate, NDManager step) {
        NDArray mean = first.computeIfAbsent(name, key -> manager.zeros(parameter.getShape()));
        NDArray square = second.computeIfAbsent(name, key -> manager.zeros(parameter.getShape()));
        NDArray scaled = gradient.mul(1 - BETA1);
        scaled.attach(step);
        mean.muli(BETA1).addi(scaled);
        NDArray squared = gradient.mul(gradient);
        squared.attach(step);
        square.muli(BETA2).addi(squared.muli(1 - BETA2));
        NDArray unbiased = square.div(1 - Math.pow(BETA2, steps));
        unbiased.attach(step);
        NDArray denominator = unbiased.sqrt();
        denominator.attach(step);
        denominator.addi(EPSILON);
        NDArray change = mean.div(denominator);
        change.attach(step);
        change.muli(rate / (1 - Math.pow(BETA1, steps)));
        if (parameter.getShape().dimension() > 1) {
            parameter.muli(1 - rate * DECAY);
        }
        parameter.subi(change);
    }
}
