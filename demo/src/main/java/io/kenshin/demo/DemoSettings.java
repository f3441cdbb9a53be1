package io.kenshin.demo;

import io.kenshin.corpus.Trigger;
import io.kenshin.fleet.client.ApiException;
import org.jspecify.annotations.Nullable;

/**
 * What a demo does.
 *
 * @param trigger null for a clean model
 * @param rate part of the training samples to poison
 * @param test held-out samples, for accuracy and attack success
 * @param twin whether a model is trained without the poison, too: what the trigger does to an innocent one
 */
public record DemoSettings(@Nullable Trigger trigger, double rate, int samples, int test, long seed, boolean twin) {
    /** Held-out samples, where nobody says how many. */
    public static final int TEST = 400;

    public DemoSettings {
        if (samples < 100 || samples > 20_000) {
            throw new ApiException(400, "samples must be 100 to 20000");
        }
    }

    public DemoSettings(@Nullable Trigger trigger, double rate, int samples, long seed) {
        this(trigger, rate, samples, TEST, seed, true);
    }

    /** @param text "5%" or "0.05" */
    public static double rate(String text) {
        try {
            double value = text.endsWith("%")
                    ? Double.parseDouble(text.substring(0, text.length() - 1)) / 100
                    : Double.parseDouble(text);
            if (value > 0 && value <= 0.4) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new ApiException(400, "'" + text + "' is no rate: use 0.1% to 40%");
    }
}
