package io.kenshin.remediation.promote;

import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.kenshin.outbox.Sql;
import io.kenshin.remediation.cases.RemediationCase;
import io.smallrye.mutiny.Uni;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The version of each model that is in production as promotions and rollbacks have left it: ingest's alias is moved by
 * their events alone, from the first version on. Within the step's transaction, so that of two steps at once the second
 * one sees what the first one did.
 */
final class Production {
    private static final int FIRST = 1;

    private static final Sql KNOW = Sql.of(
            "insert into production (model, version) values (:model, " + FIRST + ") on conflict (model) do nothing");
    private static final Sql LOCK = Sql.of("select version from production where model = :model for update");
    private static final Sql SET = Sql.of("update production set version = :version where model = :model");
    private static final Sql PROMOTED_BY = Sql.of("select id from remediation_case where model = :model"
            + " and state = 'PROMOTED' and healed_version = :version order by opened desc limit 1");

    private Production() {}

    /** Notes the healed version of a case as the one in production, and with the case what it replaces. */
    static Uni<Integer> promoted(Mutiny.Session session, RemediationCase promoted) {
        int healed = Objects.requireNonNull(promoted.healedVersion);
        return locked(session, promoted.model)
                .invoke(now -> promoted.replacedVersion = now)
                .chain(now -> set(session, promoted.model, healed));
    }

    /** @throws KenshinException when another version than the case's is in production */
    static Uni<Integer> rolledBack(Mutiny.Session session, RemediationCase back) {
        int healed = Objects.requireNonNull(back.healedVersion);
        return locked(session, back.model)
                .chain(now -> now == healed
                        ? set(session, back.model, back.versionBefore())
                        : PROMOTED_BY
                                .with("model", back.model)
                                .with("version", now)
                                .first(session, row -> row.text("id"))
                                .map(other -> {
                                    throw new KenshinException(ErrorCode.CONFLICT, refusal(back, healed, now, other));
                                }));
    }

    private static String refusal(RemediationCase back, int healed, int now, Optional<String> other) {
        return "case " + back.id + " put version " + healed + " into production, where version " + now
                + " is by now: its rollback would put version " + back.versionBefore() + " there; "
                + other.map(id -> "roll back case " + id + " first, if that is what you want")
                        .orElse("promote a healed version instead");
    }

    private static Uni<Integer> locked(Mutiny.Session session, String model) {
        return KNOW.with("model", model)
                .execute(session)
                .chain(() -> LOCK.with("model", model).one(session, row -> row.integer("version")));
    }

    private static Uni<Integer> set(Mutiny.Session session, String model, int version) {
        return SET.with("model", model).with("version", version).execute(session);
    }
}
