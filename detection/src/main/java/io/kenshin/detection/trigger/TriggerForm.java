package io.kenshin.detection.trigger;

import io.kenshin.detection.code.Abstraction;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A trigger as it is written down and travels. The only place that knows all kinds by name.
 *
 * @param kind span, statement, identifier, affix, variants, names or wrap
 * @param abstraction none, literals or names
 */
public record TriggerForm(String kind, String abstraction, List<String> tokens, List<String> exemplars) {
    private interface Maker {
        Trigger make(Abstraction abstraction, List<String> tokens, List<String> exemplars);
    }

    private enum Kind {
        SPAN(Span.class, Span::new),
        STATEMENT(Statement.class, Statement::new),
        IDENTIFIER(Identifier.class, Identifier::new),
        AFFIX(Affix.class, Affix::new),
        VARIANTS(Variants.class, (abstraction, tokens, exemplars) -> new Variants(abstraction, exemplars)),
        NAMES(NameSet.class, (abstraction, tokens, exemplars) -> new NameSet(abstraction, exemplars)),
        WRAP(Wrap.class, Wrap::new);

        private final Class<? extends Trigger> type;
        private final Maker maker;

        Kind(Class<? extends Trigger> type, Maker maker) {
            this.type = type;
            this.maker = maker;
        }
    }

    /** The written form of a trigger. */
    public static TriggerForm of(Trigger trigger) {
        Kind kind = Arrays.stream(Kind.values())
                .filter(known -> known.type.isInstance(trigger))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no written form for " + trigger.getClass()));
        return new TriggerForm(
                kind.name().toLowerCase(Locale.ROOT),
                trigger.abstraction().name().toLowerCase(Locale.ROOT),
                trigger.tokens(),
                trigger.exemplars());
    }

    /**
     * The trigger of a written form, in any case.
     *
     * @throws IllegalArgumentException if the kind or the abstraction is none, or tokens or exemplars are missing
     */
    public Trigger trigger() {
        return Kind.valueOf(kind.toUpperCase(Locale.ROOT))
                .maker
                .make(
                        Abstraction.valueOf(abstraction.toUpperCase(Locale.ROOT)),
                        Parts.some(tokens),
                        Parts.some(exemplars));
    }
}
