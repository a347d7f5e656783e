package org.sarhad.node.lists;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.sarhad.core.names.FoldedName;
import org.sarhad.core.screening.Identifier;
import org.sarhad.core.screening.ListSnapshot;
import org.sarhad.core.screening.ListedEntity;
import org.sarhad.core.screening.ListedName;
import org.sarhad.core.screening.Sort;
import org.sarhad.tlog.tree.Hash;

/// A list while it is being read: takes records of any form and keeps what can be screened by.
final class ListBuilder {
  private static final int NAME_MAX = 1_000;
  private static final Pattern BRACKETS = Pattern.compile("\\s*\\([^()]*\\)\\s*");

  private final ListFormat format;
  private final List<ListedEntity> entities = new ArrayList<>();
  private final Set<String> references = new HashSet<>();
  private final List<Remark> remarks = new ArrayList<>();
  private int persons;
  private int aircraft;

  ListBuilder(ListFormat format) {
    this.format = format;
  }

  void person() {
    persons++;
  }

  void aircraft() {
    aircraft++;
  }

  void remark(int line, String reference, RecordFlaw flaw, String detail) {
    remarks.add(new Remark(line, reference, flaw, detail));
  }

  /// Begins a record that is about a firm or a ship.
  Entry entry(int line, String reference, Sort sort) {
    return new Entry(line, reference, sort);
  }

  /// What was read, all together.
  ///
  /// @throws MalformedListException when it is nothing
  ReadList build(LocalDate dated, Hash sha256) throws MalformedListException {
    if (entities.isEmpty() && persons + aircraft + remarks.size() == 0) {
      throw new MalformedListException(ListFlaw.EMPTY, 0, "no record");
    }
    if (entities.isEmpty() && !remarks.isEmpty()) {
      throw new MalformedListException(
          ListFlaw.NOTHING_READ, remarks.getFirst().line(), remarks.getFirst().flaw().name());
    }
    return new ReadList(
        format,
        new ListSnapshot(format.source(), dated, sha256, entities),
        persons,
        aircraft,
        remarks);
  }

  /// One firm or ship while it is being read.
  final class Entry {
    private final int line;
    private final String reference;
    private final Sort sort;
    private final Set<ListedName> names = new LinkedHashSet<>();
    private final TreeSet<Identifier> identifiers = new TreeSet<>();

    private Entry(int line, String reference, Sort sort) {
      this.line = line;
      this.reference = reference;
      this.sort = sort;
    }

    /// A name of it, as the list writes it: `Desert Air (DA); Desert Wings`. Its parts, and what is
    /// left without remarks in brackets, are names as well. Nothing is done with one that has no
    /// letter.
    void name(String name, boolean isWeak) {
      if (name.length() > NAME_MAX) {
        remark(line, reference, RecordFlaw.NAME_TOO_LONG, name);
        return;
      }
      add(name, isWeak);
      for (var part : name.split(";", -1)) {
        add(BRACKETS.matcher(part).replaceAll(" ").strip(), isWeak);
      }
    }

    private void add(String name, boolean isWeak) {
      if (!FoldedName.of(name).isEmpty()) {
        names.add(new ListedName(name, isWeak));
      }
    }

    /// A number of it, as the list writes it. A register's that nobody could look for (words, a
    /// number of two digits) is passed over; a wrong number of a ship or a bank is reported.
    void number(Identifier.Scheme scheme, String text) {
      try {
        identifiers.add(Identifier.of(scheme, text));
      } catch (IllegalArgumentException _) {
        if (scheme != Identifier.Scheme.REGISTER) {
          remark(line, reference, RecordFlaw.NUMBER_UNREADABLE, text);
        }
      }
    }

    /// Puts it on the list, if it can be named and found.
    void end() {
      if (reference.isBlank()) {
        remark(line, "", RecordFlaw.NO_REFERENCE, "");
      } else if (names.isEmpty()) {
        remark(line, reference, RecordFlaw.NO_NAME, "");
      } else if (!references.add(reference)) {
        remark(line, reference, RecordFlaw.REFERENCE_TWICE, "");
      } else {
        entities.add(new ListedEntity(reference, sort, List.copyOf(names), identifiers));
      }
    }
  }
}
