package org.sarhad.node.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.sarhad.node.testing.TestClient;

/// What happens at the line: crossings, handovers, notices and requests for information.
final class LineChapter extends Chapter {
  LineChapter(HeldToContract contract) {
    super(contract);
  }

  /// Our unit visits the other side, whose watch stops it.
  void crossings(
      TestClient watch,
      TestClient chief,
      TestClient theirChief,
      TestClient theirCommander,
      TestClient there,
      String incident,
      String unit)
      throws Exception {
    get(watch, "/api/v1/crossings", 200);
    get(watch, "/api/v1/crossings?incident=INC-IR-1&state=current&limit=5", 200);
    get(watch, "/api/v1/crossings?state=soon", 400);
    get(watch, "/api/v1/crossings?cursor=soon", 400);
    get(watch, "/api/v1/crossings/ir/999999", 404);
    var officer = there.get("/api/v1/session").json().at("/officer").asText();
    var terms =
        """
        {"kind":"crossing","expires":"%s","terms":{"area":[26230000,61900000,26230000,61920000,26250000,61920000],
         "conditions":{"en":"by day"},"from":"%s","host":"pk","in_charge":"%s","incident":"%s","languages":["en"],
         "purpose":{"en":"Search"},"units":["%s"],"until":"%s","visitor":"ir"}}
        """;
    var commanding = theirCommander.get("/api/v1/session").json().at("/officer").asText();
    var refused =
        post(
            chief,
            "/api/v1/acts",
            terms.formatted(utc(-4), utc(1), officer, incident, unit, utc(-60)),
            404);
    assertThat(refused.at("/code").asText()).isEqualTo("crossing.host_officer_unknown");
    var asked =
        propose(
            chief,
            theirChief,
            terms.formatted(utc(-4), utc(1), commanding, incident, unit, utc(-60)));
    get(chief, "/api/v1/crossings/" + asked.act(), 200);
    post(theirChief, asked.path() + "/assents", asked.signing(""), 201);
    var one = "/api/v1/crossings/" + asked.act();
    watch.await(one, seen -> seen.at("/stage").asText().equals("live"));
    post(
        there,
        one + "/stop",
        "{\"units\":[\"%s\"],\"reason\":\"Shots ahead\",\"language\":\"en\"}".formatted(unit),
        201);
    post(there, "/api/v1/crossings/pk/999999/stop", "{}", 404);
    post(watch, one + "/stop", "{}", 409);
    var stopped = watch.await(one, seen -> seen.at("/stage").asText().equals("stopped"));
    post(
        watch,
        "/api/v1/statements",
        "{\"kind\":\"crossing.stop_confirmed\",\"body\":{\"at\":\"%s\",\"stop\":\"%s\",\"unit\":\"%s\"}}"
            .formatted(utc(0), stopped.at("/stops/0/entry").asText(), unit),
        201);
    post(
        there,
        "/api/v1/crossings/stop",
        "{\"units\":[\"%s\"],\"reason\":\"Stay where you are\",\"language\":\"en\"}"
            .formatted(unit),
        201);
    post(there, "/api/v1/crossings/stop", "{}", 400);
    get(watch, one, 200);
    get(watch, "/api/v1/crossings", 200);
    get(watch, "/api/v1/incidents/" + incident, 200);
    get(watch, "/api/v1/overview", 200);
    get(there, "/api/v1/overview", 200);
  }

