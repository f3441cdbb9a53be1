package io.kenshin.benchmarks.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.kenshin.benchmarks.fleet.FaultyFleet;
import io.kenshin.benchmarks.fleet.FleetBenchmark;
import io.kenshin.benchmarks.fleet.Replicas;
import io.kenshin.contracts.remediation.CaseState;
import io.kenshin.contracts.rest.CaseView;
import io.kenshin.corpus.Trigger;
import io.kenshin.demo.Demo;
import io.kenshin.demo.DemoSettings;
import io.kenshin.fleet.Layout;
import io.kenshin.fleet.Service;
import io.kenshin.fleet.client.Api;
import io.kenshin.fleet.client.Cases;
import io.kenshin.fleet.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether a fleet does its work while its services are replaced by those of another version, one at a time. */
@Command(
        name = "upgrade",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a fleet of the version that is built in another checkout, replaces each service by this version's while a scan",
            "runs, and back again, and compares every report with that of the old version's undisturbed scan."
        })
public final class UpgradeBenchmark extends FleetBenchmark {
    @Option(
            names = "--from",
            paramLabel = "ROOT",
            required = true,
            description = "A checkout of the other version, with mvn -Dquick package done")
    private Path from = Path.of("");

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Of the order of the services and their times (default: ${DEFAULT-VALUE})")
    private long seed;

    @Override
    protected Path root() {
        return from.toAbsolutePath().normalize();
    }

    @Override
    protected void measure(FaultyFleet fleet, Terminal terminal, Path report) throws Exception {
        Path to = Layout.rootFromProperty();
        takeNothingOut(fleet);
        new Demo(new DemoSettings(Trigger.FIXED, 0.1, 400, seed), fleet, terminal).prepare();
        Random random = new Random(seed);
        try (FaultRun run = new FaultRun(fleet, Demo.NAME, Demo.NAME, 1, seed, UpgradeBenchmark::covers)) {
            Outcomes steps = new Outcomes(run, "steps", seed, report);
            // A replica of the new version beside the old one, as a rolling update has them for a while.
            fleet.use(Service.EMBEDDING, to);
            try (Replicas replicas = new Replicas(fleet)) {
                replicas.add();
                replicas.settle();
                steps.add(run.during("beside", Service.EMBEDDING.module(), List.of(System::nanoTime)));
                replicas.kill();
                replicas.settle();
            }
            for (Service service : shuffled(random)) {
                steps.add(run.during("upgrade", service.module(), List.of(() -> replace(fleet, service, to))));
            }
            decideAboutTheOldest(Api.of(fleet.layout()));
            for (Service service : shuffled(random)) {
                steps.add(run.during("downgrade", service.module(), List.of(() -> replace(fleet, service, root()))));
            }
        }
    }

    private static long replace(FaultyFleet fleet, Service service, Path root)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        fleet.use(service, root);
        fleet.stop(service.module());
        fleet.restart(service.module());
        return begin;
    }

    private static List<Service> shuffled(Random random) {
        List<Service> services = new ArrayList<>(List.of(Service.values()));
        Collections.shuffle(services, random);
        return services;
    }

    /** What the old version has opened the new one has to be able to close. */
    private static void decideAboutTheOldest(Api api) {
        List<CaseView> latestFirst = api.list(Service.REMEDIATION, "/api/v1/cases?limit=1000", CaseView.class);
        String oldest = latestFirst.get(latestFirst.size() - 1).id();
        Cases cases = new Cases(api);
        cases.act(oldest, "dismiss", Map.of("reason", "upgrade"));
        CaseState state = cases.one(oldest).state();
        System.out.println("case " + oldest + " of the old version: " + Api.word(state));
        if (state != CaseState.DISMISSED) {
            throw new IllegalStateException("the new version could not dismiss the case " + oldest);
        }
    }

    /** Whether a report says all that another says; a newer version may say more. */
    static boolean covers(JsonNode report, JsonNode other) {
        if (other.isObject()) {
            for (Map.Entry<String, JsonNode> field : other.properties()) {
                if (!covers(report.path(field.getKey()), field.getValue())) {
                    return false;
                }
            }
            return true;
        }
        if (other.isArray()) {
            Iterator<JsonNode> items = report.iterator();
            for (JsonNode item : other) {
                if (!items.hasNext() || !covers(items.next(), item)) {
                    return false;
                }
            }
            return !items.hasNext();
        }
        return report.equals(other) || other.isNull() && report.isMissingNode();
    }
}
