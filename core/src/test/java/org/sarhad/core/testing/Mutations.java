package org.sarhad.core.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.sarhad.tlog.Bytes;

/// Damage to valid bytes, of the kinds that bugs, disks and enemies do: for fuzzing parsers with
/// input that gets past the first check.
public final class Mutations {
  private static final List<String> TOKENS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "\"",
          ":",
          ",",
          "\\u0000",
          "\\ud800",
          "\\n",
          "null",
          "true",
          "-0",
          "1e9",
          "0.5",
          "9007199254740992",
          "01",
          " ",
          "\n",
          "\n\n",
          "\t",
          "— ",
          "\u200c",
          "\u202e",
          "e\u0301",
          "\uFFFF",
          "\"v\":1,",
          "[[[[[[[[[",
          "{\"a\":");

  private Mutations() {}

  /// `original` with one to four random changes.
  public static Bytes mutate(Bytes original, SplittableRandom random) {
    byte[] bytes = original.toArray();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      bytes = change(bytes, random);
    }
    return Bytes.of(bytes);
  }

  private static byte[] change(byte[] bytes, SplittableRandom random) {
    int at = random.nextInt(bytes.length + 1);
    int end = Math.min(bytes.length, at + random.nextInt(12));
    return switch (random.nextInt(7)) {
      case 0 -> flipped(bytes, at, 1 << random.nextInt(8));
      case 1 -> flipped(bytes, at, random.nextInt(256));
      case 2 -> spliced(bytes, at, end, new byte[0]);
      case 3 -> spliced(bytes, at, at, slice(bytes, at, end));
      case 4 -> spliced(bytes, at, bytes.length, new byte[0]);
      case 5 ->
          spliced(
              bytes,
              at,
              random.nextBoolean() ? at : end,
              TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8));
      default -> {
        int from = random.nextInt(bytes.length + 1);
        yield spliced(bytes, at, at, slice(bytes, from, Math.min(bytes.length, from + 40)));
      }
    };
  }

  private static byte[] flipped(byte[] bytes, int at, int mask) {
    byte[] copy = bytes.clone();
    if (at < copy.length) {
      copy[at] ^= (byte) mask;
    }
    return copy;
  }

  private static byte[] slice(byte[] bytes, int from, int to) {
    return Bytes.of(bytes, from, to).toArray();
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
    return Bytes.concat(
            Bytes.of(bytes, 0, from), Bytes.of(between), Bytes.of(bytes, to, bytes.length))
        .toArray();
  }
}
