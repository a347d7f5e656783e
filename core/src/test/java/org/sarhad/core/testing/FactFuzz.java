package org.sarhad.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonLimits;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.tlog.Bytes;

/// Damaged bodies of facts, for the reader of any family of them.
public final class FactFuzz {
  private FactFuzz() {}

  /// Reads the body of a fact of the same kind as `original`.
  @FunctionalInterface
  public interface Reader<F> {
    F read(F original, Json.Obj body) throws MalformedJsonException;
  }

  /// Damages `originals` in so many `cases`: each is refused with the one exception, or is read and
  /// written back byte for byte (I3, I13). Both must happen often enough to say something.
  public static <F> void assertReadsBackAlike(
      int cases, List<F> originals, Function<F, Json.Obj> writer, Reader<F> reader) {
    int[] met = new int[2];
    Seeded.check(
        cases,
        random -> {
          F original = originals.get(random.nextInt(originals.size()));
          Bytes bytes = Mutations.mutate(writer.apply(original).canonical(), random);
          try {
            Json.Obj json = Json.parseCanonicalObject(bytes, JsonLimits.ofBytes(100_000));
            F read = reader.read(original, json);
            met[0]++;
            assertThat(writer.apply(read).canonical()).isEqualTo(bytes);
          } catch (MalformedJsonException _) {
            met[1]++;
          }
        });
    assertThat(met[0]).isGreaterThan(50);
    assertThat(met[1]).isGreaterThan(500);
  }
}
