package io.kenshin.fleet.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.fleet.Service;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The models of a fleet: on this machine it reads their directories itself, elsewhere their files are sent. */
public final class Models {
    private final Api api;

    public Models(Api api) {
        this.api = api;
    }

    /** A model directory with the files of it that count, by the names that they are kept under. */
    public record Files(Path directory, SortedMap<String, Path> files) {}

    /** @param base the model that it was fine-tuned from */
    public JsonNode add(String name, Files model, @Nullable Files base) {
        Map<String, String> request = new HashMap<>();
        if (api.elsewhere()) {
            request.put("upload", send(model));
            if (base != null) {
                request.put("baseUpload", send(base));
            }
        } else {
            request.put("directory", absolute(model));
            if (base != null) {
                request.put("base", absolute(base));
            }
        }
        return api.post(Service.INGEST, "/api/v1/models/" + Api.encode(name) + "/versions", request);
    }

    private static String absolute(Files model) {
        return model.directory().toAbsolutePath().normalize().toString();
    }

    private String send(Files model) {
        String upload = UUID.randomUUID().toString();
        model.files()
                .forEach((name, file) ->
                        api.store(Service.INGEST, "/api/v1/uploads/" + upload + "/" + Api.encode(name), file));
        return upload;
    }
}
