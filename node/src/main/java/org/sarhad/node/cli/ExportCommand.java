package org.sarhad.node.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.sarhad.node.assembly.OfflineNode;
import org.sarhad.node.config.NodeConfig;
import org.sarhad.node.machine.BundleExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `sarhad export`: the own log as a file, to be carried where no wire goes.
@Command(
    name = "export",
    description = {
      "Write the own log to an offline bundle, to be carried to the peer.",
      "The node must not run; while it does, take the bundle from its console."
    },
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  @Option(
      names = {"-d", "--directory"},
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The node's directory (default: here).")
  private Path directory = Path.of(".");

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      required = true,
      description = "The file to write; it must not be there yet.")
  private Path file = Path.of(".");

  @Option(
      names = "--from",
      paramLabel = "INDEX",
      defaultValue = "0",
      description = "The first entry that the peer lacks (default: 0, everything).")
  private long from;

  @Option(
      names = "--with-files",
      description = "Also the files of exhibits that this side has released.")
  private boolean withFiles;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    if (from < 0) {
      throw new ParameterException(
          spec.commandLine(), "--from is %d; expected an index from 0 up.".formatted(from));
    }
    if (Files.exists(file)) {
      throw new CannotException(
          "%s is there already. Choose another name, or remove it first.".formatted(file));
    }
    try (var node = OfflineNode.open(directory, NodeConfig.load(directory))) {
      var bundle =
          node.export(from, withFiles)
              .orElseThrow(
                  () ->
                      new CannotException(
                          "This log has no signed head yet, so there is nothing to carry. Start the node once, then try again."));
      checkRoom(bundle.measure());
      long bytes = written(bundle);
      var out = spec.commandLine().getOut();
      out.printf(
          "%s: entries %d to %d, %d bytes. The other side says: sarhad import %s%n",
          file, bundle.from(), bundle.to() - 1, bytes, file);
      out.flush();
    }
    return SarhadCommand.OK;
  }

  private void checkRoom(long bytes) throws IOException, CannotException {
    var place = file.toAbsolutePath().getParent();
    if (place == null || !Files.isDirectory(place)) {
      throw new CannotException(
          "%s is no directory. Maybe the path after --out is misspelt.".formatted(place));
    }
    long free = Files.getFileStore(place).getUsableSpace();
    if (bytes > free) {
      throw new CannotException(
          "%s would have %d bytes, and %d are free there. Name another place with --out, or begin at a later entry with --from."
              .formatted(file, bytes, free));
    }
  }

  /// A file that could not be written whole is taken away again.
  private long written(BundleExport bundle) throws IOException {
    try (var out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      var buffered = new BufferedOutputStream(out);
      long bytes = bundle.writeTo(buffered);
      buffered.flush();
      return bytes;
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }
}
