package org.sarhad.bench.posture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sarhad.bench.harness.Report;
import org.sarhad.bench.harness.Samples;
import org.sarhad.bench.harness.Target;
import org.sarhad.core.posture.Certificate;
import org.sarhad.core.posture.Covering;
import org.sarhad.core.posture.Effort;
import org.sarhad.core.posture.MalformedProblemException;
import org.sarhad.core.posture.Median;
import org.sarhad.core.posture.MedianProblem;
import org.sarhad.core.posture.PmedFile;
import org.sarhad.core.posture.SitePlan;
import org.sarhad.tlog.Bytes;

/// The p-median problems of OR-Library against their published optima, where somebody has put them
/// beside the project. One effort for all of them, the same that `sarhad posture solve` takes.
///
/// @param report where the figures go
record PublishedFigures(Report report) {
  private static final Effort MEDIAN = new Effort(1, 2_000, 1_000);
  private static final Effort CENTRE = new Effort(1, 1_000, 400);
  private static final double SECONDS = 5;
  private static final double GAP_PERCENT = 0.02;
  private static final double OPTIMAL_SHARE = 0.9;
  private static final double PERCENT = 100;
  private static final int PARTS = 1_000_000;
  private static final double PARTS_PER_PERCENT = 10_000;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final Pattern LINE = Pattern.compile("\\s*(pmed\\d+)\\s+(\\d+)\\s*");

  void measure(Path root) throws IOException, MalformedProblemException {
    Optional<Path> directory =
        Stream.of("..", "../..")
            .map(up -> root.resolve(up).resolve("shared/data/orlib-pmed").normalize())
            .filter(Files::isDirectory)
            .findFirst();
    if (directory.isEmpty()) {
      report.notMeasured("p-median of OR-Library", "shared/data/orlib-pmed is not there");
      return;
    }
    var problems = new TreeMap<String, MedianProblem>();
    Map<String, Long> optima = optima(directory.get());
    for (String name : optima.keySet()) {
      Path file = directory.get().resolve(name + ".txt");
      if (Files.isRegularFile(file)) {
        problems.put(name, PmedFile.parse(Bytes.of(Files.readAllBytes(file))));
      }
    }
    medians(problems, optima);
    centres(problems);
  }

  private static Map<String, Long> optima(Path directory) throws IOException {
    var optima = new TreeMap<String, Long>();
    for (String line : Files.readAllLines(directory.resolve("optima.txt"))) {
      var found = LINE.matcher(line);
      if (found.matches()) {
        optima.put(found.group(1), Long.valueOf(found.group(2)));
      }
    }
    return optima;
  }

  private void medians(Map<String, MedianProblem> problems, Map<String, Long> optima) {
    var seconds = new ArrayList<Double>();
    var bounds = new ArrayList<Double>();
    double off = 0;
    int optimal = 0;
    for (Map.Entry<String, MedianProblem> one : problems.entrySet()) {
      long best = optima.getOrDefault(one.getKey(), 0L);
      long begun = System.nanoTime();
      Certificate found = Median.plan(one.getValue(), MEDIAN).certificate();
      seconds.add((System.nanoTime() - begun) / NANOS_PER_SECOND);
      bounds.add(found.gap(PARTS) / PARTS_PER_PERCENT);
      off += PERCENT * (found.value() - best) / best;
      optimal += found.value() == best ? 1 : 0;
    }
    int count = problems.size();
    String load = count + " files";
    report.add(
        "p-median, at their published optimum",
        load,
        "files",
        Samples.of(optimal),
        Target.atLeast(OPTIMAL_SHARE * count));
    report.add(
        "p-median, off the optimum in the mean",
        load,
        "%",
        Samples.of(off / count),
        Target.atMost(GAP_PERCENT));
    report.add("p-median, to the own bound", load, "%", new Samples(bounds));
    report.add("p-median, time", load, "s", new Samples(seconds));
    report.add(
        "p-median, the slowest",
        load,
        "s",
        Samples.of(new Samples(seconds).max()),
        Target.atMost(SECONDS));
  }

  private void centres(Map<String, MedianProblem> problems) {
    var seconds = new ArrayList<Double>();
    int proven = 0;
    for (MedianProblem problem : problems.values()) {
      long begun = System.nanoTime();
      Optional<SitePlan> plan = Covering.shortest(problem.reach(), problem.open(), CENTRE);
      seconds.add((System.nanoTime() - begun) / NANOS_PER_SECOND);
      proven += plan.filter(found -> found.certificate().isProvenBest()).isPresent() ? 1 : 0;
    }
    String load = problems.size() + " files";
    report.add("p-center, proven best by the own bound", load, "files", Samples.of(proven));
    report.add("p-center, time", load, "s", new Samples(seconds));
  }
}
