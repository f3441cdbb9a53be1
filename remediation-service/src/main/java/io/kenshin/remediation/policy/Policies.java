package io.kenshin.remediation.policy;

import com.fasterxml.jackson.core.type.TypeReference;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.Json;
import io.kenshin.foundation.KenshinException;
import io.kenshin.outbox.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The policies: one for everything, and exceptions for a data set, or for a data set with one model. An exception says
 * only what is different.
 */
@ApplicationScoped
public class Policies {
    /** The scope that everything is in. */
    public static final String EVERYTHING = "default";

    private final Database database;

    Policies(Database database) {
        this.database = database;
    }

    /** A policy as it was set: only the fields that differ from the wider scope. */
    public record Entry(String scope, Map<String, Object> policy, String actor) {}

    public List<Entry> list() {
        return database
                .transaction(session -> session.createNativeQuery(
                                "select scope, data, actor from policy order by scope", Object[].class)
                        .getResultList())
                .stream()
                .map(row -> new Entry((String) row[0], fields((String) row[1]), (String) row[2]))
                .toList();
    }

    /** What holds for a data set and a model. */
    public Policy of(String dataset, String model) {
        Map<String, Map<String, Object>> set = new HashMap<>();
        database.persistently(session -> session.createNativeQuery("select scope, data from policy", Object[].class)
                        .getResultList())
                .forEach(row -> set.put((String) row[0], fields((String) row[1])));
        return merge(List.of(
                set.getOrDefault(EVERYTHING, Map.of()),
                set.getOrDefault(dataset, Map.of()),
                set.getOrDefault(dataset + "/" + model, Map.of())));
    }

    private static Policy merge(List<Map<String, Object>> layers) {
        Map<String, Object> merged = new LinkedHashMap<>(fields(Json.write(Policy.DEFAULT)));
        Set<String> known = Set.copyOf(merged.keySet());
        for (Map<String, Object> layer : layers) {
            for (String field : layer.keySet()) {
                if (!known.contains(field)) {
                    throw new KenshinException(
                            ErrorCode.INVALID_INPUT,
                            "a policy has no field '" + field + "': it has " + merged.keySet());
                }
            }
            merged.putAll(layer);
        }
        return Json.read(Json.write(merged), Policy.class).checked();
    }

    private static Map<String, Object> fields(String json) {
        return Json.read(json, new TypeReference<Map<String, Object>>() {});
    }

    /** Replaces what is set for a scope; nothing means that the wider scope holds again. */
    public void set(String scope, Map<String, Object> policy, String actor) {
        if (scope.isBlank() || scope.length() > 300) {
            throw new KenshinException(ErrorCode.INVALID_INPUT, "a scope is 'default', DATASET or DATASET/MODEL");
        }
        merge(List.of(policy));
        database.transaction(session -> policy.isEmpty()
                ? session.createNativeQuery("delete from policy where scope = :scope")
                        .setParameter("scope", scope)
                        .executeUpdate()
                : session.createNativeQuery("insert into policy (scope, data, actor) values (:scope, :data, :actor)"
                                + " on conflict (scope) do update set data = excluded.data, actor = excluded.actor,"
                                + " changed = now()")
                        .setParameter("scope", scope)
                        .setParameter("data", Json.write(policy))
                        .setParameter("actor", actor)
                        .executeUpdate());
    }
}
