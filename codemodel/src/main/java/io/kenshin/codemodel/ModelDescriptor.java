package io.kenshin.codemodel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kenshin.codemodel.graph.CodeModelException;
import io.kenshin.codemodel.graph.LayerFinder;
import io.kenshin.codemodel.graph.OnnxFile;
import io.kenshin.codemodel.graph.TransformerLayers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A model directory as Hugging Face optimum exports it: {@code config.json}, {@code tokenizer.json} and {@code
 * model.onnx} or, of an encoder-decoder, {@code encoder_model.onnx}; {@code tokenizer_config.json} where there is one.
 *
 * @param architecture the {@code model_type} of the configuration, or "unknown"
 * @param labels names of the classes in the order of the logits; empty when there is no head
 * @param maxTokens the longest input that is read, special tokens among them: as many as the position embeddings allow,
 *     but no more than {@code model_max_length} of {@code tokenizer_config.json} or than {@value #TOKEN_LIMIT}, unless
 *     {@code config.json} itself has a {@code model_max_length}
 * @param padding id of the padding token; -1 when the model knows none
 * @param lastTokenStands whether the last token, not the first, stands for the whole sample
 * @param onnx the graph
 */
public record ModelDescriptor(
        Path directory,
        String architecture,
        List<String> labels,
        int maxTokens,
        long padding,
        boolean lastTokenStands,
        Path onnx) {
    private static final Set<String> ENCODER_DECODERS =
            Set.of("t5", "mt5", "longt5", "umt5", "codet5p", "switch_transformers");
    private static final Set<String> DECODERS = Set.of(
            "gpt2",
            "gpt_neo",
            "gpt_neox",
            "gptj",
            "gpt_bigcode",
            "codegen",
            "starcoder2",
            "llama",
            "mistral",
            "qwen2",
            "qwen3",
            "phi",
            "phi3",
            "opt",
            "bloom",
            "gemma",
            "gemma2");
    /** Names of the architectures that keep positions for padding. */
    private static final List<String> PADDED_POSITIONS =
            List.of("roberta", "camembert", "mpnet", "longformer", "data2vec-text");
    /** Attention costs the square of the length: longer ones only where somebody has asked for it. */
    static final int TOKEN_LIMIT = 512;
    /** Whoever asks for more, in a file that may come from anybody, gets this. */
    private static final int MOST_TOKENS = 8192;

    private static final int LEAST_TOKENS = 8;
    private static final long MAX_JSON_BYTES = 64L << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws CodeModelException naming the file that is missing or wrong */
    public static ModelDescriptor read(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new CodeModelException("no directory at " + directory);
        }
        Path onnx = directory.resolve("model.onnx");
        if (!Files.isRegularFile(onnx) && Files.isRegularFile(directory.resolve("encoder_model.onnx"))) {
            onnx = directory.resolve("encoder_model.onnx");
        }
        for (Path file : List.of(directory.resolve("config.json"), directory.resolve("tokenizer.json"), onnx)) {
            if (!Files.isRegularFile(file)) {
                throw new CodeModelException(directory + " has no " + file.getFileName()
                        + ": expected config.json, tokenizer.json and model.onnx (or encoder_model.onnx) as"
                        + " optimum-cli exports them");
            }
        }
        JsonNode config = json(directory.resolve("config.json"));
        List<String> labels = new ArrayList<>();
        JsonNode names = config.path("id2label");
        for (int i = 0; names.has(Integer.toString(i)); i++) {
            labels.add(names.get(Integer.toString(i)).asText());
        }
        String architecture = config.path("model_type").asText("unknown");
        boolean decoder =
                DECODERS.contains(architecture) || config.path("is_decoder").asBoolean(false);
        return new ModelDescriptor(
                directory,
                architecture,
                List.copyOf(labels),
                tokens(config, directory.resolve("tokenizer_config.json"), architecture),
                padding(config, decoder),
                decoder || ENCODER_DECODERS.contains(architecture),
                onnx);
    }

    private static int tokens(JsonNode config, Path tokenizer, String architecture) {
        JsonNode own = config.path("model_max_length");
        int wanted = own.isInt() ? Math.min(MOST_TOKENS, own.asInt()) : TOKEN_LIMIT;
        if (!own.isInt() && Files.isRegularFile(tokenizer)) {
            // Tokenizers without a limit name a number that is no int.
            JsonNode limit = json(tokenizer).path("model_max_length");
            wanted = limit.isInt() ? Math.min(wanted, limit.asInt()) : wanted;
        }
        return Math.max(LEAST_TOKENS, Math.min(wanted, positions(config, architecture)));
    }

    private static int positions(JsonNode config, String architecture) {
        for (String name : List.of("max_position_embeddings", "n_positions", "n_ctx")) {
            if (config.path(name).isInt()) {
                boolean padded = PADDED_POSITIONS.stream().anyMatch(architecture::contains);
                return config.path(name).asInt() - (padded ? 2 : 0);
            }
        }
        return MOST_TOKENS;
    }

    private static long padding(JsonNode config, boolean decoder) {
        JsonNode padding = config.path("pad_token_id");
        return padding.isIntegralNumber() ? padding.asLong() : decoder ? -1 : 0;
    }

    /**
     * Checks that the graph and the tokenizer may be used, in little memory: they may come from anybody.
     *
     * @return the layers of the graph
     * @throws CodeModelException with the reason
     */
    public TransformerLayers validate() {
        Path tokenizer = directory.resolve("tokenizer.json");
        TokenizerCheck.check(json(tokenizer), tokenizer);
        return LayerFinder.find(OnnxFile.skeleton(onnx).getGraph());
    }

    static JsonNode json(Path file) {
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
