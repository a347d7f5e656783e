package org.sarhad.node.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.sarhad.node.assembly.RunningNode;
import org.sarhad.node.assembly.SystemClock;
import org.sarhad.node.assembly.SystemRandomness;
import org.sarhad.node.config.NodeConfig;
import org.sarhad.node.keys.KeyDirectory;
import org.sarhad.node.keys.SignatureProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `sarhad keys`: makes and shows the keys of a node.
@Command(
    name = "keys",
    description = "Make and show the keys of a node.",
    subcommands = {KeysCommand.New.class, KeysCommand.Show.class},
    mixinStandardHelpOptions = true)
final class KeysCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return SarhadCommand.USAGE;
  }

  /// `sarhad keys new`: makes a node's directory.
  @Command(
      name = "new",
      description = {
        "Make the directory of a new node: sarhad.properties and all its keys.",
        "Keys are never overwritten. Back the keys directory up before the first pairing."
      },
      mixinStandardHelpOptions = true)
  static final class New implements Callable<Integer> {
    @Option(
        names = {"-d", "--directory"},
        paramLabel = "DIR",
        required = true,
        description = "The directory to make.")
    private Path directory = Path.of(".");

    @Option(
        names = {"-s", "--set"},
        paramLabel = "KEY=VALUE",
        description =
            "A line for sarhad.properties; party.id and channel.id are needed. May be repeated.")
    private String[] settings = {};

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
      var file = directory.resolve(NodeConfig.FILE_NAME);
      if (Files.exists(file)) {
        throw new CannotException(
            "%s is there already. Choose another directory, or edit that file.".formatted(file));
      }
      var text = String.join("\n", settings) + "\n";
      var config = NodeConfig.parse(text);
      var keys =
          new KeyDirectory(
              directory.resolve(RunningNode.KEYS),
              config.party(),
              SignatureProvider.find(config.signatures().provider()));
      keys.create(new SystemRandomness(), new SystemClock().now());
      Files.writeString(
          file,
          "# `sarhad node --print-config` lists every key with its default.\n" + text,
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE_NEW);
      var out = spec.commandLine().getOut();
      out.printf("%s speaks for %s now.%n", directory, config.party().id());
      out.printf("Next: move %s to a safe, it must not stay here;%n", keys.recoveryKeyFile());
      out.printf("back up the rest of %s; then%n", directory.resolve(RunningNode.KEYS));
      out.printf("  sarhad account add --directory %s --login admin --role admin%n", directory);
      out.printf("  sarhad node --directory %s%n", directory);
      out.flush();
      return SarhadCommand.OK;
    }
  }

  /// `sarhad keys show`: prints the public halves.
  @Command(
      name = "show",
      description = "Print the public keys of a node: what others verify its record with.",
      mixinStandardHelpOptions = true)
  static final class Show implements Callable<Integer> {
    @Option(
        names = {"-d", "--directory"},
        paramLabel = "DIR",
        defaultValue = ".",
        description = "The node's directory (default: here).")
    private Path directory = Path.of(".");

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
      var config = NodeConfig.load(directory);
      var keys =
          new KeyDirectory(
                  directory.resolve(RunningNode.KEYS),
                  config.party(),
                  SignatureProvider.find(config.signatures().provider()))
              .load();
      var out = spec.commandLine().getOut();
      keys.log().forEach(key -> out.println("log    " + key));
      keys.mirror().forEach(key -> out.println("mirror " + key));
      out.println("node   " + keys.node().verifierKey());
      out.println("tls    " + keys.tls().pin().hex());
      out.flush();
      return SarhadCommand.OK;
    }
  }
}
