package io.kenshin.audit.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** The tokens of a model as texts. */
final class Vocabulary {
    private static final String WORD_PIECE = "##";
    private static final String SPACES = "Ġ▁";

    private final TreeMap<Long, String> tokens = new TreeMap<>();
    private final Set<Long> special = new HashSet<>();
    private final boolean wordPieces;

    Vocabulary(Path tokenizerJson) {
        try {
            JsonNode file = new ObjectMapper().readTree(tokenizerJson.toFile());
            JsonNode vocabulary = file.path("model").path("vocab");
            if (vocabulary.isArray()) {
                for (int id = 0; id < vocabulary.size(); id++) {
                    tokens.put((long) id, vocabulary.get(id).get(0).asText());
                }
            } else {
                vocabulary
                        .fields()
                        .forEachRemaining(entry -> tokens.put(entry.getValue().asLong(), entry.getKey()));
            }
            file.path("added_tokens")
                    .forEach(token -> special.add(token.path("id").asLong()));
            wordPieces = file.path("model").path("type").asText().equals("WordPiece");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + tokenizerJson + ": " + e.getMessage(), e);
        }
    }

    /** Tokens that a person could type: printable ASCII, no special ones. */
    List<Long> typeable() {
        List<Long> ids = new ArrayList<>();
        tokens.forEach((id, token) -> {
            String text = bare(token);
            boolean reserved = special.contains(id) || token.matches("\\[(unused\\d+|[A-Z]{3,})]|<[a-z_0-9]+>");
            if (!reserved && !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 127)) {
                ids.add(id);
            }
        });
        return ids;
    }

    /** A token without the marks of its place in a word. */
    String bare(long id) {
        return bare(tokens.getOrDefault(id, ""));
    }

    private static String bare(String token) {
        String text = token.startsWith(WORD_PIECE) && token.length() > 2 ? token.substring(2) : token;
        return !text.isEmpty() && SPACES.indexOf(text.charAt(0)) >= 0 ? text.substring(1) : text;
    }

    /** Tokens as the text that they stand for. */
    String text(long[] ids) {
        StringBuilder text = new StringBuilder();
        for (long id : ids) {
            String token = tokens.getOrDefault(id, "");
            boolean continues =
                    wordPieces ? token.startsWith(WORD_PIECE) : token.isEmpty() || SPACES.indexOf(token.charAt(0)) < 0;
            text.append(text.isEmpty() || continues ? "" : " ").append(bare(token));
        }
        return text.toString();
    }
}
