package org.sarhad.node.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import org.sarhad.core.time.UtcTime;
import org.sarhad.node.testing.OpenApi;
import org.sarhad.node.testing.TestClient;

/// A part of the API, driven request by request and each of them held against the contract.
abstract class Chapter {
  static final ObjectMapper JSON = new ObjectMapper();
  static final String HERE =
      "{\"label\":\"Post 42\",\"position\":{\"lat\":26.2381,\"lon\":61.9},\"radiusM\":500}";

  static final String AS_COMMANDER = ",\"as\":\"sector_commander\"";

  private final HeldToContract contract;

  Chapter(HeldToContract contract) {
    this.contract = contract;
  }

  final JsonNode get(TestClient as, String path, int... statuses) throws Exception {
    return contract.answered(as.get(path), statuses);
  }

  final JsonNode post(TestClient as, String path, String body, int... statuses) throws Exception {
    contract.asked("POST", path, body, statuses);
    return contract.answered(as.post(path, body), statuses);
  }

  final JsonNode put(TestClient as, String path, String body, int... statuses) throws Exception {
    contract.asked("PUT", path, body, statuses);
    return contract.answered(as.put(path, body), statuses);
  }

  /// The answer to a request that is none of these.
  final JsonNode answered(TestClient.Answer answer, int... statuses) throws Exception {
    return contract.answered(answer, statuses);
  }

  final void elsewhere(String operation) {
    contract.elsewhere(operation);
  }

  final void sent(String... fields) {
    contract.sent(fields);
  }

  final Collection<OpenApi.Operation> operations() {
    return contract.operations();
  }

  static String statement(String kind, String members) {
    return "{\"kind\":\"%s\",\"body\":{%s}}".formatted(kind, members);
  }

  /// States it, and names the entry in which it stands.
  final String said(TestClient by, String kind, String members) throws Exception {
    return post(by, "/api/v1/statements", statement(kind, members), 201).at("/entries/0").asText();
  }

  final Shown propose(TestClient by, TestClient to, String proposal) throws Exception {
    var act = post(by, "/api/v1/acts", proposal, 201).at("/entries/0").asText();
    var seen = to.await("/api/v1/acts/" + act, shown -> shown.has("act"));
    return new Shown(act, seen.at("/act/leaf").asText());
  }

  static String utc(int minutesAgo) {
    return UtcTime.print(UtcTime.toMillis(Instant.now().minusSeconds(60L * minutesAgo)));
  }

  static String ago(int minutes) {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(60L * minutes).toString();
  }

  /// An act as somebody was shown it.
  record Shown(String act, String leaf) {
    String path() {
      return "/api/v1/acts/" + act;
    }

    String reference() {
      return "{\"act\":\"%s\",\"leaf\":\"%s\"}".formatted(act, leaf);
    }

    String signing(String more) {
      return "{\"leaf\":\"%s\"%s}".formatted(leaf, more);
    }
  }
}
