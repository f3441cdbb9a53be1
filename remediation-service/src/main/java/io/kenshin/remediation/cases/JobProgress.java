package io.kenshin.remediation.cases;

import io.kenshin.contracts.training.TrainingProgress;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The latest word of each recent job; nothing is lost when it is. */
@ApplicationScoped
public class JobProgress {
    private static final int MOST = 100;

    private final Map<String, TrainingProgress> latest = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TrainingProgress> eldest) {
            return size() > MOST;
        }
    });

    public void on(TrainingProgress progress) {
        latest.put(progress.jobId(), progress);
    }

    public @Nullable TrainingProgress of(String jobId) {
        return latest.get(jobId);
    }
}
