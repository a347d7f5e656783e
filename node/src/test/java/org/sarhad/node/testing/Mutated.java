package org.sarhad.node.testing;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Good bytes, damaged again and again: for parsers of what strangers send.
public final class Mutated {
  /// Looks at one damaged copy.
  @FunctionalInterface
  public interface Look {
    void at(byte[] damaged) throws Exception;
  }

  private Mutated() {}

  /// Shows `look` so many damaged copies of `good`: bytes changed, cut off, doubled, left out. The
  /// seed is printed when one of them fails; `-Dsarhad.seed=` replays it.
  public static void each(byte[] good, int rounds, Look look) throws Exception {
    long seed = Long.getLong("sarhad.seed", System.nanoTime());
    var random = new SplittableRandom(seed);
    for (int round = 0; round < rounds; round++) {
      var damaged = damaged(good, random);
      try {
        look.at(damaged);
      } catch (Exception | AssertionError e) {
        throw new AssertionError(
            "round %d of -Dsarhad.seed=%d: %s".formatted(round, seed, Arrays.toString(damaged)), e);
      }
    }
  }

  private static byte[] damaged(byte[] good, SplittableRandom random) {
    var bytes = good.clone();
    for (int changes = random.nextInt(1, 4); changes > 0 && bytes.length > 0; changes--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(6)) {
        case 0 -> bytes = Arrays.copyOf(bytes, at);
        case 1 -> bytes = without(bytes, at, random.nextInt(1, 9));
        case 2 -> bytes = doubled(bytes, at, random.nextInt(1, 33));
        case 3 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        default -> bytes[at] = (byte) random.nextInt(256);
      }
    }
    return bytes;
  }

  private static byte[] without(byte[] bytes, int at, int count) {
    int end = Math.min(bytes.length, at + count);
    var shorter = Arrays.copyOf(bytes, bytes.length - (end - at));
    System.arraycopy(bytes, end, shorter, at, bytes.length - end);
    return shorter;
  }

  private static byte[] doubled(byte[] bytes, int at, int count) {
    int end = Math.min(bytes.length, at + count);
    var longer = Arrays.copyOf(bytes, bytes.length + (end - at));
    System.arraycopy(bytes, at, longer, end, bytes.length - at);
    return longer;
  }
}
