package org.sarhad.node.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.core.geo.Position;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.testing.Mutations;
import org.sarhad.core.tracks.LineVersion;
import org.sarhad.core.tracks.Observation;
import org.sarhad.core.tracks.ThingKind;
import org.sarhad.core.tracks.TrackFact;
import org.sarhad.core.tracks.TrackFix;
import org.sarhad.node.testing.HandClock;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

/// Crossings that could not be told, and a node that fails for a while (protocol clause 20-5.4).
class UntoldCrossingsTest {
  private static final UntoldCrossings.Why BUSY = new UntoldCrossings.Why("node.busy", true);
  private static final UntoldCrossings.Why FAST = new UntoldCrossings.Why("tracks.too_fast", false);
  private static final Duration PACE = Duration.ofMillis(5);

  private final List<TrackFact> told = Collections.synchronizedList(new ArrayList<>());
  private final Semaphore changes = new Semaphore(0);
  private final AtomicInteger failures = new AtomicInteger();

  @TempDir Path directory;

  /// A node that begins, on the file that the one before it left.
  private UntoldCrossings crossings(UntoldCrossings.Why why) {
    return crossings(
        fact -> {
          if (failures.getAndDecrement() > 0) {
            return Optional.of(why);
          }
          told.add(fact);
          return Optional.empty();
        },
        PACE);
  }

  private UntoldCrossings crossings(UntoldCrossings.Teller teller, Duration pace) {
    return new UntoldCrossings(
        teller, new UntoldFile(file()), changes::release, pace, new HandClock());
  }

  private Path file() {
    return directory.resolve("untold.jsonl");
  }

  @Test
  void whatIsToldAtOnceIsNotKept() {
    var untold = crossings(BUSY);
    assertThat(untold.tell(fact(1))).isEmpty();
    assertThat(untold.newestFirst()).isEmpty();
    assertThat(told).containsExactly(fact(1));
  }

  @Test
  void whatFailsForAWhileIsTriedUntilItIsTold() throws InterruptedException {
    failures.set(4);
    var untold = crossings(BUSY);
    assertThat(untold.tell(fact(1))).contains(BUSY);
    assertThat(changes.tryAcquire(2, 20, TimeUnit.SECONDS)).as("kept, then told").isTrue();
    assertThat(told).containsExactly(fact(1));
    assertThat(untold.newestFirst()).isEmpty();
    // And the next one is tried by itself as well.
    failures.set(2);
    assertThat(untold.tell(fact(2))).contains(BUSY);
    assertThat(changes.tryAcquire(2, 20, TimeUnit.SECONDS)).isTrue();
    assertThat(told).containsExactly(fact(1), fact(2));
  }

  @Test
  void whatComesMeanwhileWaitsBehindIt() throws InterruptedException {
    failures.set(Integer.MAX_VALUE);
    var untold = crossings(BUSY);
    assertThat(untold.tell(fact(1))).contains(BUSY);
    assertThat(untold.tell(fact(2))).contains(BUSY);
    assertThat(untold.tell(fact(3))).contains(BUSY);
    assertThat(untold.newestFirst().getFirst().tries()).as("nobody was asked").isZero();
    failures.set(0);
    assertThat(changes.tryAcquire(6, 20, TimeUnit.SECONDS)).as("kept, then told").isTrue();
    assertThat(told).as("in their order").containsExactly(fact(1), fact(2), fact(3));
    assertThat(untold.newestFirst()).isEmpty();
  }

  @Test
  void whatCannotBeToldIsKeptWithTheReasonAndNotTriedAgain() throws InterruptedException {
    failures.set(1);
    var untold = crossings(FAST);
    assertThat(untold.tell(fact(1))).contains(FAST);
    assertThat(changes.tryAcquire(1, 20, TimeUnit.SECONDS)).isTrue();
    Thread.sleep(PACE.multipliedBy(10));
    assertThat(told).isEmpty();
    var kept = untold.newestFirst().getFirst();
    assertThat(kept.why()).isEqualTo(FAST);
    assertThat(kept.tries()).isEqualTo(1);
  }

  @Test
  void theyAreBounded() {
    failures.set(Integer.MAX_VALUE);
    var untold = crossings(FAST);
    for (int i = 0; i < UntoldCrossings.KEPT + 5; i++) {
      untold.tell(fact(i));
    }
    assertThat(untold.newestFirst()).hasSize(UntoldCrossings.KEPT);
    assertThat(untold.newestFirst().getFirst().fact()).isEqualTo(fact(UntoldCrossings.KEPT + 4));
  }

  /// What can never be told makes room for what waits, and not the other way round.
  @Test
  void whatWaitsIsNotTheFirstToMakeRoom() {
    var some = List.of(BUSY, FAST);
    var next = new AtomicInteger();
    var slow = Duration.ofDays(1);
    var untold = crossings(_ -> Optional.of(FAST), slow);
    untold.tell(fact(0));
    untold = crossings(_ -> Optional.of(some.get(next.getAndIncrement() % 2)), slow);
    for (int i = 1; i < UntoldCrossings.KEPT + 1; i++) {
      untold.tell(fact(i));
    }
    assertThat(untold.newestFirst()).hasSize(UntoldCrossings.KEPT);
    assertThat(untold.newestFirst().getLast().fact()).isEqualTo(fact(1));
    untold.tell(fact(500));
    assertThat(untold.newestFirst().getLast().fact()).as("all of them wait").isEqualTo(fact(2));
  }

  // ---- when the node stops --------------------------------------------------------------------

