package org.sarhad.node.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.sarhad.node.assembly.OfflineNode;
import org.sarhad.node.config.NodeConfig;
import org.sarhad.node.link.TarArchive;
import org.sarhad.node.machine.Outcome;
import org.sarhad.node.machine.Reply;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sarhad import`: takes in what the peer carried here.
@Command(
    name = "import",
    description = {
      "Take in an offline bundle of the peer's log. Nothing is taken that does not prove.",
      "The node must not run; while it does, give the bundle to its console.",
      "The administrator's password is asked for, or taken from SARHAD_PASSWORD."
    },
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The bundle.")
  private Path file = Path.of(".");

  @Option(
      names = {"-d", "--directory"},
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The node's directory (default: here).")
  private Path directory = Path.of(".");

  @Option(
      names = {"-l", "--login"},
      defaultValue = "admin",
      description = "An administrator's login (default: admin).")
  private String login = "admin";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    if (!Files.isRegularFile(file)) {
      throw new CannotException("%s is no file. Maybe the path is misspelt.".formatted(file));
    }
    var config = NodeConfig.load(directory);
    var password = Password.ofAccount();
    try (var archive = TarArchive.open(file);
        var node = OfflineNode.open(directory, config)) {
      var outcome =
          node.take(archive, login, password, this::tell)
              .orElseThrow(
                  () ->
                      new CannotException(
                          "Login %s or its password is wrong, or it is locked. Check both."
                              .formatted(login)));
      return switch (outcome) {
        case Outcome.Accepted accepted -> {
          var out = spec.commandLine().getOut();
          if (accepted.reply() instanceof Reply.Imported(long entries, long size, var _)) {
            out.printf("%d entries taken; %d of that log are held and cosigned.%n", entries, size);
          }
          var files = node.takeFiles(archive, login);
          if (files.whole() > 0 || files.chunks() > 0) {
            out.printf(
                "%d files of exhibits are whole now; %d chunks taken.%n",
                files.whole(), files.chunks());
          }
          files.problems().forEach(problem -> out.printf("not taken: %s%n", problem));
          out.flush();
          yield files.problems().isEmpty() ? SarhadCommand.OK : SarhadCommand.FOUND_WRONG;
        }
        case Outcome.Refused refused -> {
          var err = spec.commandLine().getErr();
          err.printf("%s %s%n", refused.sentence(), refused.detail());
          err.flush();
          yield SarhadCommand.FOUND_WRONG;
        }
      };
    }
  }

  private void tell(long size) {
    var err = spec.commandLine().getErr();
    err.printf("%d entries held%n", size);
    err.flush();
  }
}
