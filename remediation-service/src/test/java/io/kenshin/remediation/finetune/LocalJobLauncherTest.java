package io.kenshin.remediation.finetune;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.remediation.TestSettings;
import io.kenshin.testkit.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LocalJobLauncherTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    private Path root;

    private LocalJobLauncher launcher(String script) {
        return new LocalJobLauncher(TestSettings.with(Map.of(
                        "jobs.directory",
                        root.toString(),
                        "jobs.command",
                        "sh,-c," + script.replace("\\", "\\\\").replace(",", "\\,")))
                .jobs());
    }

    private static JobStatus awaitEnd(JobLauncher launcher, String id) {
        Wait.until("the end of " + id, LIMIT, () -> launcher.status(id).state() != JobStatus.State.RUNNING);
        return launcher.status(id);
    }

    @Test
    void aJobThatLeavesMetricsHasSucceededAlsoForALaterProcess() {
        String script = "mkdir -p output && echo '{}' > output/metrics.json";
        launcher(script).start(new JobSpec("j1", Map.of()));

        assertThat(awaitEnd(launcher(script), "j1").state()).isEqualTo(JobStatus.State.SUCCEEDED);
    }

    @Test
    void aJobThatDiesHasFailedWithTheEndOfItsLog() {
        LocalJobLauncher launcher = launcher("echo out of luck; exit 3");
        launcher.start(new JobSpec("j2", Map.of()));

        JobStatus status = awaitEnd(launcher, "j2");
        assertThat(status.state()).isEqualTo(JobStatus.State.FAILED);
        assertThat(status.detail()).contains("out of luck");
    }

    @Test
    void aJobIsNotStartedTwice() throws IOException {
        LocalJobLauncher launcher = launcher("echo run >> runs; mkdir -p output; echo '{}' > output/metrics.json");
        launcher.start(new JobSpec("j3", Map.of()));
        awaitEnd(launcher, "j3");
        launcher.start(new JobSpec("j3", Map.of()));
        awaitEnd(launcher, "j3");

        assertThat(Files.readAllLines(root.resolve("j3/runs"))).hasSize(1);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aJobWhoseStarterDiedBeforeNotingItIsTakenOverNotStartedAgain() throws IOException {
        LocalJobLauncher launcher = launcher("echo run >> runs; exec sleep 60");
        launcher.start(new JobSpec("j5", Map.of()));
        Wait.until("its line", LIMIT, () -> Files.exists(root.resolve("j5/runs")));
        String noted = Files.readString(root.resolve("j5/pid"));
        Files.delete(root.resolve("j5/pid"));

        JobLauncher next = launcher("echo again >> runs; exec sleep 60");
        next.start(new JobSpec("j5", Map.of()));

        assertThat(next.status("j5").state()).isEqualTo(JobStatus.State.RUNNING);
        assertThat(root.resolve("j5/pid")).hasContent(noted);
        next.cancel("j5");
        assertThat(awaitEnd(next, "j5").state()).isEqualTo(JobStatus.State.FAILED);
        assertThat(root.resolve("j5/runs")).content().doesNotContain("again");
    }

    @Test
    void aJobIsKnownAfterTheClockWasSetButNotByItsIdAlone() throws IOException {
        LocalJobLauncher launcher = launcher("exec sleep 60");
        launcher.start(new JobSpec("j6", Map.of()));
        Path pid = root.resolve("j6/pid");
        String[] noted = Files.readString(pid).split(" ", 2);
        Instant started = Instant.parse(noted[1]);

        Files.writeString(pid, noted[0] + " " + started.minusSeconds(60));
        assertThat(launcher.status("j6").state()).isEqualTo(JobStatus.State.FAILED);
        Files.writeString(pid, noted[0] + " " + started.minusSeconds(1));
        assertThat(launcher.status("j6").state()).isEqualTo(JobStatus.State.RUNNING);
        launcher.cancel("j6");
    }

    @Test
    void aRunningJobCanBeCancelled() {
        LocalJobLauncher launcher = launcher("exec sleep 60");
        launcher.start(new JobSpec("j4", Map.of()));

        assertThat(launcher.status("j4").state()).isEqualTo(JobStatus.State.RUNNING);
        launcher.cancel("j4");
        assertThat(awaitEnd(launcher, "j4").state()).isEqualTo(JobStatus.State.FAILED);
    }

    @Test
    void theLastLinesOfALogAreShownWhileTheJobRunsAndAfter() {
        JobLauncher launcher = launcher("for i in 1 2 3 4; do echo line $i; done");
        assertThat(launcher.log("j9", 2)).isEmpty();
        launcher.start(new JobSpec("j9", Map.of()));
        awaitEnd(launcher, "j9");

        assertThat(launcher.log("j9", 2)).containsExactly("line 3", "line 4");
    }
}
