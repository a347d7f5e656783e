package org.sarhad.node.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.entry.EntryBuilder;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.entry.Payload;
import org.sarhad.core.entry.PayloadRef;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.entry.SeenHead;
import org.sarhad.core.party.ChannelId;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.record.KeyEnd;
import org.sarhad.core.record.Officer;
import org.sarhad.core.record.PayloadId;
import org.sarhad.core.record.RecordFact;
import org.sarhad.core.record.SideKeys;
import org.sarhad.node.link.PayloadFrame;
import org.sarhad.node.link.PayloadFrames;
import org.sarhad.node.link.TarWriter;
import org.sarhad.node.machine.NodeIdentity;
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
import org.sarhad.tlog.note.NamedKey;
import org.sarhad.tlog.note.Note;
import org.sarhad.tlog.note.NoteSigner;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.tree.Frontier;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.HashReader;
import org.sarhad.tlog.tree.Merkle;
import org.sarhad.tlog.tree.TilePath;

/// Writes the log of one side entry by entry, well or badly, without a node: for whoever has to
/// judge logs. All keys follow from names, so two scribes of one side write the same bytes.
public final class Scribe {
  /// When everything is signed, in seconds since 1970.
  public static final long SIGNED_AT = 1_790_000_000;

  private static final ChannelId CHANNEL = ChannelId.of("sarhad.example/ir-pk");

  private final String party;
  private final List<Bytes> entries = new ArrayList<>();
  private final List<Placed> payloads = new ArrayList<>();
  private Seen seen = Seen.NOTHING;

  private record Placed(int index, Bytes bytes) {}

  /// @param party `ir` or `pk`
  public Scribe(String party) {
    this.party = party;
  }

  /// A scribe of `party` that has begun its log.
  public static Scribe begun(String party) {
    return new Scribe(party).genesis();
  }

  /// The log's name.
  public Origin log() {
    return Origin.of(party + ".sarhad.example/joint");
  }

  /// Signs heads of the log.
  public NoteSigner heads() {
    return signer(log().value());
  }

  /// Signs entries beside the officer.
  public NoteSigner node() {
    return signer(party + ".sarhad.example/node");
  }

  /// The only officer.
  public NoteSigner officer() {
    return signer(party + ".sarhad.example/officer/7f3a");
  }

  /// The name this side cosigns as.
  public String mirrorName() {
    return party + ".sarhad.example/mirror";
  }

  /// The key this side cosigns with.
  public SigningKey mirror() {
    return key(mirrorName(), KeyType.ED25519_COSIGNATURE);
  }

  /// What the other side verifies this side's cosignatures with.
  public VerifierKey mirrorKey() {
    return new VerifierKey(mirrorName(), KeyType.ED25519_COSIGNATURE, mirror().publicKey());
  }

  /// Somebody with the name `name` and a key of their own.
  public static NoteSigner signer(String name) {
    return new NoteSigner(name, key(name, KeyType.ED25519_NOTE));
  }

  private static SigningKey key(String name, KeyType type) {
    var seed = new Seed(type.algorithm(), Merkle.sha256(Bytes.ofUtf8(name + type)).toBytes());
    return Signatures.jdk().signingKey(type, seed);
  }

  /// All keys of this side.
  public SideKeys keys() {
    return new SideKeys(
        PartyId.of(party),
        log(),
        node().verifierKey(),
        List.of(heads().verifierKey()),
        List.of(mirrorKey()));
  }

  /// The node that writes this log.
  public NodeIdentity identity() {
    return new NodeIdentity(
        PartyId.of(party),
        CHANNEL,
        log(),
        Origin.of(party + ".sarhad.example/journal"),
        node(),
        List.of(new NamedKey(heads().name(), heads().key())),
        List.of(new NamedKey(mirrorName(), mirror())),
        Merkle.sha256(Bytes.ofUtf8(party + " tls")),
        "127.0.0.1:1");
  }

  private Scribe genesis() {
    var other = new Scribe(party.equals("ir") ? "pk" : "ir");
    var custodian = new Officer(officer().verifierKey(), Set.of(Role.ADMIN, Role.CHIEF));
    var fact =
        new RecordFact.Genesis(
            keys(), Merkle.EMPTY_ROOT, List.of(custodian), List.of(other.keys()));
    return add("record.genesis", salted(fact), UnaryOperator.identity());
  }

