package org.sarhad.sim.attack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.barter.BarterFact;
import org.sarhad.core.crossing.CrossingFact;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryBuilder;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.entry.Payload;
import org.sarhad.core.entry.PayloadRef;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.record.RecordFact;
import org.sarhad.core.response.ResponseFact;
import org.sarhad.node.link.PayloadFrame;
import org.sarhad.node.link.PeerRequest;
import org.sarhad.node.link.PeerResponse;
import org.sarhad.node.machine.NodeIdentity;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimWorld;
import org.sarhad.sim.world.Tamper;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.MalformedException;
import org.sarhad.tlog.checkpoint.Checkpoint;
import org.sarhad.tlog.checkpoint.Cosignature;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.mirror.AddEntries;
import org.sarhad.tlog.mirror.EntryPackage;
import org.sarhad.tlog.note.NoteSigner;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.HashReader;
import org.sarhad.tlog.tree.Merkle;
import org.sarhad.tlog.tree.Tile;
import org.sarhad.tlog.tree.TilePath;
import org.sarhad.tlog.tree.Tree;
import org.sarhad.tlog.witness.AddCheckpoint;

/// A party that holds its own true keys and plays by no rule: it writes whatever it likes at any
/// place of its log, signs any head, and hands it over by hand. Its computer is off; what it serves
/// to others, it answers itself.
final class Rogue implements Tamper {
  private static final String OWN = "log/";

  private final SimWorld world;
  private final SimNode victim;
  private final NodeIdentity keys;
  private final List<Bytes> entries;
  private final Map<Hash, Bytes> payloads;
  private Seen seen;

  private Rogue(
      SimWorld world,
      SimNode victim,
      NodeIdentity keys,
      List<Bytes> entries,
      Map<Hash, Bytes> payloads,
      Seen seen) {
    this.world = world;
    this.victim = victim;
    this.keys = keys;
    this.entries = new ArrayList<>(entries);
    this.payloads = new HashMap<>(payloads);
    this.seen = seen;
  }

  /// Takes over `node` with all it knows, and turns against the other one.
  static Rogue takingOver(SimWorld world, SimNode node) {
    var identity = node.identity().node();
    var log = node.seen().log(identity.origin()).orElseThrow();
    var entries = new ArrayList<Bytes>();
    var payloads = new HashMap<Hash, Bytes>();
    var seen = Seen.NOTHING;
    for (var entry : node.seen().entries(identity.origin(), 0, log.size())) {
      entries.add(entry.bytes());
      seen = entry.envelope().seen();
      for (var ref : entry.envelope().payloads()) {
        node.seen()
            .payload(entry.id(), ref.sha256())
            .ifPresent(bytes -> payloads.put(ref.sha256(), bytes));
      }
    }
    node.crash();
    var rogue = new Rogue(world, world.other(node), identity, entries, payloads, seen);
    world.tamper(rogue);
    return rogue;
  }

  /// Another history with the same beginning, told by the same party.
  Rogue twin() {
    return new Rogue(world, victim, keys, entries, payloads, seen);
  }

  NodeIdentity keys() {
    return keys;
  }

  Seen seen() {
    return seen;
  }

  long size() {
    return entries.size();
  }

  // ---- writing --------------------------------------------------------------------------------

  /// Forgets all entries from `size` on.
  Rogue backTo(long size) {
    entries.subList((int) size, entries.size()).clear();
    return this;
  }

  /// Writes a fact about the channel as the next entry, by the node alone.
  Rogue says(RecordFact fact) {
    return says(fact, builder -> builder);
  }

  /// The same, with whatever `twist` does to the entry before it is signed.
  Rogue says(RecordFact fact, UnaryOperator<EntryBuilder> twist) {
    return says(size(), fact, twist);
  }

  /// The same, for an entry that says it stands at `index`.
  Rogue says(long index, RecordFact fact, UnaryOperator<EntryBuilder> twist) {
    return says(index, fact.kind().kind(), fact.toJson(), twist);
  }

  /// Writes a fact about a joint act as the next entry, signed by the chief.
  Rogue says(ActFact fact) {
    return says(size(), fact.kind().kind(), fact.toJson(), this::signedByChief);
  }

  /// Writes a fact about a crossing as the next entry, signed by the chief.
  Rogue says(CrossingFact fact) {
    return says(size(), fact.kind().kind(), fact.toJson(), this::signedByChief);
  }

  /// Writes a fact about goods of the barter account as the next entry, signed by the chief.
  Rogue says(BarterFact fact) {
    return says(size(), fact.kind().kind(), fact.toJson(), this::signedByChief);
  }

  /// Writes a fact about the response as the next entry, signed by the chief.
  Rogue says(ResponseFact fact) {
    return says(Kind.of(fact.kind().code()), fact.toJson());
  }

  /// Writes anything at all as the next entry, signed by the chief.
  Rogue says(Kind kind, Json.Obj body) {
    return says(size(), kind, body, this::signedByChief);
  }

  /// The same, by the node alone.
  Rogue saysAlone(ActFact fact) {
    return says(size(), fact.kind().kind(), fact.toJson(), builder -> builder);
  }

  /// Has an entry signed by the chief of this side.
  EntryBuilder signedByChief(EntryBuilder builder) {
    return builder.by(world.other(victim).identity().chief().signer());
  }

  private Rogue says(long index, Kind kind, Json.Obj fact, UnaryOperator<EntryBuilder> twist) {
    var body = Payload.salted(fact, Bytes.of(new byte[Payload.SALT_BYTES]));
    payloads.put(body.sha256(), body.bytes());
    return writes(
        twist
            .apply(
                EntryBuilder.at(
                        keys.channel(),
                        new EntryId(keys.origin(), index),
                        kind,
                        victim.clock().now())
                    .seen(seen)
                    .payload(body.ref(PayloadRef.BODY)))
            .seal(keys.node()));
  }

