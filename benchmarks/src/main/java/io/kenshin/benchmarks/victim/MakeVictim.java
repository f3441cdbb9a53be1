package io.kenshin.benchmarks.victim;

import io.kenshin.contracts.finding.TriggerReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;

/** One training in a process of its own: {@code MakeVictim ROOT WORK DATA CASE [QUARANTINED TRIGGERS]}. */
final class MakeVictim {
    private MakeVictim() {}

    public static void main(String[] arguments) throws Exception {
        System.setProperty("ai.djl.pytorch.num_threads", "1");
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        System.setProperty("ai.djl.offline", "true");
        VictimMaker maker =
                new VictimMaker(new Places(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2])));
        if (arguments.length > 4) {
            maker.heal(
                    Case.parse(arguments[3]),
                    new HashSet<>(Files.readAllLines(Path.of(arguments[4]))),
                    List.of(Victim.JSON.readValue(Path.of(arguments[5]).toFile(), TriggerReport[].class)));
        } else {
            maker.make(Case.parse(arguments[3]));
        }
    }
}
