package org.sarhad.node.lists;

/// A line of the report on a list that was read.
///
/// @param line where its record begins, from 1
/// @param reference of the record; empty if it has none
/// @param flaw what is wrong with it
/// @param detail which value is meant; may be empty
public record Remark(int line, String reference, RecordFlaw flaw, String detail) {
  private static final int SHOWN = 80;

  /// Shortens the detail: it comes from outside, and is shown.
  public Remark {
    detail = detail.length() > SHOWN ? detail.substring(0, SHOWN) + "…" : detail;
  }

  /// `line 12, QDe.001: NO_NAME. The record has no name with a letter in it.`
  @Override
  public String toString() {
    return "line %d%s: %s. %s%s"
        .formatted(
            line,
            reference.isEmpty() ? "" : ", " + reference,
            flaw,
            flaw.sentence(),
            detail.isEmpty() ? "" : " Found: " + detail);
  }
}
