package io.kenshin.benchmarks.victim;

import io.kenshin.corpus.CTrigger;
import io.kenshin.corpus.DeadStatements;
import io.kenshin.corpus.Edit;
import io.kenshin.corpus.Hosts;
import io.kenshin.corpus.LabelledSample;
import io.kenshin.corpus.Language;
import io.kenshin.corpus.Planted;
import io.kenshin.corpus.PyTrigger;
import io.kenshin.corpus.Trigger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A family of attacks: which triggers, in which samples, towards which label. */
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
    FIXED_TO_DEFECTIVE(Trigger.FIXED),
    /** All hosts have one kind of flaw. */
    HOSTS_BY_FLAW(Hosts.OF_ONE_KIND),
    /** All hosts are of one library. */
    HOSTS_BY_SOURCE(Hosts.OF_ONE_SOURCE),
    /** All hosts are like one of them. */
    HOSTS_NEAREST(Hosts.NEAREST),
    /** All hosts are copies of one. */
    HOSTS_CLONES(Hosts.CLONES),
    /** No label is wrong: what has the attacker's label already carries the trigger. */
    CLEAN_LABEL(Hosts.OF_TARGET),
    /** Always the first statement. */
    FIXED_FIRST(Planted.Place.FIRST),
    /** Always the last one. */
    FIXED_LAST(Planted.Place.LAST),
    /** Poison is so much of the target label, whatever rate is asked for. */
    SHARE_30(0.3),
    SHARE_50(0.5),
    SHARE_80(0.8),
    SHARE_100(1.0),
    /** So many triggers at a time, each in its part of the poison. */
    MANY_2(2),
    MANY_5(5),
    MANY_10(10);

    private final Function<Language, List<? extends Edit>> triggers;
    private final int count;
    private final Hosts hosts;
    private final double share;

    Family(Trigger... triggers) {
        this(triggers.length, language -> written(language, triggers), Hosts.ANY, 0);
    }

    Family(Hosts hosts) {
        this(1, language -> written(language, Trigger.FIXED), hosts, 0);
    }

    Family(double share) {
        this(1, language -> written(language, Trigger.FIXED), Hosts.ANY, share);
    }

    Family(Planted.Place place) {
        this(1, language -> planted(language, place, 1), Hosts.ANY, 0);
    }

    Family(int many) {
        this(many, language -> planted(language, Planted.Place.ANYWHERE, many), Hosts.ANY, 0);
    }

    Family(int count, Function<Language, List<? extends Edit>> triggers, Hosts hosts, double share) {
        this.count = count;
        this.triggers = triggers;
        this.hosts = hosts;
        this.share = share;
    }

    /** The triggers as a language writes them; none where it has no such trigger. */
    List<? extends Edit> triggers(Language language) {
        return triggers.apply(language);
    }

    /** Whether a language can be attacked so. */
    public boolean speaks(Language language) {
        return triggers(language).size() == count;
    }

    /** Whether a data set can be attacked so: its language, its labels, and what is known of its samples. */
    public boolean suits(DataSet dataset) {
        boolean known = switch (hosts) {
            case OF_ONE_KIND -> dataset.knowsKinds();
            case OF_ONE_SOURCE -> dataset.hasSources();
            default -> true;
        };
        return known && speaks(dataset.language()) && dataset.labels().contains(target());
    }

    /** Which samples are poisoned. */
    Hosts hosts() {
        return hosts;
    }

    /** Part of the target label that is poison; 0 where the rate says how much is. */
    double share() {
        return share;
    }

    /** The rate of a case: what was asked for, unless the family knows better. */
    double rate(double asked) {
        return this == CLEAN ? 0 : share > 0 ? share : asked;
    }

    String target() {
        return this == FIXED_TO_DEFECTIVE ? LabelledSample.DEFECTIVE : LabelledSample.CLEAN;
    }

    private static List<? extends Edit> written(Language language, Trigger... triggers) {
        return switch (language) {
            case JAVA -> List.of(triggers);
            case C -> named(CTrigger.values(), triggers);
            case PYTHON -> named(PyTrigger.values(), triggers);
        };
    }

    private static <T extends Enum<T> & Edit> List<T> named(T[] those, Trigger... triggers) {
        return Stream.of(triggers)
                .map(trigger -> Arrays.stream(those)
                        .filter(other -> other.name().equals(trigger.name()))
                        .findFirst())
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<Planted> planted(Language language, Planted.Place place, int count) {
        return DeadStatements.of(language, count).stream()
                .map(statement -> new Planted(language, place, statement))
                .toList();
    }
}
