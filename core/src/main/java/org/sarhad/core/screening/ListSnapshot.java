package org.sarhad.core.screening;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sarhad.tlog.tree.Hash;

/// A list of sanctions as it stood in one file. What was decided by it is bound to its hash, so
/// that anybody who is given the file later can look for themselves.
///
/// @param source whose it is
/// @param dated what it says of its own date
/// @param sha256 of the file, byte for byte
/// @param entities firms and ships, in the order of the file
public record ListSnapshot(
    ListSource source, LocalDate dated, Hash sha256, List<ListedEntity> entities) {
  /// Copies the list.
  public ListSnapshot {
    entities = List.copyOf(entities);
  }

  /// What is not in `older` as it is here: entries that are new or were changed. Because the
  /// likeness of two names depends on nothing else, whoever was clear by `older` has to be compared
  /// with these only. O(n log n).
  public ListSnapshot newSince(ListSnapshot older) {
    TreeMap<String, ListedEntity> before = new TreeMap<>();
    older.entities.forEach(entity -> before.put(entity.reference(), entity));
    return with(entities.stream().filter(entity -> !entity.equals(before.get(entity.reference()))));
  }

  private ListSnapshot with(Stream<ListedEntity> some) {
    return new ListSnapshot(source, dated, sha256, some.toList());
  }
}
