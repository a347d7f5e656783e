package org.sarhad.node.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// One page of a list that can be long.
///
/// @param items those of the page
/// @param total how many there are on all pages
/// @param next the cursor of the page after it, if there is one
record Pages<T>(List<T> items, int total, Optional<String> next) {
  private static final int LIMIT = 50;
  private static final int LIMIT_MAX = 200;

  /// What is asked for.
  ///
  /// @param from the place of the first, from 0
  /// @param limit how many at most
  record Asked(int from, int limit) {
    /// Cuts `all` to the page that is asked for.
    <T> Pages<T> of(List<T> all) {
      int start = Math.min(from, all.size());
      int end = Math.min(start + limit, all.size());
      return new Pages<>(
          all.subList(start, end),
          all.size(),
          end < all.size() ? Optional.of(Integer.toString(end)) : Optional.empty());
    }
  }

  /// Reads `cursor` and `limit`.
  static Asked asked(Query query) {
    var from =
        query.parsed("cursor", Integer::parseUnsignedInt, "expected `next` of the page before");
    return new Asked(Math.max(0, from.orElse(0)), query.number("limit", LIMIT, 1, LIMIT_MAX));
  }

  /// The items as `view` shows them: only those of the page are looked at.
  <V> List<V> map(Function<T, V> view) {
    return items.stream().map(view).toList();
  }
}
