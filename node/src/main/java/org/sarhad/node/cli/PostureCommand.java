package org.sarhad.node.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `sarhad posture`: the arithmetic of where to stand, without a node.
@Command(
    name = "posture",
    description = {
      "The arithmetic by which posts are planned, on problems out of files.",
      "Plans of a side are made at its node; nothing here reads one."
    },
    subcommands = {PostureSolveCommand.class, PostureSimulateCommand.class},
    mixinStandardHelpOptions = true)
final class PostureCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return SarhadCommand.USAGE;
  }
}
