package org.sarhad.bench.record;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryBuilder;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.entry.Payload;
import org.sarhad.core.entry.PayloadRef;
import org.sarhad.core.entry.Release;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.entry.SeenHead;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.ChannelId;
import org.sarhad.core.party.Origin;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.Algorithm;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.crypto.Seed;
import org.sarhad.tlog.crypto.Signatures;
import org.sarhad.tlog.note.NoteSigner;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.tree.Merkle;

/// A side that writes entries of the shape an alert has: an envelope that has seen the other log,
/// one salted payload, an officer's signature and the node's.
final class Authors {
  private static final ChannelId CHANNEL = ChannelId.of("sarhad.example/ir-pk");
  private static final Origin OWN = Origin.of("ir.sarhad.example/joint");
  private static final Origin OTHER = Origin.of("pk.sarhad.example/joint");
  private static final Instant BEGIN = Instant.parse("2019-04-22T08:00:00Z");

  private final long seed;
  private final NoteSigner officer;
  private final NoteSigner node;

  /// The same seed gives the same keys and entries.
  Authors(long seed, Signatures signatures) {
    this.seed = seed;
    var random = new Random(seed);
    officer = signer("ir.sarhad.example/officer/7f3a", random, signatures);
    node = signer("ir.sarhad.example/node", random, signatures);
  }

  /// An entry and the payload it names.
  record Written(Entry entry, Payload.Salted payload) {}

  String origin() {
    return OWN.value();
  }

  VerifierKey officerKey() {
    return officer.verifierKey();
  }

  VerifierKey nodeKey() {
    return node.verifierKey();
  }

  /// Entries with the indexes from `first` on, in order. On all processors: signing is what takes
  /// the time.
  List<Written> write(long first, int count) {
    return LongStream.range(first, first + count).parallel().mapToObj(this::write).toList();
  }

  private Written write(long index) {
    var random = new Random(seed ^ index * 0x9e3779b97f4a7c15L);
    Payload.Salted payload =
        Payload.salted(
            Json.obj()
                .put("code_word", "border_fire")
                .put("incident", "ir/" + index)
                .put("label", "south of post 71, at the dry river")
                .put("lat", 27_000_000 + random.nextInt(1_000_000))
                .put("lon", 62_000_000 + random.nextInt(1_000_000))
                .put("note", "shots heard, two vehicles going east without light")
                .put("priority", 1 + random.nextInt(3))
                .put("radius_m", 500)
                .build(),
            bytes(random, Payload.SALT_BYTES));
    Entry entry =
        EntryBuilder.at(
                CHANNEL,
                new EntryId(OWN, index),
                Kind.of("response.alert"),
                BEGIN.plusMillis(5 * index))
            .ref("ir/" + index)
            .release(Release.PEER)
            .seen(Seen.of(OTHER, new SeenHead(index + 1, Merkle.leaf(bytes(random, 8)))))
            .payload(payload.ref(PayloadRef.BODY))
            .by(officer)
            .seal(node);
    return new Written(entry, payload);
  }

  private static NoteSigner signer(String name, Random random, Signatures signatures) {
    return new NoteSigner(
        name,
        signatures.signingKey(
            KeyType.ED25519_NOTE, new Seed(Algorithm.ED25519, bytes(random, Seed.SIZE))));
  }

  private static Bytes bytes(Random random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return Bytes.of(bytes);
  }
}
