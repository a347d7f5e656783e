package org.sarhad.core.testing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.act.Proposal;
import org.sarhad.core.act.Quorum;
import org.sarhad.core.act.Seats;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.entry.SeenHead;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// Entries of a few sides, one after the other, for tests of what is folded in the joint order.
/// Unless told otherwise, who speaks knows everything that was said before.
public final class Voices {
  private final SortedSet<PartyId> parties;
  private final TreeMap<PartyId, Long> sizes = new TreeMap<>();
  private Instant time = Sides.EIGHT;

  private Voices(SortedSet<PartyId> parties) {
    this.parties = parties;
    parties.forEach(party -> sizes.put(party, 0L));
  }

  /// The sides called `parties`.
  public static Voices of(String... parties) {
    return new Voices(Ordered.set(List.of(parties).stream().map(PartyId::of).toList()));
  }

  public SortedSet<PartyId> parties() {
    return parties;
  }

  public static Origin log(PartyId party) {
    return Origin.of(party + ".sarhad.example/joint");
  }

  /// From now on everybody's clock says this.
  public Voices at(Instant next) {
    time = next;
    return this;
  }

  public Instant time() {
    return time;
  }

  /// How many entries `side` has written.
  public long size(PartyId side) {
    return sizes.getOrDefault(side, 0L);
  }

  /// The next entry of `side`, signed by an officer with these roles.
  public ActEntry says(PartyId side, Role... roles) {
    return entry(side, true, Optional.of(officer(side)), Ordered.set(roles), all(side));
  }

  /// The next entry of `side`, by its node alone.
  public ActEntry node(PartyId side) {
    return entry(side, true, Optional.empty(), Ordered.set(), all(side));
  }

  /// The next entry of `side`, whose author has seen nothing of other logs.
  public ActEntry blind(PartyId side, Role... roles) {
    return entry(side, true, Optional.of(officer(side)), Ordered.set(roles), Seen.NOTHING);
  }

  /// The next entry of `side`, whose author has seen only what `seen` says.
  public ActEntry seeing(PartyId side, Seen seen, Role... roles) {
    return entry(side, true, Optional.of(officer(side)), Ordered.set(roles), seen);
  }

  /// As [#says], in the private journal.
  public ActEntry internal(PartyId side, Role... roles) {
    return entry(side, false, Optional.of(officer(side)), Ordered.set(roles), all(side));
  }

  /// What `side` would have seen if it has everything.
  public Seen all(PartyId side) {
    PersistentMap<Origin, SeenHead> heads = PersistentMap.empty();
    for (PartyId other : parties) {
      if (!other.equals(side) && size(other) > 0) {
        heads = heads.put(log(other), Sides.head(size(other)));
      }
    }
    return new Seen(heads, List.of());
  }

  private ActEntry entry(
      PartyId side, boolean released, Optional<OfficerId> officer, Set<Role> roles, Seen seen) {
    long index = size(side);
    sizes.put(side, index + 1);
    EntryId id = new EntryId(log(side), index);
    return new ActEntry(
        new FactContext(id, side, released, time, officer, roles), seen, leaf(id.toString()));
  }

  private static Hash leaf(String of) {
    return Merkle.sha256(Bytes.ofUtf8(of));
  }

  private static OfficerId officer(PartyId side) {
    return OfficerId.of(side + ".sarhad.example/officer/7f3a");
  }

  // ---- acts -----------------------------------------------------------------------------------

  /// An act in force since `by`, that was proposed in `proposal` and needs `sides`.
  public static Act act(
      ActEntry proposal, ActEntry by, ActKind kind, Json.Obj terms, SortedSet<PartyId> sides) {
    return act(proposal, by, ActFact.Proposed.of(kind, terms, Capacity.of(Role.CHIEF)), sides);
  }

  /// As [#act], for a whole proposal.
  public static Act act(
      ActEntry proposal, ActEntry by, ActFact.Proposed said, SortedSet<PartyId> sides) {
    return new Act(
        new Proposal(
            proposal.id(),
            proposal.context().author(),
            proposal.leaf(),
            said,
            Quorum.alike(sides, Seats.of(Role.CHIEF, 1))),
        PersistentMap.empty(),
        Optional.empty(),
        ActStage.EFFECTIVE,
        by.id());
  }

  /// `act`, come to `stage` by `by`.
  public static Act at(Act act, ActStage stage, ActEntry by) {
    return new Act(act.proposal(), act.assents(), act.withdrawal(), stage, by.id());
  }
}
