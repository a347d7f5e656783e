package org.sarhad.node.lists;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sarhad.core.data.Csv;
import org.sarhad.core.screening.Identifier;
import org.sarhad.core.screening.Sort;

/// The list of the United Kingdom as a table: a line with the date, a heading, and for each record
/// as many lines as it has names and addresses.
final class UkTable {
  /// How the file begins.
  static final String BEGINNING = "Report Date:";

  private static final List<String> NAME =
      List.of("name 1", "name 2", "name 3", "name 4", "name 5", "name 6");

  private final ListBuilder list = new ListBuilder(ListFormat.UK_CSV);
  private final Map<String, ListBuilder.Entry> entries = new LinkedHashMap<>();
  private final Set<String> persons = new HashSet<>();
  private final List<String> heading;

  private UkTable(List<String> heading) {
    this.heading = heading;
  }

  /// The day in the first line of `text`.
  static LocalDate date(String text) throws MalformedListException {
    var line = text.lines().findFirst().orElse("").replace("\"", "");
    var day = line.substring(Math.min(BEGINNING.length(), line.length())).split(",", -1)[0].strip();
    return ListForm.day(day, "dd-MMM-yyyy")
        .orElseThrow(() -> new MalformedListException(ListFlaw.NO_DATE, 1, line));
  }

  /// Reads all of it.
  static ListBuilder read(String text) throws MalformedListException {
    var lines = Csv.parse(text);
    if (lines.size() < 2) {
      throw new MalformedListException(ListFlaw.EMPTY, 1, "no heading");
    }
    var table =
        new UkTable(
            lines.get(1).fields().stream()
                .map(field -> field.strip().toLowerCase(Locale.ROOT))
                .toList());
    if (!table.heading.containsAll(
        Stream.concat(NAME.stream(), Stream.of("unique id", "designation type")).toList())) {
      throw new MalformedListException(
          ListFlaw.FORMAT_UNKNOWN, 2, String.join(",", lines.get(1).fields()));
    }
    lines.stream().skip(2).forEach(table::line);
    table.entries.values().forEach(ListBuilder.Entry::end);
    return table.list;
  }

  private void line(Csv.Line line) {
    if (!line.isClosed() || line.fields().size() != heading.size()) {
      list.remark(line.number(), "", RecordFlaw.LINE_MALFORMED, String.join(",", line.fields()));
      return;
    }
    var reference = field(line, "unique id");
    var sort = field(line, "designation type");
    switch (sort.toLowerCase(Locale.ROOT)) {
      case "individual" -> person(reference);
      case "entity" -> read(line, entry(line, reference, Sort.FIRM));
      case "ship" -> read(line, entry(line, reference, Sort.VESSEL));
      default -> list.remark(line.number(), reference, RecordFlaw.SORT_UNKNOWN, sort);
    }
  }

  private void person(String reference) {
    if (persons.add(reference)) {
      list.person();
    }
  }

  private ListBuilder.Entry entry(Csv.Line line, String reference, Sort sort) {
    return entries.computeIfAbsent(
        reference.isEmpty() ? "line " + line.number() : reference,
        _ -> list.entry(line.number(), reference, sort));
  }

  private void read(Csv.Line line, ListBuilder.Entry entry) {
    var name =
        NAME.stream()
            .map(part -> field(line, part))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    entry.name(name, UkForm.isWeak(field(line, "alias strength")));
    entry.name(field(line, "name non-latin script"), false);
    number(line, "imo number", Identifier.Scheme.IMO, entry);
    number(line, "business registration number (s)", Identifier.Scheme.REGISTER, entry);
  }

  private void number(
      Csv.Line line, String column, Identifier.Scheme scheme, ListBuilder.Entry entry) {
    var number = field(line, column);
    if (!number.isEmpty()) {
      entry.number(scheme, number);
    }
  }

  private String field(Csv.Line line, String column) {
    int at = heading.indexOf(column);
    return at < 0 ? "" : line.fields().get(at).strip();
  }
}
