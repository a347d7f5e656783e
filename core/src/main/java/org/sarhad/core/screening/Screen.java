package org.sarhad.core.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.sarhad.core.names.FoldedName;
import org.sarhad.core.names.Likeness;
import org.sarhad.core.names.NameIndex;

/// Looks for a subject on one list (protocol clause 16-7). Immutable, pure, and the same on every
/// node: whoever has the file and the subject's names gets the same hits.
public final class Screen {
  /// By which edition of tables and rules names are compared. It stands in every decision; a change
  /// that moves a score takes the next number.
  public static final int EDITION = 1;

  private final ListSnapshot list;
  private final NameIndex<Place> names;
  private final TreeMap<Identifier, List<Integer>> numbers = new TreeMap<>();

  private record Place(int entity, ListedName name) {}

  private Screen(ListSnapshot list) {
    this.list = list;
    List<NameIndex.Named<Place>> all = new ArrayList<>();
    for (int i = 0; i < list.entities().size(); i++) {
      for (ListedName name : list.entities().get(i).names()) {
        all.add(new NameIndex.Named<>(FoldedName.of(name.name()), new Place(i, name)));
      }
      for (Identifier number : list.entities().get(i).identifiers()) {
        numbers.computeIfAbsent(number, _ -> new ArrayList<>()).add(i);
      }
    }
    this.names = NameIndex.of(all);
  }

  /// A screen of `list`. O(n log n) over its names; keep it as long as the list is in use.
  public static Screen of(ListSnapshot list) {
    return new Screen(list);
  }

  /// What it looks on.
  public ListSnapshot list() {
    return list;
  }

  /// Every entry of the list that `subject` may be: those that have a number in common with it, and
  /// those of a fitting sort one of whose names is like one of its. The likest first, each entry
  /// once.
  ///
  /// @param threshold from which score on, 1 to 1000
  public List<Hit> hits(Subject subject, int threshold) {
    TreeMap<Integer, Hit> best = new TreeMap<>();
    for (String name : subject.names()) {
      for (NameIndex.Found<Place> found : names.like(FoldedName.of(name), threshold)) {
        Place place = found.named().of();
        ListedEntity entity = list.entities().get(place.entity());
        Hit hit = Hit.ofName(entity, name, place.name(), found.likeness());
        if (hit.score() >= threshold && subject.sort().canBe(entity.sort())) {
          best.merge(place.entity(), hit, Screen::better);
        }
      }
    }
    for (Identifier number : subject.identifiers()) {
      for (int at : Optional.ofNullable(numbers.get(number)).orElse(List.of())) {
        best.merge(at, byNumber(subject, list.entities().get(at), number), Screen::better);
      }
    }
    return best.values().stream().sorted(Comparator.comparingInt(Hit::score).reversed()).toList();
  }

  private static Hit better(Hit one, Hit other) {
    return other.score() > one.score() || other.identifier().isPresent() ? other : one;
  }

  /// The names are compared all the same, so that the officer sees whether they are alike.
  private static Hit byNumber(Subject subject, ListedEntity entity, Identifier number) {
    String name = subject.names().getFirst();
    ListedName listed = entity.names().getFirst();
    Likeness likeness = Likeness.of(FoldedName.of(name), FoldedName.of(listed.name()));
    return Hit.ofNumber(entity, name, listed, likeness, number);
  }
}
