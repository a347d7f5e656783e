package org.sarhad.core.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sarhad.core.testing.Sides.EIGHT;
import static org.sarhad.core.testing.Sides.IR_LOG;
import static org.sarhad.core.testing.Sides.PK_LOG;
import static org.sarhad.core.testing.Sides.alert;
import static org.sarhad.core.testing.Sides.head;
import static org.sarhad.core.testing.Sides.says;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.party.ChannelId;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Origin;
import org.sarhad.core.testing.Keys;
import org.sarhad.core.testing.Mutations;
import org.sarhad.core.testing.Seeded;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.note.Note;
import org.sarhad.tlog.note.NoteSigner;
import org.sarhad.tlog.note.NoteVerdict;
import org.sarhad.tlog.tree.Frontier;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// Entries as signed notes with exact bytes, protocol clause 02-1.
class EntryTest {
  private static final NoteSigner OFFICER = Keys.signer("ir.sarhad.example/officer/7f3a");
  private static final NoteSigner DEPUTY = Keys.signer("ir.sarhad.example/officer/81c0");
  private static final NoteSigner NODE = Keys.signer("ir.sarhad.example/node");

  private static final Entry ENTRY =
      alert(4711)
          .ref("مرز/7")
          .seen(Seen.of(PK_LOG, head(988)))
          .payload(says("two vehicles, northbound").ref(PayloadRef.BODY))
          .by(OFFICER)
          .seal(NODE);

  @Test
  void anEntryIsANoteThatAnyoneCanVerify() throws Exception {
    Note note = Note.parse(ENTRY.bytes());

    assertThat(note.text()).isEqualTo(ENTRY.envelope().line().utf8() + "\n");
    assertThat(ENTRY.signedText().utf8()).isEqualTo(note.text());
    assertThat(note.verify(List.of(OFFICER.verifierKey(), NODE.verifierKey()), Keys.SIGNATURES))
        .isInstanceOfSatisfying(
            NoteVerdict.Signed.class, signed -> assertThat(signed.signatures()).hasSize(2));
  }

  @Test
  void anEntryKeepsItsBytesAndSaysWhereItStands() throws Exception {
    Entry read = Entry.parse(ENTRY.bytes());

    assertThat(read).isEqualTo(ENTRY).hasSameHashCodeAs(ENTRY);
    assertThat(read.bytes()).isEqualTo(ENTRY.bytes());
    assertThat(read.id()).isEqualTo(new EntryId(IR_LOG, 4711));
    assertThat(read.leafHash()).isEqualTo(Merkle.leaf(ENTRY.bytes()));
    assertThat(read.author()).contains(OfficerId.of("ir.sarhad.example/officer/7f3a"));
    assertThat(read.node().name()).isEqualTo("ir.sarhad.example/node");
    assertThat(read).hasToString("ir.sarhad.example/joint#4711 response.alert");
  }

  @Test
  void theLastLineIsTheNodesAndAnEntryMayHaveNoOfficer() {
    Entry ack = alert(1).seal(NODE);
    Entry byTwo = alert(2).by(OFFICER).by(DEPUTY).seal(NODE);

    assertThat(ack.officers()).isEmpty();
    assertThat(ack.author()).isEmpty();
    assertThat(byTwo.officers()).hasSize(2);
    assertThat(byTwo.author()).contains(OfficerId.of(OFFICER.name()));
    assertThat(byTwo.node().name()).isEqualTo(NODE.name());
  }

  @Test
  void whatIsNotAnEntryIsRefused() {
    String note = ENTRY.bytes().utf8();

    assertMalformed(note.replaceFirst("\n", "\nmore\n"), "entry: found \"more lines of text\"");
    assertMalformed(note.replaceFirst("\n", "\r\n"), "entry: note: ");
    assertMalformed(note.replaceFirst("\n", "\n\n"), "entry: found \"more lines of text\"");
    assertMalformed(note.replace("\"v\":1", "\"v\": 1"), "envelope: JSON text at byte");
    assertMalformed(note.replace("\n\n", "\n"), "entry: note: ");
    assertMalformed(note.stripTrailing(), "entry: note: ");
    assertMalformed(note.replace("— ir", "— IR"), "signature line: found \"IR.sarhad");
    assertMalformed(note + note.substring(note.lastIndexOf("—")), "signature line: found \"ir.");
    assertMalformed("x".repeat(16_385), "entry: found \"16385 bytes\", expected at most 16384");
    assertMalformed("", "entry: note: ");
  }

