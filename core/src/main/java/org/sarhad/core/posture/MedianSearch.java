package org.sarhad.core.posture;

import java.util.Arrays;

/// Open sites, made better by exchanging one for another (Teitz and Bart 1968), where what every
/// exchange brings is found in one pass over the points (*fast interchange*, Whitaker 1983).
final class MedianSearch implements Search {
  /// A shake is so many exchanges at least, and up to this many more.
  private static final int FEWEST = 2;

  private static final int MORE = 4;

  private final MedianProblem problem;

  /// The open ones first, in no order; then the closed ones.
  private final int[] order;

  /// By point: the place in [#order] of the nearest open site.
  private final int[] nearest;

  private final int[] first;
  private final int[] second;

  /// By open place: what closing it would cost; scratch.
  private final long[] loss;

  private long cost;

  MedianSearch(MedianProblem problem) {
    this.problem = problem;
    this.order = new int[problem.sites()];
    this.nearest = new int[problem.points()];
    this.first = new int[problem.points()];
    this.second = new int[problem.points()];
    this.loss = new long[problem.open()];
    Arrays.setAll(order, site -> site);
    greedy();
    serve();
  }

  /// Opens one site after another, always the one that saves the most; of equals the first.
  private void greedy() {
    Arrays.fill(first, MedianProblem.COST_MAX);
    for (int place = 0; place < problem.open(); place++) {
      int best = place;
      long least = Long.MAX_VALUE;
      for (int candidate = place; candidate < order.length; candidate++) {
        long sum = with(order[candidate]);
        if (sum < least) {
          best = candidate;
          least = sum;
        }
      }
      swap(place, best);
      for (int point = 0; point < first.length; point++) {
        first[point] = Math.min(first[point], problem.cost(order[place], point));
      }
    }
  }

  private long with(int site) {
    long sum = 0;
    for (int point = 0; point < first.length; point++) {
      sum += Math.min(first[point], problem.cost(site, point));
    }
    return sum;
  }

  private void swap(int one, int other) {
    int site = order[one];
    order[one] = order[other];
    order[other] = site;
  }

  /// Finds for each point the nearest open site and how far the next one is.
  private void serve() {
    cost = 0;
    for (int point = 0; point < first.length; point++) {
      serve(point);
      cost += first[point];
    }
  }

  private void serve(int point) {
    first[point] = Integer.MAX_VALUE;
    second[point] = Integer.MAX_VALUE;
    for (int place = 0; place < problem.open(); place++) {
      int here = problem.cost(order[place], point);
      if (here < first[point]) {
        second[point] = first[point];
        first[point] = here;
        nearest[point] = place;
      } else if (here < second[point]) {
        second[point] = here;
      }
    }
  }

  @Override
  public long merit() {
    return -cost;
  }

  @Override
  public void improve() {
    // Once around without an exchange that helps: there is none.
    int idle = 0;
    int candidate = problem.open();
    while (idle < order.length - problem.open()) {
      int place = givenUpFor(order[candidate]);
      if (place >= 0) {
        exchange(place, candidate);
        idle = 0;
      } else {
        idle++;
      }
      candidate = candidate + 1 < order.length ? candidate + 1 : problem.open();
    }
  }

  /// The open place that is best given up for `site`; -1 if none is worth it.
  private int givenUpFor(int site) {
    Arrays.fill(loss, 0);
    long saved = 0;
    for (int point = 0; point < first.length; point++) {
      int here = problem.cost(site, point);
      if (here < first[point]) {
        saved += first[point] - (long) here;
      } else {
        loss[nearest[point]] += Math.min(here, second[point]) - (long) first[point];
      }
    }
    int best = 0;
    for (int place = 1; place < loss.length; place++) {
      best = loss[place] < loss[best] ? place : best;
    }
    return loss[best] < saved ? best : -1;
  }

  private void exchange(int place, int candidate) {
    swap(place, candidate);
    cost = 0;
    for (int point = 0; point < first.length; point++) {
      int here = problem.cost(order[place], point);
      if (nearest[point] == place || wasSecond(order[candidate], point)) {
        serve(point);
      } else if (here < first[point]) {
        second[point] = first[point];
        first[point] = here;
        nearest[point] = place;
      } else if (here < second[point]) {
        second[point] = here;
      }
      cost += first[point];
    }
  }

  private boolean wasSecond(int closed, int point) {
    return problem.cost(closed, point) <= second[point];
  }

  @Override
  public void shake(SplitMix chance) {
    int closed = order.length - problem.open();
    int moves = FEWEST + chance.below(MORE);
    for (int move = 0; move < moves && closed > 0; move++) {
      exchange(chance.below(problem.open()), problem.open() + chance.below(closed));
    }
  }

  @Override
  public int[] remember() {
    return order.clone();
  }

  @Override
  public void restore(int[] plan) {
    System.arraycopy(plan, 0, order, 0, plan.length);
    serve();
  }
}
