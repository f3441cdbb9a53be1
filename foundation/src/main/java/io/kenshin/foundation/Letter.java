package io.kenshin.foundation;

import io.kenshin.contracts.Limits;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * A record as a dead letter: as it came, where that and its reason fit into a record; else without its headers, and
 * with its text cut.
 */
final class Letter<K, V> extends IncomingKafkaRecord<K, V> {
    private static final String CUT = "dead-letter-cut";
    /** For the reason, the cause and what else is said of it. */
    private static final int ROOM = 16 << 10;

    private Letter(IncomingKafkaRecord<K, V> entry) {
        super(entry);
    }

    static <K, V> IncomingKafkaRecord<K, V> of(IncomingKafkaRecord<K, V> entry) {
        long bytes = bytes(entry.getKey()) + bytes(entry.getPayload());
        for (Header header : entry.getHeaders()) {
            bytes += bytes(header.key()) + (header.value() == null ? 0 : header.value().length);
        }
        return bytes <= Limits.RECORD_BYTES - ROOM ? entry : new Letter<>(entry);
    }

    /** Why it could not be processed, in bounded words: what reads JSON quotes it. */
    static Throwable reason(Throwable reason) {
        boolean bounded = true;
        for (Throwable cause = reason; cause != null; cause = cause.getCause()) {
            bounded &= String.valueOf(cause.getMessage()).length() <= Limits.REASON_CHARS;
        }
        return bounded
                ? reason
                : new KenshinException(
                        ErrorCode.INVALID_INPUT, Limits.cut(String.valueOf(reason.getMessage()), Limits.REASON_CHARS));
    }

    private static long bytes(Object part) {
        return part instanceof String text ? Limits.bytes(text) : 0;
    }

    @Override
    public K getKey() {
        return cut(super.getKey(), Limits.NAME_CHARS);
    }

    @Override
    public V getPayload() {
        return cut(super.getPayload(), Limits.LETTER_CHARS);
    }

    @Override
    public Headers getHeaders() {
        return new RecordHeaders().add(CUT, new byte[0]);
    }

    @SuppressWarnings("unchecked") // A text that is cut is a text.
    private static <T> T cut(T part, int chars) {
        return part instanceof String text ? (T) Limits.cut(text, chars) : part;
    }
}
