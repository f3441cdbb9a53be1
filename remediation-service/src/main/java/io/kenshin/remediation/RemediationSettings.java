package io.kenshin.remediation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** What remediation does by itself, where its helpers are, and what a healed model has to show. */
@ConfigMapping(prefix = "kenshin.remediation")
public interface RemediationSettings {
    /** Where ingest-service answers. */
    String ingestUrl();

    /** What becomes of suspicious samples without proof: review, quarantine or ignore. */
    @WithDefault("review")
    String suspicious();

    /** How fine-tune jobs run. */
    Jobs jobs();

    /** What a healed version has to show before it is promoted. */
    Gates gates();

    /** Settings of fine-tune jobs. */
    interface Jobs {
        /** local (a process) or kubernetes (a Job). */
        @WithDefault("local")
        String launcher();

        /** Directory for the jobs' files; shared with the jobs. */
        String directory();

        /** Command of a local job. */
        List<String> command();

        /** Image of a Kubernetes job. */
        String image();

        /** Namespace of Kubernetes jobs. */
        String namespace();

        /** Longest time that a job may take, in minutes. */
        @WithDefault("360")
        int limitMinutes();
    }

    /** Gates of promotion. */
    interface Gates {
        /** How far the attack success rate may lie above the natural rate. */
        @WithDefault("0.05")
        double attackSuccess();

        /** How far clean accuracy may fall. */
        @WithDefault("0.02")
        double accuracyLoss();
    }
}
