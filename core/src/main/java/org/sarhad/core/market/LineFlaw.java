package org.sarhad.core.market;

/// Why something in a [LineTable] was not taken, and what to do about it.
public enum LineFlaw {
  /// The whole table is too long: nothing of it was read.
  TOO_LONG("The table is too long: 1000 lines at most. Nothing of it was read."),
  /// A column that there is not.
  COLUMN_UNKNOWN("There is no column of this name; take the empty table as a pattern."),
  /// A column that stands there twice.
  COLUMN_TWICE("This column stands there twice; leave one out."),
  /// A column without which nothing can be read.
  COLUMN_MISSING("This column is missing; take the empty table as a pattern."),
  /// A quote is never closed.
  QUOTE("A quote in it is never closed."),
  /// It has more fields than the first line.
  FIELDS("It has more fields than the first line has columns."),
  /// No name.
  NAME("A name is 1 to 32 of a-z, 0-9 and _, a letter first."),
  /// A line of that name was there before.
  TWICE("A line of this name stands above; give it another name, or leave it out."),
  /// The same goods under another name.
  SAME_GOODS("The same goods stand above under another name; leave one out."),
  /// No code.
  COMMODITY(
      "A code of the Harmonized System has 6, 8 or 10 digits. Maybe a spreadsheet has dropped the"
          + " zero in front."),
  /// Goods that are not traded.
  BARRED("The agreed rules bar these goods; leave the line out."),
  /// In no language.
  UNNAMED("The goods are named in no language; fill in a column such as text_en."),
  /// No text.
  TEXT("This cannot stand in a record: 400 characters in all languages at most, and no controls."),
  /// Not one of the two sides.
  EXPORTER("Only one of the two sides of the account exports; write its short name."),
  /// No whole number from 1 on.
  LOT("A lot is a whole number of its unit, from 1 on; take a smaller unit for what is finer."),
  /// No unit.
  UNIT("There is no such unit here; write a code of UN/ECE Recommendation 20 such as TNE or MWH."),
  /// Units that measure different things.
  DIMENSION("The price is for a unit that measures something else than the lot."),
  /// No formula.
  PRICE("A price is a number with a point, or a formula such as 3.2 + 0.075 * brent."),
  /// No parts of a formula.
  PARTS("Parts of a price are written as p = 0.8 * brent; q = 2, and none uses itself."),
  /// A lot is worth nothing.
  WORTHLESS("At this price a lot is worth nothing, or too much to be reckoned with."),
  /// No whole number.
  LOTS("Lots are a whole number without separators: 0 or more aimed at, 1 to 10^9 at most."),
  /// No amount.
  WORTH("An amount is written as 120000.5, in units of account, without separators."),
  /// More is aimed at than allowed.
  RANGE("More is aimed at than there may be at most; exchange the two, or raise the most."),
  /// No tolerance.
  TOLERANCE("A tolerance is a whole number of thousandths, 0 to 100."),
  /// More than the rules tolerate.
  TOLERANCE_TOO_HIGH("The agreed rules do not tolerate differences as large; write less."),
  /// More lines than a protocol has.
  TOO_MANY("A protocol has 64 lines at most; this one is left over.");

  private final String sentence;

  LineFlaw(String sentence) {
    this.sentence = sentence;
  }

  /// The reason, and what to do, in English.
  public String sentence() {
    return sentence;
  }
}
