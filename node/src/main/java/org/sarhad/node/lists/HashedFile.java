package org.sarhad.node.lists;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.sarhad.tlog.tree.Hash;

/// A file that is hashed while it is read, and read no further than the largest list could go.
final class HashedFile extends InputStream {
  private final InputStream file;
  private final MessageDigest digest;
  private long left;

  HashedFile(InputStream file, long bytesMax) {
    this.file = file;
    this.left = bytesMax;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  /// As ever; ends early, as if the file did, behind the bound.
  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int read = file.read(bytes, from, length);
    if (read > 0) {
      left -= read;
      digest.update(bytes, from, read);
    }
    return left < 0 ? -1 : read;
  }

  /// Whether there was more of it than there may be.
  boolean isTooLarge() {
    return left < 0;
  }

  /// Reads what is left, and gives the hash of all of it.
  Hash hash() throws IOException {
    transferTo(OutputStream.nullOutputStream());
    return Hash.of(digest.digest());
  }
}
