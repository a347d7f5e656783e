package org.sarhad.node.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.sarhad.node.verify.Exhibit;
import org.sarhad.node.verify.Scanned;

/// What was found out about one exhibit.
///
/// @param print what the paper says, where it came from one
record Found(Exhibit exhibit, Optional<Scanned> print) {
  boolean isSound() {
    return exhibit.isProven();
  }

  /// For a person: the sentence, and what a proven print says.
  String text() throws JsonProcessingException {
    var shown = proven();
    return shown.isEmpty()
        ? exhibit.sentence()
        : exhibit.sentence() + System.lineSeparator() + shown.get().toPrettyString();
  }

  /// For a machine: one exhibit as it is, several as a list with one answer for all.
  static ObjectNode json(List<Found> found) throws JsonProcessingException {
    if (found.size() == 1) {
      return found.getFirst().json();
    }
    var answer =
        JsonNodeFactory.instance.objectNode().put("sound", found.stream().allMatch(Found::isSound));
    var entries = answer.putArray("entries");
    for (var one : found) {
      entries.add(one.json());
    }
    return answer;
  }

  private ObjectNode json() throws JsonProcessingException {
    var answer =
        JsonNodeFactory.instance
            .objectNode()
            .put("sound", isSound())
            .put("sentence", exhibit.sentence());
    var shown = proven();
    if (shown.isPresent()) {
      answer.set("entry", shown.get());
    }
    return answer;
  }

  /// What a person compares with the words on the paper; nothing until it is proven.
  private Optional<ObjectNode> proven() throws JsonProcessingException {
    if (!isSound() || print.isEmpty()) {
      return Optional.empty();
    }
    var entry = print.get().entry();
    var body = print.get().body();
    var shown =
        JsonNodeFactory.instance
            .objectNode()
            .put("kind", entry.envelope().kind().value())
            .put("time", entry.envelope().time().toString());
    entry.author().ifPresent(officer -> shown.put("officer", officer.value()));
    if (body.isPresent()) {
      shown.set("says", new ObjectMapper().readTree(body.get().canonical().utf8()));
    }
    return Optional.of(shown);
  }
}
