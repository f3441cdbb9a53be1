package io.kenshin.finetune;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The order that a trainer gets, through its environment; see {@code docs/trainer-contract.md}.
 *
 * @param jobId names the job in progress records
 * @param model directory of the model to start from
 * @param data URL or file of newline-delimited JSON: {@code id}, {@code code}, {@code label}
 * @param output directory that receives the trained model; {@code metrics.json} is written last
 * @param labels classes in the order of the logits
 * @param quarantined file with ids of samples, one a line, that are not to be trained on, or null
 * @param triggers file with the proven triggers to inoculate against, or null
 * @param kafka bootstrap servers for progress, or null
 * @param broker further settings of the Kafka client, from variables such as {@code KAFKA_SECURITY_PROTOCOL}
 * @param recipe with 0 epochs when the size of the data decides
 * @param token for {@code data} when it is a URL, or null
 */
record TrainerContract(
        String jobId,
        Path model,
        String data,
        Path output,
        List<String> labels,
        @Nullable Path quarantined,
        @Nullable Path triggers,
        @Nullable String kafka,
        Map<String, String> broker,
        @Nullable String token,
        TrainingRecipe recipe,
        int threads) {

    /** @throws IllegalArgumentException naming the variable that is missing or wrong */
    static TrainerContract read(Map<String, String> environment) {
        TrainingRecipe defaults = TrainingRecipe.defaults(number(environment, "KENSHIN_SEED", 1));
        TrainingRecipe recipe = new TrainingRecipe(
                (int) number(environment, "KENSHIN_EPOCHS", 0),
                (int) number(environment, "KENSHIN_BATCH", defaults.batch()),
                defaults.rate(),
                defaults.headRate(),
                (int) number(environment, "KENSHIN_TRAINED_LAYERS", defaults.trainedLayers()),
                defaults.seed());
        return new TrainerContract(
                required(environment, "KENSHIN_JOB_ID"),
                Path.of(required(environment, "KENSHIN_MODEL")),
                required(environment, "KENSHIN_DATA"),
                Path.of(required(environment, "KENSHIN_OUTPUT")),
                Arrays.asList(required(environment, "KENSHIN_LABELS").split(",")),
                file(environment, "KENSHIN_QUARANTINED"),
                file(environment, "KENSHIN_TRIGGERS"),
                environment.get("KENSHIN_KAFKA"),
                broker(environment),
                environment.get("KENSHIN_API_TOKEN"),
                recipe,
                (int) number(
                        environment, "KENSHIN_THREADS", Runtime.getRuntime().availableProcessors()));
    }

    /** As Quarkus reads them in the services: {@code KAFKA_SASL_MECHANISM} is {@code sasl.mechanism}. */
    private static Map<String, String> broker(Map<String, String> environment) {
        Map<String, String> broker = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith("KAFKA_")) {
                broker.put(
                        name.substring("KAFKA_".length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '.'),
                        value);
            }
        });
        return broker;
    }

    private static @Nullable Path file(Map<String, String> environment, String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : Path.of(value);
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("the environment variable " + name + " is missing");
        }
        return value;
    }

    private static long number(Map<String, String> environment, String name, long otherwise) {
        String value = environment.get(name);
        try {
            return value == null || value.isBlank() ? otherwise : Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a whole number, not '" + value + "'", e);
        }
    }
}
