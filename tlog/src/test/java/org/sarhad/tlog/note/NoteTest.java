package org.sarhad.tlog.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.testing.Mutations;
import org.sarhad.tlog.testing.ParserCheck;
import org.sarhad.tlog.testing.Seeded;
import org.sarhad.tlog.testing.TestKeys;

class NoteTest {
  /// The examples of signed-note.
  private static final String EXAMPLE_KEY =
      "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

  private static final String EXAMPLE_NOTE =
      """
      This is an example message.

      — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
      """;

  private static final String POEM =
      """
      Ognuno sta solo sul cuor della terra
      trafitto da un raggio di sole:

      ed è subito sera.

      — quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=
      """;

  private static final TestKeys OFFICER = TestKeys.note("ir.sarhad.example/officer/7f3a");
  private static final TestKeys NODE = TestKeys.note("ir.sarhad.example/node");
  private static final Note ENTRY =
      NoteSigner.sign("{\"ref\":\"مرز\"}\n", List.of(OFFICER.signer(), NODE.signer()));

  @Test
  void theExampleOfTheSpecificationVerifies() throws Exception {
    var key = VerifierKey.parse(EXAMPLE_KEY);
    var note = parsed(EXAMPLE_NOTE);
    var expected =
        new NoteVerdict.Signed(
            List.of(new NoteVerdict.KeySignature(key, note.signatures().getFirst())));
    assertThat(note.verify(List.of(key), TestKeys.SIGNATURES)).isEqualTo(expected);
    assertThat(note.print()).isEqualTo(EXAMPLE_NOTE);
    assertThat(key.text()).isEqualTo(EXAMPLE_KEY);
  }

  @Test
  void theTextEndsAtTheLastEmptyLine() throws Exception {
    var note = parsed(POEM);
    assertThat(note.text()).endsWith("sole:\n\ned è subito sera.\n");
    assertThat(note.signatures()).hasSize(1);
    assertThat(note.print()).isEqualTo(POEM);
  }

  @Test
  void alteredTextIsForged() throws Exception {
    var key = VerifierKey.parse(EXAMPLE_KEY);
    var note = parsed(EXAMPLE_NOTE.replace("message", "massage"));
    assertThat(note.verify(List.of(key), TestKeys.SIGNATURES))
        .isEqualTo(new NoteVerdict.Forged(key));
  }

  @Test
  void aSignerKnowsTheKeyItSignsUnder() {
    assertThat(NODE.signer().signsUnder(NODE.verifierKey())).isTrue();
    assertThat(NODE.signer().signsUnder(OFFICER.verifierKey())).isFalse();
    assertThat(
            new NoteSigner("another.example", NODE.signer().key()).signsUnder(NODE.verifierKey()))
        .isFalse();
  }

  @Test
  void linesByUnknownKeysAreIgnored() {
    assertThat(ENTRY.verify(List.of(NODE.verifierKey()), TestKeys.SIGNATURES))
        .isEqualTo(
            new NoteVerdict.Signed(
                List.of(
                    new NoteVerdict.KeySignature(NODE.verifierKey(), ENTRY.signatures().get(1)))));
    assertThat(ENTRY.verify(List.of(), TestKeys.SIGNATURES)).isEqualTo(new NoteVerdict.Unsigned());
    assertThat(
            ENTRY.verify(
                List.of(TestKeys.note("pk.sarhad.example/node").verifierKey()),
                TestKeys.SIGNATURES))
        .isEqualTo(new NoteVerdict.Unsigned());
  }

  /// Same name and another identifier, or the other way round, is another key.
  @Test
  void aLineThatSharesOnlyNameOrOnlyIdentifierIsIgnored() {
    var line = ENTRY.signatures().get(1);
    var key = List.of(NODE.verifierKey());
    var otherId = new SignatureLine(line.name(), line.keyId() + 1, line.signature());
    var otherName = new SignatureLine("x", line.keyId(), line.signature());
    assertThat(new Note(ENTRY.text(), List.of(otherId, otherName)).verify(key, TestKeys.SIGNATURES))
        .isEqualTo(new NoteVerdict.Unsigned());
  }

  /// One good line does not excuse a false one.
  @Test
  void aFalseLineSpoilsTheNote() {
    var good = ENTRY.signatures().get(1);
    var bad = new SignatureLine(good.name(), good.keyId(), ENTRY.signatures().get(0).signature());
    var key = NODE.verifierKey();
    for (var lines : List.of(List.of(good, bad), List.of(bad, good))) {
      assertThat(new Note(ENTRY.text(), lines).verify(List.of(key), TestKeys.SIGNATURES))
          .isEqualTo(new NoteVerdict.Forged(key));
    }
  }

  @Test
  void cosignersKeysAreNotAskedAboutText() {
    var cosigner = TestKeys.of("ir.sarhad.example/node", KeyType.ED25519_COSIGNATURE);
    var line =
        new SignatureLine(
            cosigner.name(),
            cosigner.verifierKey().id(),
            Bytes.of(cosigner.key().sign(Bytes.ofUtf8(ENTRY.text()).toArray())));
    assertThat(
            new Note(ENTRY.text(), List.of(line))
                .verify(List.of(cosigner.verifierKey()), TestKeys.SIGNATURES))
        .isEqualTo(new NoteVerdict.Unsigned());
  }

