package org.sarhad.core.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sarhad.core.posture.Assistance;
import org.sarhad.core.posture.CoverageProblem;
import org.sarhad.core.posture.Reach;

/// A season under way: who is free when, and what was counted so far. Mutable.
final class Dispatching {
  private static final int MINUTE = 60;
  private static final int NOBODY = -1;

  private final Trial trial;
  private final CoverageProblem problem;

  /// By unit, those of the first side before those of the second.
  private final List<Integer> sideOf = new ArrayList<>();

  private final List<Integer> siteOf = new ArrayList<>();
  private final long[] freeAt;
  private final long[] busy;
  private final List<Tally> tallies;

  /// What one unit would do: when it is there, and from when on it is away for it.
  private record Bid(int unit, long leaves, long arrives) {
    static final Bid NONE = new Bid(NOBODY, Long.MAX_VALUE, Long.MAX_VALUE);

    boolean isAny() {
      return unit != NOBODY;
    }

    Bid sooner(Bid other) {
      return other.arrives < arrives ? other : this;
    }
  }

  Dispatching(Trial trial) {
    this.trial = trial;
    this.problem = trial.problem();
    for (int side = 0; side < trial.units().size(); side++) {
      List<Integer> there = trial.units().get(side);
      for (int site = 0; site < there.size(); site++) {
        for (int unit = 0; unit < there.get(site); unit++) {
          sideOf.add(side);
          siteOf.add(site);
        }
      }
    }
    this.freeAt = new long[sideOf.size()];
    this.busy = new long[sideOf.size()];
    this.tallies = IntStream.range(0, problem.sides().size()).mapToObj(_ -> new Tally()).toList();
  }

  void answer(Call call) {
    int side = problem.demand().get(call.point()).side();
    Tally tally = tallies.get(side);
    Bid own = own(side, call);
    Bid chosen =
        trial.help() instanceof Help.Crossing(Assistance.Crossing(int lost, int depthM))
                && problem.demand().get(call.point()).depthM() <= depthM
            ? crossing(own, call, lost)
            : own;
    boolean isHelp = chosen.isAny() && sideOf.get(chosen.unit()) != side;
    if (isHelp) {
      tally.received++;
      tallies.get(1 - side).given++;
    }
    if (trial.help() instanceof Help.Mirrored) {
      mirror(call, side);
    }
    if (chosen.isAny()) {
      send(chosen, call.point());
    }
    long minutes =
        chosen.isAny() ? Math.ceilDiv(chosen.arrives() - call.second(), MINUTE) : Reach.NEVER;
    tally.add(
        trial.sectors().get(call.point()),
        (int) Math.min(minutes, Reach.NEVER),
        problem.withinMin(),
        problem.isHelped(call.point()));
  }

  /// The unit of `side` that would be there first: it may be one that is not free yet, where the
  /// nearest free one is far.
  private Bid own(int side, Call call) {
    Bid soonest = Bid.NONE;
    for (int unit = 0; unit < freeAt.length; unit++) {
      if (sideOf.get(unit) == side && minutes(unit, call.point()) != Reach.NEVER) {
        soonest = soonest.sooner(bid(unit, call, 0));
      }
    }
    return soonest;
  }

  /// A free unit of the other side, if `own` is late and it is sooner.
  private Bid crossing(Bid own, Call call, int lostMin) {
    return isInTime(own, call)
        ? own
        : own.sooner(other(problem.demand().get(call.point()).side(), call, lostMin));
  }

  private boolean isInTime(Bid bid, Call call) {
    return bid.arrives() <= call.second() + (long) problem.withinMin() * MINUTE;
  }

  /// The nearest free unit that is not of `side`.
  private Bid other(int side, Call call, int lostMin) {
    Bid nearest = Bid.NONE;
    for (int unit = 0; unit < freeAt.length; unit++) {
      boolean isThere = sideOf.get(unit) != side && freeAt[unit] <= call.second();
      if (isThere && minutes(unit, call.point()) != Reach.NEVER) {
        nearest = nearest.sooner(bid(unit, call, lostMin));
      }
    }
    return nearest;
  }

  /// A free unit of the other side goes to the point on its own soil that lies opposite, if it is
  /// there in time.
  private void mirror(Call call, int side) {
    Bid opposite = other(side, call, 0);
    if (isInTime(opposite, call)) {
      send(opposite, call.point());
      tallies.get(side).sealed++;
    }
  }

  private Bid bid(int unit, Call call, int lostMin) {
    long leaves = Math.max(call.second(), freeAt[unit]);
    return new Bid(unit, leaves, leaves + ((long) minutes(unit, call.point()) + lostMin) * MINUTE);
  }

  private int minutes(int unit, int point) {
    return problem.sides().get(sideOf.get(unit)).reach().minutes(siteOf.get(unit), point);
  }

  private void send(Bid bid, int point) {
    long back = bid.arrives() + ((long) trial.serviceMin() + minutes(bid.unit(), point)) * MINUTE;
    busy[bid.unit()] += back - bid.leaves();
    freeAt[bid.unit()] = back;
  }

  // ---- what it came to ------------------------------------------------------------------------

  Outcome outcome(long seconds) {
    Tally all = new Tally();
    tallies.forEach(all::addAll);
    return new Outcome(
        all.figures(busyPermille(-1, seconds)),
        IntStream.range(0, tallies.size())
            .mapToObj(side -> tallies.get(side).figures(busyPermille(side, seconds)))
            .toList());
  }

  /// Of the units of `side`, or of all if it is negative.
  private int busyPermille(int side, long seconds) {
    long sum = 0;
    long units = 0;
    for (int unit = 0; unit < busy.length; unit++) {
      if (side < 0 || sideOf.get(unit) == side) {
        // Who is still away at the end was not, for the season, longer than it lasted.
        sum += busy[unit] - Math.max(0, freeAt[unit] - seconds);
        units++;
      }
    }
    return units == 0 ? 0 : Figures.permille(Math.max(0, sum), units * seconds);
  }
}
