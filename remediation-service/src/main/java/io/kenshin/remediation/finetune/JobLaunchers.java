package io.kenshin.remediation.finetune;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.kenshin.remediation.settings.RemediationSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;

/** Chooses the launcher that the settings name. */
final class JobLaunchers {
    @Produces
    @ApplicationScoped
    JobLauncher launcher(RemediationSettings settings, Instance<KubernetesClient> kubernetes) {
        return switch (settings.jobs().launcher()) {
            case "local" -> new LocalJobLauncher(settings.jobs());
            case "kubernetes" -> new KubernetesJobLauncher(kubernetes.get(), settings.jobs());
            case "trainjob" -> new TrainJobLauncher(kubernetes.get(), settings.jobs());
            default ->
                throw new IllegalStateException(
                        "unknown job launcher '" + settings.jobs().launcher() + "': use local, kubernetes or trainjob");
        };
    }
}
