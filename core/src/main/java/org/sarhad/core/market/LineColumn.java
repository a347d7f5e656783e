package org.sarhad.core.market;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The columns of a [LineTable], by the names that stand in its first line (protocol clause
/// 17-2.7). What a line is called has a column for each language, `text_fa`, and none here.
enum LineColumn {
  /// Under which bids, quotas and corridors name the line.
  NAME(""),
  /// Of the Harmonized System.
  COMMODITY(""),
  /// The side from which the goods go.
  EXPORTER(""),
  /// How much is matched, carried and contracted as a whole.
  LOT(""),
  /// Of the lot.
  UNIT(""),
  /// The formula.
  PRICE(""),
  /// The unit that the price is for; the one of the lot, if nothing stands there.
  PER("", false),
  /// The parts of the formula: `p = 0.8 * brent; q = 2`.
  PARTS("", false),
  /// The lots that the sides aim at.
  LOTS_LEAST("0", false),
  /// The lots there are at most.
  LOTS_MOST(""),
  /// What the sides aim at, in units of account.
  WORTH_LEAST("0", false),
  /// What they may be worth at most, in units of account.
  WORTH_MOST(""),
  /// In thousandths.
  TOLERANCE("0", false);

  private final String standard;
  private final boolean isNeeded;

  LineColumn(String standard) {
    this(standard, true);
  }

  /// @param standard what counts where nothing is filled in
  /// @param isNeeded whether there is no table without it
  LineColumn(String standard, boolean isNeeded) {
    this.standard = standard;
    this.isNeeded = isNeeded;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  String standard() {
    return standard;
  }

  boolean isNeeded() {
    return isNeeded;
  }

  static Optional<LineColumn> find(String code) {
    return Stream.of(values()).filter(column -> column.code().equals(code)).findFirst();
  }
}
