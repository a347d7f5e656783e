package org.sarhad.node.api;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.sarhad.core.register.IncidentName;
import org.sarhad.node.api.view.HandoverViews;

/// Who is responsible for which incident, and how that passed on (protocol chapter 12). Offering
/// and accepting is a joint act of kind `handover`.
final class HandoverOperations {
  private final Surface surface;

  HandoverOperations(Surface surface) {
    this.surface = surface;
  }

  List<Operation> list() {
    return List.of(
        Operation.get("listHandovers", "/api/v1/handovers", Access.signedIn(), this::handovers));
  }

  private Answer handovers(Call call) throws MalformedRequestException {
    var query = call.query();
    var incident =
        query.parsed(
            "incident",
            text -> IncidentName.of(text.toUpperCase(Locale.ROOT)),
            "expected an incident, such as INC-PK-3");
    int limit = query.number("limit", 50, 1, 500);
    query.finish();
    var lens = surface.look(call);
    var all = new Handovers(lens);
    return Answer.ok(
        new HandoverViews.ResponsibilityList(
            lens.now(),
            incident
                .map(Stream::of)
                .orElseGet(all::incidents)
                .limit(limit)
                .map(all::view)
                .toList()));
  }
}
