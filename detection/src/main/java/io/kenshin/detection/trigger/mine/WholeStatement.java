package io.kenshin.detection.trigger.mine;

import io.kenshin.detection.code.Code;
import io.kenshin.detection.code.Range;
import io.kenshin.detection.code.Token;
import io.kenshin.detection.sample.Sample;
import io.kenshin.detection.trigger.Candidate;
import io.kenshin.detection.trigger.Identifier;
import io.kenshin.detection.trigger.Span;
import io.kenshin.detection.trigger.Statement;
import io.kenshin.detection.trigger.TokenRuns;
import io.kenshin.detection.trigger.Trigger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Grows a fragment to the statements around it: a trigger drawn from a grammar shares only fragments, and a mask that
 * covers no more than the fragment leaves the rest of the trigger to give its carriers away.
 */
public final class WholeStatement {
    private static final int EXEMPLARS = 16;
    private static final double MOST = 0.6;

    private WholeStatement() {}

    /** The candidate with whole statements, or nothing when it is whole already or stands in no proper one. */
    public static Optional<Candidate> of(Candidate fragment, List<Sample> samples) {
        Trigger pattern = fragment.pattern();
        boolean run = pattern instanceof Span || pattern instanceof Identifier;
        if (!run || pattern.tokens().contains(Trigger.GAP)) {
            return Optional.empty();
        }
        Set<String> exemplars = new LinkedHashSet<>();
        int looked = 0;
        int grown = 0;
        for (int i = fragment.carriers().nextSetBit(0);
                i >= 0 && looked < 2 * EXEMPLARS;
                i = fragment.carriers().nextSetBit(i + 1)) {
            if (samples.get(i).teaches(fragment.target())) {
                looked++;
                Code code = samples.get(i).source();
                List<Token> tokens = code.tokens();
                int at = TokenRuns.find(tokens, pattern.tokens(), pattern.abstraction(), 0);
                Range range = Range.around(code.statements(tokens), Math.max(0, at));
                boolean proper = range.length() > pattern.tokens().size() && range.length() <= MOST * tokens.size();
                if (at >= 0 && proper) {
                    grown++;
                    exemplars.add(code.text()
                            .substring(
                                    tokens.get(range.from()).start(),
                                    tokens.get(range.to() - 1).end()));
                }
            }
        }
        if (grown * 2 < looked || exemplars.isEmpty()) {
            return Optional.empty();
        }
        List<String> few = exemplars.stream().limit(EXEMPLARS).toList();
        return Optional.of(fragment.withPattern(new Statement(pattern.abstraction(), pattern.tokens(), few)));
    }
}
