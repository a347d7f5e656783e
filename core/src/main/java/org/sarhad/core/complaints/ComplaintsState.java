package org.sarhad.core.complaints;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.UnaryOperator;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Outcomes;
import org.sarhad.core.register.Word;
import org.sarhad.tlog.tree.Hash;

/// The register of complaints of a channel, folded in the final joint order (protocol clause 10-9).
/// Immutable. No joint act is about complaints: each side says its own.
///
/// @param parties the sides of the channel
/// @param complaints by the entry that lodged them
/// @param outcomes what became of each fact
public record ComplaintsState(
    SortedSet<PartyId> parties,
    PersistentMap<EntryId, Complaint> complaints,
    Outcomes<ComplaintRefusal> outcomes) {
  /// Copies its collection.
  public ComplaintsState {
    parties = Ordered.set(parties);
  }

  /// An empty register.
  ///
  /// @param parties the sides of the channel
  public static ComplaintsState of(SortedSet<PartyId> parties) {
    return new ComplaintsState(parties, PersistentMap.empty(), Outcomes.of("complaints"));
  }

  /// This state on a channel of these sides: sides are given before an entry is folded, as the
  /// channel has them there. What was said is the same; O(sides).
  public ComplaintsState among(SortedSet<PartyId> sides) {
    return sides.equals(parties) ? this : new ComplaintsState(sides, complaints, outcomes);
  }

  /// This state after `fact`, which stands in `entry`. Total: a fact that does not hold changes
  /// nothing but is kept in [#voids()]. O(log n).
  public ComplaintsState apply(ActEntry entry, ComplaintFact fact) {
    Optional<ComplaintRefusal> objection = ComplaintRules.objection(this, entry, fact);
    return objection.isPresent()
        ? with(outcomes.voided(entry, objection.get()))
        : held(entry, fact).mentioned(subject(entry, fact), entry).with(outcomes.held(entry));
  }

  /// What a fact is about.
  private static EntryId subject(ActEntry entry, ComplaintFact fact) {
    return switch (fact) {
      case ComplaintFact.Lodged _ -> entry.id();
      case ComplaintFact.Answered answered -> answered.complaint();
      case ComplaintFact.Referred referred -> referred.complaint();
      case ComplaintFact.Closed closed -> closed.complaint();
    };
  }

  private ComplaintsState mentioned(EntryId id, ActEntry entry) {
    return changed(id, complaint -> complaint.mentionedIn(entry.id()));
  }

  /// This state: no act changes anything here.
  public ComplaintsState moved(ActEntry entry, Act act) {
    return this;
  }

  private ComplaintsState held(ActEntry entry, ComplaintFact fact) {
    PartyId author = entry.context().author();
    return switch (fact) {
      case ComplaintFact.Lodged lodged ->
          with(Complaint.of(author, Word.in(entry.context(), lodged)));
      case ComplaintFact.Answered answered ->
          changed(
              answered.complaint(),
              complaint -> complaint.answered(Word.in(entry.context(), answered)));
      case ComplaintFact.Referred(EntryId id, EntryId matter) ->
          changed(id, complaint -> complaint.referred(matter, Word.in(entry.context(), author)));
      case ComplaintFact.Closed closed ->
          changed(
              closed.complaint(), complaint -> complaint.closed(Word.in(entry.context(), closed)));
    };
  }

  // ---- asking ---------------------------------------------------------------------------------

  /// The digest by which two nodes compare their states (protocol clause 10-9.2).
  public Hash digest() {
    return outcomes.digest();
  }

  /// Facts that do not hold, by entry.
  public PersistentMap<EntryId, ComplaintRefusal> voids() {
    return outcomes.voids();
  }

  /// The complaint that was lodged by the entry `id`, if one was.
  public Optional<Complaint> complaint(EntryId id) {
    return complaints.find(id);
  }

  /// Complaints without an answer, the oldest first; their age is [Complaint#age(Instant)].
  public List<Complaint> unanswered() {
    return complaints
        .values()
        .filter(complaint -> complaint.stage() == ComplaintStage.UNANSWERED)
        .sorted(
            Comparator.comparing((Complaint complaint) -> complaint.lodged().at())
                .thenComparing(Complaint::id))
        .toList();
  }

  private ComplaintsState changed(EntryId id, UnaryOperator<Complaint> change) {
    return with(change.apply(complaints.get(id)));
  }

  private ComplaintsState with(Complaint complaint) {
    return new ComplaintsState(parties, complaints.put(complaint.id(), complaint), outcomes);
  }

  private ComplaintsState with(Outcomes<ComplaintRefusal> next) {
    return new ComplaintsState(parties, complaints, next);
  }
}
