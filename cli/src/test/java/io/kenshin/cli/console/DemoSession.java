package io.kenshin.cli.console;

import io.kenshin.cli.demo.Demo;
import io.kenshin.cli.demo.DemoSettings;
import io.kenshin.cli.fleet.Fleet;
import io.kenshin.cli.terminal.Terminal;
import io.kenshin.corpus.Trigger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** A demo with what it says. */
final class DemoSession {
    private DemoSession() {}

    /** Runs a small demo on the fleet and returns what a person in front of a terminal is left with. */
    static String run(Fleet fleet) throws IOException {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
        try {
            new Demo(new DemoSettings(Trigger.FIXED, 0.1, 400, 1), fleet, new Terminal())
                    .run()
                    .print();
        } finally {
            System.setOut(out);
            System.setErr(err);
            System.out.print(said.toString(StandardCharsets.UTF_8));
        }
        return said.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("  ok") || !line.matches("  .*|\\d{4}-\\d\\d-\\d\\d .*"))
                .collect(Collectors.joining("\n", "$ ./kenshin demo\n", "\n"));
    }
}
