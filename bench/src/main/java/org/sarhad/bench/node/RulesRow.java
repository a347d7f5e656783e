package org.sarhad.bench.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sarhad.bench.harness.Options;
import org.sarhad.bench.harness.Report;
import org.sarhad.bench.harness.Row;
import org.sarhad.bench.harness.Samples;
import org.sarhad.bench.harness.Target;

/// How long an officer waits to be shown what a document of the agreed rules changes and would do
/// to what is under way.
public final class RulesRow implements Row {
  private static final long ENTRIES = 100_000;
  private static final int ASKED = 20;

  @Override
  public String name() {
    return "rules";
  }

  @Override
  public String question() {
    return "from asking what a document would do to its effects, with " + ENTRIES + " entries";
  }

  @Override
  public String boundary() {
    return """
    inside:  the request with a whole document of a hundred clauses, reading it, its difference, every duty that
             runs and every open incident in a node that holds the entries, the answer; a median of %d requests,
             after as many to warm up
    outside: drawing it; a browser on another machine\
    """
        .formatted(ASKED);
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    long count = options.entries(ENTRIES, ENTRIES);
    try (var keeper = Keeper.filled(options, count, Provider.CONSCRYPT, report)) {
      keeper.restart();
      try (Officer watch = keeper.watch()) {
        List<Double> times = new ArrayList<>();
        List<Double> processor = new ArrayList<>();
        ObjectNode draft = Officer.object();
        draft.set("document", document());
        ask(watch, draft);
        for (int round = 0; round < options.rounds(); round++) {
          double before = keeper.cpuSeconds();
          times.add(ask(watch, draft));
          processor.add((keeper.cpuSeconds() - before) * 1_000 / ASKED);
        }
        report.add(
            "effects of a document, from asking to the answer",
            count + " entries",
            "ms",
            new Samples(times),
            Target.atMost(1_000));
        report.add(
            "the node's processor time for it", count + " entries", "ms", new Samples(processor));
      }
    }
  }

  /// The median of so many requests, in milliseconds.
  private static double ask(Officer watch, ObjectNode draft) throws Exception {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < ASKED; i++) {
      long begun = System.nanoTime();
      JsonNode answer = watch.post("/api/v1/modalities/previews", draft);
      times.add((System.nanoTime() - begun) / 1e6);
      if (answer.at("/comparison/effects").isEmpty()) {
        throw new IllegalStateException("no effects in " + answer);
      }
    }
    return new Samples(times).median();
  }

  /// That of the worked example, with other clocks than those by which a node goes at first.
  private static JsonNode document() throws Exception {
    Path file =
        Path.of(System.getProperty("sarhad.root", "")).resolve("docs/scenarios/modalities-1.json");
    JsonNode document = new ObjectMapper().readTree(file.toFile());
    for (JsonNode clause : document.path("clauses")) {
      JsonNode bind = clause.path("bind");
      if (bind.path("key").asText().equals("clock.tell_peer")) {
        ((ObjectNode) bind).put("value", 10);
      }
    }
    return document;
  }
}
