package org.sarhad.bench.publish;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.sarhad.bench.harness.ClosedLoop;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.Algorithm;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.crypto.Seed;
import org.sarhad.tlog.crypto.Signatures;
import org.sarhad.tlog.crypto.SigningKey;

/// What no node can go beyond: the two signatures of an entry, the officer's and the node's, by all
/// processors at once, and nothing else.
final class SignaturesAlone implements Publisher {
  private static final byte[] LINE = "x".repeat(400).getBytes(StandardCharsets.UTF_8);

  private final Signatures signatures;
  private final SigningKey key;

  SignaturesAlone(Signatures signatures) {
    this.signatures = signatures;
    this.key =
        signatures.signingKey(
            KeyType.ED25519_NOTE, new Seed(Algorithm.ED25519, Bytes.of(new byte[Seed.SIZE])));
  }

  @Override
  public String name() {
    return "two signatures and nothing else (" + signatures.provider() + ")";
  }

  /// Whether `publisher` signs every entry twice with the same provider, on the processors that
  /// this had, and its load beside it.
  boolean bounds(Publisher publisher) {
    return publisher.name().equals(NodeInProcess.name(signatures));
  }

  @Override
  public boolean isOverHttp() {
    return false;
  }

  /// However many writers there are, there are no more processors.
  @Override
  public Published round(int writers, Duration length) throws Exception {
    long started = System.nanoTime();
    var result =
        ClosedLoop.run(
            Math.min(writers, Runtime.getRuntime().availableProcessors()),
            length,
            (_, _) -> {
              key.sign(LINE);
              key.sign(LINE);
            });
    return new Published(
        result.count(),
        (System.nanoTime() - started) / 1e9,
        result.answered().millisAt(50),
        result.answered().millisAt(99));
  }

  @Override
  public void close() {}
}
