package io.kenshin.remediation.cases;

import io.kenshin.contracts.Word;
import io.kenshin.contracts.remediation.CaseState;
import io.kenshin.contracts.rest.CaseStep;
import io.kenshin.outbox.Database;
import io.kenshin.outbox.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The history of cases: what happened, when, and by whom. */
@ApplicationScoped
public class CaseHistory {
    private final Database database;

    CaseHistory(Database database) {
        this.database = database;
    }

    /** Adds what happened within the caller's transaction. */
    public static Uni<Integer> step(Mutiny.Session session, RemediationCase changed, String actor, String detail) {
        return Sql.of("insert into case_step (case_id, state, detail, actor) values (:id, :state, :detail, :actor)")
                .with("id", changed.id)
                .with("state", changed.state().text())
                .with("detail", detail)
                .with("actor", actor)
                .execute(session);
    }

    /** The earliest first. */
    public List<CaseStep> of(String caseId) {
        return database.transaction(session -> Sql.of(
                        "select state, detail, actor, happened from case_step where case_id = :id order by id")
                .with("id", caseId)
                .list(
                        session,
                        row -> new CaseStep(
                                Word.of(CaseState.class, row.text("state")),
                                row.text("detail"),
                                row.text("actor"),
                                row.instant("happened"))));
    }
}
