package org.sarhad.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.sarhad.node.api.view.EventView;

/// The memory behind the event streams.
class EventHubTest {
  private final EventHub<EventView> hub = new EventHub<>("run1", 4);

  @Test
  void everyListenerGetsEverythingInOrder() throws InterruptedException {
    tell(3);

    assertThat(numbers(hub.take(0, 0))).containsExactly(0L, 1L, 2L);
    assertThat(numbers(hub.take(2, 0))).containsExactly(2L);
    assertThat(hub.take(0, 0).missed()).isZero();
  }

  @Test
  void whoIsTooFarBehindIsToldHowMuchIsLost() throws InterruptedException {
    tell(10);

    var taken = hub.take(1, 0);

    assertThat(taken.missed()).isEqualTo(5);
    assertThat(numbers(taken)).containsExactly(6L, 7L, 8L, 9L);
  }

  @Test
  void anIdLeadsToTheEventBehindIt() {
    tell(3);

    assertThat(hub.after(hub.id(1))).contains(2L);
    assertThat(hub.after(hub.id(2))).contains(3L);
  }

  @Test
  void anIdOfAnotherRunOrOfTheFutureLeadsNowhere() {
    tell(3);

    for (var id :
        List.of("run0-1", "run1-3", "run1-", "run1--1", "run1-99999999999999999999", "")) {
      assertThat(hub.after(id)).as(id).isEmpty();
    }
  }

  @Test
  void aListenerWaitsAndIsWoken() throws InterruptedException {
    var got = new ArrayList<EventHub.Event<EventView>>();
    var done = new CountDownLatch(1);
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                got.addAll(hub.take(0, 60_000).events());
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
              done.countDown();
            });
    tell(1);
    done.await();

    assertThat(got).hasSize(1);
  }

  @Test
  void closingWakesWhoWaits() throws InterruptedException {
    var done = new CountDownLatch(1);
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                hub.take(0, 60_000);
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
              done.countDown();
            });
    hub.close();
    done.await();

    assertThat(hub.isClosed()).isTrue();
  }

  private void tell(int count) {
    for (int i = 0; i < count; i++) {
      hub.tell("record", EventView.at(Instant.EPOCH));
    }
  }

  private static List<Long> numbers(EventHub.Taken<EventView> taken) {
    return taken.events().stream().map(EventHub.Event::number).toList();
  }
}
