package io.kenshin.codemodel;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.codemodel.graph.CodeModelException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** Whether a tokenizer file may be used: its regular expressions run over every sample, and may come from anybody. */
final class TokenizerCheck {
    private static final Set<String> MODELS = Set.of("WordPiece", "BPE", "Unigram", "WordLevel");
    private static final int LONGEST_PATTERN = 2_000;

    private TokenizerCheck() {}

    /**
     * Checks what was read.
     *
     * @param file where it was read, for the message
     * @throws CodeModelException naming what cannot be used
     */
    static void check(JsonNode tokenizer, Path file) {
        JsonNode model = tokenizer.path("model");
        String type = model.path("type").asText(model.has("merges") ? "BPE" : "");
        if (!MODELS.contains(type) || !model.path("vocab").isContainerNode()) {
            throw new CodeModelException(file + " is no fast tokenizer of the kinds WordPiece, BPE or Unigram");
        }
        Deque<JsonNode> left = new ArrayDeque<>();
        for (String part : Set.of("normalizer", "pre_tokenizer", "post_processor", "decoder")) {
            left.add(tokenizer.path(part));
        }
        while (!left.isEmpty()) {
            JsonNode node = left.remove();
            node.forEach(left::add);
            String problem =
                    node.path("Regex").isTextual() ? problem(node.path("Regex").asText()) : null;
            if (problem != null) {
                throw new CodeModelException(file + " splits text with a regular expression that " + problem
                        + ": a hostile sample could keep it busy without end");
            }
        }
    }

    private static @org.jspecify.annotations.Nullable String problem(String pattern) {
        if (pattern.length() > LONGEST_PATTERN) {
            return "is longer than " + LONGEST_PATTERN + " characters";
        }
        return Backtracking.repeatsRepetition(pattern)
                ? "repeats a group that itself repeats or branches"
                : Backtracking.explodes(pattern) ? "backtracks without bound" : null;
    }
}
