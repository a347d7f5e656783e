package org.sarhad.core.act;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.entry.SeenHead;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// All acts of a channel, folded in the final joint order (protocol clause 07-8). Immutable.
///
/// For every entry [#enter], then, if it states an [ActFact], [#apply] with that fact.
///
/// @param acts by the entry of their proposal
/// @param leaving withdrawals of open acts, and which act each takes back: they end it as soon as a
///   side that has not assented is seen to know of them
/// @param delegations by their entry
/// @param seen for each log what its last entry had seen
/// @param voids facts that do not hold, and why
/// @param statements everything that was said about an act, what does not hold too: by the entry of
///   its proposal, then by its own
/// @param moved the acts that the last entry brought to another stage, those it proposed among
///   them; in the order of their names
/// @param digest chain of SHA-256 over all that became of anything
public record ActsState(
    PersistentMap<EntryId, Act> acts,
    PersistentMap<EntryId, EntryId> leaving,
    PersistentMap<EntryId, Delegation> delegations,
    PersistentMap<Origin, Seen> seen,
    PersistentMap<EntryId, ActRefusal> voids,
    PersistentMap<EntryId, PersistentMap<EntryId, ActFactKind>> statements,
    List<Act> moved,
    Hash digest) {
  /// No acts yet.
  public static final ActsState NONE =
      new ActsState(
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty(),
          List.of(),
          Merkle.sha256(Bytes.ofUtf8("sarhad acts v1\n")));

  /// Copies the list.
  public ActsState {
    moved = List.copyOf(moved);
  }

  // ---- folding --------------------------------------------------------------------------------

  /// This state after `entry`, of whatever kind: acts end whose withdrawal its author has now seen
  /// without having assented. What the entry states comes afterwards, by [#apply]. O(log n) for
  /// each log it has seen, and for each withdrawal it is the first of its log to have seen.
  public ActsState enter(ActEntry entry) {
    Origin log = entry.id().origin();
    Seen before = seen.getOrElse(log, Seen.NOTHING);
    List<Act> ended = new ArrayList<>();
    for (PersistentMap.Entry<Origin, SeenHead> head : entry.seen().heads()) {
      Origin other = head.key();
      EntryId from = new EntryId(other, before.sizeOf(other));
      EntryId to = new EntryId(other, head.value().size());
      for (PersistentMap.Entry<EntryId, EntryId> known : leaving.range(from, to)) {
        Act act = acts.get(known.value());
        if (act.isLacking(entry.context().author())) {
          ended.add(act.withdrawn(entry.id()));
        }
      }
    }
    ActsState entered =
        new ActsState(
            acts,
            leaving,
            delegations,
            seen.put(log, entry.seen()),
            voids,
            statements,
            List.of(),
            digest);
    return ended.isEmpty() ? entered : entered.changed(entry, "seen", ended);
  }

  /// This state after `fact`, which stands in the entry just entered. Total: a fact that does not
  /// hold changes nothing but is kept in [#voids()]. O(log n).
  ///
  /// @param who who may sign what, as it stood after that entry
  public ActsState apply(Signatories who, ActEntry entry, ActFact fact) {
    Optional<ActRefusal> objection =
        ActRules.objection(this, who, entry.context(), entry.seen(), fact);
    ActsState next =
        objection.isPresent()
            ? voided(entry, objection.get())
            : changed(entry, "held", held(who, entry, fact)).lent(entry, fact);
    return next.stated(entry.id(), fact);
  }

  /// This, in which `fact` is found by every act that it names.
  private ActsState stated(EntryId entry, ActFact fact) {
    PersistentMap<EntryId, PersistentMap<EntryId, ActFactKind>> next = statements;
    for (EntryId act : fact.names()) {
      next = next.update(act, PersistentMap.empty(), known -> known.put(entry, fact.kind()));
    }
    if (acts.containsKey(entry)) {
      next = next.put(entry, PersistentMap.of(entry, fact.kind()));
    }
    return new ActsState(acts, leaving, delegations, seen, voids, next, moved, digest);
  }

  /// The acts that `fact`, which holds, makes or changes.
  private List<Act> held(Signatories who, ActEntry entry, ActFact fact) {
    return switch (fact) {
      case ActFact.Proposed proposed -> proposed(who, entry, proposed);
      case ActFact.Assented(ActRef ref, long _, Capacity as) -> assented(ref, entry, as);
      case ActFact.Refused(ActRef ref, Capacity _, String _) ->
          List.of(act(ref).at(ActStage.REFUSED, entry.id()));
      case ActFact.Withdrawn(ActRef ref, Capacity _, String _) ->
          List.of(act(ref).with(new Withdrawal(entry.id(), entry.leaf(), false)));
      case ActFact.Expired(ActRef ref) ->
          List.of(act(ref).with(new Withdrawal(entry.id(), entry.leaf(), true)));
      case ActFact.Contested contested ->
          List.of(act(contested.act()).at(ActStage.VOIDED, entry.id()));
      case ActFact.Delegated _, ActFact.DelegationEnded _ -> List.of();
    };
  }

  private List<Act> proposed(Signatories who, ActEntry entry, ActFact.Proposed said) {
    FactContext context = entry.context();
    Quorum quorum = who.quorum(said.act(), said.modalities()).orElseThrow();
    Proposal proposal = new Proposal(entry.id(), context.author(), entry.leaf(), said, quorum);
    List<Act> changed = new ArrayList<>();
    changed.add(Act.of(proposal, new Assent(entry.id(), officer(context), said.as())));
    said.counters()
        .map(this::act)
        .filter(act -> act.isOpen() && !act.hasAssented(context.author()))
        .ifPresent(act -> changed.add(act.at(ActStage.REFUSED, entry.id())));
    return changed;
  }

  private List<Act> assented(ActRef ref, ActEntry entry, Capacity as) {
    PartyId party = entry.context().author();
    Act act = act(ref).with(party, new Assent(entry.id(), officer(entry.context()), as));
    List<Act> changed = new ArrayList<>();
    changed.add(act);
    if (act.isEffective()) {
      act.proposal()
          .said()
          .supersedes()
          .ifPresent(old -> changed.add(act(old).at(ActStage.SUPERSEDED, entry.id())));
    }
    return changed;
  }

  private ActsState lent(ActEntry entry, ActFact fact) {
    return switch (fact) {
      case ActFact.Delegated delegated ->
          withDelegation(
              new Delegation(
                  entry.id(),
                  entry.context().author(),
                  officer(entry.context()),
                  delegated,
                  Optional.empty()));
      case ActFact.DelegationEnded(EntryId delegation, DelegationEnd _) ->
          withDelegation(delegations.get(delegation).endedBy(entry.id()));
      case ActFact.Proposed _,
          ActFact.Assented _,
          ActFact.Refused _,
          ActFact.Withdrawn _,
          ActFact.Expired _,
          ActFact.Contested _ ->
          this;
    };
  }

  // ---- asking ---------------------------------------------------------------------------------

  /// Whether `entry` ends an act by nothing but what it has seen. If the next entry of a node
  /// would, it has something to acknowledge, although no entry waits for it to become final
  /// (protocol clause 07-5.10).
  public boolean isMovedBy(ActEntry entry) {
    return !enter(entry).digest.equals(digest);
  }

  /// The entries that say something about the act `id`, by log and index; the proposal among them.
  public Stream<EntryId> statementsAbout(EntryId id) {
    return statements.find(id).stream().flatMap(PersistentMap::keys);
  }

  /// The act that was proposed by the entry `id`, if one was.
  public Optional<Act> act(EntryId id) {
    return acts.find(id);
  }

  private Act act(ActRef ref) {
    return acts.get(ref.entry());
  }

  private static OfficerId officer(FactContext context) {
    return context.officer().orElseThrow();
  }

  // ---- copies with one part changed -----------------------------------------------------------

  /// This with `changed` in the place of what they were, and a line more in the digest.
  private ActsState changed(ActEntry entry, String outcome, List<Act> changed) {
    PersistentMap<EntryId, Act> nextActs = acts;
    PersistentMap<EntryId, EntryId> nextLeaving = leaving;
    List<Act> nextMoved = new ArrayList<>(moved);
    StringBuilder line = line(entry, outcome);
    for (Act act : changed.stream().sorted(Comparator.comparing(Act::id)).toList()) {
      Optional<ActStage> before = acts.find(act.id()).map(Act::stage);
      if (!before.equals(Optional.of(act.stage()))) {
        line.append(' ').append(act.id()).append('=').append(act.stage().code());
        nextMoved.add(act);
      }
      nextActs = nextActs.put(act.id(), act);
      if (act.withdrawal().isPresent()) {
        EntryId withdrawal = act.withdrawal().get().entry();
        nextLeaving =
            act.isOpen() ? nextLeaving.put(withdrawal, act.id()) : nextLeaving.remove(withdrawal);
      }
    }
    return new ActsState(
        nextActs, nextLeaving, delegations, seen, voids, statements, nextMoved, chained(line));
  }

  private ActsState voided(ActEntry entry, ActRefusal why) {
    return new ActsState(
        acts,
        leaving,
        delegations,
        seen,
        voids.put(entry.id(), why),
        statements,
        moved,
        chained(line(entry, why.name())));
  }

  private ActsState withDelegation(Delegation delegation) {
    return new ActsState(
        acts,
        leaving,
        delegations.put(delegation.entry(), delegation),
        seen,
        voids,
        statements,
        moved,
        digest);
  }

  private static StringBuilder line(ActEntry entry, String outcome) {
    return new StringBuilder()
        .append(entry.id())
        .append(' ')
        .append(entry.leaf())
        .append(' ')
        .append(outcome);
  }

  private Hash chained(StringBuilder line) {
    Hash next = Merkle.sha256(Bytes.ofUtf8(line.append('\n').toString()));
    return Merkle.sha256(Bytes.concat(digest.toBytes(), next.toBytes()));
  }
}
