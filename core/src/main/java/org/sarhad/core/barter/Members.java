package org.sarhad.core.barter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.register.DueDate;

/// Reads and writes what terms and facts of the barter account have in common.
final class Members {
  private static final int INDICES_MAX = 16;

  private Members() {}

  static int number(Json.Obj json) throws MalformedJsonException {
    return json.smallInteger("number", 1, VoucherId.NUMBER_MAX);
  }

  /// @throws IllegalArgumentException when `number` is none
  static int checkedNumber(int number) {
    if (number < 1 || number > VoucherId.NUMBER_MAX) {
      throw new IllegalArgumentException("number " + number + " of a voucher; expected 1 or more");
    }
    return number;
  }

  /// The amount `name`, from `min` ten-thousandths on.
  static Money money(Json.Obj json, String name, long min) throws MalformedJsonException {
    return Money.of(json.integer(name, min, Json.INTEGER_MAX));
  }

  /// An amount of either sign.
  static Money signed(Json.Obj json, String name) throws MalformedJsonException {
    return money(json, name, -Json.INTEGER_MAX);
  }

  /// @throws IllegalArgumentException when `amount` is less than `min`
  static Money atLeast(String what, Money amount, Money min) {
    if (amount.compareTo(min) < 0) {
      throw new IllegalArgumentException(
          "%s of %s; expected %s or more".formatted(what, amount, min));
    }
    return amount;
  }

  static LocalDate day(Json.Obj json, String name) throws MalformedJsonException {
    return json.as(name, Members::parseDay);
  }

  private static LocalDate parseDay(String text) {
    try {
      return checkedDay(isPlain(text) ? plain(text) : LocalDate.parse(text));
    } catch (DateTimeException notADay) {
      throw new IllegalArgumentException("expected a day such as 2019-06-30", notADay);
    }
  }

  /// Whether it is spelled as every day of the range is, which needs none of the JDK's patterns.
  private static boolean isPlain(String day) {
    boolean isPlain = day.length() == "2019-06-30".length();
    for (int i = 0; isPlain && i < day.length(); i++) {
      char c = day.charAt(i);
      isPlain = i == 4 || i == 7 ? c == '-' : c >= '0' && c <= '9';
    }
    return isPlain;
  }

  private static LocalDate plain(String day) {
    return LocalDate.of(
        Integer.parseInt(day, 0, 4, 10),
        Integer.parseInt(day, 5, 7, 10),
        Integer.parseInt(day, 8, 10, 10));
  }

  static YearMonth month(Json.Obj json, String name) throws MalformedJsonException {
    return json.as(name, Members::parseMonth);
  }

  private static YearMonth parseMonth(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException notAMonth) {
      throw new IllegalArgumentException("expected a month such as 2019-06", notAMonth);
    }
  }

  /// @throws IllegalArgumentException when nothing can happen on `day`
  static LocalDate checkedDay(LocalDate day) {
    if (!DueDate.isInRange(day)) {
      throw new IllegalArgumentException("day " + day + "; expected the years 1900 to 2999");
    }
    return day;
  }

  static Json.Obj indices(SortedMap<String, Rational> indices) {
    JsonBuilder json = Json.obj();
    indices.forEach((name, value) -> json.put(name, value.toDecimal()));
    return json.build();
  }

  static SortedMap<String, Rational> indices(Json.Obj json) throws MalformedJsonException {
    TreeMap<String, Rational> indices = new TreeMap<>();
    for (String name : json.names()) {
      indices.put(name, json.as(name, Rational::ofDecimal));
    }
    return checkedIndices(indices);
  }

  /// @throws IllegalArgumentException when there are too many, or a name is none
  static SortedMap<String, Rational> checkedIndices(SortedMap<String, Rational> indices) {
    if (indices.size() > INDICES_MAX || !indices.keySet().stream().allMatch(PriceParser::isName)) {
      throw new IllegalArgumentException(
          "indices %s; expected at most %d, each by its name"
              .formatted(indices.keySet(), INDICES_MAX));
    }
    return Ordered.map(indices);
  }
}