  @Test
  void moreLinesAreAddedOnce() {
    var one = new Note(ENTRY.text(), ENTRY.signatures().subList(0, 1));
    assertThat(one.with(ENTRY.signatures())).isEqualTo(ENTRY);
  }

  /// A mirror that is asked again and again does not make the note grow, and its first word stands.
  @Test
  void aKeyKeepsItsFirstLine() {
    var first = ENTRY.signatures().getFirst();
    var later = new SignatureLine(first.name(), first.keyId(), Bytes.ofUtf8("later"));
    assertThat(ENTRY.with(List.of(later))).isEqualTo(ENTRY);
  }

  @Test
  void sixteenSignaturesAreAcceptedAndThereIsALimit() throws Exception {
    var line = ENTRY.signatures().getFirst();
    for (int count : new int[] {16, Note.SIGNATURES_MAX}) {
      var note = "text\n\n" + line.line().repeat(count);
      assertThat(parsed(note).signatures()).hasSize(count);
    }
    var tooMany = "text\n\n" + line.line().repeat(Note.SIGNATURES_MAX + 1);
    assertThatThrownBy(() -> parsed(tooMany))
        .isInstanceOf(MalformedNoteException.class)
        .hasMessageContaining("at most 32");
    assertThatThrownBy(() -> new Note("text\n", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "\n\n",
        "text\n",
        "text\n\n",
        "text\n— a AAAAAAA=\n",
        "text\n\n— a AAAAAAA=",
        "text\n\n— a AAAAAAA=\n\n",
        "text\n\n— a AAAAAAA=\nx\n",
        "text\n\n-- a AAAAAAA=\n",
        "text\n\n—a AAAAAAA=\n",
        "text\n\n—  AAAAAAA=\n",
        "text\n\n— a  AAAAAAA=\n",
        "text\n\n— a+b AAAAAAA=\n",
        "text\n\n— a\u00a0b AAAAAAA=\n",
        "text\n\n— a\u2003b AAAAAAA=\n",
        "text\n\n— a AAAA\n",
        "text\n\n— a AAAAAA==\n",
        "text\n\n— a AAAAAAB=\n",
        "text\n\n— a AAAAAAA\n",
        "text\n\n— a AAAAAAA= \n",
        "te\0xt\n\n— a AAAAAAA=\n",
        "te\txt\n\n— a AAAAAAA=\n",
        "text\r\n\r\n— a AAAAAAA=\r\n",
        "text\n\n— a\0 AAAAAAA=\n",
      })
  void otherTextIsNoNote(String text) {
    assertThatThrownBy(() -> parsed(text)).isExactlyInstanceOf(MalformedNoteException.class);
  }

  /// What looks wrong and is not.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "text\n\n— a AAAAAAA=\n",
        "\n\n\n— a AAAAAAA=\n",
        "a\n\n— b AAAAAAA=\n\n— a AAAAAAA=\n",
        "text\u007f\u0085\n\n— مرز/۱ AAAAAAA=\n",
      })
  void unusualNotesAreNotes(String text) throws Exception {
    assertThat(parsed(text).print()).isEqualTo(text);
  }

  @Test
  void damagedNotes() {
    var check = new ParserCheck<>(Note::parse, Note::bytes, MalformedNoteException.class);
    check.damaged(30_000, List.of(Bytes.ofUtf8(EXAMPLE_NOTE), Bytes.ofUtf8(POEM), ENTRY.bytes()));
    check.refuses(
        List.of(
            Bytes.EMPTY,
            Bytes.of((byte) 0xff),
            Bytes.of(new byte[Note.BYTES_MAX + 1]),
            Bytes.of(new byte[Note.BYTES_MAX]),
            Bytes.ofUtf8("text\n\n" + "— a AAAAAAA=\n".repeat(50_000)),
            Bytes.ofUtf8("\n".repeat(500_000)),
            Bytes.ofUtf8("— ".repeat(100_000))));
  }

  /// No damaged copy of an entry verifies, unless the damage is in a line of somebody else.
  @Test
  void damagedNotesDoNotVerify() {
    var officer = List.of(OFFICER.verifierKey());
    var line = ENTRY.signatures().getFirst();
    Seeded.check(
        2_000,
        random -> {
          var damaged = Mutations.mutate(ENTRY.bytes(), ENTRY.bytes(), random);
          Note note;
          try {
            note = Note.parse(damaged);
          } catch (MalformedNoteException _) {
            return;
          }
          if (note.verify(officer, TestKeys.SIGNATURES) instanceof NoteVerdict.Signed signed) {
            assertThat(note.text()).isEqualTo(ENTRY.text());
            assertThat(new ArrayList<>(signed.signatures()))
                .allMatch(signature -> signature.line().equals(line));
          }
        });
  }

  private static Note parsed(String note) throws MalformedNoteException {
    return Note.parse(Bytes.ofUtf8(note));
  }
}
