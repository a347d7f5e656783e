package org.sarhad.core.barter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// What was booked for one act or fact. It never changes, but that it may be said of it, once, that
/// it was booked back.
///
/// @param id its number
/// @param entry by which the act or fact is known
/// @param content the hash of what was signed
/// @param on the day it counts for; empty when it moves no money
/// @param held lines of what is only reserved
/// @param posted lines of what is
/// @param residue what was rounded away ([Rounded])
/// @param reversedBy by which it was booked back
public record Voucher(
    VoucherId id,
    EntryId entry,
    Hash content,
    Optional<LocalDate> on,
    List<Line> held,
    List<Line> posted,
    long residue,
    Optional<EntryId> reversedBy) {
  /// @throws IllegalArgumentException when lines do not sum to nothing in a ledger (I1), or money
  ///   is posted on no day
  public Voucher {
    held = Line.balanced(held);
    posted = Line.balanced(posted);
    if (on.isEmpty() && posted.stream().anyMatch(Voucher::isMoney)) {
      throw new IllegalArgumentException("money of " + id + " is posted on no day");
    }
  }

  /// The hash of what was signed: the same words of the same kind are the same voucher (I6).
  static Hash content(String kind, Json.Obj body) {
    return Merkle.sha256(Bytes.concat(Bytes.ofUtf8(kind + "\n"), body.canonical()));
  }

  /// One that books nothing yet.
  static Voucher of(VoucherId id, EntryId entry, Hash content) {
    return new Voucher(
        id, entry, content, Optional.empty(), List.of(), List.of(), 0, Optional.empty());
  }

  Voucher holding(List<Line> lines) {
    return new Voucher(id, entry, content, on, lines, posted, residue, reversedBy);
  }

  Voucher posting(List<Line> lines) {
    return new Voucher(id, entry, content, on, held, lines, residue, reversedBy);
  }

  Voucher posting(List<Line> lines, LocalDate day, long rounded) {
    return new Voucher(id, entry, content, Optional.of(day), held, lines, rounded, reversedBy);
  }

  Voucher reversed(EntryId by) {
    return new Voucher(id, entry, content, on, held, posted, residue, Optional.of(by));
  }

  private static boolean isMoney(Line line) {
    return line.ledger().equals(Ledger.MONEY);
  }

  /// What B owes A more by it.
  public Money moved() {
    return posted.stream()
        .filter(line -> isMoney(line) && AccountCode.clearing().contains(line.account()))
        .map(line -> Money.of(line.amount()))
        .reduce(Money.ZERO, Money::plus);
  }

  /// Whether anything is posted in money by it.
  public boolean isOfMoney() {
    return posted.stream().anyMatch(Voucher::isMoney);
  }

  /// The hash of all that was booked by it, without what was said of it later.
  Hash digest() {
    String lines =
        Stream.concat(
                held.stream().map(line -> "held " + line + "\n"),
                posted.stream().map(line -> "posted " + line + "\n"))
            .collect(Collectors.joining());
    return Merkle.sha256(
        Bytes.ofUtf8(
            "%s %s %s %s %d\n%s"
                .formatted(
                    id, entry, content, on.map(Object::toString).orElse("-"), residue, lines)));
  }
}
