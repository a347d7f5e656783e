package org.sarhad.bench.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sarhad.bench.harness.Histogram;
import org.sarhad.bench.harness.Options;
import org.sarhad.bench.harness.Report;
import org.sarhad.bench.harness.Row;
import org.sarhad.bench.harness.Samples;
import org.sarhad.bench.harness.Scratch;
import org.sarhad.bench.harness.Target;

/// From the chief at A who proposes to an act that is in force on both nodes, for good.
public final class ActRow implements Row {
  private static final int ACTS = 60;
  private static final int WARM_UP = 40;
  private static final long LOOK_EVERY_MS = 5;
  private static final String ACT = "/api/v1/acts";

  @Override
  public String name() {
    return "act";
  }

  @Override
  public String question() {
    return "from proposing an act at A to its being in force on both nodes, final";
  }

  @Override
  public String boundary() {
    return """
        inside:  the request that proposes; the way to B; the request by which B's chief assents, made as soon as B
                 shows the proposal; the way back; the acknowledgements that make both entries final; both nodes'
                 API saying so, asked every %d ms
        outside: reading what is signed; a network, since all is on loopback and shares the processors.
                 The first %d acts are not counted"""
        .formatted(LOOK_EVERY_MS, WARM_UP);
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    for (Provider provider : Provider.values()) {
      try (var scratch = Scratch.below(options.scratch(), "act");
          var pair = Pair.begin(scratch.path(), provider);
          Officer a = pair.a().enrolChief();
          Officer b = pair.b().enrolChief()) {
        agreeOnRules(a, b);
        agree(a, b, WARM_UP);
        List<Double> p50 = new ArrayList<>();
        List<Double> p95 = new ArrayList<>();
        for (int round = 0; round < options.rounds(); round++) {
          Histogram times = agree(a, b, ACTS);
          p50.add(times.millisAt(50));
          p95.add(times.millisAt(95));
        }
        String name = "act, proposed to in force on both (" + provider + ")";
        String load = "one after the other";
        report.add(name + " p50", load, "ms", new Samples(p50));
        report.add(name + " p95", load, "ms", new Samples(p95), Target.atMost(1_000));
      }
    }
  }

  /// Nothing else is agreed on before there are rules: those of the worked example.
  private static void agreeOnRules(Officer a, Officer b) throws Exception {
    Path file =
        Path.of(System.getProperty("sarhad.root", "")).resolve("docs/scenarios/modalities-1.json");
    agree(a, b, "modalities", new ObjectMapper().readTree(file.toFile()));
  }

  private static Histogram agree(Officer a, Officer b, int count) throws Exception {
    var times = new Histogram();
    for (int i = 0; i < count; i++) {
      long begun = System.nanoTime();
      agree(a, b, "memorandum", Officer.object().put("title", "Number " + i).put("text", "agreed"));
      times.record(System.nanoTime() - begun);
    }
    return times;
  }

  private static void agree(Officer a, Officer b, String kind, JsonNode terms) throws Exception {
    ObjectNode proposal = Officer.object().put("kind", kind);
    proposal.set("terms", terms);
    String act = a.post(ACT, proposal).path("entries").path(0).asText();
    String leaf = await(b, act, "").path("leaf").asText();
    b.post(ACT + "/" + act + "/assents", Officer.object().put("leaf", leaf));
    await(a, act, "effective");
    await(b, act, "effective");
  }

  /// Looks until the act is shown, and, if a stage is asked for, is at it for good.
  static JsonNode await(Officer officer, String act, String stage) throws Exception {
    long until = System.nanoTime() + Officer.PATIENCE.toNanos();
    while (System.nanoTime() < until) {
      for (JsonNode item : officer.get(ACT + "?limit=5").path("items")) {
        boolean isThere =
            stage.isEmpty()
                || (item.path("stage").asText().equals(stage) && item.path("isFinal").asBoolean());
        if (item.path("act").asText().equals(act) && isThere) {
          return item;
        }
      }
      Thread.sleep(LOOK_EVERY_MS);
    }
    throw new IOException("act " + act + " is not " + stage + " after " + Officer.PATIENCE);
  }
}
