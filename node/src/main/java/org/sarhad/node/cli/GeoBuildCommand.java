package org.sarhad.node.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sarhad.core.geo.Position;
import org.sarhad.core.travel.CostGrid;
import org.sarhad.core.travel.GridFile;
import org.sarhad.core.travel.GridFrame;
import org.sarhad.core.travel.Survey;
import org.sarhad.core.travel.SurveyFlaw;
import org.sarhad.core.travel.UnfitSurveyException;
import org.sarhad.node.ground.LineFile;
import org.sarhad.node.ground.MalformedSurveyException;
import org.sarhad.node.ground.Refusal;
import org.sarhad.node.ground.SurveyReader;
import org.sarhad.tlog.Bytes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sarhad geo build`: a grid out of GeoJSON.
@Command(
    name = "build",
    description = {
      "Make a grid of a region: ground (polygons with the property terrain), roads (lines with the",
      "property road), gates (points with the property gate), and the operational line.",
      "Says what it leaves out and why; without --out it is a preview and writes nothing.",
      "Ends with 0 if all of it was taken, 1 if features were left out, 3 if no grid comes of it."
    },
    mixinStandardHelpOptions = true)
final class GeoBuildCommand implements Callable<Integer> {
  private static final int SHOWN = 50;
  private static final int CORNERS = 4;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "GeoJSON, in the order of painting.")
  private List<Path> files = List.of();

  @Option(
      names = {"-l", "--line"},
      paramLabel = "FILE",
      required = true,
      description = "The operational line, as line.geojson beside a node's configuration.")
  private Path line = Path.of("");

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
          "How long a cell is, 100 to 1000; ${DEFAULT-VALUE} if left out. In mountains 250.")
  private int cellM = GridFrame.CELL_M;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "GRID",
      description = "Where to write the grid; absent for a preview.")
  private @Nullable Path grid;

  @Option(names = "--leave-out", description = "Write the grid even if features were left out.")
  private boolean leaveOut;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    var out = spec.commandLine().getOut();
    var frame = frame();
    var border = border();
    var reader = new SurveyReader(frame, new FileProgress(spec.commandLine().getErr()));
    for (var file : files) {
      try {
        reader.read(file);
      } catch (MalformedSurveyException e) {
        throw new CannotException(e.getMessage());
      }
    }
    tell(reader, out);
    var made = made(reader.survey(border.left(), border.right(), border.course()));
    GeoCheckCommand.tell(made, out);
    var path = grid;
    if (path != null && (reader.refused() == 0 || leaveOut)) {
      write(made, path);
      out.printf("written    %s%n", path);
    } else {
      out.printf(
          path == null
              ? "A preview: nothing was written.%n"
              : "Nothing was written. Mend the files, or say --leave-out.%n");
    }
    out.flush();
    return reader.refused() == 0 ? SarhadCommand.OK : SarhadCommand.FOUND_WRONG;
  }

  private GridFrame frame() throws CannotException {
    if (region.size() != CORNERS) {
      throw new CannotException("--region has four numbers: south, west, north and east.");
    }
    try {
      return GridFrame.over(
          Position.ofDegrees(region.get(0), region.get(1)),
          Position.ofDegrees(region.get(2), region.get(3)),
          cellM);
    } catch (IllegalArgumentException e) {
      throw new CannotException("No such region: %s.".formatted(e.getMessage()));
    }
  }

  // ---- the line -------------------------------------------------------------------------------

  private LineFile.Course border() throws IOException, CannotException {
    if (!Files.isRegularFile(line)) {
      throw new CannotException("%s is no file. Maybe the path is misspelt.".formatted(line));
    }
    try {
      return LineFile.parse(Bytes.of(Files.readAllBytes(line)))
          .whole()
          .orElseThrow(() -> cannot(Refusal.sentence(SurveyFlaw.LINE_IN_PIECES)));
    } catch (MalformedSurveyException e) {
      throw cannot(e.getMessage());
    }
  }

  private CannotException cannot(String why) {
    return new CannotException("%s: %s".formatted(line, why));
  }

  // ---- the grid -------------------------------------------------------------------------------

  private CostGrid made(Survey survey) throws CannotException {
    try {
      return survey.grid();
    } catch (UnfitSurveyException e) {
      throw new CannotException(
          "No grid comes of it%s: %s"
              .formatted(
                  e.where().map(at -> " (" + at + ")").orElse(""), Refusal.sentence(e.flaw())));
    }
  }

  private static void write(CostGrid grid, Path path) throws IOException {
    var beside = path.resolveSibling(path.getFileName() + ".tmp");
    try {
      Files.write(beside, GridFile.write(grid).toArray());
      Files.move(beside, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static void tell(SurveyReader reader, PrintWriter out) {
    out.printf("left out   %d%n", reader.refused());
    reader.refusals().stream()
        .limit(SHOWN)
        .forEach(
            refusal ->
                out.printf(
                    "  %s, feature %d: %s%n",
                    refusal.file(), refusal.feature(), refusal.sentence()));
    if (reader.refused() > SHOWN) {
      out.printf("  and %d more%n", reader.refused() - SHOWN);
    }
  }
}
