package org.sarhad.core.barter;

import java.util.regex.Pattern;
import org.sarhad.core.entry.EntryId;

/// What a voucher is known by: the entry of its act or fact, and the line, where the act has many
/// of them (protocol clause 14-5.13).
///
/// @param entry of the proposal, or of the fact
/// @param line 0 for the act or fact itself, from 1 for one of its lines
public record VoucherRef(EntryId entry, int line) implements Comparable<VoucherRef> {
  private static final Pattern LINE = Pattern.compile("[1-9][0-9]{0,5}");

  /// @throws IllegalArgumentException when the line is negative
  public VoucherRef {
    if (line < 0) {
      throw new IllegalArgumentException("line " + line + " of " + entry + "; expected 0 or more");
    }
  }

  /// What the act or fact itself is known by.
  public static VoucherRef of(EntryId entry) {
    return new VoucherRef(entry, 0);
  }

  /// Line `line` of the act, from 1.
  public static VoucherRef of(EntryId act, int line) {
    return new VoucherRef(act, line);
  }

  /// Inverse of [#toString()].
  ///
  /// @throws IllegalArgumentException when it is spelled otherwise
  public static VoucherRef parse(String text) {
    int slash = text.indexOf('/', Math.max(0, text.lastIndexOf('#')));
    if (slash < 0) {
      return of(EntryId.parse(text));
    }
    String line = text.substring(slash + 1);
    if (!LINE.matcher(line).matches()) {
      throw new IllegalArgumentException(
          "\"" + line + "\" is no line of an act: expected digits without leading zeros");
    }
    return new VoucherRef(EntryId.parse(text.substring(0, slash)), Integer.parseInt(line));
  }

  /// By entry, then by line.
  @Override
  public int compareTo(VoucherRef other) {
    int byEntry = entry.compareTo(other.entry);
    return byEntry != 0 ? byEntry : Integer.compare(line, other.line);
  }

  /// `ir.sarhad.example/joint#4711`, or `ir.sarhad.example/joint#4711/3` for the third line.
  @Override
  public String toString() {
    return line == 0 ? entry.toString() : entry + "/" + line;
  }
}
