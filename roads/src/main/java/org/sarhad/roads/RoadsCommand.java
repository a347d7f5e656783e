package org.sarhad.roads;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sarhad.core.geo.Position;
import org.sarhad.core.travel.GridFrame;
import org.sarhad.core.travel.Terrain;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sarhad roads`: roads of a region out of an extract of OpenStreetMap.
@Command(
    name = "sarhad roads",
    description = {
      "Take the roads of a region out of an extract of OpenStreetMap, for `sarhad geo build`.",
      "Without --out it is a preview and writes nothing. Ends with 0 if roads came of it, 2 if it was",
      "asked wrongly, 3 if there is no such file or it cannot be written, 4 if the file is no extract,",
      "5 if it is cut short or damaged, 6 if it is not sorted, 7 if no road lies in the region, 8 if",
      "more do than a grid is made of."
    },
    mixinStandardHelpOptions = true)
public final class RoadsCommand implements Callable<Integer> {
  private static final int CORNERS = 4;
  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final int MIB_SHIFT = 20;
  private static final int FAILED = 3;

  @Parameters(paramLabel = "FILE", description = "The extract: .osm.pbf, .osm or .osm.gz.")
  private Path file = Path.of("");

  @Option(
      names = {"-r", "--region"},
      paramLabel = "S,W,N,E",
      split = ",",
      required = true,
      description = "The region: southern, western, northern and eastern edge in degrees.")
  private List<Double> region = List.of();

  @Option(
      names = {"-c", "--cell"},
      paramLabel = "METRES",
      description =
          "How long a cell of the grid is to be, 100 to 1000; ${DEFAULT-VALUE} if left out.")
  private int cellM = GridFrame.CELL_M;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "GEOJSON",
      description = "Where to write the roads; absent for a preview.")
  private @Nullable Path roads;

  @Spec private CommandSpec spec = CommandSpec.create();
  private long toldNanos = System.nanoTime();

  /// Made by picocli.
  RoadsCommand() {}

  /// The process.
  public static void main(String[] arguments) {
    System.exit(run(writer(System.out), writer(System.err), arguments));
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  /// Runs one command line; returns its exit code.
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new RoadsCommand())
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(RoadsCommand::explain)
        .execute(arguments);
  }

  @Override
  public Integer call() throws IOException, UnfitFileException {
    var frame = frame();
    var osm = new OsmFile(file);
    var out = Optional.ofNullable(roads);
    Tally tally;
    try (var nodes = new NodeStore(directory())) {
      if (out.isPresent()) {
        try (var written = new RoadsFile(out.get())) {
          tally = new RoadImport(osm, frame, nodes, Optional.of(written)).read(this::tell);
          written.complete();
        }
      } else {
        tally = new RoadImport(osm, frame, nodes, Optional.empty()).read(this::tell);
      }
    }
    tell(tally);
    return CommandLine.ExitCode.OK;
  }

  private GridFrame frame() {
    if (region.size() != CORNERS) {
      throw wrong("--region has four numbers: south, west, north and east.");
    }
    try {
      return GridFrame.over(
          Position.ofDegrees(region.get(0), region.get(1)),
          Position.ofDegrees(region.get(2), region.get(3)),
          cellM);
    } catch (IllegalArgumentException e) {
      throw wrong(
          "No such region: %s. It is given as south, west, north, east.".formatted(e.getMessage()));
    }
  }

  private CommandLine.ParameterException wrong(String sentence) {
    return new CommandLine.ParameterException(spec.commandLine(), sentence);
  }

  /// What is kept for a while lies where there is room for the result.
  private Path directory() {
    var path = roads;
    var parent = path == null ? null : path.toAbsolutePath().getParent();
    return parent == null ? Path.of(System.getProperty("java.io.tmpdir", ".")) : parent;
  }

  // ---- saying ---------------------------------------------------------------------------------

  private void tell(long bytes, long size) {
    long now = System.nanoTime();
    if (now - toldNanos >= EVERY.toNanos()) {
      toldNanos = now;
      var err = spec.commandLine().getErr();
      err.printf("%d of %d MiB read%n", bytes >> MIB_SHIFT, size >> MIB_SHIFT);
      err.flush();
    }
  }

  private void tell(Tally tally) {
    var out = spec.commandLine().getOut();
    out.printf("roads      %d, of %d points%n", tally.roads(), tally.points());
    for (var terrain : List.of(Terrain.HIGHWAY, Terrain.ROAD, Terrain.TRACK)) {
      var sum = tally.of(terrain);
      out.printf(
          "%-11s%d km, which GraphHopper drives at %d km/h and so gets on at %d%n",
          terrain.code(), sum.km(), sum.drivenKmh(), sum.kmh());
    }
    out.printf("source     %s, %s%n", RoadsFile.SOURCE, RoadsFile.LICENCE);
    if (roads == null) {
      out.println("A preview: nothing was written.");
    } else {
      out.printf("written    %s%n", roads);
    }
    out.flush();
  }

  /// What is wrong with a file is a sentence; only a bug shows its trace.
  private static int explain(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    var err = command.getErr();
    int code =
        switch (e) {
          case UnfitFileException unfit -> {
            err.println(unfit.getMessage());
            yield unfit.flaw().exitCode();
          }
          case IOException io -> {
            err.println("It cannot be read or written: " + io.getMessage());
            yield FAILED;
          }
          default -> {
            err.println("This is a bug; please report it with these lines:");
            e.printStackTrace(err);
            yield FAILED;
          }
        };
    err.flush();
    return code;
  }
}
