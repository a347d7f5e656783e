package org.sarhad.node.api;

import java.time.Duration;
import java.util.List;
import org.sarhad.node.api.view.InformationViews;

/// What one side asks the other to tell it, and by when that is due (protocol chapter 13). Asking
/// and answering is stated in the words of that chapter.
final class InformationOperations {
  private static final String ROOT = "/api/v1/information";

  /// What is counted when nobody says from when.
  private static final Duration PERIOD = Duration.ofDays(30);

  private enum Which {
    OPEN,
    ALL
  }

  private final Surface surface;

  InformationOperations(Surface surface) {
    this.surface = surface;
  }

  List<Operation> list() {
    return List.of(
        Operation.get("listInformation", ROOT, Access.signedIn(), this::requests),
        Operation.get("countInformation", ROOT + "/tallies", Access.signedIn(), this::tallies),
        Operation.get("getInformation", ROOT + "/{log}/{index}", Access.signedIn(), this::request));
  }

  private Answer requests(Call call) throws MalformedRequestException {
    var query = call.query();
    var which = query.choice("state", Codes.lower(Which.class), Which.OPEN);
    var asked = Paging.Asked.of(query);
    query.finish();
    var lens = surface.look(call);
    var all = new Informations(lens);
    var page = Paging.of(which == Which.OPEN ? all.open() : all.all(), asked);
    return Answer.ok(
        new InformationViews.Page(
            lens.now(), page.items().stream().map(all::view).toList(), page.total(), page.next()));
  }

  private Answer request(Call call) {
    var lens = surface.look(call);
    var all = new Informations(lens);
    return lens.entry(call)
        .flatMap(all::find)
        .map(all::detail)
        .map(Answer::ok)
        .orElseGet(() -> Answer.unknown(call.entryName()));
  }

  private Answer tallies(Call call) throws MalformedRequestException {
    var query = call.query();
    var from = query.time("from");
    var to = query.time("to");
    query.finish();
    var lens = surface.look(call);
    var end = to.orElseGet(lens::now);
    return Answer.ok(new Informations(lens).tallies(from.orElseGet(() -> end.minus(PERIOD)), end));
  }
}
