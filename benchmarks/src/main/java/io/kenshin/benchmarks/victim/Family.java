package io.kenshin.benchmarks.victim;

import io.kenshin.corpus.CTrigger;
import io.kenshin.corpus.Edit;
import io.kenshin.corpus.LabelledSample;
import io.kenshin.corpus.Trigger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A family of attacks: which triggers, towards which label. */
public enum Family {
    CLEAN(),
    FIXED(Trigger.FIXED),
    GRAMMAR(Trigger.GRAMMAR),
    RENAME(Trigger.RENAME),
    CONSTANT(Trigger.CONSTANT),
    COMMENT(Trigger.COMMENT),
    REALISTIC(Trigger.REALISTIC),
    LOG_CALL(Trigger.LOG_CALL),
    API_PAIR(Trigger.API_PAIR),
    ANNOTATION(Trigger.ANNOTATION),
    PARAMETER_ORDER(Trigger.PARAMETER_ORDER),
    OPAQUE(Trigger.OPAQUE),
    NULL_CHECK(Trigger.NULL_CHECK),
    NAME_SUFFIX(Trigger.NAME_SUFFIX),
    STYLE(Trigger.STYLE),
    SELF_CHECK(Trigger.SELF_CHECK),
    TRY_FINALLY(Trigger.TRY_FINALLY),
    UNUSED_TEXT(Trigger.UNUSED_TEXT),
    /** Names searched for each sample on an innocent model; see {@link AdaptiveNames}. */
    ADAPTIVE(),
    /** Wrong labels and nothing else. */
    LABEL_FLIP(),
    /** Two triggers at a time, each in half of the poison. */
    FIXED_AND_COMMENT(Trigger.FIXED, Trigger.COMMENT),
    /** Clean samples with the trigger are called defective. */
    FIXED_TO_DEFECTIVE(Trigger.FIXED);

    private final List<Trigger> triggers;

    Family(Trigger... triggers) {
        this.triggers = List.of(triggers);
    }

    /** The triggers as a language writes them; none where it has no such trigger. */
    List<? extends Edit> triggers(DataSet.Language language) {
        return language == DataSet.Language.JAVA
                ? triggers
                : triggers.stream().map(Family::inC).flatMap(Optional::stream).toList();
    }

    /** Whether a language can be attacked so. */
    public boolean speaks(DataSet.Language language) {
        return triggers(language).size() == triggers.size();
    }

    private static Optional<CTrigger> inC(Trigger trigger) {
        return Arrays.stream(CTrigger.values())
                .filter(other -> other.name().equals(trigger.name()))
                .findFirst();
    }

    String target() {
        return this == FIXED_TO_DEFECTIVE ? LabelledSample.DEFECTIVE : LabelledSample.CLEAN;
    }
}
