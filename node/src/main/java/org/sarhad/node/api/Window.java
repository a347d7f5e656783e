package org.sarhad.node.api;

import java.util.List;
import java.util.Optional;

/// One page of a list that is whole in memory: from where, and how much.
///
/// @param start from where; a list may have become shorter since
/// @param limit at most so many
record Window(int start, int limit) {
  /// The window that `cursor` and `limit` of `query` ask for.
  static Window of(Query query) {
    var from =
        query.parsed("cursor", Integer::parseUnsignedInt, "expected `next` of the page before");
    return new Window(from.orElse(0), query.number("limit", 50, 1, 500));
  }

  int from(int size) {
    return Math.min(start, size);
  }

  int to(int size) {
    return Math.min(from(size) + limit, size);
  }

  <T> List<T> of(List<T> all) {
    return all.subList(from(all.size()), to(all.size()));
  }

  /// The cursor of the next page, if there is one.
  Optional<String> next(int size) {
    return to(size) < size ? Optional.of(Integer.toString(to(size))) : Optional.empty();
  }
}