  /// We hand the search over to them, and offer the whole.
  void handovers(TestClient watch, TestClient commander, TestClient theirCommander, String incident)
      throws Exception {
    get(watch, "/api/v1/handovers", 200);
    get(watch, "/api/v1/handovers?incident=nothing", 400);
    var before = get(watch, "/api/v1/handovers?incident=" + incident + "&limit=5", 200);
    assertThat(before.at("/items/0/whole/party").asText()).isEqualTo("ir");
    assertThat(before.at("/items/0/whole").has("since")).isFalse();
    var terms =
        """
        {"as":"sector_commander","kind":"handover"%s,"terms":{"briefing":{"requests":[],"tasks":[],"units":[]},"from":"ir","incident":"%s",
         "part":{"kind":"%s"},"reasons":{"en":"On your soil now"},"to":"pk"}}
        """;
    var offered = propose(commander, theirCommander, terms.formatted("", incident, "search"));
    var alarmed =
        post(theirCommander, offered.path() + "/assents", offered.signing(AS_COMMANDER), 409);
    assertThat(alarmed.at("/code").asText()).isEqualTo("handover.alarm_unacknowledged");
    for (var open : theirCommander.get("/api/v1/incidents").json().at("/items")) {
      theirCommander.post(
          "/api/v1/incidents/%s/acknowledge".formatted(open.at("/id").asText()), "{}");
    }
    post(theirCommander, offered.path() + "/assents", offered.signing(AS_COMMANDER), 201);
    var passed =
        watch.await(
            "/api/v1/incidents/" + incident,
            room -> room.at("/responsibility/parts/0/party").asText().equals("pk"));
    assertThat(passed.at("/responsibility/whole/party").asText()).isEqualTo("ir");
    assertThat(passed.at("/responsibility/history/0/signatures").size()).isEqualTo(2);
    assertThat(
            post(commander, "/api/v1/acts", terms.formatted("", incident, "search"), 409)
                .at("/code")
                .asText())
        .isEqualTo("handover.not_responsible");
    propose(
        commander,
        theirCommander,
        terms.formatted(",\"expires\":\"2100-01-01T00:00:00.000Z\"", incident, "whole"));
    var open = get(watch, "/api/v1/handovers", 200);
    assertThat(open.at("/items/0/offers/0/standing").asText()).isEqualTo("open");
    assertThat(open.at("/items/0/offers/1/standing").asText()).isEqualTo("accepted");
    get(watch, "/api/v1/incidents/" + incident, 200);
  }

  /// Two works meet, and both sides say so.
  void activities(TestClient watch, TestClient there) throws Exception {
    get(watch, "/api/v1/activities?state=soon", 400);
    get(watch, "/api/v1/activities/ir/999999", 404);
    var notice =
        """
        "area":{"lat":26238100,"lon":61900000,"radius_m":500},"contact":"watch_officer","from":"%s","kind":"works",\
        "means":[],"place":{"en":"Post 42"},"until":"%s","what":{"en":"%s"}"""
            .formatted(utc(-60), utc(-600), "%s");
    var ours = said(watch, "activity.given", notice.formatted("Ditch"));
    var theirs = said(there, "activity.given", notice.formatted("Fence"));
    var near =
        watch.await("/api/v1/activities/" + ours, one -> one.at("/activity/warnings").size() > 0);
    assertThat(near.at("/activity/warnings/0/distanceM").asInt()).isZero();
    assertThat(near.at("/activity/shortBySeconds").asLong()).isPositive();
    var drill =
        said(
            watch,
            "activity.given",
            notice
                .formatted("Drill")
                .replace("works", "exercise")
                .replace("26238100", "27238100")
                .replaceFirst(
                    "\"until\":\"[^\"]*\"", "\"until\":\"%s\"".formatted(utc(-60 - 25 * 60))));
    var tooLong = get(watch, "/api/v1/activities/" + drill, 200);
    assertThat(tooLong.at("/activity/longerBySeconds").asLong()).isBetween(3_600L, 3_700L);
    var us = near.at("/activity/entry").asText();
    var them = near.at("/activity/warnings/0/other/entry").asText();
    there.await("/api/v1/activities/" + ours, one -> one.has("activity"));
    said(there, "activity.acknowledged", beside(us, them));
    said(watch, "activity.acknowledged", beside(them, us));
    watch.await(
        "/api/v1/activities/" + ours,
        one -> one.at("/activity/warnings/0/deconflicted").asBoolean());
    said(
        watch,
        "activity.commented",
        "\"activity\":\"%s\",\"text\":{\"en\":\"Mind the mast\"}".formatted(them));
    said(
        watch,
        "activity.changed",
        "\"activity\":\"%s\",\"reason\":{\"en\":\"Rain\"},".formatted(us)
            + notice.formatted("Ditch, deeper"));
    var changed = get(watch, "/api/v1/activities/" + ours, 200);
    assertThat(changed.at("/versions/1/reason/en").asText()).isEqualTo("Rain");
    assertThat(changed.at("/activity/acknowledgedBy").size()).isZero();
    var whose = "\"activity\":\"%s\",\"reason\":{\"en\":\"No\"}".formatted(them);
    assertThat(
            post(watch, "/api/v1/statements", statement("activity.cancelled", whose), 409)
                .at("/code")
                .asText())
        .isEqualTo("activity.not_yours");
    said(there, "activity.cancelled", whose);
    get(there, "/api/v1/activities/" + theirs, 200);
    get(watch, "/api/v1/activities?state=all&limit=1", 200);
    get(watch, "/api/v1/activities?state=all&limit=1&cursor=1", 200);
    get(watch, "/api/v1/activities", 200);
  }

