package org.sarhad.core.barter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.sarhad.core.data.Ordered;

/// How a price comes of published numbers: `3.2 + 0.075 * p` (protocol clause 14-4).
///
/// A tree without loops and without jumps, read from a text of at most 200 characters and 16 levels
/// of brackets, so that its cost is bounded before it is signed. It is kept as it is computed: what
/// is reckoned with stands before what is done with it, `3.2 0.075 p * +`.
///
/// @param terms in that order; they come to exactly one number
public record PriceFormula(List<Term> terms) {
  /// Most characters of the text.
  static final int LENGTH_MAX = 200;

  /// Most levels of brackets.
  static final int DEPTH_MAX = 16;

  /// A part of a formula.
  public sealed interface Term {}

  /// A number that stands in the text.
  public record Constant(Rational value) implements Term {}

  /// A number that is published, or another part of the rule, by its name.
  public record Named(String name) implements Term {}

  /// What is done with the two numbers before it.
  public record Step(Operation operation) implements Term {}

  /// What can be done with two numbers.
  public enum Operation {
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

    /// What comes of it; empty when nothing does.
    private Optional<Rational> of(Rational left, Rational right) {
      return switch (this) {
        case PLUS -> Optional.of(left.plus(right));
        case MINUS -> Optional.of(left.minus(right));
        case TIMES -> Optional.of(left.times(right));
        case BY -> left.dividedBy(right);
        case MIN -> Optional.of(left.compareTo(right) <= 0 ? left : right);
        case MAX -> Optional.of(left.compareTo(right) >= 0 ? left : right);
      };
    }

    private Printed printed(Printed left, Printed right) {
      String text =
          switch (this) {
            case PLUS, MINUS, TIMES, BY ->
                left.under(strength) + " " + sign + " " + right.under(strength + 1);
            case MIN, MAX -> "%s(%s, %s)".formatted(sign, left.text(), right.text());
          };
      return new Printed(text, strength);
    }
  }

  /// Part of a text, and how tightly it holds together.
  private record Printed(String text, int strength) {
    String under(int outer) {
      return strength < outer ? "(" + text + ")" : text;
    }
  }

  /// @throws IllegalArgumentException when the terms do not come to exactly one number
  public PriceFormula {
    terms = List.copyOf(terms);
    int numbers = 0;
    for (Term term : terms) {
      boolean isStep = term instanceof Step;
      if (isStep && numbers < 2) {
        throw new IllegalArgumentException("formula " + terms + " ends before its numbers");
      }
      numbers += isStep ? -1 : 1;
    }
    if (numbers != 1) {
      throw new IllegalArgumentException("formula of " + numbers + " numbers; expected one");
    }
  }

  /// One number.
  static PriceFormula of(Term number) {
    return new PriceFormula(List.of(number));
  }

  /// What is done with this and `right`.
  PriceFormula with(Operation operation, PriceFormula right) {
    List<Term> all = new ArrayList<>(terms);
    all.addAll(right.terms);
    all.add(new Step(operation));
    return new PriceFormula(all);
  }

  /// Reads the one spelling of a formula. Total: any text either is one or is refused.
  ///
  /// @throws IllegalArgumentException when it is none, is too long or too deep, or divides by
  ///   something that is always zero
  public static PriceFormula parse(String text) {
    PriceFormula formula = new PriceParser(text).formula();
    if (!formula.print().equals(text)) {
      throw new IllegalArgumentException(
          "formula \"%s\"; Maybe \"%s\"?".formatted(text, formula.print()));
    }
    return formula;
  }

  /// The names in it.
  public SortedSet<String> names() {
    TreeSet<String> names = new TreeSet<>();
    for (Term term : terms) {
      if (term instanceof Named(String name)) {
        names.add(name);
      }
    }
    return Ordered.set(names);
  }

  /// What it comes to with these `values`, exactly; empty when a name has none, something is
  /// divided by zero, or a number grows beyond 2 048 bits. Linear in the text.
  public Optional<Rational> value(SortedMap<String, Rational> values) {
    Deque<Rational> numbers = new ArrayDeque<>();
    for (Term term : terms) {
      Optional<Rational> next =
          switch (term) {
            case Constant(Rational value) -> Optional.of(value);
            case Named(String name) -> Optional.ofNullable(values.get(name));
            case Step(Operation operation) -> {
              Rational right = numbers.pop();
              yield operation.of(numbers.pop(), right).filter(Rational::isBounded);
            }
          };
      if (next.isEmpty()) {
        return Optional.empty();
      }
      numbers.push(next.get());
    }
    return Optional.of(numbers.pop());
  }

  /// Its one spelling: brackets where they are needed, blanks around signs. Inverse of [#parse].
  public String print() {
    Deque<Printed> texts = new ArrayDeque<>();
    for (Term term : terms) {
      texts.push(
          switch (term) {
            case Constant(Rational value) -> new Printed(value.toDecimal(), Integer.MAX_VALUE);
            case Named(String name) -> new Printed(name, Integer.MAX_VALUE);
            case Step(Operation operation) -> {
              Printed right = texts.pop();
              yield operation.printed(texts.pop(), right);
            }
          });
    }
    return texts.pop().text();
  }
}
