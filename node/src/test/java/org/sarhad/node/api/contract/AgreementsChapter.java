package org.sarhad.node.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.sarhad.node.testing.TestClient;

/// Rules, joint acts and who may sign for whom.
final class AgreementsChapter extends Chapter {
  AgreementsChapter(HeldToContract contract) {
    super(contract);
  }

  void rules(TestClient chief, TestClient theirChief) throws Exception {
    var agreement = "{\"kind\":\"local_agreement\",\"terms\":{}}";
    assertThat(post(chief, "/api/v1/acts", agreement, 409).at("/code").asText())
        .isEqualTo("modalities.no_modalities");
    assertThat(get(chief, "/api/v1/modalities", 200).at("/nextNumber").asInt()).isEqualTo(1);
    var document =
        JSON.readTree(
            Path.of(System.getProperty("sarhad.root", ".."), "docs/scenarios/modalities-1.json")
                .toFile());
    var proposal = JSON.createObjectNode().put("kind", "modalities").set("terms", document);
    var rules = propose(chief, theirChief, proposal.toString());
    post(theirChief, rules.path() + "/assents", rules.signing(""), 201);
    chief.await(
        "/api/v1/modalities",
        known -> known.at("/inForce/number").asInt() == 1 && !known.at("/suspended").asBoolean());
    theirChief.await("/api/v1/modalities", known -> known.at("/inForce/number").asInt() == 1);
    var agreed = get(theirChief, "/api/v1/modalities", 200);
    assertThat(agreed.at("/line").asText()).as("these nodes have no line").isEqualTo("missing");
    documents(chief, rules.act(), document);
    goesByTheRules(chief);
  }

  /// What was signed is what the response goes by.
  private void goesByTheRules(TestClient chief) throws Exception {
    var cards = get(chief, "/api/v1/run-cards", 200).at("/items");
    assertThat(cards.at("/0/codeWord").asText()).isEqualTo("TUFAN");
    assertThat(cards.at("/0/agreedSteps").asInt()).isEqualTo(6);
    assertThat(cards.at("/7/codeWord").asText()).isEqualTo("KAVIR");
    assertThat(cards.at("/7").has("agreedSteps")).as("a word of one side").isFalse();
    assertThat(get(chief, "/api/v1/incidents", 200).at("/items").findValuesAsText("sector"))
        .contains("south");
  }

  private void documents(TestClient chief, String act, JsonNode document) throws Exception {
    var all = "/api/v1/modalities/documents";
    get(chief, "/api/v1/modalities/catalogue", 200);
    assertThat(get(chief, all + "?limit=1", 200).at("/items/0/stage").asText())
        .isEqualTo("in_force");
    get(chief, all + "?cursor=" + act, 200);
    get(chief, all + "?cursor=ir/999999", 400);
    get(chief, all + "/" + act, 200);
    get(chief, all + "/ir/999999", 404);
    get(chief, all + "/" + act + "/comments?clause=6.1", 200);
    get(chief, all + "/" + act + "/comments?clause=x", 400);
    get(chief, all + "/ir/999999/comments", 404);
    get(chief, all + "/" + act + "/changes", 200);
    get(chief, all + "/" + act + "/changes?from=in_force", 200);
    get(chief, all + "/" + act + "/changes?from=ir/999999", 404);
    get(chief, all + "/ir/999999/changes", 404);
    var draft = JSON.createObjectNode().put("from", "nothing").set("document", document);
    post(chief, "/api/v1/modalities/previews", draft.toString(), 200);
    post(chief, "/api/v1/modalities/previews", "{\"document\":1}", 400);
  }

  void statements(TestClient chief, TestClient watch) throws Exception {
    var suspended = "{\"kind\":\"modalities.suspended\",\"body\":{\"emergency\":\"unrest\"}}";
    post(watch, "/api/v1/statements", suspended, 409);
    post(chief, "/api/v1/statements", "{\"kind\":\"act.proposed\",\"body\":{}}", 400);
    post(chief, "/api/v1/statements", "{\"kind\":\"modalities.suspended\",\"body\":{}}", 400);
    post(chief, "/api/v1/statements", suspended, 201);
    chief.await("/api/v1/modalities", known -> known.at("/suspended").asBoolean());
    get(chief, "/api/v1/modalities", 200);
    post(
        chief,
        "/api/v1/statements",
        "{\"kind\":\"modalities.resumed\",\"body\":{\"reason\":\"calm again\"}}",
        201);
    chief.await("/api/v1/modalities", known -> !known.at("/suspended").asBoolean());
  }

