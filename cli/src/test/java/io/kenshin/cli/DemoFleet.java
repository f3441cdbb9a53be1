package io.kenshin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kenshin.benchmarks.fleet.FaultyFleet;
import io.kenshin.contracts.remediation.CaseState;
import io.kenshin.contracts.rest.CaseView;
import io.kenshin.contracts.rest.ModelView;
import io.kenshin.contracts.rest.SampleView;
import io.kenshin.corpus.LabelledSample;
import io.kenshin.corpus.Trigger;
import io.kenshin.demo.Demo;
import io.kenshin.demo.DemoReport;
import io.kenshin.demo.DemoSettings;
import io.kenshin.fleet.Layout;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Api;
import io.kenshin.fleet.client.Cases;
import io.kenshin.fleet.terminal.Terminal;
import io.kenshin.testkit.Ports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One packaged fleet, and one small demo on it, for every test class that asks: both cost minutes. */
public final class DemoFleet {
    private static @Nullable DemoFleet shared;

    private final FaultyFleet fleet;
    private @Nullable DemoReport report;
    private String said = "";

    private DemoFleet(Path directory) {
        fleet = FaultyFleet.start(new Layout(Layout.rootFromProperty(), directory, Ports.freeRow(8)), new Terminal());
    }

    /** The fleet, started on the first call; it stops with the JVM, or when somebody closes it. */
    public static synchronized DemoFleet shared() throws IOException {
        DemoFleet running = shared;
        if (running == null) {
            Path target = Layout.rootFromProperty().resolve("cli/target");
            Path directory = Files.createTempDirectory(target, "e2e");
            System.setProperty("kenshin.home", directory.resolve("home").toString());
            running = new DemoFleet(directory.resolve("fleet"));
            shared = running;
        }
        return running;
    }

    public FaultyFleet fleet() {
        return fleet;
    }

    /** Runs the demo on the first call. */
    public synchronized DemoReport demo() throws IOException {
        if (report == null) {
            PrintStream out = System.out;
            PrintStream err = System.err;
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            PrintStream both = new PrintStream(text, true, StandardCharsets.UTF_8);
            System.setOut(both);
            System.setErr(both);
            try {
                report =
                        new Demo(new DemoSettings(Trigger.FIXED, 0.1, 400, 200, 1, false), fleet, new Terminal()).run();
                report.print();
            } finally {
                System.setOut(out);
                System.setErr(err);
                said = text.toString(StandardCharsets.UTF_8);
                System.out.print(said);
            }
        }
        return report;
    }

    /** What the demo leaves a person in front of a terminal with. */
    public String said() {
        return said.lines()
                .filter(line -> line.startsWith("  ok") || !line.matches("  .*|\\d{4}-\\d\\d-\\d\\d .*"))
                .collect(Collectors.joining("\n", "$ ./kenshin demo\n", "\n"));
    }

    public Api api() {
        return Api.of(fleet.layout());
    }

    public Cases allCases() {
        return new Cases(api());
    }

    /** Runs a command on this fleet, and returns its exit code. */
    public int run(String... arguments) {
        String[] here = Arrays.copyOf(arguments, arguments.length + 2);
        here[arguments.length] = "--data";
        here[arguments.length + 1] = fleet.layout().data().toString();
        return Kenshin.commandLine().execute(here);
    }

    /** Ids of the cases that are in a state. */
    public List<String> cases(CaseState state) {
        return allCases().list().stream()
                .filter(each -> each.state() == state)
                .map(CaseView::id)
                .toList();
    }

    /** The first of the cases that are in a state. */
    public String caseIn(CaseState state) {
        List<String> cases = cases(state);
        assertThat(cases).as("cases that are " + state).isNotEmpty();
        return cases.get(0);
    }

    public CaseState state(String caseId) {
        return allCases().one(caseId).state();
    }

    private ModelView model() {
        return api().get(Service.INGEST, "/api/v1/models/demo", ModelView.class);
    }

    public int versions() {
        return model().versions().size();
    }

    /** The version that the alias production names. */
    public int production() {
        return model().aliases().getOrDefault("production", 0);
    }

    private List<SampleView> samples(String state) {
        String path = "/api/v1/datasets/demo/samples?limit=10000&state=" + state;
        return api().list(Service.INGEST, path, SampleView.class);
    }

    /** Samples that a training may see. */
    public int trainable() {
        return (int) samples("accepted").stream()
                .filter(sample -> sample.split().equals(LabelledSample.TRAIN))
                .count();
    }

    public int quarantined() {
        return samples("quarantined").size();
    }
}
