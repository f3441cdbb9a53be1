package io.kenshin.corpus;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How alike texts are: the cosine of their tokens, rare ones counting more. */
final class Similarity {
    private static final Pattern TOKEN = Pattern.compile("\\w+|[^\\s\\w]");

    private final Map<String, Double> weights = new HashMap<>();

    private Similarity() {}

    /** Rare and common as in these samples. */
    static Similarity of(List<LabelledSample> samples) {
        Map<String, Integer> counts = new HashMap<>();
        samples.forEach(sample -> tokens(sample.code()).forEach(token -> counts.merge(token, 1, Integer::sum)));
        Similarity similarity = new Similarity();
        counts.forEach((token, count) -> similarity.weights.put(token, Math.log((double) samples.size() / count)));
        return similarity;
    }

    /** 0 for nothing in common but what all have; 1 for the same tokens. */
    double cosine(String one, String other) {
        Set<String> left = tokens(one);
        Set<String> right = tokens(other);
        double length = Math.sqrt(square(left) * square(right));
        double common =
                left.stream().filter(right::contains).mapToDouble(this::squared).sum();
        return length == 0 ? 0 : common / length;
    }

    private double square(Set<String> tokens) {
        return tokens.stream().mapToDouble(this::squared).sum();
    }

    private double squared(String token) {
        double weight = weights.getOrDefault(token, 0.0);
        return weight * weight;
    }

    private static Set<String> tokens(String code) {
        return TOKEN.matcher(code).results().map(match -> match.group()).collect(Collectors.toSet());
    }
}
