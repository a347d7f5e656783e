package org.sarhad.node.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.sarhad.node.testing.OpenApi;
import org.sarhad.node.testing.TestClient;

/// Two sides of one question: whether every answer has the shape that `docs/api/openapi.yaml` says,
/// and whether every operation and every field of a request in it was tried.
final class HeldToContract {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final OpenApi contract;
  private final List<String> wrong = new ArrayList<>();
  private final Set<String> driven = new TreeSet<>();
  private final Set<String> sent = new TreeSet<>();

  HeldToContract(OpenApi contract) {
    this.contract = contract;
  }

  /// Every operation of the contract.
  Collection<OpenApi.Operation> operations() {
    return contract.operations().values();
  }

  /// An operation that is driven in some other way.
  void elsewhere(String operation) {
    driven.add(operation);
  }

  /// Fields of requests that were sent in some other way.
  void sent(String... fields) {
    sent.addAll(List.of(fields));
  }

  /// Holds a request against the contract, unless it is meant to be malformed.
  void asked(String method, String path, String body, int... statuses) throws Exception {
    var plain = path.replaceFirst("\\?.*", "");
    var operation = contract.find(method, plain).orElseThrow();
    if (!body.isEmpty() && statuses[0] != 400) {
      wrong.addAll(contract.checkRequest(method, plain, body));
      JSON.readTree(body)
          .fieldNames()
          .forEachRemaining(name -> sent.add(operation.id() + "." + name));
    }
  }

  /// Holds an answer against the contract.
  ///
  /// @param statuses those that are expected
  /// @return its JSON, an empty object if it is something else
  JsonNode answered(TestClient.Answer answer, int... statuses) throws Exception {
    assertThat(statuses)
        .as("%s %s: %s", answer.method(), answer.path(), answer.text())
        .contains(answer.status());
    wrong.addAll(contract.check(answer));
    contract
        .find(answer.method(), answer.path())
        .ifPresent(operation -> driven.add(operation.id()));
    return answer.mediaType().contains("json") ? answer.json() : JSON.createObjectNode();
  }

  /// Fails if an answer broke the contract, or something of the contract was not tried.
  void assertKept() {
    assertThat(wrong).as("answers that break the contract").isEmpty();
    assertThat(contract.operations().keySet())
        .as("operations of the contract that were not driven")
        .isEqualTo(driven);
    assertThat(unsent()).as("request fields that were never sent").isEmpty();
  }

  /// Request fields of the contract that no request had.
  private Set<String> unsent() {
    var unsent = new TreeSet<String>();
    contract
        .operations()
        .values()
        .forEach(
            operation ->
                contract
                    .requestProperties(operation)
                    .forEach(
                        name -> {
                          if (!sent.contains(operation.id() + "." + name)) {
                            unsent.add(operation.id() + "." + name);
                          }
                        }));
    return unsent;
  }
}
