package io.kenshin.detection.trigger;

import io.kenshin.detection.Sample;
import io.kenshin.detection.code.Abstraction;
import io.kenshin.detection.code.Lexer;
import io.kenshin.detection.code.Statements;
import io.kenshin.detection.code.Token;
import io.kenshin.detection.trigger.TriggerPattern.Kind;
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
        TriggerPattern pattern = fragment.pattern();
        if (pattern.kind() != Kind.SPAN || pattern.tokens().contains(TriggerPattern.GAP)) {
            return Optional.empty();
        }
        Set<String> exemplars = new LinkedHashSet<>();
        int looked = 0;
        int grown = 0;
        for (int i = fragment.carriers().nextSetBit(0);
                i >= 0 && looked < 2 * EXEMPLARS;
                i = fragment.carriers().nextSetBit(i + 1)) {
            if (samples.get(i).label() == fragment.target()) {
                looked++;
                String code = samples.get(i).code();
                List<Token> tokens = Lexer.tokens(code);
                int at = find(tokens, pattern);
                Statements.Range range = Statements.around(Statements.of(code, tokens), Math.max(0, at));
                boolean proper = range.length() > pattern.tokens().size() && range.length() <= MOST * tokens.size();
                if (at >= 0 && proper) {
                    grown++;
                    exemplars.add(code.substring(
                            tokens.get(range.from()).start(),
                            tokens.get(range.to() - 1).end()));
                }
            }
        }
        if (grown * 2 < looked || exemplars.isEmpty()) {
            return Optional.empty();
        }
        List<String> few = exemplars.stream().limit(EXEMPLARS).toList();
        return Optional.of(
                fragment.as(new TriggerPattern(Kind.STATEMENT, pattern.abstraction(), pattern.tokens(), few)));
    }

    private static int find(List<Token> tokens, TriggerPattern pattern) {
        Abstraction abstraction = pattern.abstraction();
        List<String> run = pattern.tokens();
        for (int at = 0; at + run.size() <= tokens.size(); at++) {
            int same = 0;
            while (same < run.size() && run.get(same).equals(abstraction.of(tokens.get(at + same)))) {
                same++;
            }
            if (same == run.size()) {
                return at;
            }
        }
        return -1;
    }
}
