package org.sarhad.core.energy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;

/// What flowed in each quarter of an hour of a day, in watt hours. A day of an account has an
/// offset and no zone, so it has 96 of them every day of the year.
///
/// @param wh 96 numbers, each from 0 to 1 000 000 000 000
public record Quarters(List<Long> wh) {
  /// How many a day has.
  public static final int COUNT = 96;

  /// A terawatt hour in a quarter of an hour: no line carries it.
  public static final long MOST = 1_000_000_000_000L;

  /// @throws IllegalArgumentException when there are not 96, or one is out of range
  public Quarters {
    wh = List.copyOf(wh);
    if (wh.size() != COUNT) {
      throw new IllegalArgumentException(
          "%d quarters of a day; expected %d".formatted(wh.size(), COUNT));
    }
    for (long one : wh) {
      if (one < 0 || one > MOST) {
        throw new IllegalArgumentException(
            "%d Wh in a quarter of an hour; expected 0 to %d".formatted(one, MOST));
      }
    }
  }

  /// What the day comes to.
  public long sum() {
    return sum(0, COUNT);
  }

  /// What the quarters `from` to `until` come to, the last one left out.
  public long sum(int from, int until) {
    return wh.subList(from, until).stream().mapToLong(one -> one).sum();
  }

  /// This with `more` spread evenly over the quarters `at`; what does not come out even is in the
  /// first of them.
  ///
  /// @param at ascending; none when nothing is to be spread
  Quarters spread(List<Integer> at, long more) {
    if (at.isEmpty()) {
      return this;
    }
    long each = more / at.size();
    int first = Math.toIntExact(more % at.size());
    Long[] filled = wh.toArray(Long[]::new);
    IntStream.range(0, at.size())
        .forEach(i -> filled[at.get(i)] = filled[at.get(i)] + each + (i < first ? 1 : 0));
    return new Quarters(List.of(filled));
  }

  Json.Arr toJson() {
    return Json.arr(wh.stream().map(Json::of));
  }

  static Quarters fromJson(Json.Arr json) throws MalformedJsonException {
    return new Quarters(json.integers(0, MOST));
  }

  /// The same in every quarter.
  public static Quarters even(long each) {
    return new Quarters(Stream.generate(() -> each).limit(COUNT).toList());
  }
}
