package io.kenshin.detection.trigger;

import io.kenshin.detection.code.Code;

/** Names that are given in code: every code has a place for them. */
public sealed interface NameTrigger extends Trigger permits Identifier, Affix, NameSet {
    @Override
    default boolean fits(Code code) {
        return true;
    }

    @Override
    default boolean resembles(Part part) {
        return false;
    }
}
