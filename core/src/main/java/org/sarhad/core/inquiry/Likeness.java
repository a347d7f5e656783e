package org.sarhad.core.inquiry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// How the values of two sides for one subject stand to each other, as far as a machine can tell
/// (protocol clause 09-8.3).
public enum Likeness {
  /// The two sides hold to the same values.
  SAME,
  /// They have a value in common, or ranges that overlap.
  OVERLAPPING,
  /// They have nothing in common.
  APART,
  /// Words, or places without positions: people have to say.
  UNCOMPARED;

  /// So many of the latest places of a side are compared with those of another one.
  private static final int PLACES_MAX = 200;

  /// Compares the values of two sides, at least one of each. O(n log n).
  static Likeness of(Collection<Value> ones, Collection<Value> others, Aliases names) {
    NavigableMap<String, Value> mine = keyed(ones, names);
    NavigableMap<String, Value> theirs = keyed(others, names);
    if (mine.keySet().equals(theirs.keySet())) {
      return SAME;
    }
    if (mine.keySet().stream().anyMatch(theirs::containsKey)) {
      return OVERLAPPING;
    }
    return switch (ones.iterator().next().type()) {
      case QUANTITY, INTERVAL -> doOverlap(mine.values(), theirs.values()) ? OVERLAPPING : APART;
      case PLACE -> ofPlaces(ones, others);
      case LABEL, YES_NO -> APART;
      case TEXT -> UNCOMPARED;
    };
  }

  private static NavigableMap<String, Value> keyed(Collection<Value> values, Aliases names) {
    var keyed = new TreeMap<String, Value>();
    values.forEach(value -> keyed.putIfAbsent(key(value, names), value));
    return keyed;
  }

  /// What is the same for two values that say the same. A best estimate is not: bounds are what a
  /// side holds to.
  private static String key(Value value, Aliases names) {
    return switch (value) {
      case Value.Quantity quantity -> quantity.bounds().toString();
      case Value.Interval _ -> value.span().orElseThrow().toString();
      case Value.Label(String text) -> names.representative(text);
      case Value.YesNo(boolean yes) -> Boolean.toString(yes);
      case Value.Location location -> location.toJson().toString();
      case Value.Account(String text) -> text;
    };
  }

  /// Whether a range of one overlaps a range of the other: both swept once, by their lower ends.
  private static boolean doOverlap(Collection<Value> ones, Collection<Value> others) {
    record Edge(Span span, boolean isOnes) {}
    List<Edge> edges = new ArrayList<>();
    ones.forEach(value -> value.span().ifPresent(span -> edges.add(new Edge(span, true))));
    others.forEach(value -> value.span().ifPresent(span -> edges.add(new Edge(span, false))));
    edges.sort(Comparator.comparing(Edge::span));
    long onesTo = Long.MIN_VALUE;
    long othersTo = Long.MIN_VALUE;
    for (Edge edge : edges) {
      long to = edge.span().high().orElse(Long.MAX_VALUE);
      if (edge.span().low() <= (edge.isOnes() ? othersTo : onesTo)) {
        return true;
      }
      onesTo = edge.isOnes() ? Math.max(onesTo, to) : onesTo;
      othersTo = edge.isOnes() ? othersTo : Math.max(othersTo, to);
    }
    return false;
  }

  private static Likeness ofPlaces(Collection<Value> ones, Collection<Value> others) {
    boolean isCompared = false;
    for (Value.Location one : latest(ones)) {
      for (Value.Location other : latest(others)) {
        long reach = (long) one.place().radiusM() + other.place().radiusM();
        var distance = one.place().distanceTo(other.place());
        if (distance.filter(between -> between.metres() <= reach).isPresent()) {
          return OVERLAPPING;
        }
        isCompared |= distance.isPresent();
      }
    }
    return isCompared ? APART : UNCOMPARED;
  }

  private static List<Value.Location> latest(Collection<Value> values) {
    return values.stream()
        .skip(Math.max(0, values.size() - PLACES_MAX))
        .flatMap(
            value ->
                value instanceof Value.Location location ? Stream.of(location) : Stream.empty())
        .toList();
  }
}
