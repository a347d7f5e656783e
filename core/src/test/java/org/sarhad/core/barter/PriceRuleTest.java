package org.sarhad.core.barter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.testing.Seeded;

/// Formulas of prices, to the letter and to the last fraction: protocol clause 14-4.
class PriceRuleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          3.2 + 0.075 * p            | 107/10
          (3.2 + 0.075) * p          | 655/2
          p - 1 - 2                  | 97
          p - (1 - 2)                | 101
          p / 4 / 5                  | 5
          p / (4 / 5)                | 125
          min(p, q)                  | 7
          max(p, q + 94)             | 101
          min(max(p, 3) * 2, 150)    | 150
          p / 3                      | 100/3
          q                          | 7
          0.000000001                | 1/1000000000
          """)
  void aFormulaIsComputedExactly(String text, String value) {
    PriceFormula formula = PriceFormula.parse(text);
    assertThat(formula.print()).isEqualTo(text);
    assertThat(formula.value(values(100, 7)).orElseThrow()).hasToString(value);
  }

  private static SortedMap<String, Rational> values(long p, long q) {
    TreeMap<String, Rational> values = new TreeMap<>();
    values.put("p", Rational.of(p));
    values.put("q", Rational.of(q));
    return values;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "3.2+0.075*p",
        "3.20",
        "p  + 1",
        " p",
        "(p)",
        "((p + 1))",
        "(p * 2) + 1",
        "p +",
        "* p",
        "p q",
        "p(1)",
        "min(p)",
        "min(p,q)",
        "max p, q",
        "P",
        "1p",
        "p^2",
        "-p",
        "- 1",
        "(p",
        "p)",
        "p + (q * 2)",
        "min(p, q, 1)",
        "۳ + p",
        "p / 0",
        "p / (2 - 2)",
        "p / min(0, 1)",
        "min"
      })
  void whatIsNoFormulaIsRefused(String text) {
    assertThatThrownBy(() -> PriceFormula.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(text.contains("3.20") ? "number" : "formula");
  }

  @Test
  void aFormulaIsBounded() {
    String deep = "max(p, ".repeat(16) + "p" + ")".repeat(16);
    assertThat(PriceFormula.parse(deep).value(values(3, 0))).contains(Rational.of(3));
    assertThatThrownBy(() -> PriceFormula.parse("max(p, " + deep + ")"))
        .hasMessageContaining("16 deep");
    assertThatThrownBy(() -> PriceFormula.parse("(".repeat(150))).hasMessageContaining("16 deep");
    assertThatThrownBy(() -> PriceFormula.parse("p" + " + p".repeat(50)))
        .hasMessageContaining("1 to 200 characters");
  }

  @Test
  void whatIsDividedByZeroHasNoValue() {
    PriceFormula formula = PriceFormula.parse("p / (q - 7)");
    assertThat(formula.value(values(1, 7))).isEmpty();
    assertThat(formula.value(values(1, 8))).contains(Rational.of(1));
    assertThat(formula.value(new TreeMap<>())).isEmpty();
  }

  /// A signed text cannot keep a node computing: eight parts, each a hundred times the one before.
  @Test
  void numbersDoNotGrowWithoutBound() {
    TreeMap<String, PriceFormula> where = new TreeMap<>();
    for (char name = 'a'; name < 'h'; name++) {
      String next = String.valueOf((char) (name + 1));
      where.put(String.valueOf(name), PriceFormula.parse(next + (" * " + next).repeat(38)));
    }
    where.put("h", PriceFormula.parse("p * 123456789.123456789"));
    PriceRule rule = new PriceRule(PriceFormula.parse("a"), UnitCode.TNE, where);
    assertThat(rule.price(only("p", "3"))).isEmpty();
  }

  private static SortedMap<String, Rational> only(String name, String value) {
    TreeMap<String, Rational> values = new TreeMap<>();
    values.put(name, Rational.ofDecimal(value));
    return values;
  }

  // ---- rules ----------------------------------------------------------------------------------

  private static PriceRule rule(String formula, String... parts) {
    TreeMap<String, PriceFormula> where = new TreeMap<>();
    for (int i = 0; i < parts.length; i += 2) {
      where.put(parts[i], PriceFormula.parse(parts[i + 1]));
    }
    return new PriceRule(PriceFormula.parse(formula), UnitCode.MWH, where);
  }

  /// The tariff of January 2025: R = 3.2 + 0.075 P.
  @Test
  void aRuleNamesWhatItRestsOn() throws MalformedJsonException {
    PriceRule rule = rule("fixed + share", "fixed", "3.2", "share", "0.075 * p");
    assertThat(rule.indices()).containsExactly("p");
    assertThat(rule.price(only("p", "82.4"))).contains(Rational.ofDecimal("9.38"));
    assertThat(PriceRule.fromJson(rule.toJson())).isEqualTo(rule);
    assertThat(rule.toJson())
        .hasToString(
            "{\"formula\":\"fixed + share\",\"per\":\"MWH\",\"where\":{\"fixed\":\"3.2\",\"share\":\"0.075"
                + " * p\"}}");
    assertThat(PriceRule.fixed(Rational.of(3), UnitCode.TNE).price(new TreeMap<>()))
        .contains(Rational.of(3));
  }

  @Test
  void aPriceIsAPrice() {
    assertThat(rule("p - 100").price(only("p", "99"))).as("negative").isEmpty();
    assertThat(rule("p * 1000000").price(only("p", "1000001"))).as("beyond 10^12").isEmpty();
    assertThat(rule("p * 1000000").price(only("p", "1000000"))).isPresent();
    assertThat(rule("p").price(new TreeMap<>())).as("nothing published").isEmpty();
    assertThat(rule("3").price(only("p", "1"))).as("rests on no p").isEmpty();
    assertThat(rule("1 / p").price(only("p", "0"))).as("divides by zero").isEmpty();
  }

  @Test
  void noPartUsesItself() {
    assertThatThrownBy(() -> rule("a", "a", "a + 1")).hasMessageContaining("uses itself");
    assertThatThrownBy(() -> rule("3", "a", "b", "b", "c * 2", "c", "min(a, 1)"))
        .hasMessageContaining("uses itself");
    assertThat(rule("a + b", "a", "c", "b", "c", "c", "p").price(only("p", "2")))
        .contains(Rational.of(4));
    assertThatThrownBy(() -> rule("3", "min", "1")).hasMessageContaining("name \"min\"");
  }

  // ---- damaged --------------------------------------------------------------------------------

  /// Whatever stands there: it is refused with the one exception, or read and written back alike.
  @Test
  void anyTextIsReadOrRefused() {
    int[] met = new int[2];
    Seeded.check(
        3_000,
        random -> {
          String text = damaged(random);
          try {
            PriceFormula formula = PriceFormula.parse(text);
            met[0]++;
            assertThat(formula.print()).isEqualTo(text);
            assertThat(PriceFormula.parse(formula.print())).isEqualTo(formula);
          } catch (IllegalArgumentException _) {
            met[1]++;
          }
        });
    assertThat(met[0]).isGreaterThan(100);
    assertThat(met[1]).isGreaterThan(1_000);
  }

  private static String damaged(SplittableRandom random) {
    StringBuilder text = new StringBuilder(random(random, 3).print());
    for (int i = random.nextInt(3); i > 0 && !text.isEmpty(); i--) {
      int at = random.nextInt(text.length());
      String letters = "pq09.+-*/(), m\u06f3";
      text.setCharAt(at, letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }

  private static PriceFormula random(SplittableRandom random, int depth) {
    if (depth == 0 || random.nextInt(3) == 0) {
      return PriceFormula.of(
          random.nextBoolean()
              ? new PriceFormula.Named(random.nextBoolean() ? "p" : "q")
              : new PriceFormula.Constant(Rational.of(1 + random.nextInt(500), 8)));
    }
    PriceFormula.Operation[] all = PriceFormula.Operation.values();
    return random(random, depth - 1)
        .with(all[random.nextInt(all.length)], random(random, depth - 1));
  }

  @Test
  void termsComeToOneNumber() {
    PriceFormula.Term p = new PriceFormula.Named("p");
    PriceFormula.Term plus = new PriceFormula.Step(PriceFormula.Operation.PLUS);
    assertThat(new PriceFormula(List.of(p, p, plus)).print()).isEqualTo("p + p");
    for (List<PriceFormula.Term> none :
        List.of(
            List.<PriceFormula.Term>of(), List.of(p, p), List.of(p, plus), List.of(plus, p, p))) {
      assertThatThrownBy(() -> new PriceFormula(none))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("formula");
    }
  }
}
