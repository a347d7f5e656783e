package org.sarhad.core.screening;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Outcomes;
import org.sarhad.core.register.Word;
import org.sarhad.tlog.tree.Hash;

/// What the sides of a channel have said about screening, folded in the final joint order (protocol
/// clause 16-6). Immutable. No joint act is about screening: each side says its own, by its own
/// lists, and nothing of one side changes what another has decided.
///
/// @param parties the sides of the channel
/// @param lists which list of each source each side goes by, and when it last said so
/// @param subjects what each side has said about each trading party
/// @param proposals every proposal that held, and about whom, by its entry
/// @param bases licences, by the entry that recorded them
/// @param draws of which licence each use is, by the entry that said so
/// @param outcomes what became of each fact
public record ScreeningState(
    SortedSet<PartyId> parties,
    PersistentMap<ListKey, Word<ListState>> lists,
    PersistentMap<SubjectKey, Screened> subjects,
    PersistentMap<EntryId, SubjectKey> proposals,
    PersistentMap<EntryId, LegalBasis> bases,
    PersistentMap<EntryId, EntryId> draws,
    Outcomes<ScreeningRefusal> outcomes) {
  /// Copies its collection.
  public ScreeningState {
    parties = Ordered.set(parties);
  }

  /// Nothing said yet.
  ///
  /// @param parties the sides of the channel
  public static ScreeningState of(SortedSet<PartyId> parties) {
    return new ScreeningState(
        parties,
        PersistentMap.empty(),
        PersistentMap.empty(),
        PersistentMap.empty(),
        PersistentMap.empty(),
        PersistentMap.empty(),
        Outcomes.of("screening"));
  }

  /// This state on a channel of these sides: sides are given before an entry is folded, as the
  /// channel has them there. What was said is the same; O(sides).
  public ScreeningState among(SortedSet<PartyId> sides) {
    return sides.equals(parties)
        ? this
        : new ScreeningState(sides, lists, subjects, proposals, bases, draws, outcomes);
  }

  /// This state after `fact`, which stands in `entry`. Total: a fact that does not hold changes
  /// nothing but is kept in [#voids()]. O(log n), and the draws on one licence.
  ///
  /// @param settings what is agreed at this place of the joint order
  public ScreeningState apply(ActEntry entry, ScreeningFact fact, ScreeningSettings settings) {
    Optional<ScreeningRefusal> objection = ScreeningRules.objection(this, entry, fact, settings);
    return objection.isPresent()
        ? with(outcomes.voided(entry, objection.get()))
        : held(entry, fact).with(outcomes.held(entry));
  }

  private ScreeningState held(ActEntry entry, ScreeningFact fact) {
    PartyId side = entry.context().author();
    return switch (fact) {
      case ScreeningFact.ListTaken taken ->
          withLists(
              lists.put(
                  new ListKey(side, taken.list().source()),
                  Word.in(entry.context(), taken.list())));
      case ScreeningFact.ListEnded ended ->
          withLists(lists.remove(new ListKey(side, ended.source())));
      case ScreeningFact.Held held ->
          changed(
              new SubjectKey(side, held.subject()),
              screened -> screened.holding(Word.in(entry.context(), held)));
      case ScreeningFact.Proposed proposed -> proposed(entry, proposed);
      case ScreeningFact.Confirmed confirmed -> confirmed(entry, confirmed);
      case ScreeningFact.BasisRecorded recorded ->
          with(LegalBasis.of(side, Word.in(entry.context(), recorded)));
      case ScreeningFact.BasisDrawn drawn ->
          with(bases.get(drawn.basis()).drawn(entry.id(), drawn))
              .withDraws(draws.put(entry.id(), drawn.basis()));
      case ScreeningFact.BasisReturned returned ->
          with(bases.get(draws.get(returned.draw())).returned(returned.draw(), entry.id()));
      case ScreeningFact.BasisEnded ended ->
          with(bases.get(ended.basis()).ended(Word.in(entry.context(), ended)));
    };
  }

  private ScreeningState proposed(ActEntry entry, ScreeningFact.Proposed proposed) {
    SubjectKey key = new SubjectKey(entry.context().author(), proposed.subject());
    Screened.Proposal proposal =
        new Screened.Proposal(
            entry.context().officer().orElseThrow(), Word.in(entry.context(), proposed));
    return changed(key, screened -> screened.proposing(proposal))
        .withProposals(proposals.put(entry.id(), key));
  }

  private ScreeningState confirmed(ActEntry entry, ScreeningFact.Confirmed confirmed) {
    return changed(
        proposals.get(confirmed.proposal()),
        screened ->
            screened.deciding(
                new Screened.Decided(
                    screened.proposal().orElseThrow(),
                    entry.context().officer().orElseThrow(),
                    Word.in(entry.context(), confirmed))));
  }

  // ---- asking ---------------------------------------------------------------------------------

  /// The digest by which two nodes compare their states (protocol clause 16-6.2).
  public Hash digest() {
    return outcomes.digest();
  }

  /// Facts that do not hold, by entry.
  public PersistentMap<EntryId, ScreeningRefusal> voids() {
    return outcomes.voids();
  }

  /// What `side` has said about `subject`.
  public Screened screened(PartyId side, SubjectId subject) {
    return subjects.getOrElse(new SubjectKey(side, subject), Screened.NOT_YET);
  }

  /// The lists that `side` goes by: the hash of each.
  public SortedMap<ListSource, Hash> listsOf(PartyId side) {
    TreeMap<ListSource, Hash> hashes = new TreeMap<>();
    lists.stream()
        .filter(list -> list.key().side().equals(side))
        .forEach(list -> hashes.put(list.key().source(), list.value().said().sha256()));
    return Ordered.map(hashes);
  }

  /// Whether a list that `side` goes by is too old to decide by at `at`, counted from when it said
  /// last that it is the newest.
  public boolean isStale(PartyId side, Instant at, ScreeningSettings settings) {
    return lists.stream()
        .filter(list -> list.key().side().equals(side))
        .anyMatch(list -> at.isAfter(list.value().at().plus(settings.listAge())));
  }

  /// How `side` stands to signing something with `subject` at `at` (protocol clause 16-4.3).
  public Standing standing(
      PartyId side, SubjectId subject, Instant at, ScreeningSettings settings) {
    Screened screened = screened(side, subject);
    if (screened.status().isEmpty()) {
      return Standing.NOT_SCREENED;
    }
    return switch (screened.status().get()) {
      case HELD -> Standing.HELD;
      case REFUSED -> Standing.REFUSED;
      case CLEAR, RELEASED ->
          standing(side, screened.decision().orElseThrow().said(), at, settings);
    };
  }

  private Standing standing(
      PartyId side, ScreeningFact.Proposed decided, Instant at, ScreeningSettings settings) {
    boolean isCurrent =
        decided.grounds().lists().equals(listsOf(side))
            && decided.grounds().threshold() <= settings.threshold()
            && decided.basis().filter(basis -> !bases.get(basis).holds(at)).isEmpty();
    if (!isCurrent) {
      return Standing.SCREEN_AGAIN;
    }
    return isStale(side, at, settings) ? Standing.LIST_STALE : Standing.GOOD;
  }

  /// Why nothing can be signed at `at` with `subjects`; empty when it can. Every side has to have
  /// decided about every one of them. To draft is always open.
  public Optional<ScreeningRefusal> objectionToSigning(
      SortedSet<SubjectId> subjects, Instant at, ScreeningSettings settings) {
    return refusal(standing(subjects, at, settings));
  }

  /// How the sides stand to signing something with `subjects` at `at`: the worst of how each of
  /// them stands to each. Good, where there is no side or no subject.
  public Standing standing(SortedSet<SubjectId> subjects, Instant at, ScreeningSettings settings) {
    return parties.stream()
        .flatMap(side -> subjects.stream().map(subject -> standing(side, subject, at, settings)))
        .min(Standing::compareTo)
        .orElse(Standing.GOOD);
  }

  private static Optional<ScreeningRefusal> refusal(Standing standing) {
    return switch (standing) {
      case REFUSED -> Optional.of(ScreeningRefusal.PARTY_REFUSED);
      case HELD -> Optional.of(ScreeningRefusal.PARTY_HELD);
      case NOT_SCREENED -> Optional.of(ScreeningRefusal.PARTY_NOT_SCREENED);
      case SCREEN_AGAIN -> Optional.of(ScreeningRefusal.SCREEN_AGAIN);
      case LIST_STALE -> Optional.of(ScreeningRefusal.LIST_STALE);
      case GOOD -> Optional.empty();
    };
  }

  /// Whom `side` has to screen again at `at`, because its lists, the agreed threshold or a licence
  /// have changed since; in the order of their names. O(n).
  public List<SubjectId> toScreenAgain(PartyId side, Instant at, ScreeningSettings settings) {
    return subjects
        .keys()
        .filter(key -> key.side().equals(side))
        .map(SubjectKey::subject)
        .filter(subject -> standing(side, subject, at, settings) == Standing.SCREEN_AGAIN)
        .toList();
  }

  // ---- copies with one part changed -----------------------------------------------------------

  private ScreeningState changed(SubjectKey key, UnaryOperator<Screened> change) {
    return new ScreeningState(
        parties,
        lists,
        subjects.update(key, Screened.NOT_YET, change),
        proposals,
        bases,
        draws,
        outcomes);
  }

  private ScreeningState withLists(PersistentMap<ListKey, Word<ListState>> next) {
    return new ScreeningState(parties, next, subjects, proposals, bases, draws, outcomes);
  }

  private ScreeningState withProposals(PersistentMap<EntryId, SubjectKey> next) {
    return new ScreeningState(parties, lists, subjects, next, bases, draws, outcomes);
  }

  private ScreeningState withDraws(PersistentMap<EntryId, EntryId> next) {
    return new ScreeningState(parties, lists, subjects, proposals, bases, next, outcomes);
  }

  private ScreeningState with(LegalBasis basis) {
    return new ScreeningState(
        parties, lists, subjects, proposals, bases.put(basis.id(), basis), draws, outcomes);
  }

  private ScreeningState with(Outcomes<ScreeningRefusal> next) {
    return new ScreeningState(parties, lists, subjects, proposals, bases, draws, next);
  }
}
