package org.sarhad.tlog.crypto;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

/// A few hard questions for the signature provider of this machine, with known answers.
///
/// Run before a node signs or believes anything. A provider that verifies with the cofactor,
/// accepts a second spelling of a signature, or takes a key that anybody can sign for, is found out
/// here and not in a dispute. The Ed25519 cases were computed for this purpose with the formulas of
/// RFC 8032, from secrets that are hashes of plain words; takes a few milliseconds.
public final class ProviderSelfTest {
  /// An ordinary key.
  private static final String KEY =
      "165095dcabe13b9373bb63716c1518f1074ea4698b8f1dbd69fa54cf3639da05";

  /// The same key plus a point of order 8: not of low order itself, so it may be enrolled.
  private static final String MIXED_KEY =
      "4235d0a2498c782fd8ea19065770025a611feecf450e41e836e747b1cae1a484";

  private static final String MESSAGE = "sarhad self-test";

  /// The point zero as a commitment and the number zero as a response: verifies under every key of
  /// low order in every verifier that does not look at the key.
  private static final String ZERO_SIGNATURE = "01" + "00".repeat(63);

  private static final List<Question> QUESTIONS =
      List.of(
          new Question(
              "an ordinary signature",
              KEY,
              "8d8fd0f1c725d3e7637c32b3b8437fb8a69b2f1695f36e88f3c45f95e6ff6c72"
                  + "aef43269907d040c9abb26c9d698981bc6d22bfa7a943ff91b37cc597325df05",
              MESSAGE,
              true),
          new Question(
              "one bit flipped",
              KEY,
              "8d8fd0f1c725d3e7637c32b3b8437fb8a69b2f1695f36e88f3c45f95e6ff6c72"
                  + "aef43269907d040c9bbb26c9d698981bc6d22bfa7a943ff91b37cc597325df05",
              MESSAGE,
              false),
          new Question(
              "another message",
              KEY,
              "8d8fd0f1c725d3e7637c32b3b8437fb8a69b2f1695f36e88f3c45f95e6ff6c72"
                  + "aef43269907d040c9abb26c9d698981bc6d22bfa7a943ff91b37cc597325df05",
              MESSAGE + ".",
              false),
          new Question(
              "the response plus the group order: a second spelling",
              KEY,
              "8d8fd0f1c725d3e7637c32b3b8437fb8a69b2f1695f36e88f3c45f95e6ff6c72"
                  + "9bc828c6aae0166470581e6cb5927730c6d22bfa7a943ff91b37cc597325df15",
              MESSAGE,
              false),
          new Question(
              "a commitment off by a point of order 8: only the cofactor hides it",
              KEY,
              "ae6ea3f1baea96655bfdc05ba58c8a7f8dc229af30822032c4fe2379ec25c4e8"
                  + "08760405d1aa7c5117da765462e29c0de2dddf4f410cdebb24dc119021b85d02",
              MESSAGE,
              false),
          new Question(
              "a commitment of order 8",
              KEY,
              "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"
                  + "fcf0a95aa73d4aac9aeb16d00e0e68441ac39c0bf1580aee9fe9096dfd367c08",
              MESSAGE,
              false),
          new Question(
              "the point zero as commitment, and the equation holds",
              KEY,
              "0100000000000000000000000000000000000000000000000000000000000000"
                  + "91bf8aaa541d2cb4722cf91352ff683de09359f030bb0f490a85d1f3626e570e",
              MESSAGE,
              true),
          new Question(
              "the point zero with a minus sign",
              KEY,
              "0100000000000000000000000000000000000000000000000000000000000080"
                  + "f1026a751b75dfd7db8b4917f001da328e11eca4af9e8bcd8c80f5be53c4470f",
              MESSAGE,
              false),
          new Question(
              "the point zero with the prime added",
              KEY,
              "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
                  + "bd5f415ff338d5af42ff23fbc4971b8cd137c5f2c458b41254bb51501877cf05",
              MESSAGE,
              false),
          new Question(
              "a mixed key, and the part of order 8 falls out",
              MIXED_KEY,
              "8d8fd0f1c725d3e7637c32b3b8437fb8a69b2f1695f36e88f3c45f95e6ff6c72"
                  + "6d1255042e3030c8dc72f575d3ae2565fad497ed6d5bcc5d28629e76e94a340b",
              MESSAGE + " 1",
              true),
          new Question(
              "a mixed key, and the part of order 8 stays: only the cofactor hides it",
              MIXED_KEY,
              "8d8fd0f1c725d3e7637c32b3b8437fb8a69b2f1695f36e88f3c45f95e6ff6c72"
                  + "32e1fafa0035ffa43603d48c375b2f9f196ab4dabe6e3ee9de20b6efe2742304",
              MESSAGE + " 13",
              false),
          zeroUnder("a key of order 1", "01" + "00".repeat(31)),
          zeroUnder("a key of order 2", "ec" + "ff".repeat(30) + "7f"),
          zeroUnder("a key of order 4", "00".repeat(32)),
          zeroUnder(
              "a key of order 8",
              "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"),
          zeroUnder("a key with the prime added", "ee" + "ff".repeat(30) + "7f"),
          zeroUnder("a key with a minus zero", "01" + "00".repeat(30) + "80"));

