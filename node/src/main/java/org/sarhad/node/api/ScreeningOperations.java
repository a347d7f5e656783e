package org.sarhad.node.api;

import java.util.List;
import java.util.Optional;
import org.sarhad.core.screening.Standing;
import org.sarhad.core.screening.SubjectId;
import org.sarhad.node.api.view.ScreeningViews;

/// What the sides have said about screening (protocol chapter 16). To decide is stated in the words
/// of that chapter.
final class ScreeningOperations {
  private static final String ROOT = "/api/v1/screening";

  private enum Which {
    ALL,
    /// What a compliance officer has to look at.
    WAITING
  }

  private final Surface surface;

  ScreeningOperations(Surface surface) {
    this.surface = surface;
  }

  List<Operation> list() {
    return List.of(
        Operation.get("getScreening", ROOT, Access.signedIn(), this::board),
        Operation.get("listScreened", ROOT + "/parties", Access.signedIn(), this::parties),
        Operation.get("getScreened", ROOT + "/party", Access.signedIn(), this::party),
        Operation.get("lookBack", ROOT + "/look-back", Access.signedIn(), this::lookBack));
  }

  private Answer board(Call call) {
    return Answer.ok(new Screenings(surface.look(call)).board());
  }

  private Answer parties(Call call) throws MalformedRequestException {
    var query = call.query();
    var which = query.choice("state", Codes.lower(Which.class), Which.ALL);
    var asked = Paging.Asked.of(query);
    query.finish();
    var lens = surface.look(call);
    var all = new Screenings(lens);
    var page =
        Paging.of(all.subjects(standing -> which == Which.ALL || standing != Standing.GOOD), asked);
    return Answer.ok(
        new ScreeningViews.Page(
            lens.now(), page.items().stream().map(all::view).toList(), page.total(), page.next()));
  }

  private Answer party(Call call) throws MalformedRequestException {
    var query = call.query();
    var subject = subject(query);
    query.finish();
    return Answer.ok(new Screenings(surface.look(call)).detail(given(subject)));
  }

  private Answer lookBack(Call call) throws MalformedRequestException {
    var query = call.query();
    var asked = Paging.Asked.of(query);
    query.finish();
    return Answer.ok(new Screenings(surface.look(call)).lookBack(asked));
  }

  /// The party that is asked about. Its name may have any character, so it is no part of a path.
  static Optional<SubjectId> subject(Query query) {
    return query.parsed(
        "subject", SubjectId::of, "expected the name of a trading party, as contracts name it");
  }

  /// The party that was asked about.
  ///
  /// @throws MalformedRequestException when none was
  static SubjectId given(Optional<SubjectId> subject) throws MalformedRequestException {
    if (subject.isEmpty()) {
      throw MalformedRequestException.of("subject", "", "expected, and not given");
    }
    return subject.get();
  }
}
