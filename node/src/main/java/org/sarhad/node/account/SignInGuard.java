package org.sarhad.node.account;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sarhad.node.config.AccountConfig;

/// Counts wrong passwords and says who must wait.
///
/// Three counts run at once: for a login from one address, for an address, and (at ten times the
/// first) for a login from anywhere. A lock lasts until enough failures are older than the period.
/// Memory is bounded: at most {@value #SUBJECTS_MAX} subjects, the longest untouched forgotten
/// first. Safe for use by several threads.
final class SignInGuard {
  private static final int SUBJECTS_MAX = 20_000;
  private static final int ANYWHERE_FACTOR = 10;

  private final AccountConfig config;
  private final Map<String, ArrayDeque<Long>> failures =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ArrayDeque<Long>> eldest) {
          return size() > SUBJECTS_MAX;
        }
      };

  SignInGuard(AccountConfig config) {
    this.config = config;
  }

  /// How long this login from this address must wait before a password is even looked at; empty if
  /// not at all.
  ///
  /// @param nanos now, by the clock that only goes forward
  synchronized Optional<Duration> lockedFor(String login, String address, long nanos) {
    return longest(
        waitFor(pair(login, address), config.failuresPerLogin(), nanos),
        waitFor(address(address), config.failuresPerAddress(), nanos),
        lockedAnywhere(login, nanos));
  }

  /// How long this login is locked from everywhere; empty if it is not.
  synchronized Optional<Duration> lockedAnywhere(String login, long nanos) {
    return waitFor(login(login), config.failuresPerLogin() * ANYWHERE_FACTOR, nanos);
  }

  /// Counts one wrong password. Returns whether it was the one that locked.
  synchronized boolean failed(String login, String address, long nanos) {
    boolean before = lockedFor(login, address, nanos).isPresent();
    for (var subject : new String[] {pair(login, address), address(address), login(login)}) {
      failures.computeIfAbsent(subject, _ -> new ArrayDeque<>()).addLast(nanos);
    }
    return !before && lockedFor(login, address, nanos).isPresent();
  }

  /// Forgets what was counted for this login from this address: the right password was given.
  synchronized void succeeded(String login, String address) {
    failures.remove(pair(login, address));
  }

  /// Forgets everything that was counted for this login; what was counted for addresses stays.
  synchronized void forgive(String login) {
    failures.keySet().removeIf(subject -> subject.startsWith(pair(login, "")));
    failures.remove(login(login));
  }

  private Optional<Duration> waitFor(String subject, int allowed, long nanos) {
    var times = failures.get(subject);
    if (times == null) {
      return Optional.empty();
    }
    long period = config.lockout().toNanos();
    while (!times.isEmpty() && nanos - times.getFirst() >= period) {
      times.removeFirst();
    }
    while (times.size() > allowed) {
      times.removeFirst();
    }
    return times.size() < allowed
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(period - (nanos - times.getFirst())));
  }

  @SafeVarargs
  private static Optional<Duration> longest(Optional<Duration>... waits) {
    Optional<Duration> longest = Optional.empty();
    for (var wait : waits) {
      if (wait.isPresent() && (longest.isEmpty() || wait.get().compareTo(longest.get()) > 0)) {
        longest = wait;
      }
    }
    return longest;
  }

  private static String pair(String login, String address) {
    return "pair " + login + " " + address;
  }

  private static String address(String address) {
    return "address " + address;
  }

  private static String login(String login) {
    return "login " + login;
  }
}
