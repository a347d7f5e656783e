package org.sarhad.bench.harness;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where rows hand in what they found. Prints each row as a table when it ends, and everything as
/// JSON in the end.
public final class Report {
  /// What could not be measured, and why.
  private record Missing(String row, String what, String reason) {}

  private final PrintStream out;
  private final Machine machine;
  private final List<Figure> figures = new ArrayList<>();
  private final List<Missing> missing = new ArrayList<>();
  private String row = "";

  /// Prints to `out`.
  public Report(PrintStream out, Machine machine) {
    this.out = out;
    this.machine = machine;
  }

  /// What is handed in from now on belongs to `next`.
  public void begin(Row next) {
    row = next.name();
    out.printf("%n== %s: %s%n", next.name(), next.question());
    out.println("   " + next.boundary().strip().replace("\n", "\n   "));
  }

  /// Says what is going on, for whoever waits.
  public void progress(String sentence) {
    out.println("   . " + sentence);
  }

  /// A figure nothing was promised about.
  public Figure add(String subject, String load, String unit, Samples samples) {
    return add(subject, load, unit, samples, Optional.empty());
  }

  /// A figure with a promise.
  public Figure add(String subject, String load, String unit, Samples samples, Target target) {
    return add(subject, load, unit, samples, Optional.of(target));
  }

  /// How many times `other` the figure `ours` is, both taken in the same rounds.
  public Figure ratio(Figure ours, Figure other, Optional<Target> target) {
    return add(
        ours.subject() + " ÷ " + other.subject(),
        ours.load(),
        "times",
        ours.samples().dividedBy(other.samples()),
        target);
  }

  /// What was asked for and could not be had here.
  public void notMeasured(String what, String reason) {
    missing.add(new Missing(row, what, reason));
    out.println("   not measured: " + what + ": " + reason);
  }

  /// Prints the figures of the row that ends.
  public void end() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("", "load", "median", "lowest", "highest", "unit", "wanted", ""));
    for (Figure figure : figures) {
      if (figure.row().equals(row)) {
        lines.add(line(figure));
      }
    }
    if (lines.size() > 1) {
      print(lines);
    }
  }

  /// Whether every promise that was measured is kept.
  public boolean allMet() {
    return figures.stream()
        .allMatch(figure -> figure.target().map(t -> t.isMetBy(figure.samples())).orElse(true));
  }

  /// Writes everything to `file`, in place of what is there.
  public void writeJson(Path file, String command) throws IOException {
    var mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    ObjectNode root = mapper.createObjectNode();
    root.put("command", command);
    var about = root.putObject("machine");
    machine.lines().forEach(about::put);
    var measured = root.putArray("figures");
    for (Figure figure : figures) {
      var node = measured.addObject();
      node.put("row", figure.row());
      node.put("subject", figure.subject());
      node.put("load", figure.load());
      node.put("unit", figure.unit());
      node.put("median", figure.samples().median());
      node.put("min", figure.samples().min());
      node.put("max", figure.samples().max());
      var samples = node.putArray("samples");
      figure.samples().rounds().forEach(samples::add);
      figure
          .target()
          .ifPresent(
              target -> {
                node.put("target", target.toString());
                node.put("met", target.isMetBy(figure.samples()));
              });
    }
    var absent = root.putArray("notMeasured");
    for (Missing one : missing) {
      absent.addObject().put("row", one.row()).put("what", one.what()).put("reason", one.reason());
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    mapper.writeValue(file.toFile(), root);
  }

  private Figure add(
      String subject, String load, String unit, Samples samples, Optional<Target> target) {
    var figure = new Figure(row, subject, load, unit, samples, target);
    figures.add(figure);
    return figure;
  }

  private static List<String> line(Figure figure) {
    Samples samples = figure.samples();
    return List.of(
        figure.subject(),
        figure.load(),
        Figure.number(samples.median()),
        Figure.number(samples.min()),
        Figure.number(samples.max()),
        figure.unit(),
        figure.target().map(Target::toString).orElse(""),
        figure.target().map(target -> target.isMetBy(samples) ? "met" : "NOT MET").orElse(""));
  }

  /// Prints cells in columns as wide as their widest; the three numbers are aligned to the right.
  private void print(List<List<String>> lines) {
    int[] widths = new int[lines.getFirst().size()];
    for (List<String> cells : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], cells.get(i).length());
      }
    }
    for (List<String> cells : lines) {
      var text = new StringBuilder("   ");
      for (int i = 0; i < widths.length; i++) {
        boolean number = i >= 2 && i <= 4;
        text.append(
            ("%" + (number ? "" : "-") + Math.max(1, widths[i]) + "s  ").formatted(cells.get(i)));
      }
      out.println(text.toString().stripTrailing());
    }
  }
}
