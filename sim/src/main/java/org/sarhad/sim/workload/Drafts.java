package org.sarhad.sim.workload;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.barter.BarterFact;
import org.sarhad.core.barter.BarterTerms;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.barter.VoucherKind;
import org.sarhad.core.joint.Statement;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.DueDate;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.sim.world.SimNode;
import org.sarhad.sim.world.SimRandom;

/// What stands in every paper about the account: its number and its day, as whoever writes it finds
/// them on their own node. Now and then another number, or a day that is closed or to come.
///
/// @param random their luck
record Drafts(SimRandom random) {
  static final Capacity CHIEF = Capacity.of(Role.CHIEF);
  private static final int WRONG = 40;
  private static final List<Integer> TAKEN_OR_GAP = List.of(0, 2, 3);
  private static final int MINUTES_OF_HALF_A_DAY = 720;
  private static final int MINUTES_OF_A_DAY = 1_440;

  /// The book, by all that `node` knows.
  static BookState book(SimNode node) {
    return node.seen().expected().book();
  }

  /// The next number of `kind` in the series of `node`.
  int number(SimNode node, VoucherKind kind) {
    int last = book(node).journal().last(node.party(), kind);
    return random.chance(WRONG) ? Math.max(1, last + random.pick(TAKEN_OR_GAP)) : last + 1;
  }

  /// Whether nothing of `kind` waits for the other side's signature: it would have that number.
  boolean isFree(SimNode node, VoucherKind kind) {
    var act = kind.act().orElseThrow();
    return random.chance(WRONG)
        || node.seen()
            .expected()
            .acts()
            .acts()
            .values()
            .noneMatch(
                open ->
                    open.isOpen()
                        && open.proposal().said().act().equals(act)
                        && open.proposal().proposer().equals(node.party()));
  }

  /// The day that something counts for: today, or one of the open period.
  LocalDate day(SimNode node) {
    var open = book(node).openFrom().orElseThrow();
    var today = today(node);
    if (random.chance(WRONG)) {
      return random.chance(500) ? open.minusDays(1) : today.plusDays(2);
    }
    var some = open.plusDays(random.between(0, 27));
    return random.chance(500) || some.isAfter(today) ? today : some;
  }

  /// The day that it is at `node`, where the days of the account end.
  static LocalDate today(SimNode node) {
    return book(node).account().orElseThrow().dayOf(node.clock().now());
  }

  /// A day that is over in some minutes, somewhere; now and then it is over already.
  DueDate soon(SimNode node) {
    var end = node.clock().now().plus(random.between(-1, 4), ChronoUnit.MINUTES);
    return endingAt(end.truncatedTo(ChronoUnit.MINUTES));
  }

  private static DueDate endingAt(Instant end) {
    int minute = end.atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay() / 60;
    int east = minute > MINUTES_OF_HALF_A_DAY ? MINUTES_OF_A_DAY - minute : -minute;
    var offset = ZoneOffset.ofTotalSeconds(east * 60);
    return new DueDate(end.atOffset(offset).toLocalDate().minusDays(1), offset);
  }

  /// One of these, if there is any.
  <T> Optional<T> any(List<T> some) {
    return some.isEmpty() ? Optional.empty() : Optional.of(random.pick(some));
  }

  /// The chief at `node` proposes these terms.
  static Ask proposed(SimNode node, BarterTerms terms) {
    return said(
        node,
        new ActFact.Proposed(
            terms.kind().act().orElseThrow(),
            terms.toJson(),
            node.seen().expected().version(),
            CHIEF,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  static Ask said(SimNode node, ActFact fact) {
    return Ask.ofChief(node, new NodeRequest.State(new Statement.OnAct(fact)));
  }

  static Ask said(SimNode node, BarterFact fact) {
    return Ask.ofChief(node, new NodeRequest.State(new Statement.OnBarter(fact)));
  }
}
