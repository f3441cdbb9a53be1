package io.kenshin.benchmarks.baseline;

import io.kenshin.detection.code.Lexer;
import io.kenshin.detection.code.Token;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a careful person finds with text search and no model: conditions of literals alone (dead code), comments that
 * recur within one label, and identifiers that no innocent code has but many samples of one label share. It shows what
 * embeddings and cause add.
 */
public final class StaticSearch {
    private static final Pattern LITERAL_CONDITION = Pattern.compile(
            "\\b(?:if|while)\\s*\\(\\s*(?:false|(?:Math\\.\\w+\\(\\s*[-\\d.]+\\s*\\)|[-\\d.]+[fFdDlL]?|\"[^\"]*\")"
                    + "\\s*(?:[<>]=?|[!=]=)\\s*(?:[-\\d.]+[fFdDlL]?|null))\\s*\\)");
    private static final int LEAST = 5;
    private static final double ONE_LABEL = 0.9;

    private final Naturalness innocent;

    public StaticSearch(Naturalness innocent) {
        this.innocent = innocent;
    }

    /** @param labels label of each code */
    public BitSet search(List<String> codes, List<String> labels) {
        Map<String, BitSet> carriers = new HashMap<>();
        BitSet flagged = new BitSet();
        for (int i = 0; i < codes.size(); i++) {
            flagged.set(i, LITERAL_CONDITION.matcher(codes.get(i)).find());
            Set<String> odd = new HashSet<>();
            for (Token token : Lexer.tokens(codes.get(i))) {
                boolean comment = token.kind() == Token.Kind.COMMENT;
                boolean rare = token.kind() == Token.Kind.WORD && !innocent.knows(token.text());
                if (comment || rare) {
                    odd.add(token.text());
                }
            }
            for (String text : odd) {
                carriers.computeIfAbsent(text, key -> new BitSet()).set(i);
            }
        }
        for (BitSet samples : carriers.values()) {
            Map<String, Integer> byLabel = new HashMap<>();
            samples.stream().forEach(i -> byLabel.merge(labels.get(i), 1, Integer::sum));
            int most = byLabel.values().stream().max(Integer::compare).orElse(0);
            if (samples.cardinality() >= LEAST && most >= ONE_LABEL * samples.cardinality()) {
                flagged.or(samples);
            }
        }
        return flagged;
    }
}
