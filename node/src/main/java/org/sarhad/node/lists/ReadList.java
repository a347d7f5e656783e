package org.sarhad.node.lists;

import java.util.List;
import org.sarhad.core.screening.ListSnapshot;
import org.sarhad.core.screening.Sort;

/// What was read from a file, and what was not.
///
/// @param format in which form it was
/// @param list what can be screened by
/// @param persons how many records are about persons: none of them was kept
/// @param aircraft how many are about aircraft: none was kept
/// @param remarks on single records, in the order of the file
public record ReadList(
    ListFormat format, ListSnapshot list, int persons, int aircraft, List<Remark> remarks) {
  /// Copies the list.
  public ReadList {
    remarks = List.copyOf(remarks);
  }

  /// How many entries of `sort` there are.
  public long count(Sort sort) {
    return list.entities().stream().filter(entity -> entity.sort() == sort).count();
  }

  /// How many records of firms and ships were left out.
  public long leftOut() {
    return remarks.stream().filter(remark -> remark.flaw().isLeftOut()).count();
  }
}
