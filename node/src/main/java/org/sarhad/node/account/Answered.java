package org.sarhad.node.account;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.sarhad.node.port.Clock;
import org.sarhad.tlog.Bytes;

/// What writes were answered, by account and idempotency key, for a day, as far as memory goes.
///
/// This is for speed and for the exact answer. That a thing is not *done* twice does not rest on
/// it: the node keeps keys beside the entries they wrote, durably, and knows a repeated request
/// also after a restart. At most {@value #KEPT_MAX} answers are kept, the oldest go first. Safe for
/// use by several threads.
public final class Answered {
  /// How long an answer is kept.
  public static final Duration KEPT = Duration.ofHours(24);

  private static final int KEPT_MAX = 20_000;

  private final Clock clock;
  private final SequencedMap<Asked, Kept> kept =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Kept> eldest) {
          return size() > KEPT_MAX;
        }
      };

  private record Asked(String login, String key) {}

  private record Kept(Bytes request, Answer answer, long nanos) {}

  Answered(Clock clock) {
    this.clock = clock;
  }

  /// What is known about a key.
  public sealed interface Known {
    /// Nothing: go on, then call [Answered#keep] if it was done.
    record Nothing() implements Known {}

    /// The same request was answered before.
    record Before(Answer answer) implements Known {}

    /// The key was used for another request.
    record Reused() implements Known {}
  }

  /// An answer as it was sent.
  ///
  /// @param status the HTTP status
  /// @param mediaType of the body
  /// @param body the exact bytes
  public record Answer(int status, String mediaType, Bytes body) {}

  /// What is known about `key` of `login`.
  ///
  /// @param request what tells this request from another: a hash over method, path and body
  public synchronized Known find(String login, String key, Bytes request) {
    long now = clock.nanos();
    forgetBefore(now - KEPT.toNanos());
    return Optional.ofNullable(kept.get(new Asked(login, key)))
        .<Known>map(
            known ->
                known.request().equals(request)
                    ? new Known.Before(known.answer())
                    : new Known.Reused())
        .orElseGet(Known.Nothing::new);
  }

  /// The oldest come first, so that looking for old ones ends at the first that is not.
  private void forgetBefore(long nanos) {
    var oldest = kept.values().iterator();
    while (oldest.hasNext() && oldest.next().nanos() - nanos < 0) {
      oldest.remove();
    }
  }

  /// Keeps what a request that was done was answered.
  public synchronized void keep(String login, String key, Bytes request, Answer answer) {
    kept.putLast(new Asked(login, key), new Kept(request, answer, clock.nanos()));
  }
}
