package org.sarhad.bench.barter;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryBuilder;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.entry.Payload;
import org.sarhad.core.entry.PayloadRef;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.entry.SeenHead;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.ChannelId;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.record.Officer;
import org.sarhad.core.record.RecordFact;
import org.sarhad.core.record.SideKeys;
import org.sarhad.node.link.PayloadFrame;
import org.sarhad.node.link.PayloadFrames;
import org.sarhad.node.link.TarWriter;
import org.sarhad.node.machine.OutsideFold;
import org.sarhad.node.store.FileDisk;
import org.sarhad.node.store.LogDirectory;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.checkpoint.Checkpoint;
import org.sarhad.tlog.checkpoint.Cosignature;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.crypto.Seed;
import org.sarhad.tlog.crypto.Signatures;
import org.sarhad.tlog.crypto.SigningKey;
import org.sarhad.tlog.note.Note;
import org.sarhad.tlog.note.NoteSigner;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.tree.Frontier;
import org.sarhad.tlog.tree.Merkle;
import org.sarhad.tlog.tree.TilePath;

/// The log of one side, every entry signed by its node and its officer, written without a node: for
/// whoever has to read many. Keys follow from names.
final class SignedLog implements OutsideFold.Source {
  private static final ChannelId CHANNEL = ChannelId.of("sarhad.example/ir-pk");
  private static final long SIGNED_AT = 1_790_000_000;

  private final Signatures signatures;
  private final PartyId party;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Bytes> payloads = new ArrayList<>();
  private Frontier tree = Frontier.EMPTY;
  private Seen seen = Seen.NOTHING;

  SignedLog(String party, Signatures signatures) {
    this.party = PartyId.of(party);
    this.signatures = signatures;
  }

  /// Its first entry, which names both sides, one officer who may do everything here, and a second
  /// one who looks at those who trade.
  void begin(SignedLog other) {
    var officers =
        List.of(
            new Officer(
                officer().verifierKey(),
                Set.of(Role.ADMIN, Role.CHIEF, Role.CLERK, Role.COMPLIANCE)),
            new Officer(second().verifierKey(), Set.of(Role.COMPLIANCE)));
    var fact = new RecordFact.Genesis(keys(), Merkle.EMPTY_ROOT, officers, List.of(other.keys()));
    add(Kind.of("record.genesis"), fact.toJson(), Instant.EPOCH, Optional.empty());
  }

  SideKeys keys() {
    return new SideKeys(
        party,
        origin(),
        node().verifierKey(),
        List.of(heads().verifierKey()),
        List.of(mirrorKey()));
  }

  private String domain() {
    return party + ".sarhad.example";
  }

  private NoteSigner heads() {
    return signer(domain() + "/joint");
  }

  private NoteSigner node() {
    return signer(domain() + "/node");
  }

  private NoteSigner officer() {
    return signer(domain() + "/officer/0001");
  }

  private NoteSigner second() {
    return signer(domain() + "/officer/0002");
  }

  private SigningKey mirror() {
    return key(domain() + "/mirror", KeyType.ED25519_COSIGNATURE);
  }

  private VerifierKey mirrorKey() {
    return new VerifierKey(domain() + "/mirror", KeyType.ED25519_COSIGNATURE, mirror().publicKey());
  }

  private NoteSigner signer(String name) {
    return new NoteSigner(name, key(name, KeyType.ED25519_NOTE));
  }

  private SigningKey key(String name, KeyType type) {
    var seed = new Seed(type.algorithm(), Merkle.sha256(Bytes.ofUtf8(name + type)).toBytes());
    return signatures.signingKey(type, seed);
  }

  // ---- writing --------------------------------------------------------------------------------

  /// The officer says this; the entry it became.
  Entry say(Kind kind, Json.Obj body, Instant time) {
    return add(kind, body, time, Optional.of(officer()));
  }

