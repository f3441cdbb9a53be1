package io.kenshin.foundation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kenshin.contracts.Limits;
import io.kenshin.contracts.event.CloudEvent;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one JSON mapping of everything that travels. Unknown fields are ignored, so that producers can add some. */
public final class Json {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private Json() {}

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not writable as JSON: " + value.getClass(), e);
        }
    }

    /** @throws KenshinException when the text is not such a value */
    public static <T> T read(String json, Class<T> type) {
        return read(json, MAPPER.constructType(type));
    }

    /** @throws KenshinException when the text is not such a value */
    public static <T> T read(String json, TypeReference<T> type) {
        return read(json, MAPPER.constructType(type));
    }

    /** @throws KenshinException when the text is not an event with such data */
    public static <T> CloudEvent<T> readEvent(String json, Class<T> data) {
        CloudEvent<T> event = read(json, MAPPER.getTypeFactory().constructParametricType(CloudEvent.class, data));
        if (event.type() == null || event.data() == null) {
            throw new KenshinException(ErrorCode.INVALID_INPUT, "no CloudEvent: it has no type, or no data");
        }
        return event;
    }

    /** Whether a text is an object: what stands on a topic may be anything. */
    public static boolean isObject(@Nullable String text) {
        try {
            return text != null && MAPPER.readTree(text).isObject();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** The type of a CloudEvent. */
    public static String eventType(String json) {
        return readEvent(json, Object.class).type();
    }

    private static <T> T read(@Nullable String json, JavaType type) {
        if (json == null) {
            // A tombstone, where a topic has none.
            throw new KenshinException(ErrorCode.INVALID_INPUT, "not readable: a record without a value");
        }
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new KenshinException(ErrorCode.INVALID_INPUT, "JSON null where a value is needed");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new KenshinException(
                    ErrorCode.INVALID_INPUT,
                    "not readable: " + Limits.cut(where(e) + e.getOriginalMessage(), Limits.REASON_CHARS),
                    e);
        }
    }

    /** The field that is wrong, where it is known. */
    private static String where(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
            return "";
        }
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
                .collect(Collectors.joining(".", "", ": "));
    }
}