  private static String beside(String activity, String other) {
    return "\"activity\":\"%s\",\"beside\":\"%s\",\"text\":{\"en\":\"We keep west\"},\"version\":\"%s\""
        .formatted(activity, other, activity);
  }

  /// They ask us; we ask back and answer.
  void information(TestClient watch, TestClient there) throws Exception {
    get(watch, "/api/v1/information?state=soon", 400);
    get(watch, "/api/v1/information/ir/999999", 404);
    var asked =
        said(
            there,
            "information.asked",
            """
            "about":[],"because":{"en":"Lives"},"purpose":{"en":"Rescue"},"subject":{"en":"A white pickup"},\
            "text":{"en":"Seen near Post 42?"},"to":"ir","urgency":"urgent\"""");
    var one = "/api/v1/information/" + asked;
    var seen = watch.await(one, request -> request.has("request")).at("/request/entry").asText();
    var request = "\"request\":\"%s\"".formatted(seen);
    there.await(one, known -> known.at("/request/deadline").has("due"));
    said(watch, "information.received", "\"access\":\"indirect\"," + request);
    said(watch, "information.clarification_asked", request + ",\"text\":{\"en\":\"Which day?\"}");
    var question =
        there
            .await(one, known -> known.at("/clarifications").size() == 1)
            .at("/clarifications/0/asked/statement")
            .asText();
    said(
        there,
        "information.clarification_given",
        "\"question\":\"%s\",%s,\"text\":{\"en\":\"Yesterday\"}".formatted(question, request));
    said(
        watch,
        "information.deferred",
        "\"reason\":{\"en\":\"We ask the post\"},%s,\"until\":\"%s\""
            .formatted(request, utc(-6000)));
    get(watch, "/api/v1/information", 200);
    get(there, one, 200);
    said(
        watch,
        "information.answered",
        "\"evidence\":[],\"reply\":\"nothing_held\",%s,\"text\":{\"en\":\"Not seen\"}"
            .formatted(request));
    var answered = there.await(one, known -> known.at("/answers").size() == 1);
    assertThat(answered.at("/request/stage").asText()).isEqualTo("answered");
    assertThat(
            post(
                    there,
                    "/api/v1/statements",
                    statement("information.withdrawn", "\"reason\":{\"en\":\"x\"}," + request),
                    409)
                .at("/code")
                .asText())
        .isEqualTo("information.request_closed");
    get(there, "/api/v1/information?state=all&limit=1&cursor=0", 200);
    var counted = get(watch, "/api/v1/information/tallies", 200);
    assertThat(counted.at("/items/0/asked").asInt()).isEqualTo(1);
    assertThat(counted.at("/items/0/replies/nothing_held").asInt()).isEqualTo(1);
    assertThat(counted.at("/items/1/asked").asInt()).isZero();
    get(watch, "/api/v1/information/tallies?from=%s&to=%s".formatted(utc(60), utc(-60)), 200);
    get(watch, "/api/v1/information/tallies?from=today", 400);
  }
}
