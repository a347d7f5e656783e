package org.sarhad.core.activity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sarhad.core.geo.Distance;

/// Which presences come near each other in space and time (protocol clause 12-8). Pure; it warns,
/// and nothing is refused because of it.
///
/// A sweep through time. Those that are present are kept by where they begin in the south, so that
/// each newcomer is held against those of its latitude only: O(n log n), and one comparison of
/// areas for each two that meet in time and latitude.
public final class Deconfliction {
  private final long withinM;
  private final TreeSet<Place> present = new TreeSet<>();
  private final PriorityQueue<Place> leaving =
      new PriorityQueue<>(Comparator.comparing((Place place) -> place.presence.window().until()));
  private final TreeMap<Long, Integer> heights = new TreeMap<>();
  private final List<Overlap> overlaps = new ArrayList<>();

  /// @param south where it begins, micro-degrees
  /// @param number its place in the order of beginnings, which makes it unique
  private record Place(long south, int number, Presence presence) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparingLong(Place::south).thenComparingInt(Place::number);

    long height() {
      return presence.area().northMicro() - south;
    }

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  private Deconfliction(long withinM) {
    this.withinM = withinM;
  }

  /// Every two of `all` that are there at the same time and nearer to each other than, or as near
  /// as, `within`; the first to happen first. Of one side as of two.
  ///
  /// @param within how near they may come, edge to edge, before it is worth a warning
  public static List<Overlap> among(Collection<Presence> all, Distance within) {
    Deconfliction sweep = new Deconfliction(within.metres());
    int number = 0;
    for (Presence presence : all.stream().sorted().toList()) {
      sweep.enter(new Place(presence.area().southMicro(), number, presence));
      number++;
    }
    return sweep.overlaps.stream().sorted().toList();
  }

  /// What `planned`, which is not one of them yet, would come near to; the first to happen first.
  /// O(n).
  public static List<Overlap> of(Presence planned, Collection<Presence> others, Distance within) {
    return others.stream()
        .flatMap(other -> overlap(planned, other, within.metres()).stream())
        .sorted()
        .toList();
  }

  private void enter(Place place) {
    while (!leaving.isEmpty()
        && leaving.element().presence.window().isOver(place.presence.window().from())) {
      leave(leaving.remove());
    }
    long margin = Gaps.latitudeMicro(withinM);
    long tallest = heights.isEmpty() ? 0 : heights.lastKey();
    Place from = new Place(place.south - margin - tallest, 0, place.presence);
    Place to =
        new Place(place.presence.area().northMicro() + margin, Integer.MAX_VALUE, place.presence);
    for (Place other : present.subSet(from, true, to, true)) {
      overlap(other.presence, place.presence, withinM).ifPresent(overlaps::add);
    }
    present.add(place);
    leaving.add(place);
    heights.merge(place.height(), 1, Integer::sum);
  }

  private void leave(Place place) {
    present.remove(place);
    heights.merge(place.height(), -1, Integer::sum);
    heights.remove(place.height(), 0);
  }

  private static Optional<Overlap> overlap(Presence a, Presence b, long withinM) {
    boolean isAFirst = a.compareTo(b) <= 0;
    Presence one = isAFirst ? a : b;
    Presence other = isAFirst ? b : a;
    return one.window()
        .and(other.window())
        .flatMap(
            together -> {
              Distance apart = one.area().distanceTo(other.area());
              return apart.metres() <= withinM
                  ? Optional.of(new Overlap(one, other, apart, together))
                  : Optional.empty();
            });
  }
}