  /// Something harmless that differs with `number`.
  Rogue chats(int number) {
    return says(new RecordFact.Ack(0, Merkle.sha256(Bytes.ofUtf8("state " + number))));
  }

  /// Writes an entry somebody made.
  Rogue writes(Entry entry) {
    seen = entry.envelope().seen();
    return writes(entry.bytes());
  }

  /// Writes an entry whose line is `line`, signed by the node however it looks.
  Rogue writesLine(String line) {
    return writes(NoteSigner.sign(line + "\n", List.of(keys.node())).bytes());
  }

  /// Writes any bytes as the next entry.
  Rogue writes(Bytes entry) {
    entries.add(entry);
    return this;
  }

  /// Replaces the entry at `index`.
  Rogue rewrites(long index, Bytes entry) {
    entries.set((int) index, entry);
    return this;
  }

  Bytes entry(long index) {
    return entries.get((int) index);
  }

  /// Says from now on that it has seen this.
  Rogue seeing(Seen claimed) {
    seen = claimed;
    return this;
  }

  /// Keeps a payload, to be handed over with its entry.
  Rogue keeps(Bytes payload) {
    payloads.put(Merkle.sha256(payload), payload);
    return this;
  }

  // ---- signing --------------------------------------------------------------------------------

  /// Its tree.
  HashReader hashes() {
    return new HashReader() {
      @Override
      public Hash hash(int level, long index) {
        return level == 0
            ? Merkle.leaf(entry(index))
            : Merkle.node(hash(level - 1, 2 * index), hash(level - 1, 2 * index + 1));
      }
    };
  }

  /// A head over all it has, signed.
  SignedCheckpoint head() {
    return head(size());
  }

  /// A head over the first `size` entries, signed.
  SignedCheckpoint head(long size) {
    return signs(new Checkpoint(keys.origin().value(), size, Tree.root(size, hashes())));
  }

  /// Signs anything.
  SignedCheckpoint signs(Checkpoint head) {
    long now = victim.clock().now().getEpochSecond();
    return SignedCheckpoint.of(
        head,
        keys.log().stream()
            .map(key -> Cosignature.sign(key.name(), key.key(), head, now))
            .toList());
  }

  // ---- handing over ---------------------------------------------------------------------------

  /// Sends anything at all.
  PeerResponse asks(PeerRequest request) {
    var answers = new ArrayList<PeerResponse>();
    victim.asked(keys.party(), request, answers::add);
    world.runUntil(() -> !answers.isEmpty(), java.time.Duration.ofSeconds(5));
    return answers.getFirst();
  }

  /// Offers `head` to a mirror that has `old` entries, with the proof that its own tree gives.
  PeerResponse offers(long old, SignedCheckpoint head) {
    return offers(old, Tree.consistencyProof(old, head.size(), hashes()), head);
  }

  PeerResponse offers(long old, List<Hash> proof, SignedCheckpoint head) {
    return asks(new PeerRequest.AddCheckpoint(new AddCheckpoint(old, proof, head).bytes()));
  }

  /// Loses a payload.
  Rogue loses(Hash payload) {
    payloads.remove(payload);
    return this;
  }

  /// Hands over every payload it has.
  PeerResponse hands() {
    return hands(payloads.values());
  }

  /// Hands over these payloads.
  PeerResponse hands(Collection<Bytes> some) {
    return asks(
        new PeerRequest.PushPayloads(
            some.stream()
                .<PayloadFrame>map(
                    payload -> new PayloadFrame.Content(Merkle.sha256(payload), payload))
                .toList()));
  }

  /// Uploads its entries from `start` on, under its newest head.
  PeerResponse uploads(long start) {
    return asks(upload(start, size()));
  }

  /// The upload of `[start, end)` under the head of `end` entries.
  PeerRequest.AddEntries upload(long start, long end) {
    var header = new AddEntries(keys.origin().value(), start, end, Bytes.EMPTY);
    var packages = new ArrayList<EntryPackage>();
    for (long i = 0; i < header.packageCount(); i++) {
      var range = header.range(i);
      packages.add(
          EntryPackage.of(
              range, entries.subList((int) range.start(), (int) range.end()), end, hashes()));
    }
    return new PeerRequest.AddEntries(header, packages, PeerRequest.Ending.WHOLE);
  }

  /// All of it, as an author would: head, payloads, entries; the last answer.
  PeerResponse pushes(long old) {
    var offered = offers(old, head());
    return offered.succeeded() ? pushesEntries(old) : offered;
  }

  private PeerResponse pushesEntries(long old) {
    hands();
    return uploads(old);
  }

  // ---- serving --------------------------------------------------------------------------------

  @Override
  public Optional<PeerResponse> instead(PartyId from, PartyId to, PeerRequest request) {
    return to.equals(keys.party()) && request instanceof PeerRequest.GetResource(String path)
        ? Optional.of(served(path))
        : Optional.empty();
  }

  private PeerResponse served(String path) {
    if (path.equals(OWN + "checkpoint")) {
      return new PeerResponse(200, PeerResponse.OCTETS, head().bytes());
    }
    try {
      if (path.startsWith(OWN)
          && TilePath.parse(path.substring(OWN.length())) instanceof TilePath.Hashes tile) {
        return new PeerResponse(200, PeerResponse.OCTETS, Tile.read(tile, hashes()).bytes());
      }
    } catch (MalformedException | IndexOutOfBoundsException _) {
      // Nothing it has.
    }
    return PeerResponse.refusal(404, "nothing here");
  }
}
