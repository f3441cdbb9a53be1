package io.kenshin.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchmarkCommandTest {
    @Test
    void everythingIsPassedOnInItsOrder() {
        String[] arguments = {"faults", "--report", "f.json", "--kinds=KILL,STOP", "--help"};

        assertThat(new CommandLine(new BenchmarkCommand()).parseArgs(arguments).unmatched())
                .containsExactly(arguments);
    }
}
