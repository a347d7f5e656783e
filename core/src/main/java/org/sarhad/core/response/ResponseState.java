package org.sarhad.core.response;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.party.PartyId;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// The state of the response: what every side has said, side by side. Immutable.
///
/// [#apply] is the only thing that changes it; the same one serves a request just decided, the log
/// read back, and the other side's entries. Each side's facts fold into that side's own
/// [SideState], so the result does not depend on how the facts of different sides interleave. What
/// both sides' words amount to together ([Incident], [Assistance]) is computed when it is read.
///
/// @param parties the parties of the channel
/// @param sides one per party of the channel, and any other that has spoken
/// @param live the incidents that not every side that knows them has closed
public record ResponseState(
    Set<PartyId> parties,
    PersistentMap<PartyId, SideState> sides,
    PersistentMap<IncidentId, Boolean> live) {

  /// The state of a channel of these parties in which nothing has been said.
  public static ResponseState of(PartyId... parties) {
    var state = PersistentMap.<PartyId, SideState>empty();
    for (PartyId party : parties) {
      state = state.put(party, SideState.of(party));
    }
    return new ResponseState(
        Collections.unmodifiableSortedSet(new TreeSet<>(state.keys().toList())),
        state,
        PersistentMap.empty());
  }

  /// This state on a channel that `party` has joined. Nobody has closed anything for it, so every
  /// incident that it can know of is live again; changes nothing for a party of the channel.
  public ResponseState joinedBy(PartyId party) {
    if (parties.contains(party)) {
      return this;
    }
    var more = new TreeSet<>(parties);
    more.add(party);
    var joined =
        new ResponseState(
            Collections.unmodifiableSortedSet(more), sides.put(party, side(party)), live);
    for (var incident : joined.incidents()) {
      joined = joined.relisted(incident.id());
    }
    return joined;
  }

  /// The state after `fact`. Total: any well-formed fact is accepted; one that its author had no
  /// business writing changes nothing but is kept ([Anomaly]). O(log n).
  public ResponseState apply(FactContext context, ResponseFact fact) {
    SideState next = side(context.author()).apply(context, fact);
    var folded = new ResponseState(parties, sides.put(context.author(), next), live);
    return fact.aboutIncident().map(folded::relisted).orElse(folded);
  }

  private ResponseState relisted(IncidentId id) {
    boolean closed = new Incident(this, id).isClosedByAll();
    return new ResponseState(parties, sides, closed ? live.remove(id) : live.put(id, true));
  }

  /// What `party` has said; an empty state for one that never spoke.
  public SideState side(PartyId party) {
    return sides.find(party).orElseGet(() -> SideState.of(party));
  }

  /// Every side but `party`.
  public Stream<SideState> others(PartyId party) {
    return sides.values().filter(side -> !side.party().equals(party));
  }

  /// The incident called `id`, if any side has ever opened, announced or mentioned it.
  public Optional<Incident> incident(IncidentId id) {
    boolean known = sides.values().anyMatch(side -> side.incidents().files().containsKey(id));
    return known ? Optional.of(new Incident(this, id)) : Optional.empty();
  }

  /// The incidents that some side still works on, real ones before exercises, by name. O(those).
  public Stream<Incident> liveIncidents() {
    return live.keys().map(id -> new Incident(this, id));
  }

  /// Whether some side still works on `incident`.
  public boolean isLive(IncidentId incident) {
    return live.containsKey(incident);
  }

  /// Every incident any side has spoken of, real ones before exercises, in the order of their
  /// names.
  public List<Incident> incidents() {
    var ids = new TreeSet<IncidentId>();
    sides.values().forEach(side -> side.incidents().files().keys().forEach(ids::add));
    return ids.stream().map(id -> new Incident(this, id)).toList();
  }

  /// The thread of assistance called `id`, if its owner has opened it.
  public Optional<Assistance> assistance(AssistanceId id) {
    return side(id.owner())
        .help()
        .thread(id)
        .opened()
        .map(opened -> new Assistance(this, id, opened));
  }

  /// The unit called `id`, as this fold knows it.
  public Optional<Unit> unit(UnitId id) {
    return side(id.owner()).units().units().find(id);
  }

  /// A hash of the whole state: equal on two nodes that have folded the same released facts, in
  /// whatever order the sides' facts arrived.
  public Hash digest() {
    var parts = new ArrayList<Bytes>();
    for (var side : sides) {
      parts.add(Bytes.ofUtf8(side.key() + "\n"));
      parts.add(side.value().ledger().digest().toBytes());
    }
    return Merkle.sha256(Bytes.concat(parts.toArray(Bytes[]::new)));
  }
}
