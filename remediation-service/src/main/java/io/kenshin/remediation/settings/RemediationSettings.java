package io.kenshin.remediation.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/**
 * The settings of remediation: where its helpers are. What it does by itself is a matter of its
 * {@link io.kenshin.contracts.remediation.Policy}.
 */
@ConfigMapping(prefix = "kenshin.remediation")
public interface RemediationSettings {
    /** Where ingest-service answers. */
    String ingestUrl();

    /** How fine-tune jobs run. */
    Jobs jobs();

    /** How the evidence of promoted models is signed. */
    Evidence evidence();

    /** Settings of evidence. */
    interface Evidence {
        /** File with an Ed25519 private key in PEM (PKCS #8); without one, evidence is not signed. */
        Optional<String> key();
    }

    /** Who is told of remediation events over HTTP. */
    Webhook webhook();

    /** Settings of the webhook. */
    interface Webhook {
        /** Address that events are posted to, https except on loopback; without one nobody is told. */
        Optional<String> url();

        /** Keys to sign with, with spaces between them: {@code whsec_} and base64 each, or any other text. */
        Optional<String> secret();
    }

    /** How inputs are screened. */
    Screening screening();

    /** Settings of screening. */
    interface Screening {
        /** What is answered while screening cannot know: open (allow) or closed (block). */
        @WithDefault("open")
        String fails();

        /** Longest time in seconds that triggers which were read earlier hold while the database is away. */
        @WithDefault("60")
        int staleSeconds();

        /** Longest time in milliseconds to wait for the model, when it is to be asked. */
        @WithDefault("2000")
        int evidenceMillis();

        /** Most blocked and reviewed inputs that are kept; the oldest go first. */
        @WithDefault("10000")
        int kept();
    }

    /** Settings of fine-tune jobs. */
    interface Jobs {
        /** local (a process), kubernetes (a Job) or trainjob (a TrainJob of Kubeflow Trainer). */
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

        /** Longest time in minutes that jobs are waited for while nobody can say how they stand. */
        @WithDefault("30")
        int patienceMinutes();

        /** What jobs get in a cluster. */
        Cluster cluster();
    }

    /** Settings of jobs in a cluster. */
    interface Cluster {
        /** CPU requested. */
        @WithDefault("2")
        String cpu();

        /** Memory requested. */
        @WithDefault("4Gi")
        String memory();

        /** Memory that a job may not exceed. */
        @WithDefault("8Gi")
        String memoryLimit();

        /** GPUs, as {@code nvidia.com/gpu}. */
        @WithDefault("0")
        int gpus();

        /** Service account of the pods; it needs no rights. */
        @WithDefault("finetune-job")
        String serviceAccount();

        /** How often a pod that failed or was evicted is started again. */
        @WithDefault("1")
        int backOff();

        /** Seconds for which an ended job is kept. */
        @WithDefault("86400")
        int keepSeconds();

        /** Kueue's local queue that jobs wait in; without one they start at once. */
        Optional<String> queue();

        /**
         * Secret of a Strimzi KafkaUser that jobs report their progress as; without one they say it to the broker as it
         * is.
         */
        Optional<String> kafkaUser();

        /** Kubeflow's ClusterTrainingRuntime, for the launcher trainjob. */
        @WithDefault("torch-distributed")
        String runtime();
    }
}
