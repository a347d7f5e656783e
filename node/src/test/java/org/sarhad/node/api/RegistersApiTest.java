package org.sarhad.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.sarhad.node.testing.TestClient;
import org.sarhad.node.testing.TestNode;

/// Duties, meetings, commitments, complaints and the health of the cooperation, over the API of two
/// running nodes. Every answer is held against the contract.
class RegistersApiTest extends ApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TEXT = "{\"en\":\"as it was\"}";

  private record Desks(
      TestClient chief,
      TestClient clerk,
      TestClient watch,
      TestClient theirChief,
      TestClient theirClerk,
      TestClient theirWatch) {}

  @Test
  void whatTheSidesKeepTogetherIsSeenAlikeOnBothNodes() throws Exception {
    try (var ir = TestNode.start(directory.resolve("ir"), "ir");
        var pk = TestNode.start(directory.resolve("pk"), "pk")) {
      TestNode.pair(ir, pk);
      try (var chief = ir.signIn("chief");
          var clerk = ir.signIn("clerk");
          var watch = ir.signIn("watch");
          var theirChief = pk.signIn("chief");
          var theirClerk = pk.signIn("clerk");
          var theirWatch = pk.signIn("watch")) {
        var desks = new Desks(chief, clerk, watch, theirChief, theirClerk, theirWatch);
        nothingYet(desks);
        rules(desks);
        duties(desks);
        meetings(desks);
        commitments(desks);
        complaints(desks);
        health(desks);
      }
    }
  }

  // ---- nothing yet ----------------------------------------------------------------------------

  /// What is not known is left out: an empty record is no record of success.
  private void nothingYet(Desks desks) throws Exception {
    assertThat(get(desks.chief(), "/api/v1/duties").at("/late")).isEmpty();
    assertThat(get(desks.chief(), "/api/v1/meetings").at("/total").asInt()).isZero();
    var health = get(desks.chief(), "/api/v1/cooperation");
    assertThat(figure(health, "acknowledged_median_s", "pk").has("value")).isFalse();
    assertThat(figure(health, "link_up_permille", "").has("previous"))
        .as("nobody watched before this node was there")
        .isFalse();
    for (var path :
        List.of(
            "/api/v1/meetings/ir/999", "/api/v1/commitments/ir/999/1",
            "/api/v1/commitments/ir/0/33", "/api/v1/complaints/xx/1")) {
      assertThat(get(desks.chief(), path, 404).at("/code").asText()).isEqualTo("thing.unknown");
    }
    for (var path :
        List.of(
            "/api/v1/duties?from=yesterday",
            "/api/v1/duties?to=%2B999999999-01-01T00:00:00Z",
            "/api/v1/cooperation/evaluation?from=-999999999-01-01T00:00:00Z&to=-999999998-01-01T00:00:00Z",
            "/api/v1/meetings?phase=soon",
            "/api/v1/commitments?silentDays=-1",
            "/api/v1/commitments?condition=fine",
            "/api/v1/complaints?cursor=x",
            "/api/v1/cooperation?days=0",
            "/api/v1/cooperation/evaluation?from=2026-01-01T00:00:00Z&to=2025-01-01T00:00:00Z")) {
      get(desks.chief(), path, 400);
    }
  }

  /// Nothing is agreed on before there are rules.
  private void rules(Desks desks) throws Exception {
    var root = Path.of(System.getProperty("sarhad.root", ".."));
    var document = JSON.readTree(root.resolve("docs/scenarios/modalities-1.json").toFile());
    agree(desks, "modalities", document);
    for (var chief : List.of(desks.chief(), desks.theirChief())) {
      chief.await("/api/v1/modalities", known -> known.at("/inForce/number").asInt() == 1);
    }
  }

  // ---- duties ---------------------------------------------------------------------------------

  /// A duty whose second rung has been reached for its first occurrence: the nodes say so by
  /// themselves, and the calendar shows before whom it is.
  private void duties(Desks desks) throws Exception {
    var first = LocalDate.now(ZoneOffset.UTC).minusDays(20);
    var terms =
        JSON.readTree(
            """
            {"what":"meeting","level":"commission","cycle":"P30D","first":"%s+00:00",
             "title":{"en":"Border commission","fa":"کمیسیون مرزی"},
             "escalation":{"grace_days":7,"step_days":7,"ladder":["sector_commander","chief"]}}
            """
                .formatted(first));
    agree(desks, "recurring_duty", terms);
    var calendar =
        await(
            desks.chief(),
            "/api/v1/duties",
            seen -> seen.at("/late/0/before").asText().equals("chief"));
    assertThat(calendar.at("/lateTotal").asInt()).isEqualTo(1);
    assertThat(calendar.at("/late/0/stage").asText()).isEqualTo("open");
    assertThat(calendar.at("/late/0").has("next")).as("the ladder is at its end").isFalse();
    assertThat(calendar.at("/duties/0/next/number").asInt()).isEqualTo(2);
    assertThat(calendar.at("/occurrences")).hasSizeGreaterThan(3);
    assertThat(calendar.at("/occurrences/1/next/role").asText()).isEqualTo("sector_commander");
    assertThat(
            get(desks.chief(), "/api/v1/duties?from=2100-01-01T00:00:00Z&to=2099-01-01T00:00:00Z")
                .at("/occurrences"))
        .isEmpty();
  }

  // ---- meetings -------------------------------------------------------------------------------

  private void meetings(Desks desks) throws Exception {
    var calendar = get(desks.chief(), "/api/v1/duties");
    var called =
        "{\"duty\":\"%s\",\"number\":1,\"at\":\"%s\",\"place\":{\"en\":\"Taftan\"},\"subject\":{\"en\":\"The quarter\"}}"
            .formatted(calendar.at("/duties/0/id").asText(), ago(60));
    assertThat(say(desks.watch(), "meeting.called", called, 409).at("/code").asText())
        .isEqualTo("meeting.role_missing");
    var name = say(desks.clerk(), "meeting.called", called, 201).at("/entries/0").asText();
    var path = "/api/v1/meetings/" + name;
    var meeting =
        await(
            desks.theirClerk(),
            path,
            seen -> seen.at("/meeting/stage").asText().equals("proposed"));
    var about = "\"meeting\":\"%s\"".formatted(meeting.at("/meeting/id").asText());

    say(desks.theirClerk(), "meeting.answered", "{%s,\"comes\":true}".formatted(about), 201);
    var agenda = "{%s,\"version\":1,\"items\":[{\"en\":\"Crossings\"},{\"en\":\"Trade\"}]}";
    say(desks.clerk(), "meeting.agenda_set", agenda.formatted(about), 201);
    say(desks.theirClerk(), "meeting.agenda_set", agenda.formatted(about), 201);
    var both = await(desks.clerk(), path, seen -> seen.at("/agendas").size() == 2);
    assertThat(both.at("/meeting/isAgendaAgreed").asBoolean()).isFalse();
    var theirs = both.at("/agendas/1");
    assertThat(theirs.at("/party").asText()).isEqualTo("pk");
    say(
        desks.clerk(),
        "meeting.agenda_accepted",
        "{%s,\"agenda\":\"%s\"}".formatted(about, theirs.at("/id").asText()),
        201);
    await(desks.theirClerk(), path, seen -> seen.at("/meeting/isAgendaAgreed").asBoolean());

    say(
        desks.clerk(),
        "meeting.outcome_stated",
        "{%s,\"outcome\":\"not_held\",\"reason\":\"agenda_not_agreed\",\"remark\":%s}"
            .formatted(about, TEXT),
        201);
    var partly = await(desks.theirClerk(), path, seen -> seen.at("/meeting/words").size() == 1);
    assertThat(partly.at("/meeting/stage").asText()).isEqualTo("partly_stated");
    assertThat(partly.at("/meeting/words/0/remark/en").asText()).isEqualTo("as it was");
    say(
        desks.theirClerk(),
        "meeting.outcome_stated",
        "{%s,\"outcome\":\"walked_out\",\"by\":[\"ir\"],\"item\":{\"agenda\":\"%s\",\"number\":2}}"
            .formatted(about, theirs.at("/id").asText()),
        201);
    say(desks.clerk(), "meeting.minutes_noted", "{%s,\"text\":%s}".formatted(about, TEXT), 201);
    var differing =
        await(
            desks.clerk(),
            path,
            seen ->
                seen.at("/meeting/stage").asText().equals("differing")
                    && seen.at("/minutes").size() == 1);
    assertThat(differing.at("/occurrence/stage").asText()).isEqualTo("differing");
    assertThat(differing.at("/meeting/words/1/item/number").asInt()).isEqualTo(2);

    // By signing a record both say that it was held, whatever they said before; but who says that
    // somebody walked out goes on saying so.
    say(
        desks.theirClerk(),
        "meeting.outcome_stated",
        "{%s,\"outcome\":\"held\"}".formatted(about),
        201);
    var record =
        JSON.readTree(
            """
            {%s,"commitments":[],"items":[{"outcome":"noted","subject":{"en":"Crossings"},
             "positions":{"ir":{"en":"ours"},"pk":{"en":"theirs"}}}]}
            """
                .formatted(about));
    agree(desks, "joint_record", record);
    var over =
        await(
            desks.theirClerk(),
            path,
            seen ->
                seen.at("/meeting/record").asText().startsWith("ir/")
                    && seen.at("/meeting/isFinal").asBoolean());
    assertThat(over.at("/meeting/stage").asText()).isEqualTo("held");
    assertThat(over.at("/records/0/stage").asText()).isEqualTo("effective");
    assertThat(over.at("/history").findValuesAsText("kind"))
        .startsWith("meeting.called")
        .contains("meeting.answered", "meeting.agenda_accepted", "meeting.minutes_noted")
        .hasSize(9);
    assertThat(get(desks.clerk(), "/api/v1/duties").at("/lateTotal").asInt()).isZero();
    assertThat(get(desks.clerk(), "/api/v1/meetings?phase=over&limit=1").at("/items")).hasSize(1);
    assertThat(get(desks.clerk(), "/api/v1/meetings?phase=open").at("/items")).isEmpty();
    assertThat(say(desks.clerk(), "meeting.called", called, 409).at("/code").asText())
        .isEqualTo("meeting.occurrence_ended");
  }

  // ---- commitments ----------------------------------------------------------------------------

  private void commitments(Desks desks) throws Exception {
    var scenario =
        JSON.readTree(
            Path.of(System.getProperty("sarhad.root", ".."), "docs/scenarios/commitments-2019.json")
                .toFile());
    var terms = (ObjectNode) scenario.at("/commitments/0/terms");
    agree(desks, "commitment", terms);
    var later = terms.deepCopy().put("due", "2024-06-30+05:00").put("subject", "rail");
    var registered =
        say(desks.clerk(), "commitment.registered", "{\"terms\":%s}".formatted(later), 201)
            .at("/entries/0")
            .asText();
    var all =
        await(desks.theirClerk(), "/api/v1/commitments", seen -> seen.at("/total").asInt() == 2);
    assertThat(all.at("/subjects").findValuesAsText("")).isEmpty();
    assertThat(all.at("/conditions/overdue").asInt()).isEqualTo(1);
    assertThat(all.at("/items/0/entry").asText()).as("what is overdue first").isEqualTo(registered);
    assertThat(all.at("/items/0/standing").asText()).isEqualTo("registered");
    assertThat(all.at("/items/1").has("due")).as("no date was set").isFalse();

    for (var filter :
        List.of("owner=ir", "due=dated", "condition=overdue", "stage=open", "subject=rail")) {
      var found = get(desks.clerk(), "/api/v1/commitments?" + filter);
      assertThat(found.at("/items/0/entry").asText()).as(filter).isEqualTo(registered);
    }
    assertThat(get(desks.clerk(), "/api/v1/commitments?silentDays=1").at("/total").asInt())
        .isZero();
    var first = get(desks.clerk(), "/api/v1/commitments?limit=1");
    var next =
        get(desks.clerk(), "/api/v1/commitments?limit=1&cursor=" + first.at("/next").asText());
    assertThat(next.at("/items/0/entry").asText()).isNotEqualTo(registered);
    assertThat(next.has("next")).isFalse();

    var path = "/api/v1/commitments/%s/1".formatted(registered);
    var about =
        "\"commitment\":{\"entry\":\"%s\",\"number\":1}".formatted(all.at("/items/0/id").asText());
    say(desks.theirClerk(), "commitment.acknowledged", "{%s}".formatted(about), 201);
    var word = "{%s,\"as_of\":\"%s\",\"evidence\":[],%s\"text\":%s}";
    say(
        desks.clerk(),
        "commitment.progress_stated",
        word.formatted(about, ago(5), "\"extent\":{\"percent\":40},", TEXT),
        201);
    say(
        desks.theirClerk(),
        "commitment.disputed",
        "{%s,\"evidence\":[],\"text\":%s}".formatted(about, TEXT),
        201);
    var seen =
        await(
            desks.clerk(),
            path,
            detail ->
                detail.at("/commitment/cells/1/word/says").asText().equals("disputed")
                    && detail.at("/commitment/cells/0/word/percent").asInt() == 40);
    assertThat(seen.at("/commitment/standing").asText()).isEqualTo("acknowledged");
    assertThat(seen.at("/history").findValuesAsText("kind"))
        .contains("commitment.progress_stated", "commitment.disputed")
        .hasSize(4);

    var closure = JSON.readTree("{%s,\"how\":\"dropped\",\"reason\":%s}".formatted(about, TEXT));
    agree(desks, "commitment_closed", closure);
    var closed =
        await(
            desks.theirClerk(),
            path,
            detail -> detail.at("/commitment/stage").asText().equals("dropped"));
    assertThat(closed.at("/closures/0/stage").asText()).isEqualTo("effective");
    assertThat(closed.at("/commitment/end/act").asText()).startsWith("ir/");
    assertThat(
            say(
                    desks.clerk(),
                    "commitment.fulfilled_stated",
                    word.formatted(about, ago(1), "", TEXT),
                    409)
                .at("/code")
                .asText())
        .isEqualTo("commitment.commitment_ended");
  }

  // ---- complaints -----------------------------------------------------------------------------

  private void complaints(Desks desks) throws Exception {
    var lodged =
        say(
                desks.clerk(),
                "complaint.lodged",
                "{\"against\":\"pk\",\"evidence\":[],\"occurred\":\"%s\",\"place\":{\"en\":\"Post 42\"},\"text\":%s}"
                    .formatted(ago(600), TEXT),
                201)
            .at("/entries/0")
            .asText();
    var path = "/api/v1/complaints/" + lodged;
    var there = await(desks.theirClerk(), path, seen -> seen.has("complaint"));
    var about = "\"complaint\":\"%s\"".formatted(there.at("/complaint/id").asText());
    assertThat(get(desks.theirClerk(), "/api/v1/complaints").at("/unanswered").asInt())
        .isEqualTo(1);
    var answer = "{%s,\"answer\":\"%s\",\"evidence\":[],\"text\":%s}";
    say(
        desks.theirClerk(),
        "complaint.answered",
        answer.formatted(about, "looking_into", TEXT),
        201);
    var looked = await(desks.clerk(), path, seen -> seen.at("/complaint").has("answer"));
    assertThat(looked.at("/complaint/stage").asText())
        .as("to look into it is no answer")
        .isEqualTo("unanswered");
    say(desks.theirClerk(), "complaint.answered", answer.formatted(about, "rejected", TEXT), 201);
    await(desks.clerk(), path, seen -> seen.at("/complaint/stage").asText().equals("answered"));
    say(
        desks.clerk(),
        "complaint.closed",
        "{%s,\"how\":\"unresolved\",\"text\":%s}".formatted(about, TEXT),
        201);
    var closed =
        await(
            desks.theirClerk(),
            path,
            seen -> seen.at("/complaint/closed/how").asText().equals("unresolved"));
    assertThat(closed.at("/history")).hasSize(4);
    assertThat(get(desks.clerk(), "/api/v1/complaints?stage=unanswered").at("/items")).isEmpty();
    say(
        desks.clerk(),
        "complaint.lodged",
        "{\"against\":\"pk\",\"evidence\":[],\"text\":%s}".formatted(TEXT),
        201);
  }

  // ---- health ---------------------------------------------------------------------------------

  private void health(Desks desks) throws Exception {
    var incident =
        post(
                desks.watch(),
                "/api/v1/incidents",
                "{\"codeWord\":\"TUFAN\",\"what\":\"Shots\",\"where\":{\"label\":\"Post 42\"},\"when\":\"%s\",\"priority\":\"P2\",\"audience\":\"release\"}"
                    .formatted(ago(3)),
                201)
            .at("/id")
            .asText();
    var room = "/api/v1/incidents/" + incident;
    await(desks.theirWatch(), room, seen -> seen.has("summary"));
    post(desks.theirWatch(), room + "/acknowledge", "{}", 201);
    var call =
        "{\"channel\":\"phone\",\"direction\":\"we_called\",\"at\":\"%s\",\"counterpart\":\"Watch officer\",\"text\":\"shots\",\"readBack\":\"correct\",\"audience\":\"%s\"}";
    post(desks.watch(), room + "/hotline", call.formatted(ago(2), "release"), 201);
    post(desks.watch(), room + "/hotline", call.formatted(ago(2), "internal"), 201);

    var here =
        await(
            desks.watch(),
            "/api/v1/cooperation?days=30",
            seen ->
                figure(seen, "acknowledged", "pk").at("/value").asInt() == 1
                    && seen.at("/unansweredTotal").asInt() == 1);
    assertThat(figure(here, "hotline_activations", "").at("/value").asInt())
        .as("what is internal is not counted")
        .isEqualTo(1);
    assertThat(figure(here, "acknowledged_median_s", "pk").at("/value").asInt()).isLessThan(60);
    assertThat(figure(here, "acknowledged", "ir").at("/value").asInt()).isZero();
    assertThat(figure(here, "acknowledged_median_s", "ir").has("value")).isFalse();
    assertThat(figure(here, "duties_held", "commission").at("/value").asInt()).isEqualTo(1);

    var from = Instant.now().minus(365, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);
    var to = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS);
    var query = "/api/v1/cooperation/evaluation?from=%s&to=%s".formatted(from, to);
    var report = get(desks.watch(), query);
    assertThat(report.at("/unanswered")).hasSize(1);
    assertThat(report.at("/cut").asBoolean()).isFalse();
    var theirs = await(desks.theirWatch(), query, seen -> seen.at("/unanswered").size() == 1);
    assertThat(withoutLink(theirs)).as("the same on both nodes").isEqualTo(withoutLink(report));
  }

  /// The figures that come from the record. How long people took is measured from receipts, of
  /// which the two nodes know different ends.
  private static List<String> withoutLink(JsonNode report) {
    var figures = new ArrayList<String>();
    report
        .at("/figures")
        .forEach(
            figure -> {
              var name = figure.at("/name").asText();
              if (!name.equals("link_up_permille") && !name.endsWith("_s")) {
                figures.add(figure.toString());
              }
            });
    return figures;
  }

  private static JsonNode figure(JsonNode health, String name, String of) {
    for (var figure : health.at("/figures")) {
      var whose = figure.at("/party").asText() + figure.at("/level").asText();
      if (figure.at("/name").asText().equals(name) && whose.equals(of)) {
        return figure;
      }
    }
    throw new AssertionError("no figure " + name + " of " + of + " in " + health);
  }

  // ---- asking ---------------------------------------------------------------------------------

  /// Both sides sign `terms`.
  private void agree(Desks desks, String kind, JsonNode terms) throws Exception {
    var proposal = JSON.createObjectNode().put("kind", kind);
    proposal.set("terms", terms);
    var act =
        post(desks.chief(), "/api/v1/acts", proposal.toString(), 201).at("/entries/0").asText();
    var path = "/api/v1/acts/" + act;
    var leaf = desks.theirChief().await(path, seen -> seen.has("act")).at("/act/leaf").asText();
    post(desks.theirChief(), path + "/assents", "{\"leaf\":\"%s\"}".formatted(leaf), 201);
    desks.chief().await(path, seen -> seen.at("/act/stage").asText().equals("effective"));
  }

  private JsonNode say(TestClient as, String kind, String body, int status) throws Exception {
    return post(
        as, "/api/v1/statements", "{\"kind\":\"%s\",\"body\":%s}".formatted(kind, body), status);
  }

  private JsonNode get(TestClient as, String path) throws Exception {
    return get(as, path, 200);
  }

  /// Waits until the answer is as wanted, and holds the last one against the contract.
  private JsonNode await(TestClient as, String path, Predicate<JsonNode> wanted) throws Exception {
    as.await(path, wanted);
    return get(as, path);
  }

  private static String ago(int minutes) {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(60L * minutes).toString();
  }
}
