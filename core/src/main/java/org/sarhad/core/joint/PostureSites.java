package org.sarhad.core.joint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Position;

/// The sites, and who stands at each. Mutable.
final class PostureSites {
  private final List<Place> places;
  private final List<List<String>> standing = new ArrayList<>();

  PostureSites(List<Place> candidates) {
    this.places = new ArrayList<>(candidates);
    places.forEach(_ -> standing.add(new ArrayList<>()));
  }

  /// The nearest of `places` within [PostureComparison#SAME_M] of `at`; empty where there is none.
  static OptionalInt near(List<Place> places, Position at) {
    return IntStream.range(0, places.size())
        .boxed()
        .min(Comparator.comparingLong(site -> metres(places.get(site), at)))
        .filter(site -> metres(places.get(site), at) <= PostureComparison.SAME_M)
        .map(OptionalInt::of)
        .orElseGet(OptionalInt::empty);
  }

  private static long metres(Place site, Position at) {
    return site.position().orElseThrow().distanceTo(at).metres();
  }

  void stand(PostureComparison.Standing unit) {
    int site = near(places, unit.at()).orElseGet(() -> add(unit));
    standing.get(site).add(unit.name());
  }

  private int add(PostureComparison.Standing unit) {
    places.add(Place.at(unit.name(), unit.at(), 0));
    standing.add(new ArrayList<>());
    return places.size() - 1;
  }

  List<Place> places() {
    return List.copyOf(places);
  }

  List<List<String>> standing() {
    return standing.stream().map(List::copyOf).toList();
  }
}
