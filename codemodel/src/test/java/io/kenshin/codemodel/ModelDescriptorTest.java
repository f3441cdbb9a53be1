package io.kenshin.codemodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many tokens a model reads. */
class ModelDescriptorTest {
    @TempDir
    Path directory;

    private int tokens(String config) throws IOException {
        Files.writeString(directory.resolve("config.json"), config);
        Files.writeString(directory.resolve("tokenizer.json"), "{}");
        Files.writeString(directory.resolve("model.onnx"), "");
        return ModelDescriptor.read(directory).maxTokens();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"model_type\": \"bert\", \"max_position_embeddings\": 512} | 512",
                "{\"model_type\": \"bert\", \"max_position_embeddings\": 128} | 128",
                "{\"model_type\": \"roberta\", \"max_position_embeddings\": 514} | 512",
                "{\"model_type\": \"xlm-roberta\", \"max_position_embeddings\": 130} | 128",
                "{\"model_type\": \"gpt2\", \"n_positions\": 1024} | 512",
                "{\"model_type\": \"t5\"} | 512",
                "{\"max_position_embeddings\": 2} | 8"
            })
    void asManyAsItHasPositionsForAndNoMoreThanIsUsual(String config, int expected) throws IOException {
        assertThat(tokens(config)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"max_position_embeddings\": 512, \"model_max_length\": 256} | 256",
                "{\"n_positions\": 2048, \"model_max_length\": 1024} | 1024",
                "{\"n_positions\": 512, \"model_max_length\": 1024} | 512",
                "{\"model_max_length\": 2000000000} | 8192",
                "{\"model_max_length\": -1} | 8",
                "{\"model_max_length\": 1e30} | 512"
            })
    void theConfigurationMayAskForMoreOrLess(String config, int expected) throws IOException {
        assertThat(tokens(config)).isEqualTo(expected);
    }

    @Test
    void theTokenizersOwnLimitCountsWhereTheConfigurationHasNone() throws IOException {
        Files.writeString(directory.resolve("tokenizer_config.json"), "{\"model_max_length\": 384}");

        assertThat(tokens("{\"max_position_embeddings\": 512}")).isEqualTo(384);
        assertThat(tokens("{\"max_position_embeddings\": 512, \"model_max_length\": 400}"))
                .isEqualTo(400);

        Files.writeString(
                directory.resolve("tokenizer_config.json"), "{\"model_max_length\": 1000000000000000019884624838656}");

        assertThat(tokens("{\"max_position_embeddings\": 512}")).isEqualTo(512);
    }
}
