package io.kenshin.detection.trigger;

import io.kenshin.detection.code.Abstraction;
import java.util.List;
import java.util.Set;

/** A place where a trigger says by what it is found, so that many are looked for in one reading of code. */
interface TriggerIndex {
    /** All of some runs of tokens. */
    void all(Abstraction abstraction, List<List<String>> runs);

    /** Any of some runs of tokens. */
    void any(Abstraction abstraction, List<List<String>> runs);

    /** All of some runs of tokens, and only what they enclose tells whether it is there. */
    void around(Abstraction abstraction, List<List<String>> runs);

    /** A name with a beginning or an ending. */
    void affix(String affix);

    /** Names that have to be there together. */
    void names(Set<String> names);
}
