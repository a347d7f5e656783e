package org.sarhad.node.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// Two compliance officers at a node, who look at those who trade: without their word nothing is
/// signed with anybody (protocol clause 16-4.4).
public final class Screening {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LIST = "5e".repeat(32);
  private static final String GROUNDS =
      "\"grounds\":{\"edition\":1,\"lists\":{\"un\":\"%s\"},\"threshold\":800}".formatted(LIST);

  private Screening() {}

  /// Both sides take one list of the United Nations, of today, and clear each of `subjects` by it;
  /// both nodes know, so that contracts with them can be signed.
  public static void good(TestNode one, TestNode other, String... subjects) throws Exception {
    for (var node : List.of(one, other)) {
      clear(node, subjects);
    }
    for (var node : List.of(one, other)) {
      try (var officer = node.signIn("compliance")) {
        for (var subject : subjects) {
          await(officer, subject, "");
        }
      }
    }
  }

  /// The side of `node` holds `subject` by that list; `other` knows.
  public static void held(TestNode node, TestNode other, String subject) throws Exception {
    try (var officer = node.signIn("compliance");
        var there = other.signIn("compliance")) {
      say(officer, "screening.held", GROUNDS + subject(subject));
      await(there, subject, "screening.party_held");
    }
  }

  private static void clear(TestNode node, String... subjects) throws Exception {
    try (var first = node.signIn("compliance");
        var second = node.signIn("compliance2")) {
      say(
          first,
          "screening.list_taken",
          "\"list\":{\"dated\":\"%s\",\"entities\":3,\"sha256\":\"%s\",\"source\":\"un\"}"
              .formatted(LocalDate.now(ZoneOffset.UTC), LIST));
      for (var subject : subjects) {
        var proposal =
            say(first, "screening.proposed", GROUNDS + ",\"status\":\"clear\"" + subject(subject));
        say(second, "screening.confirmed", "\"proposal\":\"%s\"".formatted(proposal));
      }
    }
  }

  private static String subject(String subject) {
    return ",\"subject\":" + JSON.getNodeFactory().textNode(subject);
  }

  /// Until it is known there that this, or nothing, stands against signing with `subject`.
  private static void await(TestClient as, String subject, String objection) throws Exception {
    as.await(
        "/api/v1/screening/parties?limit=200",
        page -> {
          for (JsonNode item : page.at("/items")) {
            if (item.at("/subject").asText().equals(subject)) {
              return item.at("/objection").asText().equals(objection);
            }
          }
          return false;
        });
  }

  /// States it: the entry, as bodies name it.
  private static String say(TestClient as, String kind, String members) throws Exception {
    var entry =
        as.post("/api/v1/statements", "{\"kind\":\"%s\",\"body\":{%s}}".formatted(kind, members))
            .expect(201)
            .at("/entries/0")
            .asText();
    var envelope = as.get("/api/v1/record/entries/" + entry).expect(200).at("/envelope");
    return envelope.at("/log").asText() + "#" + envelope.at("/seq").asLong();
  }
}
