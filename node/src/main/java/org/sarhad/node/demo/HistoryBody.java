package org.sarhad.node.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.sarhad.core.geo.Place;
import org.sarhad.core.response.HistoryFile;
import org.sarhad.core.response.HistoryItem;
import org.sarhad.core.response.HistoryItem.ReportedClaim;

/// A list of history as the requests that import it, one per item, for both sides to read.
final class HistoryBody {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private HistoryBody() {}

  static List<ObjectNode> of(HistoryFile file) {
    return file.items().stream().map(HistoryBody::request).toList();
  }

  private static ObjectNode request(HistoryItem item) {
    var request = JSON.objectNode().put("audience", "release");
    var json =
        request
            .putObject("item")
            .put("externalId", item.externalId())
            .put("occurred", item.occurred().text())
            .put("title", item.title().text());
    json.set("where", place(item.place()));
    item.soil().ifPresent(soil -> json.put("soil", soil.value()));
    var claims = json.putArray("claims");
    for (ReportedClaim claim : item.claims()) {
      claims.add(claim(claim));
    }
    return request;
  }

  private static ObjectNode claim(ReportedClaim claim) {
    var json =
        JSON.objectNode()
            .put("property", claim.property().name().toLowerCase(Locale.ROOT))
            .put("figure", claim.figure())
            .put("saidBy", claim.saidBy())
            .put("source", claim.source())
            .put("asOf", claim.asOf().text())
            .put("superseded", claim.superseded());
    claim.low().ifPresent(low -> json.put("low", low));
    claim.best().ifPresent(best -> json.put("best", best));
    claim.high().ifPresent(high -> json.put("high", high));
    return json;
  }

  private static ObjectNode place(Place place) {
    var json = JSON.objectNode().put("label", place.label());
    place
        .position()
        .ifPresent(
            position -> {
              json.putObject("position")
                  .put("lat", position.latitudeDegrees())
                  .put("lon", position.longitudeDegrees());
              json.put("radiusM", place.radiusM());
            });
    return json;
  }
}
