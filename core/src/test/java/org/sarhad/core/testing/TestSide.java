package org.sarhad.core.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sarhad.core.entry.Entry;
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
import org.sarhad.core.record.Officer;
import org.sarhad.core.record.RecordFact;
import org.sarhad.core.record.RecoverySignature;
import org.sarhad.core.record.SideKeys;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.crypto.SigningKey;
import org.sarhad.tlog.note.NoteSigner;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.tree.Frontier;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// One side of a channel in a test: its keys, its log so far, and what stands in it.
public final class TestSide {
  /// An entry and the fact in it, if it is about the channel.
  public record Said(Entry entry, Optional<RecordFact> fact) {}

  private static final ConcurrentHashMap<String, SigningKey> SECRETS = new ConcurrentHashMap<>();

  private final ChannelId channel;
  private final PartyId party;
  private final Origin log;
  private final List<Said> said = new ArrayList<>();
  private final List<Frontier> trees = new ArrayList<>(List.of(Frontier.EMPTY));
  private Instant time = Sides.EIGHT;
  private Seen seen = Seen.NOTHING;
  private NoteSigner node;

  /// The side `party` with its log `party.sarhad.example/joint`.
  public TestSide(ChannelId channel, String party) {
    this(channel, party, "joint");
  }

  /// The side `party` with a log of another name, such as a successor.
  public TestSide(ChannelId channel, String party, String logName) {
    this.channel = channel;
    this.party = PartyId.of(party);
    this.log = Origin.of(party + ".sarhad.example/" + logName);
    this.node = Keys.signer(party + ".sarhad.example/node");
  }

  // ---- who ------------------------------------------------------------------------------------

  public PartyId party() {
    return party;
  }

  public Origin log() {
    return log;
  }

  public NoteSigner node() {
    return node;
  }

  /// From now on the node signs with another key.
  public void useNode(NoteSigner next) {
    node = next;
  }

  public NoteSigner admin() {
    return officer("adm1");
  }

  public NoteSigner watch() {
    return officer("7f3a");
  }

  public NoteSigner officer(String name) {
    return Keys.signer(party + ".sarhad.example/officer/" + name);
  }

  public static OfficerId idOf(NoteSigner officer) {
    return OfficerId.of(officer.name());
  }

  /// `signer` with these roles.
  public static Officer with(NoteSigner signer, Role... roles) {
    Set<Role> set = EnumSet.noneOf(Role.class);
    set.addAll(List.of(roles));
    return new Officer(signer.verifierKey(), set);
  }

  public SideKeys card() {
    return new SideKeys(
        party,
        log,
        Keys.signer(party + ".sarhad.example/node").verifierKey(),
        List.of(Keys.signer(log.value()).verifierKey(), key(log.value(), KeyType.ML_DSA_44)),
        List.of(
            key(party + ".sarhad.example/mirror", KeyType.ED25519_COSIGNATURE),
            key(party + ".sarhad.example/mirror-pq", KeyType.ML_DSA_44)));
  }

  private static VerifierKey key(String name, KeyType type) {
    return new VerifierKey(name, type, secret(name, type).publicKey());
  }

  /// A secret key of a type, made of a name.
  public static SigningKey secret(String name, KeyType type) {
    return SECRETS.computeIfAbsent(
        type + name,
        secret -> Keys.SIGNATURES.signingKey(type, Keys.seed(type.algorithm(), secret)));
  }

  public NoteSigner recovery() {
    return Keys.signer(party + ".sarhad.example/recovery");
  }

  /// The recovery key's signature over `statement`.
  public RecoverySignature recovers(Bytes statement) {
    return new RecoverySignature(
        recovery().verifierKey(), Bytes.of(recovery().key().sign(statement.toArray())));
  }

  // ---- saying ---------------------------------------------------------------------------------

  public RecordFact.Genesis genesis() {
    return new RecordFact.Genesis(
        card(),
        RecoverySignature.commitment(recovery().verifierKey()),
        List.of(
            with(admin(), Role.ADMIN),
            with(watch(), Role.WATCH_OFFICER, Role.DISPATCHER),
            with(officer("c0c0"), Role.CHIEF)),
        List.of());
  }

  /// Says the genesis.
  public TestSide begin() {
    say(genesis());
    return this;
  }

  /// Says `fact`, signed by `officers` and the node.
  public Said say(RecordFact fact, NoteSigner... officers) {
    Payload.Salted body = Payload.salted(fact.toJson(), Merkle.sha256(bytes(size())).toBytes());
    EntryBuilder entry = next(fact.kind().kind()).payload(body.ref(PayloadRef.BODY));
    for (NoteSigner officer : officers) {
      entry.by(officer);
    }
    return add(entry.seal(node), Optional.of(fact));
  }

  /// Says something that is not about the channel.
  public Said say(String kind, NoteSigner... officers) {
    EntryBuilder entry = next(Kind.of(kind)).payload(Sides.says(kind).ref(PayloadRef.BODY));
    for (NoteSigner officer : officers) {
      entry.by(officer);
    }
    return add(entry.seal(node), Optional.empty());
  }

  /// The beginning of the next entry.
  public EntryBuilder next(Kind kind) {
    return EntryBuilder.at(channel, new EntryId(log, size()), kind, time).seen(seen);
  }

  /// Adds an entry that a test built itself.
  public Said add(Entry entry, Optional<RecordFact> fact) {
    Said last = new Said(entry, fact);
    said.add(last);
    trees.add(trees.getLast().append(entry.leafHash()));
    time = time.plusSeconds(1);
    return last;
  }

  /// Says nothing for so long.
  public TestSide waits(Duration silence) {
    time = time.plus(silence);
    return this;
  }

  /// From now on this side has seen all that `other` has said.
  public TestSide sees(TestSide other) {
    seen = seen.with(other.log, new SeenHead(other.size(), other.rootAt(other.size())));
    return this;
  }

  // ---- what was said --------------------------------------------------------------------------

  public int size() {
    return said.size();
  }

  public List<Said> said() {
    return List.copyOf(said);
  }

  public EntryId at(int index) {
    return new EntryId(log, index);
  }

  public Hash rootAt(long size) {
    return trees.get((int) size).root();
  }

  private static Bytes bytes(int number) {
    return Bytes.ofUtf8("salt " + number);
  }
}