  private static Payload salted(RecordFact fact) {
    return Payload.salted(fact.toJson(), Bytes.of(new byte[Payload.SALT_BYTES]));
  }

  /// Adds `count` entries of the officer, each with a payload.
  public Scribe say(int count) {
    for (int i = 0; i < count; i++) {
      sayAs(officer());
    }
    return this;
  }

  /// Adds an entry signed by `officer`.
  public Scribe sayAs(NoteSigner officer) {
    var said = Payload.raw("text/plain", Bytes.ofUtf8("%s says %d".formatted(party, size())));
    return add("test.said", said, entry -> entry.by(officer));
  }

  /// Adds the erasure of the payload of the entry at `index`; the payload itself stays.
  public Scribe erase(int index) {
    var payload = payloads.stream().filter(p -> p.index == index).findFirst().orElseThrow();
    var fact =
        new RecordFact.Erased(
            new PayloadId(new EntryId(log(), index), Merkle.sha256(payload.bytes)), "a test");
    return add("record.erased", salted(fact), entry -> entry.by(officer()));
  }

  /// Adds that `someone` is an officer from now on.
  public Scribe grants(NoteSigner someone) {
    var fact =
        new RecordFact.OfficerGranted(
            new Officer(someone.verifierKey(), Set.of(Role.WATCH_OFFICER)));
    return add("record.officer_granted", salted(fact), entry -> entry.by(officer()));
  }

  /// Adds that the key of `someone` signs nothing from now on.
  public Scribe ends(NoteSigner someone, KeyEnd why) {
    var fact = new RecordFact.OfficerRevoked(new OfficerId(someone.name()), why);
    return add("record.officer_revoked", salted(fact), entry -> entry.by(officer()));
  }

  /// Does not keep the payload of the entry at `index`.
  public Scribe loses(int index) {
    payloads.removeIf(payload -> payload.index == index);
    return this;
  }

  /// Adds a leaf as it is.
  public Scribe put(Bytes leaf) {
    entries.add(leaf);
    return this;
  }

  /// Puts another leaf in the place of the one at `index`, whose payloads stay.
  public Scribe replace(int index, Bytes leaf) {
    entries.set(index, leaf);
    return this;
  }

  /// From the next entry on, `size` entries of `other` were seen.
  public Scribe sees(Scribe other, int size) {
    return sees(other, size, other.root(size));
  }

  /// From the next entry on, a head of `other` was seen that may never have been.
  public Scribe sees(Scribe other, int size, Hash root) {
    seen = Seen.NOTHING.with(other.log(), new SeenHead(size, root));
    return this;
  }

  /// Adds what the officer says about a joint act.
  public Scribe states(ActFact fact) {
    var body = Payload.salted(fact.toJson(), Bytes.of(new byte[Payload.SALT_BYTES]));
    return add(fact.kind().kind().value(), body, entry -> entry.by(officer()));
  }

  private Scribe add(String kind, Payload body, UnaryOperator<EntryBuilder> signed) {
    var builder =
        EntryBuilder.at(
                CHANNEL,
                new EntryId(log(), size()),
                Kind.of(kind),
                Instant.ofEpochSecond(SIGNED_AT))
            .seen(seen)
            .payload(
                new PayloadRef(
                    PayloadRef.BODY,
                    body instanceof Payload.Salted ? Payload.JSON_MEDIA : "text/plain",
                    Merkle.sha256(body.bytes()),
                    body.bytes().size(),
                    Optional.empty()));
    payloads.add(new Placed(size(), body.bytes()));
    entries.add(signed.apply(builder).seal(node()).bytes());
    return this;
  }

  /// How many entries there are.
  public int size() {
    return entries.size();
  }

  /// The entry at `index`.
  public Bytes entry(int index) {
    return entries.get(index);
  }

  /// The payload of the entry at `index`.
  public Bytes payload(int index) {
    return payloads.stream().filter(p -> p.index == index).findFirst().orElseThrow().bytes;
  }

