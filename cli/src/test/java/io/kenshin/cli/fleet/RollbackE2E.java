package io.kenshin.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.cli.DemoFleet;
import io.kenshin.cli.command.ExitCodes;
import io.kenshin.contracts.remediation.CaseState;
import io.kenshin.fleet.Layout;
import io.kenshin.testkit.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A promotion that is taken back, and what consumers of the events make of it. */
@Order(7)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RollbackE2E {
    @TempDir
    private static Path files;

    private static DemoFleet demo;

    @BeforeAll
    static void start() throws IOException {
        demo = DemoFleet.shared();
        demo.demo();
    }

    private static Layout layout() {
        return demo.fleet().layout();
    }

    @Test
    @Order(1)
    void rollbackMovesTheAliasBack() {
        assertThat(demo.run("rollback", demo.caseIn(CaseState.PROMOTED))).isEqualTo(ExitCodes.FINE);

        Wait.until("the alias", Duration.ofMinutes(2), () -> demo.production() == 1);
    }

    @Test
    @Order(2)
    void theDocumentedConsumersHearWhatToDo() throws IOException, InterruptedException {
        List<List<String>> commands = new ArrayList<>();
        commands.add(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                consumer("RemediationConsumer.java")));
        String python = pythonWithKafka();
        if (python == null) {
            System.out.println("the Python consumer is left out: no python3 here has confluent_kafka");
        } else {
            commands.add(List.of(python, consumer("remediation_consumer.py")));
        }
        Map<Path, Process> consumers = new HashMap<>();
        for (List<String> command : commands) {
            Path output = files.resolve("consumer" + consumers.size() + ".txt");
            List<String> whole = new ArrayList<>(command);
            whole.addAll(List.of("localhost:" + layout().brokerPort(), "13"));
            consumers.put(
                    output,
                    new ProcessBuilder(whole)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start());
        }

        for (Map.Entry<Path, Process> consumer : consumers.entrySet()) {
            assertThat(consumer.getValue().waitFor(90, TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readString(consumer.getKey()))
                    .contains("stop training on")
                    .contains("deploy demo version 2\n")
                    .contains("deploy demo version 1 again");
        }
    }

    private static String consumer(String file) {
        return layout().root().resolve("docs/consumers").resolve(file).toString();
    }

    private static @Nullable String pythonWithKafka() throws IOException, InterruptedException {
        for (String python : List.of("python3", "/usr/bin/python3")) {
            try {
                Process asked = new ProcessBuilder(python, "-c", "import confluent_kafka")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (asked.waitFor(30, TimeUnit.SECONDS) && asked.exitValue() == 0) {
                    return python;
                }
            } catch (IOException e) {
                // Not there: the next one may be.
                continue;
            }
        }
        return null;
    }
}
