package org.sarhad.core.posture;

import java.util.ArrayList;
import java.util.List;

/// A question about sites as a *mixed integer programme*: the most of a sum under rows that are at
/// least so much. All numbers in it are whole, so that it says exactly what is asked.
///
/// @param variables of which each is at least 0
/// @param rows what has to hold
public record SiteProgramme(List<Variable> variables, List<Row> rows) {
  /// One unknown.
  ///
  /// @param most its largest value
  /// @param isWhole whether it takes whole values only
  /// @param worth what one of it adds to the sum; negative for what is to be little
  public record Variable(long most, boolean isWhole, long worth) {}

  /// One rule: the sum of the parts is at least `least`.
  public record Row(List<Part> parts, long least) {
    /// Copies the list.
    public Row {
      parts = List.copyOf(parts);
    }
  }

  /// So many times one variable.
  public record Part(int variable, long times) {}

  /// Copies the lists.
  public SiteProgramme {
    variables = List.copyOf(variables);
    rows = List.copyOf(rows);
  }

  /// A programme that is being written. Mutable.
  static final class Draft {
    private final List<Variable> variables = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    /// A whole variable; its number.
    int whole(long most, long worth) {
      variables.add(new Variable(most, true, worth));
      return variables.size() - 1;
    }

    /// A variable from 0 to 1 that comes out whole by itself, or whose parts are welcome; its
    /// number.
    int share(long worth) {
      variables.add(new Variable(1, false, worth));
      return variables.size() - 1;
    }

    void atLeast(long least, List<Part> parts) {
      rows.add(new Row(parts, least));
    }

    /// The sum of `variables` is at most `most`.
    void atMost(long most, List<Integer> all) {
      rows.add(new Row(all.stream().map(one -> new Part(one, -1)).toList(), -most));
    }

    SiteProgramme done() {
      return new SiteProgramme(variables, rows);
    }
  }
}
