package org.sarhad.core.barter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.testing.Seeded;

/// Money, quantities and the one rounding between them: protocol clause 14-3.
class ValuesTest {
  private static final Money MOST = Money.of(Json.INTEGER_MAX);

  // ---- money ----------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    "0, 0.0000",
    "1, 0.0001",
    "-1, -0.0001",
    "12345600, 1234.5600",
    "-10000, -1.0000",
    "9999, 0.9999"
  })
  void anAmountIsWrittenWithAllItsDecimals(long minor, String text) {
    assertThat(Money.of(minor)).hasToString(text);
  }

  @Test
  void anAmountThatCannotBeKeptIsNone() {
    assertThatThrownBy(() -> MOST.plus(Money.of(1))).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> MOST.negated().minus(MOST)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Money.of(Long.MIN_VALUE)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Money.ofUnits(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
    assertThat(MOST.minus(MOST)).isEqualTo(Money.ZERO);
  }

  @Test
  void amountsAreComparedAndCutOffAtNothing() {
    assertThat(Money.ofUnits(2)).isGreaterThan(Money.of(19_999));
    assertThat(Money.of(-5).atLeastZero()).isEqualTo(Money.ZERO);
    assertThat(Money.of(5).atLeastZero()).isEqualTo(Money.of(5));
    assertThat(Money.of(5).isPositive()).isTrue();
    assertThat(Money.of(-5).isPositive()).isFalse();
  }

  // ---- rounding -------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    "1, 3, 3333, 333333333",
    "2, 3, 6667, -333333333",
    "1, 20000, 0, 500000000",
    "3, 20000, 2, -500000000",
    "-1, 20000, 0, -500000000",
    "-3, 20000, -2, 500000000",
    "5, 1, 50000, 0"
  })
  void halfGoesToTheEvenOneAndTheRestIsSeen(long over, long under, long minor, long residue) {
    assertThat(Rounded.of(Rational.of(over, under)))
        .contains(new Rounded(Money.of(minor), residue));
  }

  @Test
  void aShareIsTheExactOneRounded() {
    int[] met = new int[2];
    Seeded.check(
        2_000,
        random -> {
          long of = 1 + random.nextLong(1L << random.nextInt(1, 53));
          long part = random.nextLong(of + 1);
          Money whole = Money.of(random.nextLong(1L << random.nextInt(1, 53)));
          Rational exact = Rational.of(whole.minor(), Money.UNIT).times(Rational.of(part, of));
          assertThat(Rounded.share(whole, part, of))
              .isEqualTo(Rounded.of(exact).orElseThrow().money());
          met[Math.multiplyHigh(whole.minor() % of, part) == 0 ? 0 : 1]++;
        });
    assertThat(met[0]).isGreaterThan(100);
    assertThat(met[1]).isGreaterThan(100);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 2, 0", "3, 1, 2, 2", "5, 1, 2, 2", "7, 5, 7, 5", "9, 0, 4, 0", "10, 1, 3, 3"})
  void halfOfAShareIsRoundedToEven(long whole, long part, long of, long share) {
    assertThat(Rounded.share(Money.of(whole), part, of)).isEqualTo(Money.of(share));
  }

  @Test
  void whatIsBeyondTheRangeIsNotRounded() {
    Rational most = Rational.of(Json.INTEGER_MAX, Money.UNIT);
    assertThat(Rounded.of(most).map(Rounded::money)).contains(MOST);
    assertThat(Rounded.of(most.plus(Rational.of(1, 20_000)))).isEmpty();
    assertThat(Rounded.of(Rational.of(-1).times(most).minus(Rational.ONE))).isEmpty();
  }

  /// Against the JDK's own decimals, for what decimals can say.
  @Test
  void roundingIsThatOfDecimals() {
    Seeded.check(
        300,
        random -> {
          BigDecimal decimal = BigDecimal.valueOf(random.nextLong(-1L << 50, 1L << 50), 9);
          Rational exact =
              new Rational(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
          Rounded rounded = Rounded.of(exact).orElseThrow();

          assertThat(BigDecimal.valueOf(rounded.money().minor(), 4))
              .isEqualByComparingTo(decimal.setScale(4, RoundingMode.HALF_EVEN));
          assertThat(Math.abs(rounded.residue())).isLessThanOrEqualTo(500_000_000);
        });
  }

  // ---- fractions ------------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(strings = {"0", "3.2", "-0.075", "123456789012", "0.000000001", "-7"})
  void aDecimalIsReadAndWritten(String text) {
    assertThat(Rational.ofDecimal(text).toDecimal()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-0",
        "00",
        "01",
        "1.",
        ".5",
        "1.50",
        "+1",
        "1e3",
        "1234567890123",
        "0.0000000001",
        " 1",
        "1,5",
        "۱"
      })
  void aDecimalHasOneSpelling(String text) {
    assertThatThrownBy(() -> Rational.ofDecimal(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected a decimal");
  }

  @Test
  void fractionsAreInLowestTerms() {
    assertThat(Rational.of(6, 4)).isEqualTo(Rational.of(3, 2)).hasToString("3/2");
    assertThat(Rational.of(4, 2)).hasToString("2");
    assertThat(Rational.of(1).dividedBy(Rational.of(-2))).contains(Rational.of(-1, 2));
    assertThat(Rational.of(1).dividedBy(Rational.ZERO)).isEmpty();
    assertThatThrownBy(() -> Rational.of(1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Rational.of(1, -2)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void fractionsKeepTheLawsOfArithmetic() {
    Seeded.check(
        200,
        random -> {
          Rational a = Rational.of(random.nextInt(-99, 100), random.nextInt(1, 50));
          Rational b = Rational.of(random.nextInt(-99, 100), random.nextInt(1, 50));
          Rational c = Rational.of(random.nextInt(-99, 100), random.nextInt(1, 50));
          assertThat(a.plus(b).times(c)).isEqualTo(a.times(c).plus(b.times(c)));
          assertThat(a.plus(b).minus(b)).isEqualTo(a);
          assertThat(a.compareTo(b)).isEqualTo(a.minus(b).signum());
          if (b.signum() != 0) {
            assertThat(a.dividedBy(b).orElseThrow().times(b)).isEqualTo(a);
          }
        });
  }

  // ---- units and quantities -------------------------------------------------------------------

  @ParameterizedTest
  @EnumSource
  void aUnitIsFoundByItsCode(UnitCode unit) {
    assertThat(UnitCode.of(unit.code())).isEqualTo(unit);
    assertThat(unit.code()).matches("[A-Z0-9]{2,3}");
    assertThat(unit.in(unit)).contains(Rational.ONE);
  }

  @ParameterizedTest
  @CsvSource({
    "TNE, KGM, 1000", "BLL, LTR, 9936705933/62500000", "GV, KWH, 2500/9", "GV, 3B, 1000",
    "LBR, KGM, 45359237/100000000", "HAR, MTK, 10000", "DZN, H87, 12", "KGM, TNE, 1/1000"
  })
  void unitsAreExactFractionsOfEachOther(String from, String to, String factor) {
    assertThat(UnitCode.of(from).in(UnitCode.of(to)).orElseThrow()).hasToString(factor);
  }

  @Test
  void aUnitOfSomethingElseIsNeverConverted() {
    assertThat(UnitCode.MTQ.in(UnitCode.GV)).isEmpty();
    assertThat(new Quantity(1, UnitCode.TNE).value(Rational.ONE, UnitCode.MTQ)).isEmpty();
    assertThatThrownBy(() -> UnitCode.of("tne")).hasMessageContaining("Recommendation 20");
  }

  @Test
  void aQuantityIsAWholeNumber() throws MalformedJsonException {
    Quantity lorry = new Quantity(40_000, UnitCode.KGM);
    assertThat(Quantity.fromJson(lorry.toJson())).isEqualTo(lorry).hasToString("40000 KGM");
    assertThat(lorry.wholeIn(UnitCode.TNE)).contains(new Quantity(40, UnitCode.TNE));
    assertThat(new Quantity(1, UnitCode.KGM).wholeIn(UnitCode.TNE)).isEmpty();
    assertThat(new Quantity(1, UnitCode.KGM).wholeIn(UnitCode.H87)).isEmpty();
    assertThat(new Quantity(Json.INTEGER_MAX, UnitCode.TNE).wholeIn(UnitCode.GRM)).isEmpty();
    assertThatThrownBy(() -> new Quantity(-1, UnitCode.KGM)).hasMessageContaining("expected 0");
    assertThatThrownBy(() -> new Quantity(1L << 53, UnitCode.KGM)).hasMessageContaining("to");
  }

  /// 40 t at 412.5 for a tonne; 100 barrels at 80 for a cubic metre, rounded once.
  @Test
  void aValueIsRoundedOnce() {
    Rational price = Rational.ofDecimal("412.5");
    assertThat(new Quantity(40_000, UnitCode.KGM).value(price, UnitCode.TNE))
        .contains(new Rounded(Money.ofUnits(16_500), 0));
    assertThat(new Quantity(100, UnitCode.BLL).value(Rational.of(80), UnitCode.MTQ))
        .contains(new Rounded(Money.of(12_718_984), -405_760_000));
  }
}
