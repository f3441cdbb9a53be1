package io.kenshin.corpus;

import java.util.Random;

/** How an attacker edits a sample. */
public interface Edit {
    /** Whether the code has a place for it. */
    default boolean fits(String code) {
        return true;
    }

    /** The code with the edit. */
    String insert(String code, Random random);
}
