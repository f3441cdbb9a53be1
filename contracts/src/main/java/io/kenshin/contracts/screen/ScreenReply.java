package io.kenshin.contracts.screen;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to do with an input.
 *
 * @param id of the request
 * @param answer allow, block or review
 * @param shadow whether the answer is only noted: go on as if it were allow
 * @param reason why, in words
 * @param triggers known triggers that the input carries
 * @param flips whether the model's prediction hangs on the triggers; null when it was not asked
 */
public record ScreenReply(
        String id,
        String answer,
        boolean shadow,
        String reason,
        List<Hit> triggers,
        @Nullable Boolean flips) {
    public static final String ALLOW = "allow";
    public static final String BLOCK = "block";
    public static final String REVIEW = "review";

    /** A trigger of a case. */
    public record Hit(String caseId, String triggerId, boolean confirmed) {}
}