  /// The other side has a right to it, whatever becomes of this node.
  @Test
  void whatWaitsWhenTheNodeStopsIsToldByTheNextOne() throws InterruptedException {
    var stopped = crossings(_ -> Optional.of(BUSY), Duration.ofDays(1));
    stopped.tell(fact(1));
    stopped.tell(fact(2));

    var next = crossings(BUSY);
    assertThat(changes.tryAcquire(4, 20, TimeUnit.SECONDS)).as("kept, then told").isTrue();
    assertThat(told).as("in their order").containsExactly(fact(1), fact(2));
    assertThat(next.newestFirst()).isEmpty();
    assertThat(crossings(BUSY).newestFirst()).isEmpty();
  }

  /// It is on the disk before anybody is asked to tell it, so there is no moment at which it is
  /// nowhere.
  @Test
  void aCrashWhileItIsToldLosesNothing() throws InterruptedException {
    var crashed =
        crossings(
            _ -> {
              throw new IllegalStateException("the power is gone");
            },
            PACE);
    assertThatThrownBy(() -> crashed.tell(fact(1))).hasMessage("the power is gone");
    assertThat(told).isEmpty();

    failures.set(1);
    var next = crossings(BUSY);
    assertThat(next.newestFirst().getFirst().why().code()).isEqualTo("node.stopped");
    assertThat(changes.tryAcquire(2, 20, TimeUnit.SECONDS)).isTrue();
    assertThat(told).containsExactly(fact(1));
  }

  /// A node that is being stopped refuses everything; the next one does not.
  @Test
  void whatAStoppingNodeRefusedWaitsForTheNextOne() throws InterruptedException {
    var why = new UntoldCrossings.Why(UntoldCrossings.Why.STOPPED, false);
    var stopping = crossings(_ -> Optional.of(why), PACE);
    stopping.tell(fact(1));
    assertThat(stopping.newestFirst().getFirst().why().isForNow()).isFalse();
    crossings(BUSY);
    assertThat(changes.tryAcquire(2, 20, TimeUnit.SECONDS)).isTrue();
    assertThat(told).containsExactly(fact(1));
  }

  @Test
  void everythingOfItIsThereAgain() {
    var slow = Duration.ofDays(1);
    var stopped = crossings(_ -> Optional.of(FAST), slow);
    stopped.tell(fact(1));
    stopped.tell(new TrackFact.PossiblyCrossed(fact(2).seen()));
    assertThat(crossings(_ -> Optional.empty(), slow).newestFirst())
        .isEqualTo(stopped.newestFirst());
  }

  /// A crash in the middle of a write leaves a copy that nobody reads.
  @Test
  void halfACopyIsNoMatter() throws Exception {
    var slow = Duration.ofDays(1);
    crossings(_ -> Optional.of(FAST), slow).tell(fact(1));
    Files.writeString(file().resolveSibling("untold.jsonl.new"), "{\"body\":{");
    var next = crossings(_ -> Optional.of(FAST), slow);
    assertThat(next.newestFirst()).hasSize(1);
    next.tell(fact(2));
    assertThat(crossings(_ -> Optional.empty(), slow).newestFirst()).hasSize(2);
  }

  /// Nothing is thrown away that somebody may still read.
  @ParameterizedTest
  @ValueSource(strings = {"nonsense\n", "{}\n", "{\"kind\":\"tracks.seen\"}\n", "\u0000"})
  void whatCannotBeReadIsSetAside(String text) throws Exception {
    Files.writeString(file(), text);
    var untold = crossings(_ -> Optional.of(FAST), Duration.ofDays(1));
    assertThat(untold.newestFirst()).isEmpty();
    untold.tell(fact(1));
    assertThat(Files.readString(file().resolveSibling("untold.jsonl.unreadable"))).isEqualTo(text);
    assertThat(Files.readAllLines(file())).hasSize(1);
  }

  /// A file that was damaged anywhere is read as it was meant, or not at all.
  @Test
  void damagedFilesAreReadOrSetAside() throws Exception {
    var slow = Duration.ofDays(1);
    var whole = crossings(_ -> Optional.of(FAST), slow);
    whole.tell(fact(1));
    whole.tell(fact(2));
    var right = Bytes.of(Files.readAllBytes(file()));
    var random = new SplittableRandom(20);
    for (int round = 0; round < 300; round++) {
      var damaged = Mutations.mutate(right, random).toArray();
      Files.write(file(), damaged);
      int read = new UntoldFile(file()).read().size();
      assertThat(read > 0 ? file() : file().resolveSibling("untold.jsonl.unreadable"))
          .as("round %d", round)
          .matches(path -> damaged.length == 0 || Files.exists(path));
    }
  }

  @Test
  void aDiskThatFailsKeepsNothingFromBeingTold() {
    var nowhere = new UntoldFile(directory.resolve("gone").resolve("untold.jsonl"));
    var untold =
        new UntoldCrossings(
            fact -> {
              told.add(fact);
              return Optional.empty();
            },
            nowhere,
            changes::release,
            PACE,
            new HandClock());
    assertThat(untold.tell(fact(1))).isEmpty();
    assertThat(told).containsExactly(fact(1));
  }

  private static TrackFact fact(int number) {
    var at = Instant.parse("2026-03-21T04:00:00Z");
    var seen =
        new Observation(
            ThingKind.DRONE,
            PartyId.of("ir"),
            new TrackFix(Position.ofDegrees(28, 60.9), 50, at),
            new TrackFix(Position.ofDegrees(28, 61.1), 50, at.plusSeconds(600 + number)),
            new LineVersion(Merkle.sha256(Bytes.ofUtf8("a line")), 1_000));
    return new TrackFact.Crossed(seen, PartyId.of("pk"));
  }
}