  void acts(TestClient chief, TestClient watch, TestClient theirChief) throws Exception {
    var agreement = "{\"kind\":\"local_agreement\",\"terms\":{\"minutes\":90}%s}";
    post(watch, "/api/v1/acts", agreement.formatted(""), 409);
    post(chief, "/api/v1/acts", "{\"kind\":\"local_agreement\",\"terms\":{\"km\":1.5}}", 400);
    var first = propose(chief, theirChief, agreement.formatted(",\"as\":\"chief\""));
    get(theirChief, "/api/v1/acts?kind=local_agreement&phase=open&limit=5", 200);
    get(chief, "/api/v1/acts?phase=soon", 400);
    var page = get(chief, "/api/v1/acts?limit=1", 200);
    var next = get(chief, "/api/v1/acts?limit=1&cursor=" + page.path("next").asText(), 200);
    assertThat(page.path("total").asInt()).isGreaterThan(1).isEqualTo(next.path("total").asInt());
    assertThat(next.at("/items/0/act")).isNotEqualTo(page.at("/items/0/act"));
    int end = page.path("total").asInt() - 1;
    assertThat(get(chief, "/api/v1/acts?limit=1&cursor=" + end, 200).has("next")).isFalse();
    get(chief, "/api/v1/acts?cursor=soon", 400);
    get(chief, first.path(), 200);
    get(chief, first.path() + "/paper", 200);
    get(chief, "/api/v1/acts/ir/999999", 404);
    get(chief, first.path() + "/pdf?language=fa", 200);
    get(chief, "/api/v1/acts/ir/999999/pdf", 404);
    get(chief, "/api/v1/inquiry/findings/" + first.act() + "/pdf", 404);
    get(chief, "/api/v1/acts/ir/999999/paper", 404);
    post(theirChief, first.path() + "/assents", first.signing(",\"as\":\"clerk\""), 409);
    post(theirChief, first.path() + "/assents", first.signing(",\"delegation\":\"ir/1\""), 409);
    post(theirChief, first.path() + "/assents", first.signing(""), 201);
    chief.await(first.path(), act -> act.at("/act/stage").asText().equals("effective"));

    var counter =
        propose(theirChief, chief, agreement.formatted(",\"supersedes\":" + first.reference()));
    post(
        chief,
        "/api/v1/acts",
        agreement.formatted(
            ",\"counters\":%s,\"delegation\":\"ir/1\"".formatted(counter.reference())),
        409);
    var countering =
        propose(
            chief,
            theirChief,
            agreement.formatted(
                ",\"counters\":%s,\"expires\":\"2100-01-01T00:00:00.000Z\""
                    .formatted(counter.reference())));
    var because = countering.signing(",\"reason\":\"not at night\"");
    post(theirChief, countering.path() + "/refusals", because, 201);
    post(
        theirChief,
        countering.path() + "/refusals",
        countering.signing(",\"reason\":\"no\",\"as\":\"chief\",\"delegation\":\"pk/1\""),
        409);
    chief.await(countering.path(), act -> act.at("/act/stage").asText().equals("refused"));
    get(chief, countering.path(), 200);

    var last = propose(chief, theirChief, agreement.formatted(""));
    post(
        chief,
        last.path() + "/withdrawals",
        last.signing(",\"reason\":\"the weather\",\"as\":\"chief\""),
        201);
    post(
        chief,
        last.path() + "/withdrawals",
        last.signing(",\"reason\":\"twice\",\"delegation\":\"ir/1\""),
        409);
    chief.await(last.path(), act -> act.at("/act/stage").asText().equals("withdrawn"));
  }

  void delegations(TestClient chief, TestClient watch) throws Exception {
    var lent =
        post(
                chief,
                "/api/v1/delegations",
                "{\"to\":\"watch\",\"role\":\"chief\",\"kinds\":[\"local_agreement\"],\"until\":\"2100-01-01T00:00:00.000Z\"}",
                201)
            .at("/entries/0")
            .asText();
    post(
        watch,
        "/api/v1/acts",
        "{\"kind\":\"local_agreement\",\"terms\":{},\"delegation\":\"%s\"}".formatted(lent),
        201);
    get(chief, "/api/v1/delegations", 200);
    post(chief, "/api/v1/delegations", "{\"to\":\"nobody\",\"role\":\"chief\"}", 409, 404);
    post(chief, "/api/v1/delegations/" + lent + "/end", "", 201);
    post(chief, "/api/v1/delegations/" + lent + "/end", "", 409);
    post(chief, "/api/v1/delegations/xx/1/end", "", 404);
  }

  /// What can be said and signed there, and how it is shown, is in
  /// [org.sarhad.node.api.RegistersApiTest].
  void registers(TestClient clerk) throws Exception {
    get(clerk, "/api/v1/duties", 200);
    get(clerk, "/api/v1/meetings", 200);
    get(clerk, "/api/v1/meetings/ir/999999", 404);
    get(clerk, "/api/v1/commitments", 200);
    get(clerk, "/api/v1/commitments/ir/999999/1", 404);
    get(clerk, "/api/v1/complaints", 200);
    get(clerk, "/api/v1/complaints/ir/999999", 404);
    get(clerk, "/api/v1/cooperation", 200);
    get(clerk, "/api/v1/cooperation/evaluation", 200);
  }
}
