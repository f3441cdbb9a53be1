package io.kenshin.contracts.remediation;

import io.kenshin.contracts.Word;

/** A word that people choose among others of its set, with what it means. */
public interface Choice extends Word {
    /** What choosing it does, in a few words. */
    String meaning();
}
