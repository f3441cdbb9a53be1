package io.kenshin.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A CloudEvent 1.0 in structured JSON mode.
 *
 * @param id unique for the source; the same id is the same event
 * @param source the service that it comes from, as a URI reference
 * @param type {@code io.kenshin.…v1}
 * @param subject what it is about: a scan, a sample or a case
 * @param time when it happened, RFC 3339
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
        String datacontenttype,
        T data) {
    public static final String CONTENT_TYPE = "application/cloudevents+json";

    public static <T> CloudEvent<T> of(String id, String source, String type, String subject, String time, T data) {
        return new CloudEvent<>("1.0", id, source, type, subject, time, "application/json", data);
    }
}
