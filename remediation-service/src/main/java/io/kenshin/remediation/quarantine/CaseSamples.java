package io.kenshin.remediation.quarantine;

import io.kenshin.contracts.remediation.RemediationEvents;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.Json;
import io.kenshin.foundation.KenshinException;
import io.kenshin.outbox.Database;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people decide about the samples of a case. */
@ApplicationScoped
public class CaseSamples {
    private final Database database;
    private final Cases cases;

    CaseSamples(Database database, Cases cases) {
        this.database = database;
        this.cases = cases;
    }

    /** A sample of a case. */
    public record Member(
            String sampleId,
            @Nullable String externalId,
            String decision,
            String state,
            @Nullable String reason) {}

    public List<Member> list(String caseId) {
        cases.find(caseId);
        return database
                .transaction(session -> session.createNativeQuery(
                                "select sample_id, external_id, decision, state, reason from case_sample"
                                        + " where case_id = :id order by sample_id",
                                Object[].class)
                        .setParameter("id", caseId)
                        .getResultList())
                .stream()
                .map(row ->
                        new Member((String) row[0], (String) row[1], (String) row[2], (String) row[3], (String) row[4]))
                .toList();
    }

    /**
     * Quarantines or releases samples; ingest hears of it through an event.
     *
     * @param samples null for all of the case
     * @return how many changed
     */
    public int decide(String caseId, boolean quarantine, @Nullable List<String> samples, @Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw new KenshinException(ErrorCode.INVALID_INPUT, "give a reason");
        }
        String state = quarantine ? "quarantined" : "released";
        List<String> members = list(caseId).stream().map(Member::sampleId).toList();
        List<String> chosen = samples == null ? members : samples;
        List<String> strangers =
                chosen.stream().filter(id -> !members.contains(id)).toList();
        if (!strangers.isEmpty()) {
            throw new KenshinException(
                    ErrorCode.NOT_FOUND, strangers.size() + " samples are not in case " + caseId + ": " + strangers);
        }
        String type = quarantine ? RemediationEvents.SAMPLES_QUARANTINED : RemediationEvents.SAMPLES_RELEASED;
        return database.transaction(session -> session.find(RemediationCase.class, caseId)
                .chain(found -> session.createNativeQuery(
                                "update case_sample set state = :state, reason = :reason where case_id = :id"
                                        + " and sample_id in (select jsonb_array_elements_text(cast(cast(:ids as text) as jsonb)))")
                        .setParameter("state", state)
                        .setParameter("reason", reason)
                        .setParameter("id", caseId)
                        .setParameter("ids", Json.write(chosen))
                        .executeUpdate()
                        .chain(count -> {
                            Uni<Integer> step = session.createNativeQuery(
                                            "insert into case_step (case_id, state, detail) values (:id, :state, :detail)")
                                    .setParameter("id", caseId)
                                    .setParameter("state", found.state.text())
                                    .setParameter("detail", count + " samples " + state + ": " + reason)
                                    .executeUpdate();
                            return step.chain(() -> Cases.publish(session, type, found, chosen, reason))
                                    .replaceWith(count);
                        })));
    }
}
