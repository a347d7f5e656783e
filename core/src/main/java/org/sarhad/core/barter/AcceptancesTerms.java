package org.sarhad.core.barter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.Origin;
import org.sarhad.core.register.Bodies;
import org.sarhad.tlog.tree.Hash;

/// "All of these have arrived, and we take them over": one act of many lines, each of which is
/// judged and booked like an [AcceptanceTerms] of its own, in their order. All of them or none.
///
/// @param number in the series of such acts
/// @param first the number of the first line in the series of acceptances; the others follow
/// @param on the day that all of them count for
/// @param despatches the log that they left by
/// @param receipts the log that they arrived by
/// @param lines 1 to 1 000, ascending by despatch
/// @param root of the Merkle tree over the lines, each as the terms of an act of its own
///   ([AcceptanceTree])
public record AcceptancesTerms(
    int number,
    int first,
    LocalDate on,
    Origin despatches,
    Origin receipts,
    List<Line> lines,
    Hash root)
    implements BarterTerms.Dated {
  /// Most lines of an act: so many fit into what terms may have, whatever their figures are, in
  /// logs of less than a thousand million entries.
  public static final int LINES_MAX = 1_000;

  private static final long INDEX_MAX = Json.INTEGER_MAX;

  /// One delivery.
  ///
  /// @param despatch the index of the entry by which it left
  /// @param receipt the index of that by which it arrived
  /// @param value as of an [AcceptanceTerms]
  /// @param disputed likewise
  public record Line(long despatch, long receipt, Money value, Money disputed) {
    /// @throws IllegalArgumentException when a value is out of range
    public Line {
      if (despatch < 0 || despatch > INDEX_MAX || receipt < 0 || receipt > INDEX_MAX) {
        throw new IllegalArgumentException(
            "a line of entries %d and %d; expected 0 or more".formatted(despatch, receipt));
      }
      Members.atLeast("value", value, Money.ZERO);
      Members.atLeast("disputed", disputed, Money.ZERO);
    }

    private Json toJson() {
      return Json.arr(
          Json.of(despatch), Json.of(receipt), Json.of(value.minor()), Json.of(disputed.minor()));
    }

    private static Line read(List<Long> numbers) {
      if (numbers.size() != 4) {
        throw new IllegalArgumentException(
            "a line of %d numbers; expected despatch, receipt, value and disputed"
                .formatted(numbers.size()));
      }
      return new Line(
          numbers.get(0), numbers.get(1), Money.of(numbers.get(2)), Money.of(numbers.get(3)));
    }
  }

  /// @throws IllegalArgumentException when a value is out of range, or despatches do not ascend
  public AcceptancesTerms {
    Members.checkedNumber(number);
    Members.checkedNumber(first);
    Members.checkedDay(on);
    lines = Bodies.counted("lines", List.copyOf(lines), 1, LINES_MAX);
    Members.checkedNumber(Math.addExact(first, lines.size() - 1));
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i - 1).despatch() >= lines.get(i).despatch()) {
        throw new IllegalArgumentException(
            "despatch %d behind %d; expected each once, ascending"
                .formatted(lines.get(i).despatch(), lines.get(i - 1).despatch()));
      }
    }
  }

  /// Whether so many lines make an act.
  static boolean isCount(int lines) {
    return lines >= 1 && lines <= LINES_MAX;
  }

  /// The act of `lines`, which have one day, ascend by despatch, are numbered one after the other
  /// and are of one log each way; at least one of them.
  ///
  /// @param number in the series of such acts
  public static AcceptancesTerms of(int number, List<AcceptanceTerms> lines) {
    AcceptanceTerms first = lines.getFirst();
    return new AcceptancesTerms(
        number,
        first.number(),
        first.on(),
        first.despatch().entry().origin(),
        first.receipt().entry().origin(),
        lines.stream()
            .map(
                line ->
                    new Line(
                        line.despatch().entry().index(),
                        line.receipt().entry().index(),
                        line.value(),
                        line.disputed()))
            .toList(),
        new AcceptanceTree(lines).root());
  }

  @Override
  public VoucherKind kind() {
    return VoucherKind.ACCEPTANCES;
  }

  /// The entry by which line `line` left.
  ///
  /// @param line from 1
  public EntryId despatch(int line) {
    return EntryId.of(despatches, lines.get(line - 1).despatch());
  }

  /// The entry by which line `line` arrived.
  ///
  /// @param line from 1
  public EntryId receipt(int line) {
    return EntryId.of(receipts, lines.get(line - 1).receipt());
  }

  /// Line `line` as the terms of an act of its own, where its papers have these leaf hashes.
  ///
  /// @param line from 1
  public AcceptanceTerms accepting(int line, Hash despatch, Hash receipt) {
    Line one = lines.get(line - 1);
    return new AcceptanceTerms(
        first + line - 1,
        on,
        new Basis(despatch(line), despatch),
        new Basis(receipt(line), receipt),
        one.value(),
        one.disputed());
  }

  @Override
  public Json.Obj toJson() {
    return Json.obj()
        .put("despatches", despatches.value())
        .put("first", first)
        .put("lines", Json.arr(lines.stream().map(Line::toJson)))
        .put("number", number)
        .put("on", on.toString())
        .put("receipts", receipts.value())
        .putHash("root", root)
        .build();
  }

  static AcceptancesTerms read(Json.Obj json) throws MalformedJsonException {
    List<Line> lines = new ArrayList<>();
    for (Json.Arr line : json.array("lines").arrays()) {
      lines.add(Line.read(line.integers(0, Json.INTEGER_MAX)));
    }
    return new AcceptancesTerms(
        Members.number(json),
        json.smallInteger("first", 1, VoucherId.NUMBER_MAX),
        Members.day(json, "on"),
        json.as("despatches", Origin::of),
        json.as("receipts", Origin::of),
        lines,
        json.hash("root"));
  }
}
