package org.sarhad.core.inquiry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.sarhad.core.time.UtcTime;

/// A board as lines of text, each thing by its code and never by a phrase, so that it reads the
/// same about every side: what a print is checked by.
final class BoardText {
  private final List<String> lines = new ArrayList<>();

  private BoardText() {}

  static List<String> lines(Board board) {
    BoardText text = new BoardText();
    text.head(board);
    board.rows().forEach(row -> text.row(board, row));
    board.dues().forEach(text::due);
    return List.copyOf(text.lines);
  }

  private void head(Board board) {
    Board.Head head = board.head();
    add("matter", head.matter(), Codes.of(head.said().matter()), head.said().title().text());
    add("as_of", UtcTime.print(UtcTime.toMillis(head.asOf())));
    if (head.hasNoProofOfNotice()) {
      add("imported", "no_proof_of_earlier_notice");
    }
    board.columns().forEach(column -> add("column", column.badge(), column.side()));
    // In the order of the columns, not in that of the names.
    for (Board.Column column : board.columns()) {
      SealTally tally = head.seals().get(column.side());
      add(
          "seals",
          column.side(),
          "sealed=" + tally.sealed(),
          "revealed=" + tally.revealed(),
          "late=" + tally.late(),
          "lapsed=" + tally.lapsed());
    }
    head.scene()
        .ifPresent(
            clock ->
                add(
                    "scene",
                    "kept_until=" + UtcTime.print(UtcTime.toMillis(clock.keptUntil())),
                    "visit_due=" + UtcTime.print(UtcTime.toMillis(clock.visitDue())),
                    clock.isVisitProposed() ? "visit_proposed" : "no_visit_proposed",
                    clock.isOverdue() ? "overdue" : "-"));
    head.closed().forEach(side -> add("closed_by", side));
    head.linked().forEach(other -> add("linked", other));
    head.names().forEach(linked -> add("names", String.join(" = ", linked.labels())));
    board
        .meter()
        .counts()
        .forEach(
            count ->
                add(
                    "meter",
                    Codes.of(count.key()),
                    count.value().rows(),
                    count.value().oldest().map(Duration::toDays).map(d -> d + "d").orElse("-")));
  }

  private void row(Board board, BoardRow row) {
    add("row", row.subject(), Codes.of(row.state()));
    for (int i = 0; i < row.cells().size(); i++) {
      cell(board.columns().get(i), row.cells().get(i));
    }
    row.third().forEach(said -> said("third", said));
    Joint joint = row.joint();
    joint.overlap().ifPresent(span -> add("overlap", span));
    joint.envelope().ifPresent(spread -> add("envelope", spread));
    joint.everSaid().ifPresent(spread -> add("ever_said", spread));
    for (Joint.Found found : joint.found()) {
      add(
          "found",
          found.act().id(),
          "version=" + found.act().version(),
          found.item().outcome().code(),
          outcome(found.item().outcome()));
      found.dissents().forEach(d -> add("dissent", d.annexed().by(), d.said().words().text()));
    }
  }

  private static String outcome(Outcome outcome) {
    return switch (outcome) {
      case Outcome.AgreedValue(Value value) -> value.toJson().toString();
      case Outcome.AgreedRange(Value range) -> range.toJson().toString();
      case Outcome.Differ(List<Outcome.SideValue> values) ->
          String.join(" ", values.stream().map(v -> v.side() + "=" + v.value().toJson()).toList());
      case Outcome.NeitherEstablished _ -> "-";
    };
  }

  private void cell(Board.Column column, Cell cell) {
    String badge = String.valueOf(column.badge());
    cell.said().forEach(said -> said(badge, said));
    for (Cell.Answer answer : cell.answers()) {
      ClaimFact.PositionTaken said = answer.position().said();
      add(
          badge,
          "answers",
          answer.claim(),
          Codes.of(said.stance()),
          said.part().map(part -> part.toJson().toString()).orElse("-"),
          said.reason().map(Words::text).orElse("-"));
    }
    cell.silence()
        .ifPresent(
            silence ->
                add(
                    badge,
                    "no_statement",
                    "as_of=" + UtcTime.print(UtcTime.toMillis(silence.asOf())),
                    "asked=" + silence.asked().map(UtcTime::print).orElse("-")));
  }

  private void said(String column, Said said) {
    Statement says = said.claim().says();
    add(
        column,
        Codes.of(said.verb()),
        said.claim().id(),
        says.value().toJson(),
        "as_of=" + UtcTime.print(says.asOf()),
        Codes.of(says.provenance().basis()),
        "sources="
            + String.join("; ", says.provenance().sources().stream().map(Source::name).toList()),
        "grading=" + says.provenance().grading().map(Grading::code).orElse("-"),
        "exhibits=" + says.exhibits().size(),
        says.original().map(Words::text).orElse("-"),
        said.reason().map(words -> "because: " + words.text()).orElse("-"));
  }

  private void due(PositionDue due) {
    add(
        "due",
        due.claim(),
        due.by(),
        due.due().map(time -> UtcTime.print(UtcTime.toMillis(time))).orElse("receipt_not_proven"),
        due.isOverdue() ? "overdue" : "-");
  }

  /// One line; a line feed inside a text would make two.
  private void add(Object... parts) {
    List<String> words = new ArrayList<>();
    for (Object part : parts) {
      words.add(part.toString().replace('\n', ' '));
    }
    lines.add(String.join(" | ", words));
  }
}
