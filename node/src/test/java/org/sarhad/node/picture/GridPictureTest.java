package org.sarhad.node.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.sarhad.core.geo.Position;
import org.sarhad.node.port.Clock;
import org.sarhad.node.port.LivePicture;
import org.sarhad.node.port.LivePicture.Cell;
import org.sarhad.node.port.LivePicture.Sighting;
import org.sarhad.node.port.LivePictureContract;
import org.sarhad.tlog.Bytes;

class GridPictureTest extends LivePictureContract {
  private static final Position HERE = Position.ofDegrees(29.496, 60.863);

  /// A clock that stands still until told.
  private static final class HandClock implements Clock {
    private long ms = 1_555_921_800_000L;

    @Override
    public Instant now() {
      return Instant.ofEpochMilli(ms);
    }

    @Override
    public long nanos() {
      return ms * 1_000_000;
    }
  }

  private final HandClock clock = new HandClock();
  private final GridPicture picture = new GridPicture(clock, Duration.ofHours(1));

  @Override
  protected LivePicture picture() {
    return picture;
  }

  @Override
  protected long nowMs() {
    return clock.ms;
  }

  @Override
  protected void settle(long ms) {
    for (long passed = 0; passed < ms; passed += 10) {
      clock.ms += 10;
      picture.pump();
    }
  }

  @Test
  void whatWasNotSeenForLongIsForgotten() {
    var departed = new ArrayList<String>();
    picture.publish(new Sighting("unit-1", HERE, nowMs(), Bytes.EMPTY));
    try (var _ = picture.watch(Set.of(Cell.of(HERE)), 1, (_, left) -> departed.addAll(left))) {
      settle(1000);
      clock.ms += Duration.ofHours(2).toMillis();
      settle(1000);
      assertThat(departed).containsExactly("unit-1");
      assertThat(picture.snapshot(List.of(Cell.of(HERE)))).isEmpty();
    }
  }

  @Test
  void nothingIsToldOfAThingThatCameAndWentBetweenTwoCalls() {
    var calls = new ArrayList<String>();
    try (var _ =
        picture.watch(
            Set.of(Cell.of(HERE)), 1, (arrived, departed) -> calls.add(arrived + "" + departed))) {
      picture.publish(new Sighting("unit-1", HERE, nowMs(), Bytes.EMPTY));
      picture.publish(new Sighting("unit-1", Position.ofDegrees(0, 0), nowMs() + 1, Bytes.EMPTY));
      settle(2000);
      assertThat(calls).isEmpty();
    }
  }

  @Test
  void theThreadTellsByItself() throws Exception {
    var system =
        new Clock() {
          @Override
          public Instant now() {
            return Instant.now();
          }

          @Override
          public long nanos() {
            return System.nanoTime();
          }
        };
    var live = new GridPicture(system, Duration.ofHours(1));
    var told = new CountDownLatch(1);
    try (var _ = PictureThread.start(live)) {
      live.watch(Set.of(Cell.of(HERE)), 10, (_, _) -> told.countDown());
      live.publish(new Sighting("unit-1", HERE, System.currentTimeMillis(), Bytes.EMPTY));
      assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }
}
