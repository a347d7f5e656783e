package org.sarhad.node.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.joint.Accord;
import org.sarhad.core.party.Origin;
import org.sarhad.node.intake.IntakeRecord;
import org.sarhad.tlog.Bytes;

/// What one request leads to, put together step by step: each step sees what the ones before it
/// wrote. All of it is kept, as one frame, or none.
final class Batch {
  private final Scribe scribe;
  private final Origin own;
  private final Standing.Context context;
  private final Supplier<Accord> accord;
  private final Optional<Session> session;
  private final Moment now;
  private final boolean mayRelease;
  private final List<IntakeRecord> records = new ArrayList<>();
  private final List<Spoken> spoken = new ArrayList<>();
  private Standing standing;
  private Facts facts;
  private boolean isWithheld;

  /// What was written, with the entry it became.
  record Spoken(Told told, Entry entry) {}

  /// @param accord what stands between the sides before anything is written here
  /// @param mayRelease whether entries of the own log may be written at all: where they may not,
  ///   what is here of that log may be about to change
  Batch(
      Scribe scribe,
      Origin own,
      Standing.Context context,
      Standing standing,
      Facts facts,
      Supplier<Accord> accord,
      Optional<Session> session,
      Moment now,
      boolean mayRelease) {
    this.scribe = scribe;
    this.own = own;
    this.context = context;
    this.standing = standing;
    this.facts = facts;
    this.accord = accord;
    this.session = session;
    this.now = now;
    this.mayRelease = mayRelease;
  }

  /// Writes `draft` as the next entry of its log, by the asker.
  void write(Draft draft) {
    write(draft, session);
  }

  /// Writes `draft` as the next entry of its log, by the node alone.
  void writeAsNode(Draft draft) {
    write(draft, Optional.empty());
  }

  private void write(Draft draft, Optional<Session> by) {
    if (draft.isReleased() && !mayRelease) {
      isWithheld = true;
      return;
    }
    var written = scribe.write(standing, draft, by, now);
    var step =
        draft.isReleased()
            ? facts.own(written.entry(), written.payloads())
            : facts.internal(written.entry(), own, written.payloads());
    facts = step.facts();
    spoken.add(new Spoken(step.told(), written.entry()));
    keep(written.record());
  }

  /// Bytes that nobody can guess, for a commitment.
  Bytes salt() {
    return scribe.salt();
  }

  /// Remembers something that is not an entry.
  void keep(IntakeRecord record) {
    standing = standing.apply(record, context);
    records.add(record);
  }

  /// Another side may speak from now on.
  void admit(Facts next) {
    facts = next;
  }

  /// Whether something would have been released that may not be now: then none of it is to be kept.
  boolean isWithheld() {
    return isWithheld;
  }

  Standing standing() {
    return standing;
  }

  Facts facts() {
    return facts;
  }

  /// What stands between the sides, with what was written here.
  Accord accord() {
    return Outlook.after(accord.get(), facts.channel(), spoken.stream().map(Spoken::told));
  }

  Moment now() {
    return now;
  }

  List<IntakeRecord> records() {
    return List.copyOf(records);
  }

  List<Spoken> spoken() {
    return List.copyOf(spoken);
  }

  /// The entries that were written, in order.
  List<EntryId> entries() {
    return spoken.stream().map(one -> one.told().id()).toList();
  }
}
