package org.sarhad.bench.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.sarhad.bench.harness.Histogram;
import org.sarhad.bench.harness.Options;
import org.sarhad.bench.harness.Report;
import org.sarhad.bench.harness.Samples;
import org.sarhad.bench.harness.Scratch;
import org.sarhad.bench.harness.Target;

/// G10 of the barter account: from the importer's receipt to a posting that both have signed and
/// both nodes have booked for good, over two real nodes. Whoever signs does so at once.
public final class ConfirmedPosting {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DELIVERIES = 20;
  private static final int WARM_UP = 10;
  private static final long LOOK_EVERY_MS = 5;
  private static final double MINUTE_MS = 60_000;
  private static final String ACT = "/api/v1/acts";
  private static final String LIST = "5e".repeat(32);

  private final Officer a;
  private final Officer b;
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
  private int number;
  private String reservation = "";

  private ConfirmedPosting(Officer a, Officer b) {
    this.a = a;
    this.b = b;
  }

  /// Measures, and hands the figures to `report`.
  public static void measure(Options options, Report report) throws Exception {
    try (var scratch = Scratch.below(options.scratch(), "posting");
        var pair = Pair.begin(scratch.path(), Provider.CONSCRYPT);
        Officer a = pair.a().enrolChief();
        Officer b = pair.b().enrolChief()) {
      var posting = new ConfirmedPosting(a, b);
      posting.agreeOnRules();
      screen(pair.a().enrolCompliance(), b);
      screen(pair.b().enrolCompliance(), a);
      posting.agree();
      posting.deliver(WARM_UP);
      List<Double> p50 = new ArrayList<>();
      List<Double> p95 = new ArrayList<>();
      for (int round = 0; round < options.rounds(); round++) {
        Histogram times = posting.deliver(DELIVERIES);
        p50.add(times.millisAt(50));
        p95.add(times.millisAt(95));
      }
      report.add("receipt to posting, signed by both, p50", "two nodes", "ms", new Samples(p50));
      report.add(
          "receipt to posting, signed by both, p95",
          "two nodes",
          "ms",
          new Samples(p95),
          Target.atMost(MINUTE_MS));
    }
  }

  /// Nothing is signed with anybody whom both sides have not cleared.
  private static void screen(List<Officer> officers, Officer other) throws Exception {
    say(
        officers.getFirst(),
        other,
        "screening.list_taken",
        "{\"list\":{\"dated\":\"2019-04-20\",\"entities\":3,\"sha256\":\"%s\",\"source\":\"un\"}}"
            .formatted(LIST));
    for (String party : List.of("buyer-7", "seller-1")) {
      Named proposal =
          say(
              officers.getFirst(),
              other,
              "screening.proposed",
              """
              {"grounds":{"edition":1,"lists":{"un":"%s"},"threshold":800},"status":"clear",
               "subject":"%s"}
              """
                  .formatted(LIST, party));
      say(
          officers.getLast(),
          other,
          "screening.confirmed",
          "{\"proposal\":\"%s\"}".formatted(proposal.id));
    }
    for (Officer officer : officers) {
      officer.close();
    }
  }

  private void agreeOnRules() throws Exception {
    Path file =
        Path.of(System.getProperty("sarhad.root", "")).resolve("docs/scenarios/modalities-1.json");
    agree("modalities", JSON.readTree(file.toFile()));
  }

  private void agree() throws Exception {
    agree(
        "barter_account",
        """
        {"from":"%s+00:00","limits":{"ir":500000000000,"pk":500000000000},"number":1,"unit":"UA"}
        """
            .formatted(today));
    var until = today.plusYears(1) + "+00:00";
    var contract =
        agree(
            "barter_contract",
            """
            {"goods":{"account":"1000","buyer":"buyer-7","commodity":"100630","exporter":"ir",
             "name":{"en":"Rice"},"seller":"seller-1"},"indices":{},"number":1,
             "price":{"formula":"400","per":"TNE","where":{}},
             "quantity":{"amount":40000,"unit":"TNE"},"screening":[],
             "until":"%s","weighed":"outturn"}
            """
                .formatted(until));
    reservation =
        agree(
                "barter_reservation",
                """
                {"contract":"%s","hold":168000000000,"number":1,
                 "quantity":{"amount":40000,"unit":"TNE"},"until":"%s"}
                """
                    .formatted(contract.id, until))
            .id;
  }

  private Histogram deliver(int count) throws Exception {
    var times = new Histogram();
    for (int i = 0; i < count; i++) {
      times.record(deliver());
    }
    return times;
  }

  /// One delivery of forty tonnes; how long it took from its receipt on.
  private long deliver() throws Exception {
    number++;
    Named despatch =
        say(
            a,
            b,
            "barter.despatched",
            """
            {"evidence":[],"number":%d,"quantity":{"amount":40,"unit":"TNE"},"reservation":"%s"}
            """
                .formatted(number, reservation));
    long begun = System.nanoTime();
    Named receipt =
        say(
            b,
            a,
            "barter.received",
            """
            {"despatch":"%s","evidence":[],"number":%d,"quantity":{"amount":40,"unit":"TNE"}}
            """
                .formatted(despatch.id, number));
    agree(
        "barter_acceptance",
        """
        {"despatch":%s,"disputed":0,"number":%d,"on":"%s","receipt":%s,"value":160000000}
        """
            .formatted(despatch.basis(), number, today, receipt.basis()));
    return System.nanoTime() - begun;
  }

  /// An entry, as bodies name it.
  private record Named(String id, String leaf) {
    String basis() {
      return "{\"entry\":\"%s\",\"leaf\":\"%s\"}".formatted(id, leaf);
    }
  }

  private Named agree(String kind, String terms) throws Exception {
    return agree(kind, JSON.readTree(terms));
  }

  private Named agree(String kind, JsonNode terms) throws Exception {
    var proposal = Officer.object().put("kind", kind);
    proposal.set("terms", terms);
    String act = a.post(ACT, proposal).path("entries").path(0).asText();
    String leaf = ActRow.await(b, act, "").path("leaf").asText();
    b.post(ACT + "/" + act + "/assents", Officer.object().put("leaf", leaf));
    ActRow.await(a, act, "effective");
    ActRow.await(b, act, "effective");
    return named(a, act);
  }

  /// What `by` states, once `to` shows it.
  private static Named say(Officer by, Officer to, String kind, String body) throws Exception {
    var statement = Officer.object().put("kind", kind);
    statement.set("body", JSON.readTree(body));
    String entry = by.post("/api/v1/statements", statement).path("entries").path(0).asText();
    long until = System.nanoTime() + Officer.PATIENCE.toNanos();
    while (System.nanoTime() < until) {
      if (to.has("/api/v1/record/entries/" + entry)) {
        return named(by, entry);
      }
      Thread.sleep(LOOK_EVERY_MS);
    }
    throw new IOException(entry + " is not there after " + Officer.PATIENCE);
  }

  private static Named named(Officer as, String entry) throws IOException {
    JsonNode detail = as.get("/api/v1/record/entries/" + entry);
    return new Named(
        detail.at("/envelope/log").asText() + "#" + detail.at("/envelope/seq").asLong(),
        detail.path("leafHash").asText());
  }
}
