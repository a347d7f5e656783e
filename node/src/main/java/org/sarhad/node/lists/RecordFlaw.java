package org.sarhad.node.lists;

/// What is wrong with one record of a list.
public enum RecordFlaw {
  /// A line of a table with too few or too many fields, or a quote that is never closed.
  LINE_MALFORMED(true, "The line has not the fields of its heading."),
  /// Nothing to name it by.
  NO_REFERENCE(true, "The record has no reference of its list."),
  /// Nothing to find it by.
  NO_NAME(true, "The record has no name with a letter in it."),
  /// Neither a firm nor a ship, a person or an aircraft.
  SORT_UNKNOWN(true, "The record does not say what it is, or says something unknown."),
  /// A second one with the same reference: only the first counts.
  REFERENCE_TWICE(true, "Another record has this reference."),
  /// A name that nobody can have.
  NAME_TOO_LONG(false, "A name of the record is too long and is not used."),
  /// A number that is none of its register.
  NUMBER_UNREADABLE(false, "A number of the record is none of its register and is not used.");

  private final boolean isLeftOut;
  private final String sentence;

  RecordFlaw(boolean isLeftOut, String sentence) {
    this.isLeftOut = isLeftOut;
    this.sentence = sentence;
  }

  /// Whether the record is not on the list that was read; false if it is, with something less.
  public boolean isLeftOut() {
    return isLeftOut;
  }

  /// For a person.
  public String sentence() {
    return sentence;
  }
}
