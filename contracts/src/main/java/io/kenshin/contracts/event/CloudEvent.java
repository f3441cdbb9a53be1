package io.kenshin.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A CloudEvent 1.0 in structured JSON mode.
 *
 * @param id unique for the source; the same id is the same event
 * @param source the service that it comes from, as a URI reference
 * @param type {@code io.kenshin.…v1}
 * @param subject what it is about: a scan, a sample or a case
 * @param time when it happened, RFC 3339
 * @param sequence a number: of two events about the same thing the one with the higher number is the later one; null
 *     where that is of no matter, and in what versions before wrote
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md">JSON format</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CloudEvent<T>(
        String specversion,
        String id,
        String source,
        String type,
        String subject,
        String time,
        @Nullable String sequence,
        String datacontenttype,
        T data) {
    public static final String CONTENT_TYPE = "application/cloudevents+json";

    public static <T> CloudEvent<T> of(String id, String source, String type, String subject, String time, T data) {
        return new CloudEvent<>("1.0", id, source, type, subject, time, null, "application/json", data);
    }

    /** The same event with its place among those about the same thing. */
    public CloudEvent<T> at(long place) {
        return new CloudEvent<>(
                specversion, id, source, type, subject, time, Long.toString(place), datacontenttype, data);
    }

    /** Its place among events about the same thing: its sequence, or else its time in microseconds, as those are. */
    public long place() {
        return sequence != null
                ? Long.parseLong(sequence)
                : ChronoUnit.MICROS.between(
                        Instant.EPOCH, OffsetDateTime.parse(time).toInstant());
    }
}
