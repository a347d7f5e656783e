package org.sarhad.bench.barter;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.sarhad.bench.harness.Report;
import org.sarhad.bench.harness.Samples;
import org.sarhad.bench.harness.Target;
import org.sarhad.core.delivery.BiasFinding;
import org.sarhad.core.delivery.BiasTest;

/// G7: how soon two scales are said to disagree when they do, and how often when they do not.
/// Scales of 0.15 per cent, loads of a tonne, weighed to the gram.
final class ScaleFigures {
  private static final BiasTest TEST = new BiasTest(2_121, 500, 6_000);
  private static final double DEVIATION = 0.0015;
  private static final double SKIM = 0.002;
  private static final long GRAMS = 1_000_000;
  private static final int SERIES = 4_000;
  private static final int DELIVERIES = 200;
  private static final int SOON = 25;
  private static final double PERCENT = 100.0;

  private ScaleFigures() {}

  static void measure(Report report) {
    SplittableRandom random = new SplittableRandom(7);
    int alarms = 0;
    int soon = 0;
    List<Double> told = new ArrayList<>();
    for (int i = 0; i < SERIES; i++) {
      alarms += TEST.of(series(random, 0)) instanceof BiasFinding.Systematic ? 1 : 0;
      if (TEST.of(series(random, SKIM)) instanceof BiasFinding.Systematic(int _, int at, long _)) {
        told.add((double) at);
        soon += at <= SOON ? 1 : 0;
      }
    }
    String load = SERIES + " series of " + DELIVERIES;
    report.add(
        "honest scales said to disagree",
        load,
        "%",
        Samples.of(PERCENT * alarms / SERIES),
        Target.atMost(15));
    report.add(
        "a skim of 0.2 per cent, told by",
        load,
        "deliveries",
        new Samples(told),
        Target.atMost(SOON));
    report.add("of these within 25", load, "%", Samples.of(PERCENT * soon / SERIES));
  }

  private static List<BiasTest.Pair> series(SplittableRandom random, double skim) {
    List<BiasTest.Pair> pairs = new ArrayList<>(DELIVERIES);
    for (int i = 0; i < DELIVERIES; i++) {
      long sent = weighed(random, GRAMS);
      long received = weighed(random, Math.round(GRAMS * (1 - skim)));
      pairs.add(new BiasTest.Pair(sent, received));
    }
    return pairs;
  }

  private static long weighed(SplittableRandom random, long grams) {
    return Math.round(grams * (1 + DEVIATION * random.nextGaussian()));
  }
}
