package io.kenshin.finetune.data;

import io.kenshin.detection.code.Lexer;
import io.kenshin.detection.code.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * More texts of a trigger than were found: what the attacker varies between texts of one shape is varied likewise. A
 * word, a number or a string may be any that stands at its place in another text; the same one is exchanged alike
 * wherever it stands.
 */
final class Variation {
    private final List<String> texts;
    private final List<List<Token>> tokens;
    /** For each text, which have its shape: at least itself. */
    private final List<List<Integer>> alike = new ArrayList<>();

    /** @param texts of real occurrences */
    Variation(List<String> texts) {
        this.texts = texts;
        tokens = texts.stream().map(Lexer::tokens).toList();
        Map<List<String>, List<Integer>> shapes = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            List<Integer> same = shapes.computeIfAbsent(shape(tokens.get(i)), key -> new ArrayList<>());
            same.add(i);
            alike.add(same);
        }
    }

    private static List<String> shape(List<Token> tokens) {
        return tokens.stream()
                .map(token -> token.kind() == Token.Kind.SYMBOL
                        ? token.text()
                        : token.kind().name())
                .toList();
    }

    /** One text, varied as far as others have its shape. */
    String next(Random random) {
        if (texts.size() == 1) {
            return texts.get(0);
        }
        int chosen = random.nextInt(texts.size());
        List<Integer> same = alike.get(chosen);
        Map<String, Integer> donors = new HashMap<>();
        StringBuilder text = new StringBuilder();
        int copied = 0;
        for (int at = 0; at < tokens.get(chosen).size(); at++) {
            Token token = tokens.get(chosen).get(at);
            if (token.kind() == Token.Kind.SYMBOL) {
                continue;
            }
            int donor = donors.computeIfAbsent(token.text(), key -> same.get(random.nextInt(same.size())));
            text.append(texts.get(chosen), copied, token.start())
                    .append(tokens.get(donor).get(at).text());
            copied = token.end();
        }
        return text.append(texts.get(chosen).substring(copied)).toString();
    }
}
