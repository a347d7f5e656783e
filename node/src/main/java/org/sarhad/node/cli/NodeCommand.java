package org.sarhad.node.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.sarhad.node.assembly.RunningNode;
import org.sarhad.node.config.NodeConfig;
import org.sarhad.node.metrics.LogLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `sarhad node`: runs one node until it is told to stop.
@Command(
    name = "node",
    description = "Run the node of one side until Ctrl-C or a SIGTERM.",
    mixinStandardHelpOptions = true)
final class NodeCommand implements Callable<Integer> {
  @Option(
      names = {"-d", "--directory"},
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The node's directory, with sarhad.properties in it (default: here).")
  private Path directory = Path.of(".");

  @Option(
      names = "--print-config",
      description = "Print every key of sarhad.properties with its default, and end.")
  private boolean printConfig;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    if (printConfig) {
      spec.commandLine().getOut().print(NodeConfig.printed());
      spec.commandLine().getOut().flush();
      return SarhadCommand.OK;
    }
    var config = NodeConfig.load(directory);
    LogLines.install(config.log());
    var node = RunningNode.start(directory, config);
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  node.close();
                  stopped.countDown();
                },
                "shutdown"));
    stopped.await();
    return SarhadCommand.OK;
  }
}
