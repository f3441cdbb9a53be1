package io.kenshin.benchmarks.baseline;

import io.kenshin.detection.code.Lexer;
import io.kenshin.detection.code.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What takes a poisoned sample for unnatural code, with a small language model of clean code: per sample, as ONION does
 * it (Qi et al., EMNLP 2021), and summed per token over the whole set, as KillBadCode does it (Sun et al., ACL 2025).
 * Written from the papers; both get 1,000 clean methods to learn from, which Kenshin does not.
 */
public final class Naturalness {
    /** Tokens that KillBadCode takes for triggers. */
    private static final int TRIGGERS = 10;

    private final NgramModel model;

    /** @param clean code that is known to be innocent */
    public Naturalness(List<String> clean) {
        model = new NgramModel(clean.stream().map(Naturalness::words).toList());
    }

    static List<String> words(String code) {
        List<String> words = new ArrayList<>();
        for (Token token : Lexer.tokens(code)) {
            if (token.kind() == Token.Kind.COMMENT) {
                words.addAll(Arrays.asList(token.text().split("\\s+")));
            } else {
                words.add(token.text());
            }
        }
        return words;
    }

    /** Greatest fall of a sample's perplexity when one of its tokens goes: ONION's suspicion score. */
    public double[] onion(List<String> codes) {
        return codes.parallelStream()
                .mapToDouble(code -> Arrays.stream(falls(words(code))).max().orElse(0))
                .toArray();
    }

    /** Samples with one of the tokens whose deletion makes the whole set most natural: KillBadCode's rule. */
    public BitSet killBadCode(List<String> codes) {
        List<List<String>> all = codes.parallelStream().map(Naturalness::words).toList();
        List<double[]> falls = all.parallelStream().map(this::falls).toList();
        Map<String, Double> total = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            for (int k = 0; k < all.get(i).size(); k++) {
                total.merge(all.get(i).get(k), falls.get(i)[k], Double::sum);
            }
        }
        Set<String> triggers = new HashSet<>(total.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(TRIGGERS)
                .map(Map.Entry::getKey)
                .toList());
        BitSet flagged = new BitSet();
        for (int i = 0; i < all.size(); i++) {
            flagged.set(i, all.get(i).stream().anyMatch(triggers::contains));
        }
        return flagged;
    }

    /** Fall of the perplexity for each token that goes. */
    private double[] falls(List<String> tokens) {
        int n = tokens.size();
        if (n < 2) {
            return new double[n];
        }
        double[] logs = new double[n];
        for (int i = 0; i < n; i++) {
            logs[i] = model.log(tokens, i);
        }
        double sum = Arrays.stream(logs).sum();
        double before = Math.exp(-sum / n);
        double[] falls = new double[n];
        for (int gone = 0; gone < n; gone++) {
            double rest = sum - logs[gone];
            List<String> without = new ArrayList<>(tokens);
            without.remove(gone);
            // Only what follows within the model's reach has another context now.
            for (int i = gone; i < Math.min(n - 1, gone + NgramModel.ORDER - 1); i++) {
                rest += model.log(without, i) - logs[i + 1];
            }
            falls[gone] = before - Math.exp(-rest / (n - 1));
        }
        return falls;
    }

    boolean knows(String token) {
        return model.knows(token);
    }
}
