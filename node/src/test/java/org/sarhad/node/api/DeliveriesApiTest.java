package org.sarhad.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sarhad.node.testing.Screening;
import org.sarhad.node.testing.TestClient;
import org.sarhad.node.testing.TestNode;

/// Goods on their way and energy over a line, over the API of two running nodes: what is said by
/// one is shown by both, and they come to the same. Every answer is held against the contract.
class DeliveriesApiTest extends ApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ROOT = "/api/v1/deliveries";
  private static final String CONSIGNMENTS = ROOT + "/consignments";
  private static final String LINES = "/api/v1/energy/lines";
  private static final String STATEMENTS = "/api/v1/statements";

  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
  private final LocalDate yesterday = today.minusDays(1);
  private final String until = today.plusYears(1) + "+00:00";

  /// An entry, as bodies name it.
  private record Named(String id, String name) {}

  @Test
  void whatIsSaidByOneIsShownByBoth() throws Exception {
    try (var ir = TestNode.start(directory.resolve("ir"), "ir");
        var pk = TestNode.start(directory.resolve("pk"), "pk")) {
      TestNode.pair(ir, pk);
      try (var here = ir.signIn("chief");
          var watch = ir.signIn("watch");
          var clerk = ir.signIn("clerk");
          var there = pk.signIn("chief")) {
        assertThat(get(watch, ROOT, 200).has("account")).isFalse();
        assertThat(get(watch, CONSIGNMENTS, 200).at("/total").asInt()).isZero();
        assertThat(get(watch, LINES, 200).at("/items")).isEmpty();
        open(here, there);
        Screening.good(ir, pk, "seller-1", "buyer-7");
        goods(here, there, watch, clerk);
        energy(here, there, watch);
      }
    }
  }

  private void open(TestClient here, TestClient there) throws Exception {
    var root = Path.of(System.getProperty("sarhad.root", ".."));
    var rules = JSON.readTree(root.resolve("docs/scenarios/modalities-1.json").toFile());
    agree(here, there, "modalities", rules.toString());
    for (var each : List.of(here, there)) {
      each.await("/api/v1/modalities", known -> known.at("/inForce/number").asInt() == 1);
    }
    agree(
        here,
        there,
        "barter_account",
        """
        {"from":"%s+00:00","limits":{"ir":500000000,"pk":500000000},"number":1,"unit":"UA"}
        """
            .formatted(today));
  }

  // ---- goods ----------------------------------------------------------------------------------

  private void goods(TestClient here, TestClient there, TestClient watch, TestClient clerk)
      throws Exception {
    var rice = trade(here, there, 1, "1000", "100630", "Rice", 100_000, "KGM", "\"400\"", "TNE");
    var reservation = reserve(here, there, rice, 1, 100_000, "KGM", 420_000_000);
    assertThat(get(watch, ROOT, 200).at("/reservations/0/statement").asText())
        .isEqualTo(reservation.id());
    refuse(watch, "delivery.consigned", consigned(reservation), "delivery.role_missing");
    refuse(there, "delivery.consigned", consigned(reservation), "delivery.not_exporter");
    var consignment = say(clerk, there, "delivery.consigned", consigned(reservation));
    var one = CONSIGNMENTS + "/" + consignment.name();
    event(here, there, consignment, "planned", "border_exit", today.plusDays(1));
    event(here, there, consignment, "actual", "loaded", yesterday);
    var exit = event(here, there, consignment, "actual", "border_exit", yesterday);
    assertThat(get(there, CONSIGNMENTS + "?state=unstamped", 200).at("/total").asInt()).isOne();
    say(there, here, "delivery.stamped", "{\"event\":\"%s\"}".formatted(exit.id()));
    say(
        there,
        here,
        "delivery.reloaded",
        """
        {"consignment":"%s","from":[1,2],"into":[{"kind":"truck","mark":"QTA-1","quantity":40000},
         {"kind":"truck","mark":"QTA-2","quantity":60000}]}
        """
            .formatted(consignment.id()));
    for (var each : List.of(watch, there)) {
      var seen = get(each, one + "?limit=2", 200);
      assertThat(seen.at("/units")).hasSize(4);
      assertThat(seen.at("/units/0/into")).hasSize(2);
      assertThat(seen.at("/units/2/from")).hasSize(2);
      assertThat(seen.at("/units/0/isLive").asBoolean()).isFalse();
      assertThat(seen.at("/events/total").asInt()).isEqualTo(3);
      assertThat(seen.at("/events/next").asText()).isEqualTo("2");
      assertThat(seen.at("/events/items/1/stamp/by/party").asText()).isEqualTo("pk");
      assertThat(seen.at("/timings/6/planned").asText()).startsWith(today.plusDays(1).toString());
      assertThat(seen.at("/timings/6/actual").asText()).startsWith(yesterday.toString());
      assertThat(seen.has("papers")).isFalse();
      get(each, one + "/despatch-advice", 404);
    }
    papers(here, there, clerk, consignment, reservation);
    assertThat(get(watch, one + "?cursor=x", 400).toString()).contains("next");
    get(watch, CONSIGNMENTS + "?state=gone", 400);
    get(watch, CONSIGNMENTS + "/ir/99999", 404);
    get(watch, ROOT + "/comparisons/ir/99999", 404);
    compared(watch, there, rice);
  }

  private static String consigned(Named reservation) {
    return """
    {"reservation":"%s","units":[{"kind":"wagon_1676","mark":"7001","quantity":50000},
     {"kind":"wagon_1676","mark":"7002","quantity":50000}]}
    """
        .formatted(reservation.id());
  }

  private Named event(
      TestClient as, TestClient other, Named consignment, String phase, String point, LocalDate day)
      throws Exception {
    return say(
        as,
        other,
        "delivery.event",
        """
        {"at":"%sT10:00:00.000Z","consignment":"%s","evidence":[],"phase":"%s",
         "place":{"en":"Mirjaveh"},"point":"%s","units":[]}
        """
            .formatted(day, consignment.id(), phase, point));
  }

  /// They weigh a tenth less: the smaller weight is taken over, and a matter opens about the rest.
  private void papers(
      TestClient here, TestClient there, TestClient clerk, Named consignment, Named reservation)
      throws Exception {
    var one = CONSIGNMENTS + "/" + consignment.name();
    var despatch =
        say(
            here,
            there,
            "barter.despatched",
            """
            {"evidence":[],"number":1,"quantity":{"amount":100000,"unit":"KGM"},"reservation":"%s"}
            """
                .formatted(reservation.id()));
    assertThat(get(here, ROOT, 200).at("/departures/0/statement").asText())
        .isEqualTo(despatch.id());
    say(
        here,
        there,
        "delivery.despatched",
        "{\"consignment\":\"%s\",\"despatch\":\"%s\"}".formatted(consignment.id(), despatch.id()));
    assertThat(get(here, ROOT, 200).at("/departures")).isEmpty();
    var receipt =
        say(
            there,
            here,
            "barter.received",
            """
            {"despatch":"%s","evidence":[],"number":1,"quantity":{"amount":90000,"unit":"KGM"}}
            """
                .formatted(despatch.id()));
    for (var each : List.of(here, there)) {
      say(
          each,
          each == here ? there : here,
          "barter.certified",
          """
          {"despatch":"%s","number":1,"quantity":{"amount":95000,"unit":"KGM"},
           "text":{"en":"moisture 13 per cent"}}
          """
              .formatted(despatch.id()));
    }
    var papers = get(here, one, 200).at("/papers");
    assertThat(papers.at("/loading")).hasSize(1);
    assertThat(papers.at("/outturn/0/said/by/party").asText()).isEqualTo("pk");
    assertThat(papers.at("/difference/allowed").asText()).isEqualTo("2000");
    assertThat(papers.at("/difference/valued").asText()).isEqualTo("90000");
    assertThat(papers.at("/difference/disputed").asText()).isEqualTo("10000");
    assertThat(papers.at("/suggestedMatter").asText()).isEqualTo("delivery_dispute");
    assertThat(papers.at("/draft/value").asLong()).isEqualTo(360_000_000);
    assertThat(papers.at("/draft/disputed").asLong()).isEqualTo(40_000_000);
    var acceptance = agree(there, here, "barter_acceptance", drafted(there, one));
    var taken = get(here, one, 200);
    assertThat(taken.at("/consignment/state").asText()).isEqualTo("disputed");
    assertThat(taken.at("/papers/acceptance/open").asLong()).isEqualTo(40_000_000);
    assertThat(taken.at("/papers").has("draft")).isFalse();
    dispute(clerk, there, one, acceptance, receipt);
    exported(here, there, one);
  }

  private String drafted(TestClient as, String path) throws Exception {
    return get(as, path, 200).at("/papers/draft").toString();
  }

  private void exported(TestClient here, TestClient there, String one) throws Exception {
    var epcis = get(there, one + "/epcis", 200).at("/epcisBody/eventList");
    assertThat(epcis).hasSize(8);
    assertThat(epcis.toString()).contains("recadv", "https://ir.", "\"sarhad:stamped\"");
    assertThat(text(there, one + "/despatch-advice"))
        .contains("<cbc:DeliveredQuantity unitCode=\"KGM\">100000<");
    assertThat(text(there, one + "/receipt-advice")).contains("KGM\">90000<", "KGM\">10000<");
    for (var document : List.of("despatch-advice", "receipt-advice", "transportation-status")) {
      assertThat(text(here, one + "/" + document))
          .as("the same bytes on both nodes")
          .isEqualTo(text(there, one + "/" + document));
    }
    get(there, CONSIGNMENTS + "/pk/99999/receipt-advice", 404);
  }

  private String text(TestClient as, String path) throws Exception {
    var answer = held(as.get(path));
    assertThat(answer.status()).as(path).isEqualTo(200);
    return answer.text();
  }

  /// Our clerk complains, and both sides see the matter beside the papers.
  private void dispute(
      TestClient clerk, TestClient there, String one, Named acceptance, Named receipt)
      throws Exception {
    say(
        clerk,
        there,
        "inquiry.matter_opened",
        """
        {"about":"%s","imported":false,"matter":"delivery_dispute",
         "title":{"lang":"en","text":"A tenth less rice"}}
        """
            .formatted(acceptance.id()));
    for (var each : List.of(clerk, there)) {
      var matter = get(each, one, 200).at("/matters/0");
      assertThat(matter.at("/party").asText()).isEqualTo("ir");
      assertThat(
              get(each, "/api/v1/inquiry/matters/" + matter.at("/matter").asText() + "/board", 200)
                  .at("/matter/about")
                  .asText())
          .isEqualTo(acceptance.name());
    }
    assertThat(get(there, CONSIGNMENTS + "/" + receipt.name(), 200).at("/consignment"))
        .as("by one of its papers")
        .isEqualTo(get(there, one, 200).at("/consignment"));
  }

  private void compared(TestClient watch, TestClient there, Named rice) throws Exception {
    var all = get(watch, ROOT + "/comparisons?limit=1", 200);
    assertThat(all.at("/items/0/of/act").asText()).isEqualTo(rice.id());
    assertThat(all.at("/items/0/finding/isSystematic").asBoolean()).isFalse();
    var seen = get(watch, ROOT + "/comparisons/" + rice.name(), 200);
    assertThat(seen.at("/steps")).hasSize(1);
    assertThat(seen.at("/steps/0/differencePpm").asLong()).isEqualTo(-105_263);
    assertThat(seen.at("/steps/0/lessPpm").asLong())
        .as("three deviations, less half of one")
        .isEqualTo(5_302);
    assertThat(seen.at("/test/falseAlarmsPermille").asInt()).isEqualTo(135);
    assertThat(get(there, ROOT + "/comparisons/" + rice.name(), 200).at("/steps"))
        .isEqualTo(seen.at("/steps"));
    assertThat(get(watch, ROOT + "/comparisons/" + rice.name() + "?before=1", 200).at("/steps"))
        .isEmpty();
  }

  // ---- energy ---------------------------------------------------------------------------------

  private void energy(TestClient here, TestClient there, TestClient watch) throws Exception {
    var power =
        trade(here, there, 2, "1010", "271600", "Power", 1_000_000_000L, "WHR", "\"10\"", "MWH");
    var line =
        agree(
            here,
            there,
            "energy_line",
            """
            {"bands":[{"from":0,"name":"low"},{"from":28,"name":"high"}],"contract":"%s","loss":0,
             "metering":"ends","minimum":900000000,"name":"jakigur-mand",
             "returned":{"due":{"amount":1,"unit":"MTQ"},"per":{"amount":3,"unit":"KWH"}}}
            """
                .formatted(power.id()));
    var path = LINES + "/" + line.name();
    var shown = get(watch, LINES, 200).at("/items/0");
    assertThat(shown.at("/act").asText()).isEqualTo(line.id());
    assertThat(shown.at("/offset").asText()).isEqualTo("+00:00");
    for (var each : List.of(here, there)) {
      schedule(each, each == here ? there : here, line);
    }
    var tomorrow = get(watch, path + "/days/" + today.plusDays(1), 200);
    assertThat(tomorrow.at("/schedule").asText()).isEqualTo("agreed");
    assertThat(tomorrow.at("/close/missing")).hasSize(2);
    upload(here, watch, path);
    state(there, path, csv("B-1", 998));
    here.await(path + "/days/" + yesterday, day -> day.at("/close/isClosed").asBoolean());
    var day = get(watch, path + "/days/" + yesterday, 200);
    assertThat(day.at("/close/sent").asLong()).isEqualTo(96_000);
    assertThat(day.at("/close/received").asLong()).isEqualTo(95_808);
    assertThat(day.at("/close/accepted").asLong()).isEqualTo(95_808);
    assertThat(day.at("/close/holes/0/count").asInt()).isOne();
    assertThat(day.at("/accepted/0").asLong()).isEqualTo(998);
    assertThat(day.at("/meters/0/filled/3").asLong()).isEqualTo(1_000);
    assertThat(day.at("/meters/0/quality").asText()).startsWith("mmm-m");
    var month = get(watch, path + "/months/" + YearMonth.from(yesterday), 200);
    assertThat(month.at("/close/accepted").asLong()).isEqualTo(95_808);
    assertThat(month.at("/close/shortfall").asLong()).as("days are open").isZero();
    assertThat(month.at("/close/returned/exact").asText()).isEqualTo("3992/125");
    assertThat(month.at("/close/returned/whole").asText()).isEqualTo("31");
    var compared = get(watch, path + "/comparison", 200);
    assertThat(compared.at("/steps/0/day").asText()).isEqualTo(yesterday.toString());
    assertThat(get(there, path + "/comparison", 200).at("/steps")).isEqualTo(compared.at("/steps"));
    shortfall(here, there, path);
    get(watch, path + "/days/2019-02-30", 404);
    get(watch, path + "/months/2019-13", 404);
    get(watch, LINES + "/ir/99999/comparison", 404);
    get(watch, path + "/comparison?limit=0", 400);
  }

  /// A month in which little flowed: what was not taken is paid for, as both have computed it.
  private void shortfall(TestClient here, TestClient there, String path) throws Exception {
    var month = YearMonth.from(today).minusMonths(2);
    state(here, path, csv("A-0", month));
    state(there, path, csv("B-0", month));
    var path0 = path + "/months/" + month;
    here.await(path0, known -> known.at("/close/open").isEmpty());
    there.await(path0, known -> known.at("/close/open").isEmpty());
    var close = get(here, path0, 200).at("/close");
    long untaken = 900_000_000L - 96_000L * month.lengthOfMonth();
    assertThat(close.at("/shortfall").asLong()).isEqualTo(untaken);
    assertThat(close.at("/worth").asLong()).isEqualTo(untaken / 10);
    var draft = close.at("/draft").toString();
    var wrong = draft.replace(":" + untaken, ":" + (untaken + 1_000));
    assertThat(
            post(
                    here,
                    "/api/v1/acts",
                    "{\"kind\":\"barter_shortfall\",\"terms\":%s}".formatted(wrong),
                    409)
                .toString())
        .contains("barter.figure_differs");
    var tenth =
        draft
            .replace(":" + untaken, ":" + (untaken - 1_000))
            .replace(":" + untaken / 10, ":" + (untaken - 1_000) / 10);
    assertThat(
            post(
                    here,
                    "/api/v1/acts",
                    "{\"kind\":\"barter_shortfall\",\"terms\":%s}".formatted(tenth),
                    409)
                .toString())
        .contains("energy.shortfall_differs");
    var act = agree(here, there, "barter_shortfall", draft);
    var paid = get(there, path0, 200).at("/close");
    assertThat(paid.at("/paid").asText()).isEqualTo(act.name());
    assertThat(paid.has("draft")).isFalse();
  }

  /// A month, a kilowatt hour in each quarter.
  private static String csv(String serial, YearMonth month) {
    var text = new StringBuilder("serial,from,wh,register,quality\n");
    for (int i = 0; i < 96 * month.lengthOfMonth(); i++) {
      text.append(
          "%s,%sT%02d:%02d:00Z,1000,%d,m\n"
              .formatted(
                  serial, month.atDay(i / 96 + 1), i % 96 / 4, i % 4 * 15, (i + 1) * 1_000L));
    }
    return text.toString();
  }

  private void schedule(TestClient as, TestClient other, Named line) throws Exception {
    say(
        as,
        other,
        "energy.schedule",
        "{\"day\":\"%s\",\"line\":\"%s\",\"quarters\":%s,\"version\":1}"
            .formatted(today.plusDays(1), line.id(), Collections.nCopies(96, 1000)));
  }

  /// One line of the export is broken: it is named, and its quarter is a gap that is filled.
  private void upload(TestClient here, TestClient watch, String path) throws Exception {
    var broken = csv("A-1", 1000).replace("T00:45:00Z,1000", "T00:45:00Z,much");
    var looked = looked(here, path, broken);
    assertThat(looked.at("/refusedTotal").asInt()).isOne();
    assertThat(looked.at("/refused/0/line").asInt()).isEqualTo(5);
    assertThat(looked.at("/refused/0/value").asText()).isEqualTo("much");
    assertThat(looked.at("/refused/0/code").asText()).isEqualTo("wh");
    assertThat(looked.at("/found/0/gaps").asInt()).isOne();
    assertThat(looked.at("/found/0/was").asText()).isEqualTo("nothing");
    var stating = path + "/meter?digest=" + looked.at("/digest").asText();
    assertThat(csv(here, path + "/meter", broken, 409).at("/code").asText())
        .isEqualTo("list.other");
    assertThat(csv(here, stating, broken, 409).at("/code").asText()).isEqualTo("list.faults");
    var stated = csv(here, stating + "&faults=leave_out", broken, 201);
    assertThat(stated.at("/entries")).hasSize(1);
    assertThat(csv(here, stating + "&faults=leave_out", broken, 201).at("/refused/0/code").asText())
        .isEqualTo("energy.unchanged");
    assertThat(looked(here, path, broken).at("/found/0/was").asText()).isEqualTo("same");
    csv(watch, path + "/meter/preview", broken, 403);
    csv(here, LINES + "/ir/99999/meter/preview", broken, 404);
    csv(here, LINES + "/ir/99999/meter", broken, 404);
    assertThat(looked(here, path, "a,b\n").at("/refused/0/code").asText()).isEqualTo("heading");
    twoMeters(here, path);
    binary(here, path);
  }

  private void twoMeters(TestClient here, String path) throws Exception {
    var both =
        csv("A-1", 1000) + csv("A-2", 1000).lines().skip(1).reduce("", (a, b) -> a + b + "\n");
    var digest = looked(here, path, both).at("/digest").asText();
    assertThat(csv(here, path + "/meter?digest=" + digest, both, 400).toString())
        .contains("expected one meter");
  }

  private void binary(TestClient here, String path) throws Exception {
    var answer =
        held(
            here.upload(
                path + "/meter/preview", "text/csv", new byte[] {(byte) 0xff, (byte) 0xfe}));
    assertThat(answer.expect(400).toString()).contains("UTF-8");
  }

  private void state(TestClient as, String path, String csv) throws Exception {
    var digest = looked(as, path, csv).at("/digest").asText();
    assertThat(csv(as, path + "/meter?digest=" + digest, csv, 201).at("/refused")).isEmpty();
  }

  private JsonNode looked(TestClient as, String path, String csv) throws Exception {
    return csv(as, path + "/meter/preview", csv, 200);
  }

  /// Yesterday, as much in each quarter.
  private String csv(String serial, long each) {
    var text = new StringBuilder("serial,from,wh,register,quality\n");
    for (int i = 0; i < 96; i++) {
      text.append(
          "%s,%sT%02d:%02d:00Z,%d,%d,m\n"
              .formatted(serial, yesterday, i / 4, i % 4 * 15, each, (i + 1) * each));
    }
    return text.toString();
  }

  // ---- agreeing -------------------------------------------------------------------------------

  private Named trade(
      TestClient here,
      TestClient there,
      int number,
      String account,
      String commodity,
      String name,
      long amount,
      String unit,
      String formula,
      String per)
      throws Exception {
    return agree(
        here,
        there,
        "barter_contract",
        """
        {"goods":{"account":"%s","buyer":"buyer-7","commodity":"%s","exporter":"ir",
         "name":{"en":"%s"},"seller":"seller-1"},"indices":{},"number":%d,
         "price":{"formula":%s,"per":"%s","where":{}},"quantity":{"amount":%d,"unit":"%s"},
         "screening":[],"until":"%s","weighed":"outturn"}
        """
            .formatted(account, commodity, name, number, formula, per, amount, unit, until));
  }

  private Named reserve(
      TestClient here,
      TestClient there,
      Named contract,
      int number,
      long amount,
      String unit,
      long hold)
      throws Exception {
    return agree(
        here,
        there,
        "barter_reservation",
        """
        {"contract":"%s","hold":%d,"number":%d,"quantity":{"amount":%d,"unit":"%s"},"until":"%s"}
        """
            .formatted(contract.id(), hold, number, amount, unit, until));
  }

  private Named agree(TestClient proposer, TestClient other, String kind, String terms)
      throws Exception {
    var proposal = JSON.createObjectNode().put("kind", kind);
    proposal.set("terms", JSON.readTree(terms));
    var act = post(proposer, "/api/v1/acts", proposal.toString(), 201).at("/entries/0").asText();
    var path = "/api/v1/acts/" + act;
    var leaf = other.await(path, seen -> seen.has("act")).at("/act/leaf").asText();
    post(other, path + "/assents", "{\"leaf\":\"%s\"}".formatted(leaf), 201);
    for (var each : List.of(proposer, other)) {
      each.await(path, seen -> seen.at("/act/stage").asText().equals("effective"));
    }
    return named(proposer, act);
  }

  /// What `as` states, once `other` knows it.
  private Named say(TestClient as, TestClient other, String kind, String body) throws Exception {
    var said = post(as, STATEMENTS, statement(kind, body), 201).at("/entries/0").asText();
    other.await("/api/v1/record/entries/" + said, seen -> seen.has("leafHash"));
    return named(as, said);
  }

  private void refuse(TestClient as, String kind, String body, String code) throws Exception {
    assertThat(post(as, STATEMENTS, statement(kind, body), 409).at("/code").asText())
        .isEqualTo(code);
  }

  private static String statement(String kind, String body) {
    return "{\"kind\":\"%s\",\"body\":%s}".formatted(kind, body);
  }

  private Named named(TestClient as, String entry) throws Exception {
    var detail = as.get("/api/v1/record/entries/" + entry).expect(200);
    return new Named(
        detail.at("/envelope/log").asText() + "#" + detail.at("/envelope/seq").asLong(), entry);
  }

  // ---- asking ---------------------------------------------------------------------------------

  private JsonNode csv(TestClient as, String path, String text, int status) throws Exception {
    return held(as.upload(path, "text/csv", text.getBytes(StandardCharsets.UTF_8))).expect(status);
  }
}
