package org.sarhad.node.api;

import java.util.HashMap;
import java.util.Map;
import org.sarhad.node.config.ConsoleConfig;

/// How many streams are open, of each account and together, and no more than is allowed.
/// Thread-safe.
final class OpenStreams {
  private final ConsoleConfig config;
  private final Map<String, Integer> open = new HashMap<>();

  OpenStreams(ConsoleConfig config) {
    this.config = config;
  }

  /// How many are open.
  synchronized int count() {
    return open.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// Opens one for `login`; false when that would be one too many.
  synchronized boolean enter(String login) {
    int own = open.getOrDefault(login, 0);
    if (count() >= config.streamsMax() || own >= config.streamsPerAccount()) {
      return false;
    }
    open.put(login, own + 1);
    return true;
  }

  /// Closes one that [#enter] opened.
  synchronized void leave(String login) {
    open.merge(login, -1, Integer::sum);
    open.remove(login, 0);
  }
}
