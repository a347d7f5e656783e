package org.sarhad.core.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.entry.SeenHead;
import org.sarhad.core.party.Origin;
import org.sarhad.core.testing.Seeded;
import org.sarhad.tlog.BugException;
import org.sarhad.tlog.tree.Merkle;

/// The joint order, protocol clauses 03-2 to 03-5.
class JointOrderTest {
  private static final Origin A = Origin.of("a");
  private static final Origin B = Origin.of("b");
  private static final Origin C = Origin.of("c");

  // ---- the rule in small ----------------------------------------------------------------------

  @Test
  void anEntryIsFinalOnceTheOtherSideHasSpokenAtOrPastItsNumber() {
    JointOrder order = new JointOrder(List.of(A, B));

    assertThat(order.deliver(at(A, 0), saw())).isEmpty();
    assertThat(order.lamport(at(A, 0))).isEqualTo(1);
    assertThat(order.waitingFor(at(A, 0))).containsExactly(B);
    assertThat(order.tentative()).containsExactly(at(A, 0));

    // B speaks without having seen A: number 1 too, and the name of the log decides.
    assertThat(order.deliver(at(B, 0), saw())).containsExactly(at(A, 0), at(B, 0));
    assertThat(order.isFinal(at(B, 0))).isTrue();
    assertThat(order.waitingFor(at(B, 0))).isEmpty();
    assertThat(order.finalCount()).isEqualTo(2);
  }

  @Test
  void anAnswerComesAfterWhatItAnswers() {
    JointOrder order = new JointOrder(List.of(A, B));
    order.deliver(at(B, 0), saw());

    assertThat(order.deliver(at(A, 0), saw(B, 1))).containsExactly(at(B, 0));
    assertThat(order.lamport(at(A, 0))).isEqualTo(2);
    assertThat(order.tentative()).containsExactly(at(A, 0));
    assertThat(order.deliver(at(B, 1), saw(A, 1))).containsExactly(at(A, 0));
    assertThat(order.lastLamport(B)).isEqualTo(3);
    assertThat(order.lastLamport(A)).isEqualTo(2);
  }

  @Test
  void aQuietPartyHoldsEverythingUpAndIsNamed() {
    JointOrder order = new JointOrder(List.of(C, A, B));
    order.deliver(at(A, 0), saw());
    order.deliver(at(B, 0), saw(A, 1));

    assertThat(order.finalCount()).isZero();
    assertThat(order.waitingFor(at(A, 0))).containsExactly(C);
    assertThat(order.waitingFor(at(B, 0))).containsExactly(A, C);
    assertThat(order.deliver(at(C, 0), saw(B, 1, A, 1))).containsExactly(at(A, 0));
  }

  @Test
  void thePartitionOfTheScenarioMergesToOneOrder() {
    // A writes three, B writes five, nobody hears anybody; then the link is back.
    JointOrder nodeA = new JointOrder(List.of(A, B));
    JointOrder nodeB = new JointOrder(List.of(A, B));
    List<EntryId> onA = new ArrayList<>();
    List<EntryId> onB = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      onA.addAll(nodeA.deliver(at(A, i), saw()));
    }
    for (int i = 0; i < 5; i++) {
      onB.addAll(nodeB.deliver(at(B, i), saw()));
    }
    assertThat(onA).isEmpty();
    assertThat(onB).isEmpty();

    for (int i = 0; i < 5; i++) {
      onA.addAll(nodeA.deliver(at(B, i), saw()));
    }
    for (int i = 0; i < 3; i++) {
      onB.addAll(nodeB.deliver(at(A, i), saw()));
    }

