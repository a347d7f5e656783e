package org.sarhad.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.sarhad.core.entry.Envelope;
import org.sarhad.core.entry.PayloadRef;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.testing.Mutations;
import org.sarhad.core.testing.Seeded;
import org.sarhad.core.testing.Sides;
import org.sarhad.tlog.Bytes;

/// Our canonical JSON beside the Java implementation by one of the authors of RFC 8785: we are not
/// merely consistent with ourselves.
class OracleTest {
  private static final JsonLimits LIMITS = JsonLimits.ofBytes(1 << 20);

  @Test
  void whatWeWriteIsCanonicalToOthers() {
    Seeded.check(
        1_000,
        random -> {
          Bytes ours = RandomJson.object(random, 5, 6).canonical();
          assertThat(canonicalByOthers(ours)).isEqualTo(ours);
        });
  }

  @Test
  void whateverSpellingWeReadIsCanonicalisedAsByOthers() {
    int[] compared = new int[1];
    Seeded.check(
        20_000,
        random -> {
          Bytes text = Mutations.mutate(RandomJson.object(random, 4, 4).canonical(), random);
          try {
            Json.Obj read = Shape.object(() -> "text", Json.parse(text, LIMITS));
            assertThat(canonicalByOthers(text)).isEqualTo(read.canonical());
            compared[0]++;
          } catch (MalformedJsonException _) {
            // Ours is a part of JSON: what it refuses, others may read.
          }
        });
    assertThat(compared[0]).isGreaterThan(500);
  }

  @Test
  void anEnvelopeIsCanonicalToOthers() throws Exception {
    Envelope envelope =
        Sides.alert(4711)
            .ref("مرز/7")
            .seen(Seen.of(Sides.PK_LOG, Sides.head(988)))
            .payload(Sides.says("two vehicles").ref(PayloadRef.BODY))
            .envelope();

    assertThat(canonicalByOthers(envelope.line())).isEqualTo(envelope.line());
  }

  private static Bytes canonicalByOthers(Bytes text) throws Exception {
    return Bytes.of(new JsonCanonicalizer(text.toArray()).getEncodedUTF8());
  }
}
