package org.sarhad.node.assembly;

import java.security.SecureRandom;
import org.sarhad.node.port.Randomness;

/// The operating system's generator.
public final class SystemRandomness implements Randomness {
  private final SecureRandom random = new SecureRandom();

  @Override
  public byte[] bytes(int count) {
    var bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