  /// The payloads of the entries from `from` to before `to`, as they travel.
  public List<PayloadFrame> payloads(int from, int to) {
    return payloads.stream()
        .filter(payload -> payload.index >= from && payload.index < to)
        .<PayloadFrame>map(
            payload -> new PayloadFrame.Content(Merkle.sha256(payload.bytes), payload.bytes))
        .toList();
  }

  /// The tree over all entries. Costs the hash of every leaf under what is asked for.
  public HashReader hashes() {
    return new HashReader() {
      @Override
      public Hash hash(int level, long index) {
        return level == 0
            ? Merkle.leaf(entry((int) index))
            : Merkle.node(hash(level - 1, 2 * index), hash(level - 1, 2 * index + 1));
      }
    };
  }

  /// The root over the first `size` entries.
  public Hash root(int size) {
    var frontier = Frontier.EMPTY;
    for (var entry : entries.subList(0, size)) {
      frontier = frontier.append(Merkle.leaf(entry));
    }
    return frontier.root();
  }

  /// The head over the first `size` entries, signed by this side and cosigned by the other.
  public SignedCheckpoint head(int size) throws Exception {
    return head(new Checkpoint(log().value(), size, root(size)));
  }

  /// Any checkpoint, signed by this side and cosigned by the other.
  public SignedCheckpoint head(Checkpoint checkpoint) throws Exception {
    var other = new Scribe(party.equals("ir") ? "pk" : "ir");
    var lines =
        List.of(
            heads().sign(checkpoint.text()),
            Cosignature.sign(other.mirrorName(), other.mirror(), checkpoint, SIGNED_AT));
    return SignedCheckpoint.of(new Note(checkpoint.text(), lines));
  }

  /// Writes the log to `directory` below `root`, whole, under a head of all of it.
  public Path write(Path root, String directory) throws Exception {
    return write(root, directory, head(size()));
  }

  /// Writes the log to `directory` below `root` under `head`.
  public Path write(Path root, String directory, SignedCheckpoint head) throws Exception {
    var files = LogDirectory.open(FileDisk.at(root), directory);
    for (var entry : entries) {
      files.append(entry);
    }
    for (var payload : payloads) {
      files.addPayload(payload.index, payload.bytes);
    }
    var whole = head(size());
    files.publish(whole.checkpoint(), whole.bytes());
    files.materialise();
    var place = root.resolve(directory);
    if (!head.bytes().equals(whole.bytes())) {
      Files.write(place.resolve("checkpoint"), head.bytes().toArray());
    }
    return place;
  }

  /// Writes the log, from the bundle with the entry `from` on, as a bundle to be carried (06-8.2),
  /// under a head of all of it.
  public Path carry(Path file, int from) throws Exception {
    var kept = write(file.resolveSibling(file.getFileName() + ".log"), place());
    try (var out = Files.newOutputStream(file)) {
      var archive = new TarWriter(out);
      try (var walk = Files.walk(kept)) {
        for (var path : walk.filter(Files::isRegularFile).sorted().toList()) {
          var name = kept.relativize(path).toString();
          boolean isServed = name.equals("checkpoint") || name.startsWith("tile/");
          if (isServed && !isBefore(name, from)) {
            archive.put(name, Bytes.of(Files.readAllBytes(path)));
          }
        }
      }
      for (int bundle = from / TilePath.FULL_WIDTH; bundle * 256 < size(); bundle++) {
        var frames = payloads(bundle * TilePath.FULL_WIDTH, (bundle + 1) * TilePath.FULL_WIDTH);
        archive.put(PayloadFrames.path(bundle, 0), PayloadFrames.bytes(frames));
      }
      archive.finish();
    }
    return file;
  }

  private static boolean isBefore(String name, int from) {
    var bundle = name.replaceFirst("^tile/(0|entries)/", "").replaceFirst("\\.p/.*", "");
    return bundle.matches("[0-9]{3}") && Integer.parseInt(bundle) < from / TilePath.FULL_WIDTH;
  }

  /// Where a node keeps this log, below its data directory.
  public String place() {
    return "logs/" + Merkle.sha256(Bytes.ofUtf8(log().value())).hex();
  }
}