  @Test
  void tooManySignaturesAreRefused() {
    EntryBuilder builder = alert(1);
    IntStream.range(0, 15).forEach(i -> builder.by(Keys.signer("officer/" + i)));
    String full = builder.seal(NODE).bytes().utf8();

    String line = full.substring(full.lastIndexOf("—"));
    assertMalformed(full + line.replace("— ir", "— jr"), "entry: found \"17 signatures\"");
  }

  /// 02-4.5: what lies beside one entry is bounded together, so what lies beside 256 is too.
  @Test
  void moreBesideAnEntryThanOnePayloadMayHaveIsRefused() {
    Payload most = Payload.raw("image/png", Bytes.of(new byte[EntryLimits.PAYLOAD_BYTES_MAX - 1]));
    Payload byteMore = Payload.raw("image/png", Bytes.of(new byte[1]));
    EntryBuilder full = alert(1).payload(most.ref("photo")).payload(byteMore.ref("stamp"));
    String text = full.seal(NODE).bytes().utf8();

    String fuller = text.replace("\"size\":1048575", "\"size\":1048576");
    assertThatThrownBy(() -> Entry.parse(Bytes.ofUtf8(fuller)))
        .isInstanceOf(MalformedEntryException.class)
        .hasMessageContaining("1048577 bytes together");
    assertThatThrownBy(() -> full.payload(byteMore.ref("second")).seal(NODE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1048577 bytes together");
  }

  /// Whatever fits the limits of the parts fits the limit of the whole.
  @Test
  void theLargestEnvelopeWithAllItsSignaturesFits() {
    String longest = "a".repeat(128);
    EntryBuilder largest =
        EntryBuilder.at(
                ChannelId.of(longest),
                new EntryId(Origin.of(longest), EntryLimits.INDEX_MAX),
                Kind.of("a." + "b".repeat(62)),
                EIGHT)
            .ref("ک".repeat(128))
            .release(Release.SEALED);
    PersistentMap<Origin, SeenHead> heads = PersistentMap.empty();
    for (int i = 0; i < EntryLimits.SEEN_MAX; i++) {
      heads = heads.put(Origin.of("b".repeat(126) + (10 + i)), head(EntryLimits.INDEX_MAX));
    }
    List<Hash> lacks =
        IntStream.range(0, EntryLimits.LACKS_MAX)
            .mapToObj(i -> says("lost " + i).sha256())
            .sorted()
            .toList();
    largest.seen(new Seen(heads, lacks));
    String media = "a".repeat(63) + "/" + "b".repeat(63);
    Payload file =
        Payload.raw(
            media, Bytes.of(new byte[EntryLimits.PAYLOAD_BYTES_MAX / EntryLimits.PAYLOADS_MAX]));
    for (int i = 0; i < EntryLimits.PAYLOADS_MAX; i++) {
      largest.payload(file.ref("r".repeat(32)).sealedUntil(EIGHT));
    }
    for (int i = 0; i < EntryLimits.SIGNATURES_MAX - 1; i++) {
      largest.by(Keys.signer("o".repeat(126) + (10 + i)));
    }

    Entry entry = largest.seal(Keys.signer("n".repeat(128)));

    assertThat(entry.bytes().size()).isBetween(14_000, EntryLimits.ENTRY_BYTES_MAX);
  }

  /// I11: what is erased was never part of what is hashed.
  @Test
  void erasingAPayloadChangesNoProof() throws Exception {
    Payload.Salted words = says("what the witness said");
    Entry kept = alert(0).payload(words.ref(PayloadRef.BODY)).by(OFFICER).seal(NODE);
    Hash before = Frontier.EMPTY.append(kept.leafHash()).append(ENTRY.leafHash()).root();

    // The node forgets `words` and its salt; all it has is the entry.
    Entry afterwards = Entry.parse(Bytes.of(kept.bytes().toArray()));

    assertThat(Frontier.EMPTY.append(afterwards.leafHash()).append(ENTRY.leafHash()).root())
        .isEqualTo(before);
    assertThat(kept.bytes().utf8()).doesNotContain("witness").contains(words.sha256().hex());
    // Nor can it be brought back by guessing the words: the salt is gone.
    assertThat(Payload.salted(words.body(), Merkle.EMPTY_ROOT.toBytes()).sha256())
        .isNotEqualTo(words.sha256());
  }

  // ---- properties -----------------------------------------------------------------------------

  @Test
  void writingAndReadingAreInverse() {
    Seeded.check(
        500,
        random -> {
          Envelope envelope = randomEnvelope(random);
          assertThat(Envelope.parse(envelope.line())).isEqualTo(envelope);
        });
  }

  /// I3 and I13: bytes are refused with the one exception, or they are the one spelling of an
  /// entry.
  @Test
  void mutatedEntriesAreRefusedOrCanonical() {
    List<Entry> originals = new ArrayList<>(List.of(ENTRY, alert(0).seal(NODE)));
    SplittableRandom choice = new SplittableRandom(7);
    for (int i = 0; i < 10; i++) {
      String text = randomEnvelope(choice).line().utf8() + "\n";
      originals.add(parse(NoteSigner.sign(text, List.of(OFFICER, NODE)).bytes()));
    }
    int[] met = new int[2];
    Seeded.check(
        20_000,
        random -> {
          Entry original = originals.get(random.nextInt(originals.size()));
          Bytes bytes = Mutations.mutate(original.bytes(), random);
          try {
            Entry read = Entry.parse(bytes);
            met[0]++;
            assertThat(read.bytes()).isEqualTo(bytes);
            assertThat(Note.parse(bytes).bytes()).isEqualTo(bytes);
            assertThat(read.envelope().line().utf8() + "\n").isEqualTo(read.signedText().utf8());
          } catch (MalformedEntryException refusal) {
            met[1]++;
            assertThat(refusal.getMessage()).hasSizeLessThan(800);
          }
        });
    assertThat(met[0]).isGreaterThan(100);
    assertThat(met[1]).isGreaterThan(1000);
  }

  @Test
  void theNameOfAPlaceHasOneSpelling() {
    EntryId id = new EntryId(IR_LOG, 4711);

    assertThat(EntryId.parse(id.toString())).isEqualTo(id);
    for (String other :
        List.of(
            "",
            "a",
            "a#",
            "a#01",
            "a#-1",
            "a#+1",
            "a#1 ",
            "A#1",
            "a#1#",
            "a#99999999999999999999")) {
      assertThatThrownBy(() -> EntryId.parse(other)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(new EntryId(Origin.of("a"), 9)).isLessThan(new EntryId(Origin.of("a"), 10));
    assertThat(new EntryId(Origin.of("a"), 9)).isLessThan(new EntryId(Origin.of("b"), 0));
  }

  private static Envelope randomEnvelope(SplittableRandom random) {
    EntryBuilder builder =
        EntryBuilder.at(
                ChannelId.of("c" + random.nextInt(100)),
                new EntryId(Origin.of("log" + random.nextInt(3)), random.nextLong(1L << 53)),
                Kind.of("app" + random.nextInt(9) + ".fact"),
                EIGHT.plusMillis(random.nextLong(1L << 40)))
            .ref(random.nextBoolean() ? "" : "مرز/" + random.nextInt(1000))
            .release(random.nextBoolean() ? Release.PEER : Release.PUBLIC);
    PersistentMap<Origin, SeenHead> heads = PersistentMap.empty();
    for (int i = 0; i < random.nextInt(4); i++) {
      heads = heads.put(Origin.of("other" + i), head(random.nextLong(1, 1L << 53)));
    }
    List<Hash> lacks =
        IntStream.range(0, random.nextInt(3))
            .mapToObj(i -> says("lost " + i + random.nextInt(9)).sha256())
            .sorted()
            .toList();
    builder.seen(new Seen(heads, lacks));
    for (int i = 0; i < random.nextInt(4); i++) {
      builder.payload(says("part " + i).ref(i == 0 ? "body" : "part"));
    }
    return builder.envelope();
  }

  private static Entry parse(Bytes bytes) {
    try {
      return Entry.parse(bytes);
    } catch (MalformedEntryException fault) {
      throw new AssertionError(fault);
    }
  }

  private static void assertMalformed(String note, String message) {
    assertThatThrownBy(() -> Entry.parse(Bytes.ofUtf8(note)))
        .isInstanceOf(MalformedEntryException.class)
        .hasMessageStartingWith(message);
  }
}
