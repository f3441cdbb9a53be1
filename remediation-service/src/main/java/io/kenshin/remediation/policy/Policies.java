package io.kenshin.remediation.policy;

import io.kenshin.contracts.remediation.Policy;
import io.kenshin.contracts.rest.PolicyEntry;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.Json;
import io.kenshin.foundation.KenshinException;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

    List<PolicyEntry> list() {
        return database.transaction(session -> Sql.of("select scope, data, actor from policy order by scope")
                .list(
                        session,
                        row -> new PolicyEntry(
                                row.text("scope"), PolicyFields.map(row.text("data")), row.text("actor"))));
    }

    /** What holds for a data set and a model. */
    public Policy of(String dataset, String model) {
        Map<String, Map<String, Object>> set = database
                .persistently(session -> Sql.of("select scope, data from policy")
                        .list(session, row -> Map.entry(row.text("scope"), PolicyFields.map(row.text("data")))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return merge(List.of(
                set.getOrDefault(EVERYTHING, Map.of()),
                set.getOrDefault(dataset, Map.of()),
                set.getOrDefault(dataset + "/" + model, Map.of())));
    }

    /**
     * A policy from several scopes.
     *
     * @param layers the widest first
     */
    static Policy merge(List<Map<String, Object>> layers) {
        Map<String, Object> merged = new LinkedHashMap<>(PolicyFields.map(Json.write(Policy.DEFAULT)));
        for (Map<String, Object> layer : layers) {
            PolicyFields.checkNames(layer);
            merged.putAll(layer);
        }
        return Json.read(Json.write(merged), Policy.class);
    }

    /** Replaces what is set for a scope; nothing means that the wider scope holds again. */
    void set(String scope, Map<String, Object> policy, String actor) {
        if (scope.isBlank() || scope.length() > 300) {
            throw new KenshinException(ErrorCode.INVALID_INPUT, "a scope is 'default', DATASET or DATASET/MODEL");
        }
        PolicyFields.check(policy);
        // What is written oddly may be what is meant and still not be read: better refused now than by every reader.
        merge(List.of(policy));
        Sql change = policy.isEmpty()
                ? Sql.of("delete from policy where scope = :scope")
                : Sql.of("insert into policy (scope, data, actor) values (:scope, :data, :actor)"
                                + " on conflict (scope) do update set data = excluded.data, actor = excluded.actor,"
                                + " changed = now()")
                        .withJson("data", policy)
                        .with("actor", actor);
        database.transaction(session -> change.with("scope", scope).execute(session));
    }
}