    assertThat(onA)
        .containsExactly(at(A, 0), at(B, 0), at(A, 1), at(B, 1), at(A, 2), at(B, 2))
        .isEqualTo(onB);
    // What is past A's last word waits for A's acknowledgement.
    assertThat(nodeA.waitingFor(at(B, 4))).containsExactly(A);
    assertThat(nodeA.deliver(at(A, 3), saw(B, 5))).containsExactly(at(B, 3), at(B, 4));
    assertThat(nodeB.deliver(at(A, 3), saw(B, 5))).containsExactly(at(B, 3), at(B, 4));
  }

  @Test
  void withOnePartyEverythingIsFinalAtOnce() {
    JointOrder order = new JointOrder(List.of(A));

    assertThat(order.deliver(at(A, 0), saw())).containsExactly(at(A, 0));
    assertThat(order.deliver(at(A, 1), saw())).containsExactly(at(A, 1));
  }

  // ---- what a caller must not do --------------------------------------------------------------

  @Test
  void deliveryIsCausalAndWithoutGaps() {
    JointOrder order = new JointOrder(List.of(A, B));
    order.deliver(at(A, 0), saw());

    assertThat(order.isDeliverable(at(A, 1), saw())).isTrue();
    assertNotDeliverable(order, at(A, 0), saw());
    assertNotDeliverable(order, at(A, 2), saw());
    assertNotDeliverable(order, at(B, 0), saw(A, 2));
    assertNotDeliverable(order, at(B, 0), saw(C, 1));
    assertNotDeliverable(order, at(C, 0), saw());
    assertThat(order.deliveredSize(A)).isEqualTo(1);
  }

  @Test
  void logsAreNamedOnceAndAtLeastOne() {
    assertThatThrownBy(() -> new JointOrder(List.of())).isInstanceOf(BugException.class);
    assertThatThrownBy(() -> new JointOrder(List.of(A, A))).isInstanceOf(BugException.class);
    JointOrder order = new JointOrder(List.of(B, A));
    assertThat(order.logs()).containsExactly(A, B);
    assertThatThrownBy(() -> order.lamport(at(A, 0))).isInstanceOf(BugException.class);
    assertThatThrownBy(() -> order.finalSize(C)).isInstanceOf(BugException.class);
  }

  // ---- keeping --------------------------------------------------------------------------------

  @Test
  void aRestoredOrderGoesOnAsTheOneThatWasSaved() {
    Seeded.check(
        100,
        random -> {
          JointOrder kept = new JointOrder(List.of(A, B));
          JointOrder restored = new JointOrder(List.of(A, B));
          long[] seen = new long[2];
          for (int i = 0; i < 60; i++) {
            int side = random.nextInt(2);
            Origin log = side == 0 ? A : B;
            Origin other = side == 0 ? B : A;
            seen[side] += random.nextLong(kept.deliveredSize(other) - seen[side] + 1);
            Seen saw = seen[side] == 0 ? saw() : saw(other, seen[side]);
            EntryId next = at(log, kept.deliveredSize(log));
            JointOrder before = kept.copy();
            assertThat(restored.deliver(next, saw)).isEqualTo(kept.deliver(next, saw));
            restored = JointOrder.restored(restored.logs(), numbers(restored).iterator()::next);
            assertThat(numbers(restored)).isEqualTo(numbers(kept));
            assertThat(before.deliveredSize(log)).isEqualTo(next.index());
          }
        });
  }

  @Test
  void numbersThatNoOrderGaveOutAreRefused() {
    JointOrder order = new JointOrder(List.of(A, B));
    order.deliver(at(A, 0), saw());
    order.deliver(at(B, 0), saw(A, 1));
    List<Long> good = numbers(order);
    int refused = 0;
    for (int i = 0; i < good.size(); i++) {
      for (long wrong : new long[] {-1, 5, Long.MAX_VALUE, Long.MIN_VALUE}) {
        List<Long> bad = new ArrayList<>(good);
        bad.set(i, wrong);
        try {
          JointOrder.restored(List.of(A, B), bad.iterator()::next);
        } catch (IllegalArgumentException | NoSuchElementException _) {
          refused++;
        }
      }
    }
    assertThat(refused).isGreaterThan(2 * good.size());
  }

  private static List<Long> numbers(JointOrder order) {
    List<Long> numbers = new ArrayList<>();
    order.save(numbers::add);
    return numbers;
  }

  // ---- I8: agreement, prefix stability, causality, liveness -----------------------------------

  @Test
  void anyScheduleGivesOneOrderOnAllNodes() {
    long[] total = new long[2];
    Seeded.check(
        1_500,
        random -> {
          OrderWorld world = run(random, JointOrder::new);
          world.heal();
          world.checkAgainstSorting();
          total[0] += world.agreedSize();
          total[1] += world.writtenSize();
        });
    // Nearly everything ever written became final: the property was not true of nothing.
    assertThat(total[0]).isGreaterThan(total[1] * 9 / 10).isGreaterThan(50_000);
  }

  /// The checker is worth something: a rule that is off by one is caught, and soon.
  @Test
  void aRuleThatIsOffByOneIsCaught() {
    int[] caught = new int[1];
    Seeded.check(
        200,
        random -> {
          try {
            run(
                    random,
                    logs -> new JointOrder(logs, (lastNumber, number) -> lastNumber >= number - 1))
                .heal();
          } catch (OrderWorld.Violation | BugException _) {
            caught[0]++;
          }
        });
    assertThat(caught[0]).isGreaterThan(100);
  }

  /// And so is one that waits for too much: nothing is wrong, but not everything becomes final.
  @Test
  void aRuleThatWaitsTooLongIsCaught() {
    int[] caught = new int[1];
    Seeded.check(
        50,
        random -> {
          try {
            run(random, logs -> new JointOrder(logs, (last, number) -> last >= number + 2)).heal();
          } catch (OrderWorld.Violation violation) {
            assertThat(violation).hasMessageContaining("is not final");
            caught[0]++;
          }
        });
    assertThat(caught[0]).isGreaterThan(40);
  }

  @Test
  void numbersAreKeptForMillionsOfEntries() {
    JointOrder order = new JointOrder(List.of(A, B));
    long entries = 500_000;
    long given = 0;
    for (long i = 0; i < entries; i++) {
      // Bursts of ten, then an acknowledgement that has seen them all.
      given += order.deliver(at(A, i), i == 0 ? saw() : saw(B, (i + 9) / 10)).size();
      if (i % 10 == 0) {
        given += order.deliver(at(B, i / 10), saw(A, i + 1)).size();
      }
    }

    assertThat(given).isEqualTo(order.finalCount()).isGreaterThan(entries);
    for (long i : new long[] {1, 9, 10, 11, 123_456, entries - 1}) {
      // Each of A's comes after the acknowledgement it saw, and right after its predecessor else.
      long before = order.lamport(at(A, i - 1));
      long ack = order.lamport(at(B, (i + 9) / 10 - 1));
      assertThat(order.lamport(at(A, i))).isEqualTo(1 + Math.max(before, ack));
    }
  }

  private static OrderWorld run(
      SplittableRandom random, Function<List<Origin>, JointOrder> newOrder) {
    OrderWorld world = new OrderWorld(random, 2 + random.nextInt(3), newOrder);
    int steps = random.nextInt(20, 250);
    for (int i = 0; i < steps; i++) {
      world.step();
    }
    return world;
  }

  private static void assertNotDeliverable(JointOrder order, EntryId id, Seen seen) {
    assertThat(order.isDeliverable(id, seen)).isFalse();
    assertThatThrownBy(() -> order.deliver(id, seen))
        .isInstanceOf(BugException.class)
        .hasMessageContaining("is not next in causal order");
  }

  private static EntryId at(Origin log, long index) {
    return new EntryId(log, index);
  }

  private static Seen saw() {
    return Seen.NOTHING;
  }

  private static Seen saw(Origin log, long size) {
    return Seen.of(log, new SeenHead(size, Merkle.EMPTY_ROOT));
  }

  private static Seen saw(Origin log, long size, Origin other, long otherSize) {
    PersistentMap<Origin, SeenHead> heads =
        PersistentMap.of(log, new SeenHead(size, Merkle.EMPTY_ROOT));
    return new Seen(heads.put(other, new SeenHead(otherSize, Merkle.EMPTY_ROOT)), List.of());
  }
}
