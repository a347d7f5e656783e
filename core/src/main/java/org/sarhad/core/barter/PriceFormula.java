package org.sarhad.core.barter;

import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import org.sarhad.core.data.Ordered;

/// How a price comes of published numbers: `3.2 + 0.075 * p` (protocol clause 14-4).
///
/// A tree without loops and without jumps, read from a text of at most 200 characters and 16 levels
/// of brackets, so that its cost is bounded before it is signed. It has one spelling.
public sealed interface PriceFormula {
  /// Most characters of the text.
  int LENGTH_MAX = 200;

  /// Most levels of brackets.
  int DEPTH_MAX = 16;

  /// A number that stands in the text.
  record Constant(Rational value) implements PriceFormula {}

  /// A number that is published, or another part of the rule, by its name.
  record Named(String name) implements PriceFormula {}

  /// What is reckoned with two.
  record Step(Operation operation, PriceFormula left, PriceFormula right) implements PriceFormula {}

  /// What can be done with two numbers.
  enum Operation {
    /// Left and right together.
    PLUS("+", 1),
    /// Left without right.
    MINUS("-", 1),
    /// Left so many times.
    TIMES("*", 2),
    /// Left parted by right.
    BY("/", 2),
    /// The smaller of the two.
    MIN("min", 3),
    /// The larger of the two.
    MAX("max", 3);

    private final String sign;
    private final int strength;

    Operation(String sign, int strength) {
      this.sign = sign;
      this.strength = strength;
    }

    String sign() {
      return sign;
    }

    int strength() {
      return strength;
    }

    /// What comes of it; empty when nothing does.
    Optional<Rational> of(Rational left, Rational right) {
      return switch (this) {
        case PLUS -> Optional.of(left.plus(right));
        case MINUS -> Optional.of(left.minus(right));
        case TIMES -> Optional.of(left.times(right));
        case BY -> left.dividedBy(right);
        case MIN ->
            Optional.of(BinaryOperator.<Rational>minBy(Rational::compareTo).apply(left, right));
        case MAX ->
            Optional.of(BinaryOperator.<Rational>maxBy(Rational::compareTo).apply(left, right));
      };
    }
  }

  /// Reads the one spelling of a formula. Total: any text either is one or is refused. Linear in
  /// the text.
  ///
  /// @throws IllegalArgumentException when it is none, is too long or too deep, or divides by
  ///   something that is always zero
  static PriceFormula parse(String text) {
    PriceFormula formula = new PriceParser(text).formula();
    if (!formula.print().equals(text)) {
      throw new IllegalArgumentException(
          "formula \"%s\"; Maybe \"%s\"?".formatted(text, formula.print()));
    }
    return formula;
  }

  /// The names in it.
  default SortedSet<String> names() {
    TreeSet<String> names = new TreeSet<>();
    collect(names);
    return Ordered.set(names);
  }

  private void collect(TreeSet<String> names) {
    switch (this) {
      case Constant _ -> {
        // It names nothing.
      }
      case Named(String name) -> names.add(name);
      case Step(_, PriceFormula left, PriceFormula right) -> {
        left.collect(names);
        right.collect(names);
      }
    }
  }

  /// What it comes to with these `values`, exactly; empty when a name has none, something is
  /// divided by zero, or a number grows beyond 2 048 bits. Linear in the text.
  default Optional<Rational> value(SortedMap<String, Rational> values) {
    return switch (this) {
      case Constant(Rational value) -> Optional.of(value);
      case Named(String name) -> Optional.ofNullable(values.get(name));
      case Step(Operation operation, PriceFormula left, PriceFormula right) ->
          left.value(values)
              .flatMap(l -> right.value(values).flatMap(r -> operation.of(l, r)))
              .filter(Rational::isBounded);
    };
  }

  /// Its one spelling: brackets where they are needed, blanks around signs. Inverse of [#parse].
  default String print() {
    return switch (this) {
      case Constant(Rational value) -> value.toDecimal();
      case Named(String name) -> name;
      case Step(Operation operation, PriceFormula left, PriceFormula right) ->
          operation.strength() == Operation.MIN.strength()
              ? "%s(%s, %s)".formatted(operation.sign(), left.print(), right.print())
              : left.printedUnder(operation.strength())
                  + " "
                  + operation.sign()
                  + " "
                  + right.printedUnder(operation.strength() + 1);
    };
  }

  private String printedUnder(int strength) {
    return this instanceof Step step && step.operation().strength() < strength
        ? "(" + print() + ")"
        : print();
  }
}
