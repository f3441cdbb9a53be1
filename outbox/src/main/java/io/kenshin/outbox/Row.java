package io.kenshin.outbox;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kenshin.foundation.Json;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of what {@link Sql} selected, by the names of its columns. A column that is null throws, unless it is asked
 * for as an optional one.
 */
public final class Row {
    private final Tuple tuple;

    Row(Tuple tuple) {
        this.tuple = tuple;
    }

    public String text(String column) {
        return present(column, String.class);
    }

    public Optional<String> optionalText(String column) {
        return value(column, String.class);
    }

    public int integer(String column) {
        return Math.toIntExact(count(column));
    }

    public Optional<Integer> optionalInteger(String column) {
        return value(column, Number.class).map(Number::intValue);
    }

    /** A bigint, which counts are. */
    public long count(String column) {
        return present(column, Number.class).longValue();
    }

    public double decimal(String column) {
        return present(column, Number.class).doubleValue();
    }

    public Optional<Double> optionalDecimal(String column) {
        return value(column, Number.class).map(Number::doubleValue);
    }

    public boolean bool(String column) {
        return present(column, Boolean.class);
    }

    public byte[] bytes(String column) {
        return present(column, byte[].class);
    }

    /** A timestamptz. */
    public Instant instant(String column) {
        return optionalInstant(column).orElseThrow(() -> missing(column));
    }

    public Optional<Instant> optionalInstant(String column) {
        Object time = tuple.get(column);
        if (time instanceof OffsetDateTime offset) {
            return Optional.of(offset.toInstant());
        }
        return value(column, Instant.class);
    }

    /** A text that holds JSON. */
    public <T> T json(String column, Class<T> type) {
        return Json.read(text(column), type);
    }

    /** A text that holds JSON of a generic type. */
    public <T> T json(String column, TypeReference<T> type) {
        return Json.read(text(column), type);
    }

    private <T> T present(String column, Class<T> type) {
        return value(column, type).orElseThrow(() -> missing(column));
    }

    private <T> Optional<T> value(String column, Class<T> type) {
        @Nullable Object value = tuple.get(column);
        if (value != null && !type.isInstance(value)) {
            throw new IllegalArgumentException(
                    "column " + column + " is no " + type.getSimpleName() + " but " + value.getClass());
        }
        return Optional.ofNullable(type.cast(value));
    }

    /** A fault of the statement, not of the database: {@link Database#passing} does not wait for it to go. */
    private static IllegalArgumentException missing(String column) {
        return new IllegalArgumentException("column " + column + " is null");
    }
}
