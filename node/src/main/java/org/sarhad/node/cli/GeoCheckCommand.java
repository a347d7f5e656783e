package org.sarhad.node.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.sarhad.core.travel.CostGrid;
import org.sarhad.core.travel.Gate;
import org.sarhad.core.travel.GridFile;
import org.sarhad.core.travel.MalformedGridException;
import org.sarhad.core.travel.Terrain;
import org.sarhad.tlog.Bytes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sarhad geo check`: what a grid holds.
@Command(
    name = "check",
    description = "Say what a grid holds, and its SHA-256, by which both sides name it.",
    mixinStandardHelpOptions = true)
final class GeoCheckCommand implements Callable<Integer> {
  @Parameters(paramLabel = "GRID", description = "The file.")
  private Path file = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    if (!Files.isRegularFile(file)) {
      throw new CannotException("%s is no file. Maybe the path is misspelt.".formatted(file));
    }
    if (Files.size(file) > GridFile.BYTES_MAX) {
      throw new CannotException("%s is larger than any grid.".formatted(file));
    }
    try {
      tell(GridFile.parse(Bytes.of(Files.readAllBytes(file))), spec.commandLine().getOut());
    } catch (MalformedGridException e) {
      throw new CannotException("%s: %s.".formatted(file, e.getMessage()));
    }
    return SarhadCommand.OK;
  }

  static void tell(CostGrid grid, PrintWriter out) {
    var frame = grid.frame();
    var bytes = GridFile.write(grid);
    out.printf("sha256     %s%n", GridFile.name(bytes).hex());
    out.printf("bytes      %d%n", bytes.size());
    out.printf(
        "cells      %d by %d, from %s to %s%n",
        frame.columns(), frame.rows(), frame.centre(0), frame.centre(frame.cells() - 1));
    out.printf("left       %s%n", grid.left());
    out.printf("right      %s%n", grid.right());
    for (var terrain : Terrain.values()) {
      out.printf(Locale.ROOT, "%-11s%d%n", terrain.code(), grid.count(terrain));
    }
    for (Gate gate : grid.gates()) {
      out.printf(
          "gate       %s, %s%s%n",
          gate.name(),
          gate.isOpen() ? "open" : "closed",
          gate.changesHand() ? ", the driving side changes" : "");
    }
    out.flush();
  }
}
