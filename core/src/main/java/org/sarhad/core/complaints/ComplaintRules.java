package org.sarhad.core.complaints;

import static org.sarhad.core.register.Objections.when;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.fact.Authored;
import org.sarhad.core.fact.Decision;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.Objections;
import org.sarhad.tlog.tree.Merkle;

/// What may be said about complaints, by whom and when (docs/protocol,
/// 10-meetings-and-commitments.md, clauses 10-7 and 10-8).
public final class ComplaintRules {
  /// Who may speak about complaints for their side (protocol clause 10-8.2).
  public static final Set<Role> SPEAKERS =
      Ordered.set(Role.LIAISON, Role.SECTOR_COMMANDER, Role.CHIEF, Role.INVESTIGATOR, Role.CLERK);

  private ComplaintRules() {}

  /// Decides whether `fact` can be stated now, by one's own side.
  ///
  /// @param state as this node knows it: what is final, and on top of it what is not yet
  /// @param context of the entry it would become: next index, the officer with their roles
  /// @param seen what that entry would say it has seen
  /// @return the fact itself, released; or the first refusal that applies
  public static Decision<ComplaintFact, ComplaintFact, ComplaintRefusal> decide(
      ComplaintsState state, FactContext context, Seen seen, ComplaintFact fact) {
    return objection(state, new ActEntry(context, seen, Merkle.EMPTY_ROOT), fact)
        .<Decision<ComplaintFact, ComplaintFact, ComplaintRefusal>>map(
            refusal -> Decision.refuse(refusal, fact.kind().kind().value()))
        .orElseGet(() -> Decision.accept(List.of(Authored.released(fact)), fact));
  }

  /// Why `fact` does not hold where it stands; empty when it does.
  static Optional<ComplaintRefusal> objection(
      ComplaintsState state, ActEntry entry, ComplaintFact fact) {
    FactContext context = entry.context();
    if (!state.parties().contains(context.author())) {
      return Optional.of(ComplaintRefusal.NOT_A_SIDE);
    }
    if (!context.released()) {
      return Optional.of(ComplaintRefusal.NOT_RELEASED);
    }
    return when(context.officer().isEmpty(), ComplaintRefusal.NO_OFFICER)
        .or(() -> when(!Objections.hasOneOf(context, SPEAKERS), ComplaintRefusal.ROLE_MISSING))
        .or(() -> new Judge(state, entry).objection(fact));
  }

  /// The objections that look at one fact where it stands.
  private record Judge(ComplaintsState state, ActEntry entry) {
    Optional<ComplaintRefusal> objection(ComplaintFact fact) {
      return switch (fact) {
        case ComplaintFact.Lodged lodged -> toLodging(lodged);
        case ComplaintFact.Answered answered ->
            toKnown(answered.complaint())
                .or(() -> toAnswer(complaint(answered.complaint()), answered.evidence()));
        case ComplaintFact.Referred(EntryId id, EntryId matter) ->
            toKnown(id).or(() -> toReferral(complaint(id), matter));
        case ComplaintFact.Closed closed ->
            toKnown(closed.complaint()).or(() -> toClosure(complaint(closed.complaint())));
      };
    }

    private Optional<ComplaintRefusal> toLodging(ComplaintFact.Lodged lodged) {
      return when(!state.parties().contains(lodged.against()), ComplaintRefusal.SIDE_UNKNOWN)
          .or(() -> when(lodged.against().equals(author()), ComplaintRefusal.OWN_SIDE))
          .or(() -> toEvidence(lodged.evidence()))
          .or(
              () ->
                  when(
                      lodged.occurred().filter(entry.context().time()::isBefore).isPresent(),
                      ComplaintRefusal.NOT_YET));
    }

    private Optional<ComplaintRefusal> toAnswer(Complaint complaint, SortedSet<EntryId> evidence) {
      return toConcerned(complaint)
          .or(() -> when(!complaint.against().equals(author()), ComplaintRefusal.NOT_COMPLAINED_OF))
          .or(() -> toEnd(complaint))
          .or(() -> toEvidence(evidence));
    }

    private Optional<ComplaintRefusal> toReferral(Complaint complaint, EntryId matter) {
      return toConcerned(complaint)
          .or(() -> toEnd(complaint))
          .or(() -> toEvidence(Ordered.set(matter)))
          .or(
              () ->
                  when(
                      complaint
                          .matters()
                          .find(matter)
                          .filter(by -> entry.knows(by.entry()))
                          .isPresent(),
                      ComplaintRefusal.ALREADY_REFERRED));
    }

    private Optional<ComplaintRefusal> toClosure(Complaint complaint) {
      return toConcerned(complaint)
          .or(() -> when(!complaint.by().equals(author()), ComplaintRefusal.NOT_COMPLAINANT))
          .or(() -> toEnd(complaint));
    }

    private Optional<ComplaintRefusal> toKnown(EntryId id) {
      return state.complaint(id).isEmpty()
          ? Optional.of(ComplaintRefusal.COMPLAINT_UNKNOWN)
          : when(!entry.knows(id), ComplaintRefusal.NOT_SEEN);
    }

    private Optional<ComplaintRefusal> toConcerned(Complaint complaint) {
      boolean isConcerned = complaint.by().equals(author()) || complaint.against().equals(author());
      return when(!isConcerned, ComplaintRefusal.NOT_CONCERNED);
    }

    /// An answer that crosses the closing is heard all the same.
    private Optional<ComplaintRefusal> toEnd(Complaint complaint) {
      return when(
          complaint.closed().filter(word -> entry.knows(word.entry())).isPresent(),
          ComplaintRefusal.COMPLAINT_CLOSED);
    }

    private Optional<ComplaintRefusal> toEvidence(SortedSet<EntryId> evidence) {
      return when(!evidence.stream().allMatch(entry::knows), ComplaintRefusal.EVIDENCE_UNKNOWN);
    }

    private Complaint complaint(EntryId id) {
      return state.complaint(id).orElseThrow();
    }

    private PartyId author() {
      return entry.context().author();
    }
  }
}
