package org.sarhad.node.api;

import java.util.List;
import org.sarhad.node.api.view.ActivityViews;

/// What either side does near the line, said beforehand, and what comes near what (protocol chapter
/// 12). Notices are given, changed and answered in the words of that chapter.
final class ActivityOperations {
  private static final String ROOT = "/api/v1/activities";

  private enum Which {
    LIVE,
    ALL
  }

  private final Surface surface;

  ActivityOperations(Surface surface) {
    this.surface = surface;
  }

  List<Operation> list() {
    return List.of(
        Operation.get("listActivities", ROOT, Access.signedIn(), this::activities),
        Operation.get("getActivity", ROOT + "/{log}/{index}", Access.signedIn(), this::activity));
  }

  private Answer activities(Call call) throws MalformedRequestException {
    var query = call.query();
    var which = query.choice("state", Codes.lower(Which.class), Which.LIVE);
    var asked = Paging.Asked.of(query);
    query.finish();
    var lens = surface.look(call);
    var all = new Activities(lens);
    var page = Paging.of(which == Which.LIVE ? all.live() : all.all(), asked);
    return Answer.ok(
        new ActivityViews.Page(
            lens.now(), page.items().stream().map(all::view).toList(), page.total(), page.next()));
  }

  private Answer activity(Call call) {
    var lens = surface.look(call);
    var all = new Activities(lens);
    return lens.entry(call)
        .flatMap(all::find)
        .map(all::detail)
        .map(Answer::ok)
        .orElseGet(() -> Answer.unknown(call.entryName()));
  }
}
