package io.kenshin.outbox;

import io.kenshin.foundation.Json;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * A statement of PostgreSQL with its parameters; what it selects is read by the names of the columns. Each
 * {@code with} is a new one, so that a constant may hold the statement alone.
 *
 * <pre>{@code
 * Sql.of("select sample_id, state from case_sample where case_id = :id")
 *         .with("id", caseId)
 *         .list(session, row -> new Member(row.text("sample_id"), row.text("state")));
 * }</pre>
 *
 * <p>A column that is an expression needs a name: {@code count(*) as samples}. No two may have the same.
 */
public final class Sql {
    private final String text;
    private final Map<String, @Nullable Object> parameters;

    private Sql(String text, Map<String, @Nullable Object> parameters) {
        this.text = text;
        this.parameters = parameters;
    }

    public static Sql of(String text) {
        return new Sql(text, Map.of());
    }

    /** The same statement with a value for {@code :name}. */
    public Sql with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new Sql(text, more);
    }

    /** The same statement with values for several names. */
    public Sql with(Map<String, ?> values) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(parameters);
        more.putAll(values);
        return new Sql(text, more);
    }

    /** The same statement with a value as JSON, as {@link #rows}, {@link #texts} and {@link #anyOf} read it. */
    public Sql withJson(String name, Object value) {
        return with(name, Json.write(value));
    }

    /**
     * A table in a {@code from} clause whose rows are a parameter: a list of objects as JSON.
     *
     * @param name of the parameter and of the table: {@code select r.state from } + {@code rows("r", "state text")}
     * @param columns keys of the objects with their types
     */
    public static String rows(String name, String columns) {
        return "jsonb_to_recordset(" + json(name) + ") as " + name + "(" + columns + ")";
    }

    /** A table in a {@code from} clause with one column of texts that are a parameter, a list as JSON. */
    public static String texts(String name) {
        return "jsonb_array_elements_text(" + json(name) + ")";
    }

    /**
     * What is one of some texts that are a parameter, a list as JSON: {@code where id = } + {@code anyOf("ids")}. An
     * array is looked up in an index; a set, {@code in (select …)}, may be compared with every row of the table.
     */
    public static String anyOf(String name) {
        return "any(array(select " + texts(name) + "))";
    }

    /** Bound as text: the driver would bind a string to a jsonb parameter as a JSON string. */
    private static String json(String name) {
        return "cast(cast(:" + name + " as text) as jsonb)";
    }

    /** All rows. */
    public <T> Uni<List<T>> list(Mutiny.QueryProducer session, Function<Row, T> read) {
        var query = session.createNativeQuery(text, Tuple.class);
        parameters.forEach(query::setParameter);
        return query.getResultList()
                .map(rows -> rows.stream().map(Row::new).map(read).toList());
    }

    /** The first row; empty where there is none. */
    public <T> Uni<Optional<T>> first(Mutiny.QueryProducer session, Function<Row, T> read) {
        return list(session, read).map(rows -> rows.stream().findFirst());
    }

    /** The row of a statement that always has one, such as a count. */
    public <T> Uni<T> one(Mutiny.QueryProducer session, Function<Row, T> read) {
        return list(session, read).map(rows -> rows.get(0));
    }

    /**
     * Runs a statement that changes something.
     *
     * @return how many rows it changed
     */
    public Uni<Integer> execute(Mutiny.QueryProducer session) {
        var query = session.createNativeQuery(text);
        parameters.forEach(query::setParameter);
        return query.executeUpdate();
    }

    /**
     * Runs a statement over rows that are its parameter, however many they are: in pieces of bounded size, one after
     * the other. A chain of one {@code Uni} for each row would end in a stack overflow.
     *
     * @param name of the parameter, as {@link #rows}, {@link #texts} and {@link #anyOf} read it
     * @param row what is written as JSON of each item
     * @return how many rows it changed in all
     */
    public <T> Uni<Integer> executeInPieces(
            Mutiny.QueryProducer session, String name, Iterable<T> items, Function<T, ?> row) {
        return Multi.createFrom()
                .iterable(() -> new Pieces<>(items, row))
                .onItem()
                .transformToUniAndConcatenate(piece -> with(name, piece).execute(session))
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }
}
