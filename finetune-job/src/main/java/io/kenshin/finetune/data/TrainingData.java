package io.kenshin.finetune.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Samples as JSON lines, from a file or an export URL. */
public final class TrainingData {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TrainingData() {}

    /**
     * Reads all samples but those that are quarantined: an export may have been asked for before whoever keeps the
     * samples had heard of the quarantine.
     *
     * @param where file or URL
     * @param token for a URL, or null
     * @param quarantined ids of samples to leave out
     * @throws IOException when they cannot be read or there are none
     */
    public static List<TrainingSample> read(String where, @Nullable String token, Set<String> quarantined)
            throws IOException {
        List<TrainingSample> samples = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(open(where, token), StandardCharsets.UTF_8))) {
            String line;
            while ((line = lines.readLine()) != null) {
                if (!line.isBlank()) {
                    JsonNode node = JSON.readTree(line);
                    String id = node.path("id").asText();
                    if (!quarantined.contains(id)) {
                        samples.add(new TrainingSample(
                                id,
                                node.path("code").asText(),
                                node.path("label").asText()));
                    }
                }
            }
        }
        if (samples.isEmpty()) {
            throw new IOException("no samples at " + where);
        }
        return samples;
    }

    private static InputStream open(String where, @Nullable String token) throws IOException {
        if (!where.startsWith("http://") && !where.startsWith("https://")) {
            return Files.newInputStream(Path.of(where));
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(where)).timeout(Duration.ofMinutes(10));
        if (token != null && !token.isBlank()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<InputStream> response = HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(30))
                    .build()
                    .send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                throw new IOException(where + " answered " + response.statusCode());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading " + where, e);
        }
    }
}
