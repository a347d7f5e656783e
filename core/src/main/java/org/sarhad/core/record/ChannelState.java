package org.sarhad.core.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Envelope;
import org.sarhad.core.entry.PayloadRef;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.party.ChannelId;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.Check;
import org.sarhad.tlog.crypto.Verifier;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// What is known of the channel itself: whose keys are good where, who read what, what was erased,
/// sealed and revealed. Immutable; a fold of the logs, each in its own order.
///
/// For every entry [#enter], then, if it states a [RecordFact], [#apply] with that fact.
///
/// @param channel its name
/// @param verifier checks the signatures inside key facts; the same answers on every node
/// @param sides the logs of the channel
/// @param receipts for each entry, who read it, each reader once: by the entry that says so first
/// @param erasures payloads that are gone
/// @param seals payloads that were withheld
/// @param forks logs that were shown with two histories, and which side published it
/// @param voids facts that do not hold, and why (protocol clause 04-4)
public record ChannelState(
    ChannelId channel,
    Verifier verifier,
    PersistentMap<Origin, SideState> sides,
    PersistentMap<EntryId, PersistentMap<EntryId, Receipt>> receipts,
    PersistentMap<PayloadId, Erasure> erasures,
    PersistentMap<PayloadId, Seal> seals,
    PersistentMap<Origin, PersistentMap<PartyId, ForkNotice>> forks,
    PersistentMap<EntryId, RecordRefusal> voids) {

  /// A channel of nobody; see [#with].
  public static ChannelState of(ChannelId channel, Verifier verifier) {
    return new ChannelState(
        channel,
        verifier,
        PersistentMap.empty(),
        PersistentMap.empty(),
        PersistentMap.empty(),
        PersistentMap.empty(),
        PersistentMap.empty(),
        PersistentMap.empty());
  }

  /// This channel with another side: one's own, or a peer whose keys a person has confirmed. Its
  /// genesis must say the same keys. Confirmed again it changes nothing.
  public ChannelState with(SideKeys card) {
    if (sides.containsKey(card.log())) {
      return this;
    }
    Hash digest = Merkle.sha256(card.toJson().canonical());
    return withSide(
        card.log(),
        new SideState(
            card.party(),
            0,
            Seen.NOTHING,
            Roster.of(card),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            digest));
  }

  // ---- folding --------------------------------------------------------------------------------

  /// This state after `entry`, of whatever kind: the next of its log. What the entry states comes
  /// afterwards, by [#apply].
  public ChannelState enter(Entry entry) {
    Envelope envelope = entry.envelope();
    SideState side = side(entry.id().origin());
    Check.that(side.size() == entry.id().index(), "%s after %s entries", entry.id(), side.size());
    SideState next =
        side.withEntry(envelope.seen()).withDigest(chained(side.digest(), entry.leafHash()));
    PersistentMap<PayloadId, Seal> sealed = seals;
    for (PayloadRef ref : envelope.payloads()) {
      if (ref.isSealed()) {
        Seal seal = new Seal(envelope.ref(), ref.revealBy().orElseThrow(), Optional.empty());
        sealed = sealed.put(new PayloadId(entry.id(), ref.sha256()), seal);
      }
    }
    return withSide(entry.id().origin(), next).withSeals(sealed);
  }

  /// This state after `fact`, which stands in the entry just entered. Total: a fact that does not
  /// hold changes nothing but is kept in [#voids()]. O(log n).
  ///
  /// @param context of that entry, see [#context(Entry)]
  public ChannelState apply(FactContext context, RecordFact fact) {
    SideState side = side(context.entry().origin());
    Check.that(
        side.size() == context.entry().index() + 1, "%s is not the last entry", context.entry());
    Optional<RecordRefusal> objection = RecordRules.objection(this, context, side.seen(), fact);
    ChannelState next =
        objection.isEmpty() ? held(context, side, fact) : voided(context.entry(), objection.get());
    Bytes outcome = Bytes.ofUtf8(objection.map(RecordRefusal::name).orElse("held"));
    SideState folded = next.side(context.entry().origin());
    return next.withSide(
        context.entry().origin(),
        folded.withDigest(chained(folded.digest(), Merkle.sha256(outcome))));
  }

  private ChannelState held(FactContext context, SideState side, RecordFact fact) {
    EntryId entry = context.entry();
    long index = entry.index();
    Roster roster = side.roster();
    return switch (fact) {
      case RecordFact.Genesis genesis -> withRoster(entry, begun(roster, index, genesis));
      case RecordFact.Ack ack -> withSide(entry.origin(), side.withAck(entry, ack));
      case RecordFact.PeerAccepted _ -> this;
      case RecordFact.OfficerGranted(Officer officer) ->
          withRoster(entry, roster.with(index, new Standing.Good(officer)));
      case RecordFact.OfficerRevoked(OfficerId officer, KeyEnd why) ->
          withRoster(
              entry, roster.with(index, new Standing.Ended(good(roster, officer, index), why)));
      case RecordFact.RoleGranted(OfficerId officer, Role role) -> {
        Officer before = good(roster, officer, index);
        yield withRoster(entry, roster.with(index, new Standing.Good(before.with(role))));
      }
      case RecordFact.RoleRevoked(OfficerId officer, Role role) -> {
        Officer before = good(roster, officer, index);
        yield withRoster(entry, roster.with(index, new Standing.Good(before.without(role))));
      }
      case RecordFact.Read(List<EntryId> entries) -> withReceipts(context, entries);
      case RecordFact.Revealed(PayloadId payload) ->
          withSeals(seals.put(payload, seals.get(payload).shownBy(entry, context.time())));
      case RecordFact.Erased(PayloadId payload, String basis) ->
          withErasure(payload, new Erasure(entry, basis, context.time(), PersistentMap.empty()));
      case RecordFact.ErasureConfirmed(PayloadId payload) ->
          withErasure(payload, erasures.get(payload).confirmedBy(context.author(), entry));
      case RecordFact.ForkPublished(Origin log, long common, Hash evidence) ->
          withForks(
              forks.put(
                  log,
                  forksOf(log).put(context.author(), new ForkNotice(entry, common, evidence))));
      case RecordFact.KeyRotated rotated ->
          withRoster(
              entry,
              roster.withKeys(index, roster.keysAt(index).rotated(rotated.use(), rotated.next())));
      case RecordFact.KeysRevoked revoked ->
          withSide(revoked.log(), side(revoked.log()).withEnd(revoked.size()));
      case RecordFact.Successor successor ->
          withSide(entry.origin(), side.withFollows(successor.ended()));
    };
  }

  private static Roster begun(Roster roster, long index, RecordFact.Genesis genesis) {
    Roster begun = roster.begun(genesis.recovery());
    for (Officer custodian : genesis.custodians()) {
      begun = begun.with(index, new Standing.Good(custodian));
    }
    return begun;
  }

  private static Officer good(Roster roster, OfficerId officer, long index) {
    return roster.officerAt(officer, index).orElseThrow();
  }

  private ChannelState withReceipts(FactContext context, List<EntryId> entries) {
    OfficerId reader = context.officer().orElseThrow();
    Receipt receipt =
        new Receipt(context.entry(), context.author(), reader, context.roles(), context.time());
    PersistentMap<EntryId, PersistentMap<EntryId, Receipt>> next = receipts;
    for (EntryId entry : entries) {
      // The first one counts. Saying it again and again must not fill our memory.
      boolean isKnown =
          receiptsOf(entry).stream()
              .anyMatch(
                  known -> known.party().equals(receipt.party()) && known.officer().equals(reader));
      if (!isKnown) {
        next = next.update(entry, PersistentMap.empty(), known -> known.put(receipt.by(), receipt));
      }
    }
    return withReceipts(next);
  }

  // ---- asking ---------------------------------------------------------------------------------

  /// The side whose log is `log`; asking for one that is not of this channel is a bug.
  public SideState side(Origin log) {
    Optional<SideState> side = sides.find(log);
    Check.that(side.isPresent(), "%s is not a log of %s", log, channel);
    return side.orElseThrow();
  }

  /// The context of a shared entry, its officer's roles judged at its own position. The entry's
  /// predecessors must have been folded; later entries change nothing.
  public FactContext context(Entry entry) {
    return context(entry, entry.id().origin(), entry.id().index(), true);
  }

  /// The context of an entry of the private journal of the side whose log is `log`. Its position in
  /// that log is what it says it has seen of it.
  public FactContext contextOfInternal(Entry entry, Origin log) {
    return context(entry, log, entry.envelope().seen().sizeOf(log), false);
  }

  private FactContext context(Entry entry, Origin log, long position, boolean released) {
    SideState side = side(log);
    Optional<OfficerId> officer = entry.author();
    Set<Role> roles =
        officer
            .flatMap(id -> side.roster().officerAt(id, position))
            .map(Officer::roles)
            .orElse(Set.of());
    return new FactContext(
        entry.id(), side.party(), released, entry.envelope().time(), officer, roles);
  }

  /// Who read `entry`, in the order of the receipts' places.
  public List<Receipt> receiptsOf(EntryId entry) {
    return receipts.find(entry).map(known -> known.values().toList()).orElse(List.of());
  }

  /// The first receipt of `entry` in `party`'s log: the rung *read* of the ladder.
  public Optional<Receipt> firstRead(EntryId entry, PartyId party) {
    return receiptsOf(entry).stream().filter(receipt -> receipt.party().equals(party)).findFirst();
  }

  /// Whether a payload is gone.
  public boolean isErased(EntryId entry, Hash sha256) {
    return erasures.containsKey(new PayloadId(entry, sha256));
  }

  /// Which sides have published that `log` has two histories.
  public PersistentMap<PartyId, ForkNotice> forksOf(Origin log) {
    return forks.getOrElse(log, PersistentMap.empty());
  }

  /// How many payloads the side of `log` has sealed about the matter `ref`, and how many it showed.
  /// O(what that log has sealed).
  public SealCount sealCount(Origin log, String ref) {
    int sealed = 0;
    int revealed = 0;
    for (PersistentMap.Entry<PayloadId, Seal> seal : seals) {
      if (seal.key().entry().origin().equals(log) && seal.value().ref().equals(ref)) {
        sealed++;
        revealed += seal.value().shown().isPresent() ? 1 : 0;
      }
    }
    return new SealCount(sealed, revealed);
  }

  /// A hash of the whole state: equal on two nodes that have folded the same entries in the joint
  /// order with the same result.
  public Hash digest() {
    List<Bytes> parts = new ArrayList<>();
    parts.add(Bytes.ofUtf8("sarhad channel v1\n" + channel + "\n"));
    sides.values().forEach(side -> parts.add(side.digest().toBytes()));
    return Merkle.sha256(Bytes.concat(parts.toArray(Bytes[]::new)));
  }

  private static Hash chained(Hash before, Hash next) {
    return Merkle.sha256(Bytes.concat(before.toBytes(), next.toBytes()));
  }

  // ---- copies with one part changed -----------------------------------------------------------

  private ChannelState voided(EntryId entry, RecordRefusal why) {
    return new ChannelState(
        channel, verifier, sides, receipts, erasures, seals, forks, voids.put(entry, why));
  }

  private ChannelState withRoster(EntryId entry, Roster roster) {
    return withSide(entry.origin(), side(entry.origin()).withRoster(roster));
  }

  private ChannelState withSide(Origin log, SideState side) {
    return new ChannelState(
        channel, verifier, sides.put(log, side), receipts, erasures, seals, forks, voids);
  }

  private ChannelState withReceipts(PersistentMap<EntryId, PersistentMap<EntryId, Receipt>> next) {
    return new ChannelState(channel, verifier, sides, next, erasures, seals, forks, voids);
  }

  private ChannelState withErasure(PayloadId payload, Erasure erasure) {
    return new ChannelState(
        channel, verifier, sides, receipts, erasures.put(payload, erasure), seals, forks, voids);
  }

  private ChannelState withSeals(PersistentMap<PayloadId, Seal> next) {
    return new ChannelState(channel, verifier, sides, receipts, erasures, next, forks, voids);
  }

  private ChannelState withForks(PersistentMap<Origin, PersistentMap<PartyId, ForkNotice>> next) {
    return new ChannelState(channel, verifier, sides, receipts, erasures, seals, next, voids);
  }
}
