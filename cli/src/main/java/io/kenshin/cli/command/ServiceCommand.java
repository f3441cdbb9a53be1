package io.kenshin.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that asks the services of a fleet and prints what they say. */
abstract class ServiceCommand implements Callable<Integer> {
    @Mixin
    FleetOption fleet = new FleetOption();

    @Mixin
    OutputOption output = new OutputOption();
}
