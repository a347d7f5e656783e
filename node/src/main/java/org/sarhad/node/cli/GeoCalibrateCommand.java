package org.sarhad.node.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.sarhad.core.travel.CostGrid;
import org.sarhad.core.travel.GridFile;
import org.sarhad.core.travel.MalformedGridException;
import org.sarhad.core.travel.SpeedGauge;
import org.sarhad.core.travel.Speeds;
import org.sarhad.core.travel.Terrain;
import org.sarhad.tlog.Bytes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sarhad geo calibrate`: how fast own units really are on each terrain.
@Command(
    name = "calibrate",
    description = {
      "Say how fast own units really were on each terrain of a grid, out of their positions:",
      "tables with the columns unit,type,at,lat,lon,radius_m, those of a unit in their order.",
      "Beside it stand the speeds that hold where nothing was agreed. Nothing is written."
    },
    mixinStandardHelpOptions = true)
final class GeoCalibrateCommand implements Callable<Integer> {
  @Parameters(paramLabel = "TABLE", arity = "1..*", description = "Positions, as CSV.")
  private List<Path> tables = List.of();

  @Option(
      names = {"-g", "--grid"},
      paramLabel = "GRID",
      required = true,
      description = "The ground, as `sarhad geo build` makes it.")
  private Path grid = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    var out = spec.commandLine().getOut();
    var gauge = new SpeedGauge(ground());
    long positions = 0;
    for (var table : tables) {
      positions +=
          new PositionTable(table, new FileProgress(spec.commandLine().getErr())).read(gauge::take);
    }
    out.printf("positions  %d%n", positions);
    out.printf(
        "pieces     of %d m or more; below %d nothing is said%n",
        SpeedGauge.PIECE_M, SpeedGauge.PIECES_MIN);
    Stream.of(Terrain.values())
        .filter(Terrain::isPassable)
        .forEach(terrain -> tell(gauge, terrain, out));
    out.flush();
    return SarhadCommand.OK;
  }

  private CostGrid ground() throws IOException, CannotException {
    if (!Files.isRegularFile(grid)) {
      throw new CannotException("%s is no file. Maybe the path is misspelt.".formatted(grid));
    }
    if (Files.size(grid) > GridFile.BYTES_MAX) {
      throw new CannotException("%s is larger than any grid.".formatted(grid));
    }
    try {
      return GridFile.parse(Bytes.of(Files.readAllBytes(grid)));
    } catch (MalformedGridException e) {
      throw new CannotException("%s: %s.".formatted(grid, e.getMessage()));
    }
  }

  private static void tell(SpeedGauge gauge, Terrain terrain, PrintWriter out) {
    out.printf(
        "%-11s%s%n",
        terrain.code(),
        gauge
            .on(terrain)
            .map(
                speed ->
                    "%d km/h (half of them %d to %d), %d pieces; initially %d"
                        .formatted(
                            speed.kmh(),
                            speed.lowerKmh(),
                            speed.upperKmh(),
                            speed.pieces(),
                            Speeds.DEFAULT.on(terrain)))
            .orElseGet(() -> "too few: %d pieces".formatted(gauge.pieces(terrain))));
  }
}
