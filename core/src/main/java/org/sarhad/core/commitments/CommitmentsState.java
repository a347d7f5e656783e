package org.sarhad.core.commitments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.UnaryOperator;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Outcomes;
import org.sarhad.core.register.Word;
import org.sarhad.tlog.tree.Hash;

/// The register of commitments of a channel, folded in the final joint order (protocol clause
/// 10-9). Immutable.
///
/// For every entry that states a [CommitmentFact], [#apply]; for every entry by which an act of any
/// kind came to another stage, [#moved], once for each such act: acts that neither make nor close a
/// commitment change nothing.
///
/// @param parties the sides of the channel
/// @param commitments by their id
/// @param outcomes what became of each fact
public record CommitmentsState(
    SortedSet<PartyId> parties,
    PersistentMap<CommitmentId, Commitment> commitments,
    Outcomes<CommitmentRefusal> outcomes) {
  /// Copies its collection.
  public CommitmentsState {
    parties = Ordered.set(parties);
  }

  /// An empty register.
  ///
  /// @param parties the sides of the channel
  public static CommitmentsState of(SortedSet<PartyId> parties) {
    return new CommitmentsState(parties, PersistentMap.empty(), Outcomes.of("commitments"));
  }

  /// This state on a channel of these sides: sides are given before an entry is folded, as the
  /// channel has them there. What was said is the same; O(sides).
  public CommitmentsState among(SortedSet<PartyId> sides) {
    return sides.equals(parties) ? this : new CommitmentsState(sides, commitments, outcomes);
  }

  // ---- folding --------------------------------------------------------------------------------

  /// This state after `fact`, which stands in `entry`. Total: a fact that does not hold changes
  /// nothing but is kept in [#voids()]. O(log n).
  public CommitmentsState apply(ActEntry entry, CommitmentFact fact) {
    Optional<CommitmentRefusal> objection = CommitmentRules.objection(this, entry, fact);
    return objection.isPresent()
        ? with(outcomes.voided(entry, objection.get()))
        : held(entry, fact).mentioned(subject(entry, fact), entry).with(outcomes.held(entry));
  }

  /// What a fact is about.
  private static CommitmentId subject(ActEntry entry, CommitmentFact fact) {
    return switch (fact) {
      case CommitmentFact.Registered _ -> CommitmentId.of(entry.id());
      case CommitmentFact.Acknowledged(CommitmentId id) -> id;
      case CommitmentFact.Withdrawn withdrawn -> withdrawn.commitment();
      case CommitmentFact.Statement statement -> statement.commitment();
    };
  }

  private CommitmentsState mentioned(CommitmentId id, ActEntry entry) {
    return changed(id, commitment -> commitment.mentionedIn(entry.id()));
  }

  private CommitmentsState held(ActEntry entry, CommitmentFact fact) {
    PartyId author = entry.context().author();
    return switch (fact) {
      case CommitmentFact.Registered(CommitmentTerms terms) ->
          with(
              Commitment.registered(
                  CommitmentId.of(entry.id()),
                  terms,
                  Word.in(entry.context(), new Commitment.Maker.ByRegistration(author)),
                  author));
      case CommitmentFact.Acknowledged(CommitmentId id) ->
          changed(id, commitment -> commitment.acknowledgedBy(author, entry.id()));
      case CommitmentFact.Withdrawn withdrawn ->
          changed(
              withdrawn.commitment(),
              commitment ->
                  commitment.ended(end(entry, CommitmentStage.WITHDRAWN, Optional.empty())));
      case CommitmentFact.Statement statement ->
          changed(
              statement.commitment(),
              commitment -> commitment.said(author, Word.in(entry.context(), statement)));
    };
  }

  /// This state after an entry by which `act` came to the stage it has now. Commitments that it has
  /// no business making or closing change nothing and are kept in [#voids()]. O(log n) for each
  /// commitment of the act.
  public CommitmentsState moved(ActEntry entry, Act act) {
    return switch (act.stage()) {
      case EFFECTIVE -> effective(entry, act);
      case SUPERSEDED -> over(entry, act, CommitmentStage.REPLACED);
      case VOIDED -> over(entry, act, CommitmentStage.VOIDED);
      case PROPOSED, ASSENTED, REFUSED, WITHDRAWN, EXPIRED -> this;
    };
  }

  private CommitmentsState effective(ActEntry entry, Act act) {
    ActFact.Proposed said = act.proposal().said();
    Optional<CommitmentRefusal> objection =
        CommitmentRules.objectionToTerms(this, sides(act), said.act(), said.terms());
    if (objection.isPresent()) {
      return with(outcomes.voided(entry, act, objection.get()));
    }
    return moved(entry, act, closed(entry, act).map(List::of).orElseGet(() -> made(entry, act)));
  }

  private Optional<Commitment> closed(ActEntry entry, Act act) {
    return closure(act)
        .map(
            terms ->
                commitments
                    .get(terms.commitment())
                    .ended(end(entry, stage(terms.how()), Optional.of(act.id()))));
  }

  private List<Commitment> made(ActEntry entry, Act act) {
    List<Commitment> made = new ArrayList<>();
    for (CommitmentTerms terms : makes(act)) {
      made.add(
          Commitment.agreed(
              new CommitmentId(act.id(), made.size() + 1),
              terms,
              Word.in(entry.context(), new Commitment.Maker.ByAct())));
    }
    return made;
  }

  /// This with `changed` in the place of what they were; this itself when nothing has.
  private CommitmentsState moved(ActEntry entry, Act act, List<Commitment> changed) {
    CommitmentsState next = this;
    for (Commitment commitment : changed) {
      next = next.with(commitment);
    }
    return changed.isEmpty() ? this : next.with(outcomes.moved(entry, act));
  }

  private static CommitmentStage stage(ClosureTerms.How how) {
    return switch (how) {
      case FULFILLED -> CommitmentStage.FULFILLED;
      case DROPPED -> CommitmentStage.DROPPED;
    };
  }

  /// After an act has ended that was in force: what it made is over, what it closed is open again.
  /// A commitment that was closed before keeps that end.
  private CommitmentsState over(ActEntry entry, Act act, CommitmentStage stage) {
    List<Commitment> changed = new ArrayList<>();
    closure(act)
        .flatMap(terms -> commitment(terms.commitment()))
        .filter(commitment -> isClosedBy(commitment, act))
        .ifPresent(commitment -> changed.add(commitment.ended(Optional.empty())));
    for (int number = 1; number <= makes(act).size(); number++) {
      commitment(new CommitmentId(act.id(), number))
          .filter(commitment -> commitment.end().isEmpty())
          .ifPresent(
              commitment ->
                  changed.add(commitment.ended(end(entry, stage, Optional.of(act.id())))));
    }
    return moved(entry, act, changed);
  }

  private static boolean isClosedBy(Commitment commitment, Act act) {
    return commitment.end().flatMap(end -> end.said().act()).filter(act.id()::equals).isPresent();
  }

  /// The commitments in the terms of `act`; none when they cannot be read.
  private List<CommitmentTerms> makes(Act act) {
    ActFact.Proposed said = act.proposal().said();
    try {
      return CommitmentActs.made(said.act(), said.terms(), parties);
    } catch (MalformedJsonException _) {
      return List.of();
    }
  }

  private static Optional<ClosureTerms> closure(Act act) {
    ActFact.Proposed said = act.proposal().said();
    try {
      return said.act().equals(CommitmentActs.COMMITMENT_CLOSED)
          ? Optional.of(ClosureTerms.fromJson(said.terms()))
          : Optional.empty();
    } catch (MalformedJsonException _) {
      return Optional.empty();
    }
  }

  private static Optional<Word<Commitment.End>> end(
      ActEntry entry, CommitmentStage stage, Optional<EntryId> act) {
    return Optional.of(Word.in(entry.context(), new Commitment.End(stage, act)));
  }

  private static SortedSet<PartyId> sides(Act act) {
    return Ordered.set(act.proposal().quorum().seats().keys().toList());
  }

  // ---- asking ---------------------------------------------------------------------------------

  /// The digest by which two nodes compare their states (protocol clause 10-9.2).
  public Hash digest() {
    return outcomes.digest();
  }

  /// Facts, and terms of acts, that do not hold, by entry.
  public PersistentMap<EntryId, CommitmentRefusal> voids() {
    return outcomes.voids();
  }

  /// The commitment `id`, if there is one.
  public Optional<Commitment> commitment(CommitmentId id) {
    return commitments.find(id);
  }

  /// The register as a matrix: a row for each commitment, a cell for each side with its last word
  /// and its age at `now`. In the order in which they came to be named: log, then place.
  public List<MatrixRow> matrix(Instant now, CommitmentSettings settings) {
    return commitments
        .values()
        .map(commitment -> MatrixRow.of(commitment, parties, now, settings))
        .toList();
  }

  // ---- copies with one part changed -----------------------------------------------------------

  private CommitmentsState changed(CommitmentId id, UnaryOperator<Commitment> change) {
    return with(change.apply(commitments.get(id)));
  }

  private CommitmentsState with(Commitment commitment) {
    return new CommitmentsState(parties, commitments.put(commitment.id(), commitment), outcomes);
  }

  private CommitmentsState with(Outcomes<CommitmentRefusal> next) {
    return new CommitmentsState(parties, commitments, next);
  }
}
