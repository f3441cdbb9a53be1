package io.kenshin.codemodel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kenshin.codemodel.graph.OnnxFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A model directory as Hugging Face optimum exports it: {@code config.json}, {@code tokenizer.json}, {@code model.onnx}.
 *
 * @param architecture the {@code model_type} of the configuration, or "unknown"
 * @param labels names of the classes in the order of the logits; empty when there is no head
 * @param maxTokens the longest input that the position embeddings allow, at most {@value #TOKEN_LIMIT}
 * @param padding id of the padding token
 */
public record ModelDescriptor(Path directory, String architecture, List<String> labels, int maxTokens, long padding) {
    static final int TOKEN_LIMIT = 256;
    private static final long MAX_JSON_BYTES = 64L << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws CodeModelException naming the file that is missing or wrong */
    public static ModelDescriptor read(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new CodeModelException("no directory at " + directory);
        }
        for (String file : List.of("config.json", "tokenizer.json", "model.onnx")) {
            if (!Files.isRegularFile(directory.resolve(file))) {
                throw new CodeModelException(directory + " has no " + file
                        + ": expected config.json, tokenizer.json and model.onnx as optimum-cli exports them");
            }
        }
        JsonNode config = json(directory.resolve("config.json"));
        List<String> labels = new ArrayList<>();
        JsonNode names = config.path("id2label");
        for (int i = 0; names.has(Integer.toString(i)); i++) {
            labels.add(names.get(Integer.toString(i)).asText());
        }
        int positions = config.path("max_position_embeddings").asInt(512);
        // RoBERTa keeps two positions for padding.
        int usable = config.path("model_type").asText("").contains("roberta") ? positions - 2 : positions;
        return new ModelDescriptor(
                directory,
                config.path("model_type").asText("unknown"),
                List.copyOf(labels),
                Math.max(8, Math.min(TOKEN_LIMIT, usable)),
                config.path("pad_token_id").asLong(0));
    }

    public Path onnx() {
        return directory.resolve("model.onnx");
    }

    /** Loads the graph as a check that an import would be able to run it. */
    public void validate() {
        io.kenshin.codemodel.graph.LayerFinder.find(OnnxFile.read(onnx()).getGraph());
    }

    private static JsonNode json(Path file) {
        try {
            if (Files.size(file) > MAX_JSON_BYTES) {
                throw new CodeModelException(file + " is larger than " + MAX_JSON_BYTES + " bytes");
            }
            return JSON.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            throw new CodeModelException(file + " is not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new CodeModelException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