  /// The second officer says this.
  Entry confirm(Kind kind, Json.Obj body, Instant time) {
    return add(kind, body, time, Optional.of(second()));
  }

  /// From the next entry on, everything of `other` was seen.
  void see(SignedLog other) {
    seen = Seen.NOTHING.with(other.origin(), new SeenHead(other.entries.size(), other.tree.root()));
  }

  private Entry add(Kind kind, Json.Obj body, Instant time, Optional<NoteSigner> officer) {
    var payload = Payload.salted(body, Bytes.of(new byte[Payload.SALT_BYTES]));
    var builder =
        EntryBuilder.at(CHANNEL, EntryId.of(origin(), entries.size()), kind, time)
            .seen(seen)
            .payload(
                new PayloadRef(
                    PayloadRef.BODY,
                    Payload.JSON_MEDIA,
                    Merkle.sha256(payload.bytes()),
                    payload.bytes().size(),
                    Optional.empty()));
    var entry = officer.map(builder::by).orElse(builder).seal(node());
    payloads.add(payload.bytes());
    entries.add(entry);
    tree = tree.append(Merkle.leaf(entry.bytes()));
    return entry;
  }

  // ---- reading --------------------------------------------------------------------------------

  @Override
  public Origin origin() {
    return Origin.of(domain() + "/joint");
  }

  long size() {
    return entries.size();
  }

  @Override
  public Optional<Entry> entry(long index) {
    return index < entries.size() ? Optional.of(entries.get((int) index)) : Optional.empty();
  }

  @Override
  public List<Bytes> payloads(Entry entry) {
    return List.of(payloads.get((int) entry.id().index()));
  }

  // ---- carrying -------------------------------------------------------------------------------

  /// Puts it into `archive`, whole, below `directory`, under a head that `other` has cosigned.
  ///
  /// @param scratch where its files are made
  void put(TarWriter archive, String directory, SignedLog other, Path scratch) throws Exception {
    var files = LogDirectory.open(FileDisk.at(scratch), party.value());
    for (var entry : entries) {
      files.append(entry.bytes());
    }
    var checkpoint = new Checkpoint(origin().value(), entries.size(), tree.root());
    var head =
        SignedCheckpoint.of(
            new Note(
                checkpoint.text(),
                List.of(
                    heads().sign(checkpoint.text()),
                    Cosignature.sign(
                        other.domain() + "/mirror", other.mirror(), checkpoint, SIGNED_AT))));
    files.publish(head.checkpoint(), head.bytes());
    files.materialise();
    archive.put(directory + "checkpoint", head.bytes());
    for (int level = 0; entries.size() >> (8 * level) > 0; level++) {
      long inLevel = entries.size() >> (8 * level);
      for (long tile = 0; tile * TilePath.FULL_WIDTH < inLevel; tile++) {
        put(
            archive,
            directory,
            new TilePath.Hashes(level, tile, width(inLevel, tile)).path(),
            files);
      }
    }
    for (int from = 0; from < entries.size(); from += TilePath.FULL_WIDTH) {
      long bundle = from / TilePath.FULL_WIDTH;
      put(
          archive,
          directory,
          new TilePath.Entries(bundle, width(entries.size(), bundle)).path(),
          files);
      var frames =
          payloads.subList(from, Math.min(payloads.size(), from + TilePath.FULL_WIDTH)).stream()
              .<PayloadFrame>map(bytes -> new PayloadFrame.Content(Merkle.sha256(bytes), bytes))
              .toList();
      archive.put(directory + PayloadFrames.path(bundle, 0), PayloadFrames.bytes(frames));
    }
  }

  private static void put(TarWriter archive, String directory, String path, LogDirectory files)
      throws Exception {
    archive.put(directory + path, files.resource(path).orElseThrow());
  }

  private static int width(long inLevel, long tile) {
    return (int) Math.min(TilePath.FULL_WIDTH, inLevel - tile * TilePath.FULL_WIDTH);
  }
}
