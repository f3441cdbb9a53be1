package io.kenshin.contracts.screen;

import org.jspecify.annotations.Nullable;

/**
 * An input to look at before a model sees it.
 *
 * @param id of the caller; the reply has it too
 * @param model name of the model that the input is for
 * @param evidence whether the model is to be asked as well, when a trigger is found; null for no
 */
public record ScreenRequest(
        String id, String model, String code, @Nullable Boolean evidence) {}
