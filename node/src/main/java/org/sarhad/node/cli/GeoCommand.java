package org.sarhad.node.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `sarhad geo`: the ground over which travel is reckoned.
@Command(
    name = "geo",
    description =
        "Make the grid over which both nodes reckon travel, look into one, and measure speeds.",
    subcommands = {GeoBuildCommand.class, GeoCheckCommand.class, GeoCalibrateCommand.class},
    mixinStandardHelpOptions = true)
final class GeoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return SarhadCommand.USAGE;
  }
}
