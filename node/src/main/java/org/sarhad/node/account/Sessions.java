package org.sarhad.node.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.sarhad.node.config.AccountConfig;
import org.sarhad.node.port.Clock;
import org.sarhad.node.port.Randomness;
import org.sarhad.tlog.Bytes;

/// Who is signed in right now. In memory only, found by the SHA-256 of the cookie's secret, so a
/// dump of this table opens nothing. At most {@value #PER_ACCOUNT_MAX} sessions for one account and
/// {@value #SESSIONS_MAX} in all; the one idle longest makes room. Safe for use by several threads.
public final class Sessions {
  private static final int SESSIONS_MAX = 5_000;
  private static final int PER_ACCOUNT_MAX = 16;
  private static final int TOKEN_SIZE = 32;

  private final AccountConfig config;
  private final Clock clock;
  private final Randomness randomness;
  private final Map<Bytes, Held> held = new HashMap<>();

  private static final class Held {
    final OpenSession session;
    final long openedNanos;
    long usedNanos;

    Held(OpenSession session, long nanos) {
      this.session = session;
      this.openedNanos = nanos;
      this.usedNanos = nanos;
    }
  }

  Sessions(AccountConfig config, Clock clock, Randomness randomness) {
    this.config = config;
    this.clock = clock;
    this.randomness = randomness;
  }

  /// A fresh secret of 256 bits, base64url.
  String secret() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(randomness.bytes(TOKEN_SIZE));
  }

  synchronized SessionToken open(OpenSession session) {
    long now = clock.nanos();
    endWhere(h -> isOver(h, now));
    makeRoom(h -> h.session.account().login().equals(session.account().login()), PER_ACCOUNT_MAX);
    makeRoom(_ -> true, SESSIONS_MAX);
    var token = new SessionToken(secret());
    held.put(key(token.value()), new Held(session, now));
    return token;
  }

  /// The session whose cookie holds `token`, if it has not ended; its idle time begins anew.
  public synchronized Optional<OpenSession> find(String token) {
    var key = key(token);
    var found = held.get(key);
    long now = clock.nanos();
    if (found == null) {
      return Optional.empty();
    }
    if (isOver(found, now)) {
      held.remove(key);
      return Optional.empty();
    }
    found.usedNanos = now;
    return Optional.of(found.session);
  }

  /// Whether a session of this token is open. Does not begin its idle time anew.
  public synchronized boolean isOpen(String token) {
    return Optional.ofNullable(held.get(key(token)))
        .filter(h -> !isOver(h, clock.nanos()))
        .isPresent();
  }

  /// Ends the session whose cookie holds `token`, if there is one.
  public synchronized void end(String token) {
    held.remove(key(token));
  }

  /// Ends every session of `login` except `spared`.
  public synchronized void endAllOf(String login, Optional<OpenSession> spared) {
    endWhere(
        h ->
            h.session.account().login().equals(login)
                && spared.map(OpenSession::csrf).filter(h.session.csrf()::equals).isEmpty());
  }

  /// How many are open, the idle ones included until somebody notices.
  public synchronized int count() {
    return held.size();
  }

  /// After how long without a call a session ends.
  public Duration idle() {
    return config.idle();
  }

  private boolean isOver(Held h, long now) {
    return now - h.usedNanos >= config.idle().toNanos()
        || now - h.openedNanos >= config.lifetime().toNanos();
  }

  private void endWhere(Predicate<Held> which) {
    held.values().removeIf(which);
  }

  private void makeRoom(Predicate<Held> which, int allowed) {
    if (held.values().stream().filter(which).count() >= allowed) {
      held.entrySet().stream()
          .filter(e -> which.test(e.getValue()))
          .min(Comparator.comparingLong(e -> e.getValue().usedNanos))
          .map(Map.Entry::getKey)
          .ifPresent(held::remove);
    }
  }

  private static Bytes key(String token) {
    try {
      return Bytes.of(
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
