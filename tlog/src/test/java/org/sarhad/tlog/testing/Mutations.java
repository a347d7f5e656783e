package org.sarhad.tlog.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.sarhad.tlog.Bytes;

/// Damage to valid bytes, of the kinds that bugs, disks and enemies do: for fuzzing parsers with
/// input that gets past the first check.
public final class Mutations {
  private static final byte[] NOTHING = new byte[0];

  /// What means something to one of the text formats, or to a careless reader of text.
  private static final List<String> TOKENS =
      List.of(
          "\n",
          "\n\n",
          "\r\n",
          "\0",
          "\t",
          " ",
          "+",
          "=",
          "==",
          "/",
          "x",
          ".p",
          ".p/",
          "— ",
          "-- ",
          "0",
          "00",
          "-1",
          "1e3",
          "255",
          "256",
          "65535",
          "9223372036854775807",
          "9223372036854775808",
          "18446744073709551616",
          "AAAA",
          "AAAAAAAA\n",
          "old ",
          "index ",
          "extra ",
          "prefix ",
          "#",
          "all",
          "any",
          "none",
          "log ",
          "group ",
          "\u0085",
          "\u00a0",
          "\u200c",
          "\u202e",
          "\u2028",
          "e\u0301",
          "\ufeff",
          "\uffff",
          "مرز");

  private Mutations() {}

  /// `original` with one to four random changes, some of which take a piece of `other`.
  public static Bytes mutate(Bytes original, Bytes other, SplittableRandom random) {
    byte[] bytes = original.toArray();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      bytes = change(bytes, other.toArray(), random);
    }
    return Bytes.of(bytes);
  }

  private static byte[] change(byte[] bytes, byte[] other, SplittableRandom random) {
    int at = random.nextInt(bytes.length + 1);
    int end = Math.min(bytes.length, at + random.nextInt(random.nextInt(8) == 0 ? 200 : 12));
    return switch (random.nextInt(8)) {
      case 0 -> flipped(bytes, at, 1 << random.nextInt(8));
      case 1 -> flipped(bytes, at, random.nextInt(256));
      case 2 -> spliced(bytes, at, end, NOTHING);
      case 3 -> spliced(bytes, at, at, piece(bytes, at, end));
      case 4 -> spliced(bytes, at, bytes.length, NOTHING);
      case 5 -> spliced(bytes, at, random.nextBoolean() ? at : end, token(random));
      case 6 -> spliced(bytes, at, at, randomPiece(bytes, random));
      default -> spliced(bytes, at, end, randomPiece(other, random));
    };
  }

  private static byte[] token(SplittableRandom random) {
    return TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] flipped(byte[] bytes, int at, int mask) {
    byte[] copy = bytes.clone();
    if (at < copy.length) {
      copy[at] ^= (byte) mask;
    }
    return copy;
  }

  private static byte[] randomPiece(byte[] bytes, SplittableRandom random) {
    int from = random.nextInt(bytes.length + 1);
    return piece(bytes, from, Math.min(bytes.length, from + random.nextInt(80)));
  }

  private static byte[] piece(byte[] bytes, int from, int to) {
    return Bytes.of(bytes, from, to).toArray();
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
    return Bytes.concat(
            Bytes.of(bytes, 0, from), Bytes.of(between), Bytes.of(bytes, to, bytes.length))
        .toArray();
  }
}
