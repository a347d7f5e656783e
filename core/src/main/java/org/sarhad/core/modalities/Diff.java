package org.sarhad.core.modalities;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sarhad.core.json.Json;

/// What is different between two documents, clause by clause.
///
/// A clause of the one *is* a clause of the other if both bind the same setting; or else if they
/// say the same words under one number; or the same words under any; or, for what is left, if they
/// have one number. So a clause that was only pushed down by a new one before it has moved, and a
/// clause whose value was changed is the same clause, wherever it stands now.
///
/// @param changes first those of the document itself, then those of clauses in the order of the
///   newer document, what was removed at its old place
public record Diff(List<ClauseChange> changes) {
  public Diff {
    changes = List.copyOf(changes);
  }

  /// From `older` to `newer`. O(n log n) in the number of clauses.
  public static Diff of(Document older, Document newer) {
    List<ClauseChange> changes = new ArrayList<>();
    amended(changes, older.toJson(), newer.toJson());
    Pairing pairing = new Pairing(older.clauses(), newer.clauses());
    List<Placed> placed = new ArrayList<>();
    for (Clause clause : newer.clauses()) {
      Optional<Clause> before = pairing.before(clause);
      if (before.isPresent()) {
        changed(before.get(), clause).forEach(c -> placed.add(new Placed(clause.number(), c)));
      } else {
        placed.add(new Placed(clause.number(), new ClauseChange.Added(clause)));
      }
    }
    for (Clause clause : pairing.left()) {
      placed.add(new Placed(clause.number(), new ClauseChange.Removed(clause)));
    }
    placed.stream()
        .sorted(Comparator.comparing(Placed::at))
        .map(Placed::change)
        .forEach(changes::add);
    return new Diff(changes);
  }

  /// From nothing to `first`: every clause of it is new. O(clauses).
  public static Diff ofFirst(Document first) {
    return new Diff(first.clauses().stream().<ClauseChange>map(ClauseChange.Added::new).toList());
  }

  /// Whether both documents say and bind the same.
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  private record Placed(ClauseNumber at, ClauseChange change) {}

  // ---- what changed ---------------------------------------------------------------------------

  private static void amended(List<ClauseChange> changes, Json.Obj older, Json.Obj newer) {
    for (String member : List.of("catalogue", "in_force_from", "languages", "review_by", "title")) {
      if (!older.find(member).equals(newer.find(member))) {
        changes.add(new ClauseChange.Amended(member, older.find(member), newer.find(member)));
      }
    }
  }

  private static List<ClauseChange> changed(Clause before, Clause after) {
    List<ClauseChange> changes = new ArrayList<>();
    if (!before.number().equals(after.number())) {
      changes.add(new ClauseChange.Moved(before.number(), after.number()));
    }
    reworded(changes, after, ClauseChange.Part.HEADING, before.heading(), after.heading());
    reworded(changes, after, ClauseChange.Part.TEXT, before.text(), after.text());
    if (!before.binding().equals(after.binding())) {
      changes.add(new ClauseChange.Rebound(after.number(), before.binding(), after.binding()));
    }
    return changes;
  }

  private static void reworded(
      List<ClauseChange> changes,
      Clause clause,
      ClauseChange.Part part,
      Optional<Wording> before,
      Optional<Wording> after) {
    TreeSet<String> languages = new TreeSet<>();
    before.ifPresent(words -> languages.addAll(words.languages()));
    after.ifPresent(words -> languages.addAll(words.languages()));
    for (String language : languages) {
      Optional<String> from = before.flatMap(words -> words.byLanguage().find(language));
      Optional<String> to = after.flatMap(words -> words.byLanguage().find(language));
      if (!from.equals(to)) {
        changes.add(new ClauseChange.Reworded(clause.number(), part, language, from, to));
      }
    }
  }

  // ---- which clause is which ------------------------------------------------------------------

  /// Finds for each clause of the newer document the one of the older that it was.
  private static final class Pairing {
    private final TreeMap<ClauseNumber, Clause> left = new TreeMap<>();
    private final TreeMap<ClauseNumber, Clause> before = new TreeMap<>();
    private final List<Clause> newer;

    Pairing(List<Clause> older, List<Clause> newer) {
      older.forEach(clause -> left.put(clause.number(), clause));
      this.newer = newer;
      bySetting();
      byNumber(true);
      byWords();
      byNumber(false);
    }

    Optional<Clause> before(Clause clause) {
      return Optional.ofNullable(before.get(clause.number()));
    }

    /// Clauses of the older document that are none of the newer.
    List<Clause> left() {
      return List.copyOf(left.values());
    }

    private void bySetting() {
      TreeMap<String, Clause> byKey = new TreeMap<>();
      left.values().forEach(c -> c.binding().ifPresent(bound -> byKey.put(bound.key(), c)));
      for (Clause clause : newer) {
        clause
            .binding()
            .map(bound -> byKey.get(bound.key()))
            .ifPresent(older -> pair(older, clause));
      }
    }

    private void byNumber(boolean onlySameWords) {
      for (Clause clause : unpaired()) {
        Optional.ofNullable(left.get(clause.number()))
            .filter(older -> !onlySameWords || older.words().equals(clause.words()))
            .ifPresent(older -> pair(older, clause));
      }
    }

    private void byWords() {
      TreeMap<String, Deque<Clause>> byWords = new TreeMap<>();
      for (Clause older : left.values()) {
        byWords.computeIfAbsent(older.words().toString(), _ -> new ArrayDeque<>()).addLast(older);
      }
      for (Clause clause : unpaired()) {
        Optional.ofNullable(byWords.get(clause.words().toString()))
            .map(Deque::pollFirst)
            .ifPresent(older -> pair(older, clause));
      }
    }

    private List<Clause> unpaired() {
      return newer.stream().filter(clause -> !before.containsKey(clause.number())).toList();
    }

    private void pair(Clause older, Clause clause) {
      left.remove(older.number());
      before.put(clause.number(), older);
    }
  }
}
