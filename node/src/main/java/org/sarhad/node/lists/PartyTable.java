package org.sarhad.node.lists;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sarhad.core.data.Csv;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.screening.Identifier;
import org.sarhad.core.screening.Sort;
import org.sarhad.core.screening.Subject;
import org.sarhad.core.screening.SubjectId;

/// Trading parties out of a table, `party,sort,name,number`: a line for each name or number, as
/// many as a party has.
///
/// A line that cannot be used is reported and leaves the party without it. So a report has to be
/// looked at before anybody is taken for clear.
public final class PartyTable {
  private static final List<String> HEADING = List.of("party", "sort", "name", "number");
  private static final int COUNT_MAX = 16;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Map<SubjectId, Entry> entries = new LinkedHashMap<>();
  private final List<Remark> remarks = new ArrayList<>();

  /// A line of the report.
  ///
  /// @param line from 1
  /// @param flaw what is wrong with it
  /// @param detail which value is meant, and why; may be empty
  public record Remark(int line, PartyFlaw flaw, String detail) {
    /// `line 3: NAME_UNFIT. … Found: …`
    @Override
    public String toString() {
      return "line %d: %s. %s%s"
          .formatted(line, flaw, flaw.sentence(), detail.isEmpty() ? "" : " Found: " + detail);
    }
  }

  /// What was read.
  ///
  /// @param subjects in the order of their first lines
  /// @param remarks on lines that were not used
  public record Parties(List<Subject> subjects, List<Remark> remarks) {
    /// No table.
    static final Parties NONE = new Parties(List.of(), List.of());

    /// Copies the lists.
    public Parties {
      subjects = List.copyOf(subjects);
      remarks = List.copyOf(remarks);
    }
  }

  private record Entry(Sort sort, Set<String> names, Set<Identifier> numbers) {}

  private PartyTable() {}

  /// The parties in `text`. O(length).
  public static Parties read(String text) {
    var table = new PartyTable();
    var lines = Csv.parse(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    if (lines.isEmpty() || !lines.getFirst().fields().equals(HEADING)) {
      table.remark(1, PartyFlaw.HEADING_UNKNOWN, "");
    } else {
      lines.stream().skip(1).forEach(table::line);
    }
    return new Parties(table.subjects(), table.remarks);
  }

  private List<Subject> subjects() {
    var subjects = new ArrayList<Subject>();
    entries.forEach(
        (id, entry) -> {
          if (!entry.names.isEmpty()) {
            subjects.add(
                new Subject(id, entry.sort, List.copyOf(entry.names), Ordered.set(entry.numbers)));
          }
        });
    return subjects;
  }

  private void line(Csv.Line line) {
    var fields = line.fields().stream().map(String::strip).toList();
    if (!line.isClosed() || fields.size() != HEADING.size()) {
      remark(line.number(), PartyFlaw.LINE_MALFORMED, String.join(",", line.fields()));
      return;
    }
    var id = id(fields.get(0));
    var sort = sort(fields.get(1));
    if (id.isEmpty()) {
      remark(line.number(), PartyFlaw.PARTY_UNFIT, fields.get(0));
    } else if (sort.isEmpty()) {
      remark(line.number(), PartyFlaw.SORT_UNKNOWN, fields.get(1));
    } else {
      add(line.number(), id.get(), sort.get(), fields.get(2), fields.get(3));
    }
  }

  private void add(int line, SubjectId id, Sort sort, String name, String number) {
    var flaw = Subject.flaw(name);
    var identifier = number.isEmpty() ? Optional.<Identifier>empty() : identifier(number);
    if (flaw.isPresent()) {
      remark(line, PartyFlaw.NAME_UNFIT, name + " (" + flaw.get() + ")");
    } else if (!number.isEmpty() && identifier.isEmpty()) {
      remark(line, PartyFlaw.NUMBER_UNREADABLE, number);
    } else if (!take(id, sort, name, identifier)) {
      remark(line, PartyFlaw.PARTY_CONTRADICTORY, id.value());
    }
  }

  private boolean take(SubjectId id, Sort sort, String name, Optional<Identifier> number) {
    var entry =
        entries.computeIfAbsent(id, _ -> new Entry(sort, new LinkedHashSet<>(), new TreeSet<>()));
    boolean hasRoom =
        (entry.names.contains(name) || entry.names.size() < COUNT_MAX)
            && (number.isEmpty() || entry.numbers.size() < COUNT_MAX);
    if (entry.sort != sort || !hasRoom) {
      return false;
    }
    entry.names.add(name);
    number.ifPresent(entry.numbers::add);
    return true;
  }

  private void remark(int line, PartyFlaw flaw, String detail) {
    remarks.add(new Remark(line, flaw, detail));
  }

  private static Optional<SubjectId> id(String text) {
    try {
      return Optional.of(SubjectId.of(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Optional<Sort> sort(String text) {
    try {
      return Optional.of(Sort.valueOf(text.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// `IMO 9074729`: the scheme, a blank, the number.
  private static Optional<Identifier> identifier(String text) {
    int blank = text.indexOf(' ');
    if (blank < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Identifier.of(
              Identifier.Scheme.valueOf(text.substring(0, blank).toUpperCase(Locale.ROOT)),
              text.substring(blank + 1)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
