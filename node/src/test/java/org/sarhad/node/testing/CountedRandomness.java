package org.sarhad.node.testing;

import java.util.Random;
import org.sarhad.node.port.Randomness;

/// Bytes that are the same in every run; no two calls give the same ones.
public final class CountedRandomness implements Randomness {
  private final Random random;

  /// Another `seed`, other bytes.
  public CountedRandomness(long seed) {
    this.random = new Random(seed);
  }

  @Override
  public synchronized byte[] bytes(int count) {
    var bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
