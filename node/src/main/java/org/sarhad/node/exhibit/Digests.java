package org.sarhad.node.exhibit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.sarhad.tlog.BugException;

/// SHA-256 of what is too large to be in memory at once.
final class Digests {
  private Digests() {}

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new BugException("every Java has SHA-256: " + e.getMessage());
    }
  }
}
