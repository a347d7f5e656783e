package org.sarhad.node.api;

import static org.sarhad.core.party.Role.CLERK;
import static org.sarhad.core.party.Role.INVESTIGATOR;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.inquiry.ClaimFact;
import org.sarhad.core.inquiry.IncidentList;
import org.sarhad.core.inquiry.InquiryFact;
import org.sarhad.core.inquiry.MatterFile;
import org.sarhad.core.joint.Statement;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.node.api.view.IncidentListViews;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.Outcome;
import org.sarhad.tlog.tree.Merkle;

/// A public list of incidents from before the record, entered as imported history (protocol clause
/// 09-10.1): looked at first, then said, each line as the statement it makes. What is entered is
/// what was looked at, by its digest, and what could not be read is left out only when that was
/// said.
final class IncidentListOperations {
  private static final String ROOT = "/api/v1/inquiry/lists";
  private static final Access SPEAKS = Access.of(INVESTIGATOR, CLERK);

  /// Statements that one list may make: each waits until the one before it is durable.
  static final int STATEMENTS_MAX = 500;

  /// What every screen and print says of imported history.
  private static final String LABEL = "no_proof_of_earlier_notice";

  private final Surface surface;

  IncidentListOperations(Surface surface) {
    this.surface = surface;
  }

  List<Operation> list() {
    return List.of(
        Operation.table("previewIncidentList", ROOT + "/preview", SPEAKS, this::preview),
        Operation.table("enterIncidentList", ROOT, SPEAKS, this::enter));
  }

  private static IncidentList read(Call call) throws MalformedRequestException {
    var type = call.exchange().header("Content-Type").orElse("");
    if (type.startsWith(Operation.CSV)) {
      return IncidentList.ofCsv(call.table());
    }
    try {
      return IncidentList.ofJson(call.upload());
    } catch (MalformedJsonException e) {
      throw MalformedRequestException.of(
          "body", e.what() + ": " + e.found(), "expected " + e.expected());
    }
  }

  private static String digest(Call call) {
    return Merkle.sha256(call.upload()).hex();
  }

  private static int claims(IncidentList list) {
    return list.items().stream().mapToInt(item -> item.claims().size()).sum();
  }

  private Answer preview(Call call) throws MalformedRequestException {
    call.query().finish();
    var list = read(call);
    var lens = surface.look(call);
    return Answer.ok(
        new IncidentListViews.Preview(
            digest(call),
            LABEL,
            list.items().stream().map(item -> item(lens, item)).toList(),
            claims(list),
            list.faults().stream()
                .map(fault -> new IncidentListViews.FaultView(fault.line(), fault.what()))
                .toList()));
  }

  private static IncidentListViews.ItemView item(Lens lens, IncidentList.Item item) {
    return new IncidentListViews.ItemView(
        item.line(),
        item.name(),
        item.matter().toJson(),
        item.claims().stream().<Object>map(claim -> claim.toJson()).toList(),
        known(lens, item).map(lens::entryName));
  }

  /// The matter that was opened with exactly these words before.
  private static Optional<EntryId> known(Lens lens, IncidentList.Item item) {
    return lens.view()
        .expected()
        .inquiry()
        .matters()
        .values()
        .filter(file -> file.said().equals(item.matter()))
        .map(MatterFile::id)
        .findFirst();
  }

  // ---- entering -------------------------------------------------------------------------------

  private Answer enter(Call call) throws MalformedRequestException {
    var query = call.query();
    var looked = query.text("digest", 64);
    boolean leavesOut =
        query.choice("faults", Codes.lower(Faults.class), Faults.REFUSE).leavesOut();
    query.finish();
    if (looked.filter(digest(call)::equals).isEmpty()) {
      return new Answer.Refused(ApiRefusal.LIST_OTHER.because(digest(call)));
    }
    var list = read(call);
    if (!list.faults().isEmpty() && !leavesOut) {
      var first = list.faults().getFirst();
      return new Answer.Refused(
          ApiRefusal.LIST_FAULTS.because("%d: %s".formatted(first.line(), first.what())));
    }
    int statements = list.items().size() + claims(list);
    if (statements > STATEMENTS_MAX) {
      return new Answer.Refused(
          ApiRefusal.LIST_LONG.because("%d of %d".formatted(statements, STATEMENTS_MAX)));
    }
    return new Entering(call).all(list);
  }

  /// What becomes of lines that could not be read.
  private enum Faults {
    REFUSE,
    LEAVE_OUT;

    boolean leavesOut() {
      return this == LEAVE_OUT;
    }
  }

  /// One list on its way into the record.
  private final class Entering {
    private final Call call;
    private final List<EntryId> matters = new ArrayList<>();
    private final List<EntryId> entries = new ArrayList<>();
    private final List<IncidentListViews.RefusedView> refused = new ArrayList<>();

    Entering(Call call) {
      this.call = call;
    }

    /// A node that does not answer in time ends it; sent again under its key, it goes on from
    /// there.
    Answer all(IncidentList list) {
      for (var item : list.items()) {
        var opened = say(item, item.matter());
        if (opened.isEmpty()) {
          return new Answer.Refused(ApiRefusal.SLOW.plain());
        }
        if (opened.get() instanceof Outcome.Accepted accepted) {
          var matter = accepted.entries().getFirst();
          matters.add(matter);
          for (var claim : item.claims()) {
            if (say(item, new ClaimFact.Stated(matter, claim)).isEmpty()) {
              return new Answer.Refused(ApiRefusal.SLOW.plain());
            }
          }
        }
      }
      var lens = surface.look(call);
      return Answer.created(
          new IncidentListViews.Entered(
              matters.stream().map(lens::entryName).toList(),
              entries.stream().map(lens::entryName).toList(),
              List.copyOf(refused)));
    }

    private Optional<Outcome> say(IncidentList.Item item, InquiryFact fact) {
      var outcome = surface.outcome(call, new NodeRequest.State(new Statement.OnInquiry(fact)));
      outcome.ifPresent(
          done -> {
            switch (done) {
              case Outcome.Accepted accepted -> entries.addAll(accepted.entries());
              case Outcome.Refused no ->
                  refused.add(
                      new IncidentListViews.RefusedView(item.name(), no.code(), no.sentence()));
            }
          });
      return outcome;
    }
  }
}
