package org.sarhad.node.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The board of a matter as one side's investigator sees it.
///
/// @param json `Board` of the contract
record BoardPage(JsonNode json) {
  private static final String INQUIRY = "/api/v1/inquiry";

  /// What `side` shows of the matter with that short name; nothing while it has not come there.
  static BoardPage of(Side side, String matter) {
    return new BoardPage(
        side.as(Desk.INQUIRY).get("%s/matters/%s/board".formatted(INQUIRY, matter)).body());
  }

  private static Stream<JsonNode> each(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  /// How the rows stand, in the order in which they are shown.
  List<String> states() {
    return each(json.path("rows")).map(row -> row.path("state").asText()).toList();
  }

  /// How many rows stand so.
  long count(String state) {
    return states().stream().filter(state::equals).count();
  }

  /// The first row of a property.
  JsonNode row(String property) {
    return each(json.path("rows"))
        .filter(row -> row.path("property").asText().equals(property))
        .findFirst()
        .orElse(json.path("no such row"));
  }

  /// Everything that `side` itself says of a property, replaced or not.
  List<JsonNode> said(String property, Side side) {
    return each(row(property).path("cells"))
        .filter(cell -> cell.path("party").asText().equals(side.id()))
        .flatMap(cell -> each(cell.path("said")))
        .toList();
  }

  /// What `side` holds to.
  List<JsonNode> standing(String property, Side side) {
    return said(property, side).stream().filter(BoardPage::isStanding).toList();
  }

  /// The one thing that `side` holds to.
  JsonNode only(String property, Side side) {
    var all = standing(property, side);
    if (all.size() != 1) {
      throw new DemoException(
          "%d claims of %s about %s".formatted(all.size(), side.id(), property));
    }
    return all.getFirst();
  }

  /// The lower bounds of what `side` holds to.
  List<Integer> figures(String property, Side side) {
    return standing(property, side).stream()
        .map(said -> said.path("value").path("low").asInt())
        .toList();
  }

  /// What others than the sides reported.
  List<JsonNode> reported(String property) {
    return each(row(property).path("third")).toList();
  }

  /// What `source` reports of a property, as it stands.
  Optional<JsonNode> reportedBy(String property, String source) {
    return reported(property).stream()
        .filter(BoardPage::isStanding)
        .filter(said -> said.path("sources").path(0).path("name").asText().equals(source))
        .findFirst();
  }

  /// What `side` has sealed first.
  JsonNode sealedBy(Side side) {
    return each(json.path("sealedClaims"))
        .filter(seal -> seal.path("party").asText().equals(side.id()))
        .findFirst()
        .orElse(json.path("no such seal"));
  }

  static boolean isStanding(JsonNode said) {
    return !said.path("struck").asBoolean();
  }

  /// What was found together of a property: the outcome, or nothing.
  String outcome(String property) {
    return found(property).path("item").path("outcome").asText();
  }

  /// The newest finding of a property.
  JsonNode found(String property) {
    return row(property).path("joint").path("found").path(0);
  }
}
