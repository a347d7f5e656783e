package org.sarhad.core.inquiry;

import java.util.Optional;

/// What stands in one row of a board: a property, and for a quantity of what. Values of different
/// units, and people of different categories, are not compared and so not put into one row.
///
/// @param property what it is about
/// @param unit of a quantity; empty for other values, and while nobody has stated anything
/// @param category of people
public record Subject(Property property, Optional<Unit> unit, Optional<Category> category)
    implements Comparable<Subject> {

  /// The row of `value`.
  public static Subject of(Property property, Value value) {
    return switch (value) {
      case Value.Quantity quantity ->
          new Subject(property, Optional.of(quantity.unit()), quantity.category());
      case Value.Interval _, Value.Location _, Value.Label _, Value.YesNo _, Value.Account _ ->
          of(property);
    };
  }

  /// The row of a property of which nothing more is known.
  public static Subject of(Property property) {
    return new Subject(property, Optional.empty(), Optional.empty());
  }

  /// In the order of the vocabulary.
  @Override
  public int compareTo(Subject other) {
    int byProperty = property.compareTo(other.property);
    int byUnit = compare(unit, other.unit);
    return byProperty != 0 ? byProperty : byUnit != 0 ? byUnit : compare(category, other.category);
  }

  private static <E extends Comparable<E>> int compare(Optional<E> one, Optional<E> other) {
    return one.isPresent() && other.isPresent()
        ? one.get().compareTo(other.get())
        : Boolean.compare(one.isPresent(), other.isPresent());
  }

  /// `killed/security`, `goods_quantity/wagons`, `place`.
  @Override
  public String toString() {
    return property.code()
        + category
            .map(of -> "/" + Codes.of(of))
            .or(() -> unit.filter(_ -> property.units().size() > 1).map(of -> "/" + Codes.of(of)))
            .orElse("");
  }
}