  private ProviderSelfTest() {}

  /// A signature somebody may present, and whether it is to be accepted.
  private record Question(
      String situation, String key, String signature, String message, boolean valid) {}

  /// The situations in which `signatures` gives a wrong answer; none if all is well. A node that
  /// gets any must not start.
  public static List<String> failures(Signatures signatures) {
    var failures = new ArrayList<>(wrongAnswers(signatures));
    for (var type : KeyType.values()) {
      if (!signsAsPinned(signatures, type)) {
        failures.add("signing and verifying as " + type);
      }
    }
    return List.copyOf(failures);
  }

  /// The situations in which `verifier` gives a wrong answer about Ed25519.
  static List<String> wrongAnswers(Verifier verifier) {
    return QUESTIONS.stream()
        .filter(question -> answer(verifier, question) != question.valid())
        .map(Question::situation)
        .toList();
  }

  private static boolean answer(Verifier verifier, Question question) {
    return verifier.verify(
        KeyType.ED25519_NOTE,
        hex(question.key()),
        question.message().getBytes(StandardCharsets.UTF_8),
        hex(question.signature()).toArray());
  }

  /// Whether the key of a known seed signs a known message as it always has, and the signature
  /// verifies, and stops to when a bit of the message is flipped.
  private static boolean signsAsPinned(Signatures signatures, KeyType type) {
    var seed = new Seed(type.algorithm(), Bytes.of(new byte[Seed.SIZE]));
    var key = signatures.signingKey(type, seed);
    var message = MESSAGE.getBytes(StandardCharsets.UTF_8);
    var signature = key.sign(message);
    var pinned =
        switch (type.algorithm()) {
          case ED25519 -> "1d5593eee42ef8da5a0160afbd226eb84fc7db68990bf957747a8bdd42ae080f";
          case ML_DSA_44 -> "9ff583a53c08f61bd037f67821ab867733d973cd9348de12b7f0ede31e905b71";
        };
    boolean verifies = signatures.verify(type, key.publicKey(), message, signature);
    message[0] ^= 1;
    boolean verifiesFlipped = signatures.verify(type, key.publicKey(), message, signature);
    return verifies && !verifiesFlipped && Merkle.sha256(Bytes.of(signature)).hex().equals(pinned);
  }

  private static Question zeroUnder(String situation, String key) {
    return new Question(situation, key, ZERO_SIGNATURE, MESSAGE, false);
  }

  private static Bytes hex(String hex) {
    return Bytes.parseHex(hex).orElseThrow();
  }
}
