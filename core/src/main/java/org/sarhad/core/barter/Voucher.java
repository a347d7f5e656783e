package org.sarhad.core.barter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// What was booked for one act or fact. It never changes, but that it may be said of it, once, that
/// it was booked back.
///
/// @param id its number
/// @param ref what it is known by: its act or fact, and the line of that
/// @param content the hash of what was signed
/// @param on the day it counts for; empty when it moves no money
/// @param held lines of what is only reserved
/// @param posted lines of what is
/// @param residue what was rounded away ([Rounded])
/// @param reversedBy by which it was booked back
public record Voucher(
    VoucherId id,
    VoucherRef ref,
    Hash content,
    Optional<LocalDate> on,
    List<Line> held,
    List<Line> posted,
    long residue,
    Optional<VoucherRef> reversedBy) {
  /// About as long as a text is.
  private static final int TEXT_LENGTH = 320;

  /// @throws IllegalArgumentException when lines do not sum to nothing in a ledger (I1), or money
  ///   is posted on no day
  public Voucher {
    held = Line.balanced(held);
    posted = Line.balanced(posted);
    if (on.isEmpty() && hasMoney(posted)) {
      throw new IllegalArgumentException("money of " + id + " is posted on no day");
    }
  }

  /// The hash of what was signed: the same words of the same kind are the same voucher (I6).
  static Hash content(String kind, Bytes body) {
    return Merkle.sha256(Bytes.concat(Bytes.ofUtf8(kind + "\n"), body));
  }

  /// The same, of the canonical terms of a joint act.
  static Hash content(VoucherKind kind, Bytes terms) {
    return content("barter_" + kind.code(), terms);
  }

  /// One that books nothing yet.
  static Voucher of(VoucherId id, VoucherRef ref, Hash content) {
    return new Voucher(
        id, ref, content, Optional.empty(), List.of(), List.of(), 0, Optional.empty());
  }

  Voucher holding(List<Line> lines) {
    return new Voucher(id, ref, content, on, lines, posted, residue, reversedBy);
  }

  Voucher posting(List<Line> lines) {
    return new Voucher(id, ref, content, on, held, lines, residue, reversedBy);
  }

  Voucher posting(List<Line> lines, LocalDate day, long rounded) {
    return new Voucher(id, ref, content, Optional.of(day), held, lines, rounded, reversedBy);
  }

  /// The same, with all of it at once.
  Voucher booking(List<Line> reserved, List<Line> lines) {
    return new Voucher(id, ref, content, on, reserved, lines, residue, reversedBy);
  }

  Voucher booking(List<Line> reserved, List<Line> lines, LocalDate day, long rounded) {
    return new Voucher(id, ref, content, Optional.of(day), reserved, lines, rounded, reversedBy);
  }

  Voucher reversed(VoucherRef by) {
    return new Voucher(id, ref, content, on, held, posted, residue, Optional.of(by));
  }

  /// The entry of its act or fact.
  public EntryId entry() {
    return ref.entry();
  }

  private static boolean hasMoney(List<Line> lines) {
    for (Line line : lines) {
      if (isMoney(line)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMoney(Line line) {
    return line.ledger().equals(Ledger.MONEY);
  }

  /// What B owes A more by it.
  public Money moved() {
    Money moved = Money.ZERO;
    for (Line line : posted) {
      if (isMoney(line) && line.account().isClearing()) {
        moved = moved.plus(Money.of(line.amount()));
      }
    }
    return moved;
  }

  /// Whether anything is posted in money by it.
  public boolean isOfMoney() {
    return hasMoney(posted);
  }

  /// All that was booked by it, without what was said of it later: `ir/acceptance/4`, what it is
  /// known by, the hash of what was signed, its day and what was rounded away, then a line for each
  /// of its lines (protocol clause 14-7.2).
  public String text() {
    StringBuilder text =
        new StringBuilder(TEXT_LENGTH)
            .append(id.side().value())
            .append('/')
            .append(id.kind().code())
            .append('/')
            .append(id.number())
            .append(' ')
            .append(ref.entry().origin().value())
            .append('#')
            .append(ref.entry().index())
            .append(ref.line() == 0 ? "" : "/" + ref.line())
            .append(' ')
            .append(content)
            .append(' ')
            .append(on.map(LocalDate::toString).orElse("-"))
            .append(' ')
            .append(residue)
            .append('\n');
    append(text, "held ", held);
    append(text, "posted ", posted);
    return text.toString();
  }

  private static void append(StringBuilder text, String how, List<Line> lines) {
    for (Line line : lines) {
      text.append(how)
          .append(line.ledger().name())
          .append(' ')
          .append(line.account().code())
          .append(' ')
          .append(line.amount())
          .append('\n');
    }
  }

  /// The hash of [#text()].
  public Hash digest() {
    return Merkle.sha256(Bytes.ofUtf8(text()));
  }
}
