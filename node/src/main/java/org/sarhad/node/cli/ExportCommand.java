package org.sarhad.node.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sarhad.node.assembly.OfflineNode;
import org.sarhad.node.config.NodeConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `sarhad export`: the own log as a file, to be carried where no wire goes; or, for somebody who
/// is neither side, what proves a period of the barter account.
@Command(
    name = "export",
    description = {
      "Write the own log to an offline bundle, to be carried to the peer; or, with",
      "--account, both logs and the signed statement of a period, for anybody to verify.",
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

  @Option(
      names = "--account",
      paramLabel = "PERIOD",
      description = {
        "What proves a closed period of the barter account, 1 for the first: both",
        "logs, of which only what was said of keys, rules, acts and trade is in it."
      })
  private @Nullable Integer period;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    if (period != null && (from > 0 || withFiles || period < 1)) {
      throw new ParameterException(
          spec.commandLine(),
          "--account is the number of a period, 1 or more; a period is proven from the first entry"
              + " on, without files, so neither --from nor --with-files goes with it.");
    }
    if (from < 0) {
      throw new ParameterException(
          spec.commandLine(), "--from is %d; expected an index from 0 up.".formatted(from));
    }
    if (Files.exists(file)) {
      throw new CannotException(
          "%s is there already. Choose another name, or remove it first.".formatted(file));
    }
    try (var node = OfflineNode.open(directory, NodeConfig.load(directory))) {
      spec.commandLine()
          .getOut()
          .println(period == null ? exportLog(node) : exportPeriod(node, period));
      spec.commandLine().getOut().flush();
    }
    return SarhadCommand.OK;
  }

  private String exportLog(OfflineNode node) throws IOException, CannotException {
    var bundle =
        node.export(from, withFiles)
            .orElseThrow(
                () ->
                    new CannotException(
                        "This log has no signed head yet, so there is nothing to carry. Start the node once, then try again."));
    checkRoom(bundle.measure());
    return "%s: entries %d to %d, %d bytes. The other side says: sarhad import %s"
        .formatted(file, bundle.from(), bundle.to() - 1, written(bundle::writeTo), file);
  }

  private String exportPeriod(OfflineNode node, int number) throws IOException, CannotException {
    var bundle =
        node.exportAccount(number)
            .orElseThrow(
                () ->
                    new CannotException(
                        "Period %d of the account is not closed, so nothing is signed that could be proven."
                            .formatted(number)));
    checkRoom(bundle.measure());
    return "%s: period %d, %s to %s, %d vouchers, %d entries, %d bytes. Whoever is given it says: sarhad verify %s"
        .formatted(
            file,
            number,
            bundle.period().statement().from(),
            bundle.period().statement().until(),
            bundle.period().vouchers().size(),
            bundle.entries(),
            written(bundle::writeTo),
            file);
  }

  /// Writes a bundle and says how many bytes that were.
  @FunctionalInterface
  private interface Writing {
    long to(OutputStream out) throws IOException;
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
  private long written(Writing bundle) throws IOException {
    try (var out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      var buffered = new BufferedOutputStream(out);
      long bytes = bundle.to(buffered);
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
