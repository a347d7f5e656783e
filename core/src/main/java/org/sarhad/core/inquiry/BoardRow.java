package org.sarhad.core.inquiry;

import java.time.Instant;
import java.util.List;

/// One row of a board.
///
/// @param subject what it is about
/// @param state how the sides stand
/// @param since when the first was said or asked in it, by its author's clock
/// @param cells one for each side, in the order of the columns
/// @param third what third parties and the press report, in the order of the record
/// @param bars all claims of a count or a time as intervals, in the order of the record
/// @param joint what was found, and how the accounts lie to each other
public record BoardRow(
    Subject subject,
    RowState state,
    Instant since,
    List<Cell> cells,
    List<Said> third,
    List<Bar> bars,
    Joint joint) {
  public BoardRow {
    cells = List.copyOf(cells);
    third = List.copyOf(third);
    bars = List.copyOf(bars);
  }
}
