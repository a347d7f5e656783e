package org.sarhad.core.barter;

import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sarhad.core.data.Ordered;

/// Reads a [PriceFormula], from left to right, without looking back.
final class PriceParser {
  private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,31}");

  private final String text;
  private int at;
  private int depth;

  PriceParser(String text) {
    this.text = text;
  }

  /// Whether `name` can be one in a formula.
  static boolean isName(String name) {
    return NAME.matcher(name).matches() && function(name).isEmpty();
  }

  PriceFormula formula() {
    if (text.isEmpty() || text.length() > PriceFormula.LENGTH_MAX) {
      throw wrong("1 to %d characters".formatted(PriceFormula.LENGTH_MAX));
    }
    PriceFormula formula = sum();
    if (at < text.length()) {
      throw wrong("a sign, or the end");
    }
    return formula;
  }

  private PriceFormula sum() {
    PriceFormula left = product();
    while (isNext('+') || isNext('-')) {
      PriceFormula.Operation operation =
          take() == '+' ? PriceFormula.Operation.PLUS : PriceFormula.Operation.MINUS;
      left = left.with(operation, product());
    }
    return left;
  }

  private PriceFormula product() {
    PriceFormula left = operand();
    while (isNext('*') || isNext('/')) {
      left =
          take() == '*'
              ? left.with(PriceFormula.Operation.TIMES, operand())
              : quotient(left, operand());
    }
    return left;
  }

  /// A price that can never be computed is refused before anybody signs it.
  private PriceFormula quotient(PriceFormula left, PriceFormula right) {
    boolean isAlwaysZero =
        right.names().isEmpty()
            && right
                .value(Ordered.map(new TreeMap<String, Rational>()))
                .filter(value -> value.signum() == 0)
                .isPresent();
    if (isAlwaysZero) {
      throw wrong("a divisor that is not zero");
    }
    return left.with(PriceFormula.Operation.BY, right);
  }

  private PriceFormula operand() {
    skipBlanks();
    Optional<String> number = next(NUMBER);
    if (number.isPresent()) {
      return PriceFormula.of(new PriceFormula.Constant(Rational.ofDecimal(number.get())));
    }
    Optional<String> name = next(NAME);
    if (name.isPresent()) {
      Optional<PriceFormula.Operation> function = function(name.get());
      return function.isPresent()
          ? ofTwo(function.get())
          : PriceFormula.of(new PriceFormula.Named(name.get()));
    }
    enter();
    PriceFormula inner = sum();
    leave();
    return inner;
  }

  private PriceFormula ofTwo(PriceFormula.Operation operation) {
    enter();
    PriceFormula left = sum();
    if (!isNext(',')) {
      throw wrong("a comma");
    }
    take();
    PriceFormula right = sum();
    leave();
    return left.with(operation, right);
  }

  private static Optional<PriceFormula.Operation> function(String name) {
    return switch (name) {
      case "min" -> Optional.of(PriceFormula.Operation.MIN);
      case "max" -> Optional.of(PriceFormula.Operation.MAX);
      default -> Optional.empty();
    };
  }

  private void enter() {
    if (!isNext('(') || ++depth > PriceFormula.DEPTH_MAX) {
      throw wrong("a number, a name or a bracket, %d deep".formatted(PriceFormula.DEPTH_MAX));
    }
    take();
  }

  private void leave() {
    if (!isNext(')')) {
      throw wrong("a closing bracket");
    }
    take();
    depth--;
  }

  private Optional<String> next(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    at = matcher.end();
    return Optional.of(matcher.group());
  }

  private boolean isNext(char c) {
    skipBlanks();
    return at < text.length() && text.charAt(at) == c;
  }

  private char take() {
    return text.charAt(at++);
  }

  private void skipBlanks() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private IllegalArgumentException wrong(String expected) {
    return new IllegalArgumentException(
        "formula \"%s\" at %d; expected %s".formatted(text, at + 1, expected));
  }
}
