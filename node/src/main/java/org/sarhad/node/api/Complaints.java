package org.sarhad.node.api;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.complaints.Complaint;
import org.sarhad.core.complaints.ComplaintStage;
import org.sarhad.core.complaints.ComplaintsState;
import org.sarhad.core.entry.EntryId;
import org.sarhad.node.api.view.RegisterViews;

/// The register of complaints as the contract shows it: all that is known, and of each whether it
/// can still turn out otherwise.
final class Complaints {
  /// Those that wait longest, then the others, the newest first.
  private static final Comparator<Complaint> WAITING_FIRST =
      Comparator.comparing(Complaint::stage)
          .thenComparing(
              (one, other) ->
                  one.stage() == ComplaintStage.UNANSWERED
                      ? one.lodged().at().compareTo(other.lodged().at())
                      : other.lodged().at().compareTo(one.lodged().at()))
          .thenComparing(Complaint::id);

  private final Lens lens;
  private final ComplaintsState agreed;
  private final ComplaintsState expected;
  private final Sayings sayings;

  Complaints(Lens lens) {
    this.lens = lens;
    this.agreed = lens.view().agreed().complaints();
    this.expected = lens.view().expected().complaints();
    this.sayings = new Sayings(lens);
  }

  /// All of them, those that wait longest first. O(n log n).
  List<Complaint> all() {
    return expected.complaints().values().sorted(WAITING_FIRST).toList();
  }

  /// The complaint that was lodged by that entry.
  Optional<Complaint> find(EntryId id) {
    return expected.complaint(id);
  }

  RegisterViews.ComplaintView view(Complaint complaint) {
    var lodged = complaint.lodged().said();
    return new RegisterViews.ComplaintView(
        lens.entryName(complaint.id()),
        complaint.id().toString(),
        complaint.by().value(),
        complaint.against().value(),
        complaint.lodged().at(),
        lodged.occurred(),
        lodged.place().map(Sayings::texts),
        Sayings.texts(lodged.text()),
        sayings.named(lodged.evidence()),
        Codes.of(complaint.stage()),
        agreed.complaint(complaint.id()).equals(Optional.of(complaint)),
        complaint
            .answer()
            .map(
                word ->
                    new RegisterViews.AnswerView(
                        lens.entryName(word.entry()),
                        word.at(),
                        Codes.of(word.said().answer()),
                        Sayings.texts(word.said().text()),
                        sayings.named(word.said().evidence()))),
        complaint.matters().stream()
            .map(
                matter ->
                    new RegisterViews.MatterView(
                        lens.entryName(matter.key()),
                        lens.entryName(matter.value().entry()),
                        matter.value().said().value(),
                        matter.value().at()))
            .toList(),
        complaint
            .closed()
            .map(
                word ->
                    new RegisterViews.ClosingView(
                        lens.entryName(word.entry()),
                        word.at(),
                        Codes.of(word.said().how()),
                        Sayings.texts(word.said().text()))));
  }

  /// The complaint with everything that was said of it.
  RegisterViews.ComplaintDetail detail(Complaint complaint) {
    return new RegisterViews.ComplaintDetail(
        view(complaint), sayings.history(complaint.mentions()));
  }
}
