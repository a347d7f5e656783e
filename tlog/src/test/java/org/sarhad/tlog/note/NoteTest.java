package org.sarhad.tlog.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.Algorithm;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.crypto.Seed;
import org.sarhad.tlog.crypto.Signatures;

class NoteTest {
  private static final Signatures SIGNATURES = Signatures.jdk();

  /// The example of signed-note, "Verifier keys".
  private static final String EXAMPLE_KEY =
      "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

  private static final String EXAMPLE_NOTE =
      """
      This is an example message.

      — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
      """;

  @Test
  void theExampleOfTheSpecificationVerifies() throws Exception {
    var key = VerifierKey.parse(EXAMPLE_KEY);
    var note = Note.parse(EXAMPLE_NOTE);

    assertThat(note.verify(List.of(key), SIGNATURES))
        .isEqualTo(
            new NoteVerdict.Signed(
                List.of(new NoteVerdict.KeySignature(key, note.signatures().getFirst()))));
    assertThat(note.print()).isEqualTo(EXAMPLE_NOTE);
    assertThat(key.text()).isEqualTo(EXAMPLE_KEY);
  }

  @Test
  void alteredTextIsForged() throws Exception {
    var key = VerifierKey.parse(EXAMPLE_KEY);
    var note = Note.parse(EXAMPLE_NOTE.replace("message", "massage"));

    assertThat(note.verify(List.of(key), SIGNATURES)).isEqualTo(new NoteVerdict.Forged(key));
  }

  @Test
  void unknownKeysAreIgnored() throws Exception {
    var signer = signer("ir.sarhad.example/officer/7f3a", 1);
    var note =
        NoteSigner.sign("مرز\n", List.of(signer, signer("pk.sarhad.example/officer/0001", 2)));

    assertThat(note.verify(List.of(signer.verifierKey()), SIGNATURES))
        .isEqualTo(
            new NoteVerdict.Signed(
                List.of(
                    new NoteVerdict.KeySignature(
                        signer.verifierKey(), note.signatures().getFirst()))));
    assertThat(note.verify(List.of(), SIGNATURES)).isEqualTo(new NoteVerdict.Unsigned());
    assertThat(Note.parse(note.bytes())).isEqualTo(note);
  }

  private static NoteSigner signer(String name, int seed) {
    var secret = new byte[Seed.SIZE];
    secret[0] = (byte) seed;
    return new NoteSigner(
        name,
        SIGNATURES.signingKey(KeyType.ED25519_NOTE, new Seed(Algorithm.ED25519, Bytes.of(secret))));
  }
}
