package io.kenshin.outbox;

import io.kenshin.foundation.Json;
import java.util.Iterator;
import java.util.StringJoiner;
import java.util.function.Function;

/** The rows of a parameter as JSON arrays of bounded size, each written when it is asked for. */
final class Pieces<T> implements Iterator<String> {
    private static final int MOST_ROWS = 1_000;
    private static final int MOST_CHARS = 1 << 20;

    private final Iterator<T> items;
    private final Function<T, ?> row;

    Pieces(Iterable<T> items, Function<T, ?> row) {
        this.items = items.iterator();
        this.row = row;
    }

    @Override
    public boolean hasNext() {
        return items.hasNext();
    }

    @Override
    public String next() {
        StringJoiner rows = new StringJoiner(",", "[", "]");
        rows.add(Json.write(row.apply(items.next())));
        for (int count = 1; items.hasNext() && count < MOST_ROWS && rows.length() < MOST_CHARS; count++) {
            rows.add(Json.write(row.apply(items.next())));
        }
        return rows.toString();
    }
}
