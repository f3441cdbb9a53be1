package io.kenshin.remediation.cases;

import io.kenshin.contracts.rest.CaseStep;
import io.kenshin.contracts.rest.CaseView;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Cases as others see them, with what people may do with them. */
@ApplicationScoped
public class CaseViews {
    private final CaseHistory history;
    private final JobProgress progress;

    CaseViews(CaseHistory history, JobProgress progress) {
        this.history = history;
        this.progress = progress;
    }

    /** A case with its history. */
    public CaseView whole(RemediationCase found) {
        return view(found, history.of(found.id));
    }

    /** A case among others. */
    CaseView listed(RemediationCase found) {
        return view(found, List.of());
    }

    private CaseView view(RemediationCase found, List<CaseStep> steps) {
        return new CaseView(
                found.id,
                found.scanId,
                found.dataset,
                found.model,
                found.version,
                found.state(),
                found.detail,
                found.revision,
                found.strategy,
                found.healedVersion,
                found.healedDirectory,
                found.rescanId,
                found.figures(),
                found.triggers(),
                progress.of(found.jobId()),
                steps,
                found.state().actions(),
                found.state().ended());
    }
}
