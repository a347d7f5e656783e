package org.sarhad.node.api;

import java.util.List;
import java.util.Optional;

/// One page of a list that was made for one answer. A cursor is the place at which the next page
/// begins: lists here are short enough to be made anew, and what is added while somebody turns
/// pages moves the rest.
///
/// @param items those of the page
/// @param total how many there are
/// @param next the cursor of the next page; empty on the last
record Paging<T>(List<T> items, long total, Optional<String> next) {
  static final int LIMIT = 50;
  static final int LIMIT_MAX = 500;

  /// What a query asks for.
  ///
  /// @param start at least 0
  /// @param limit 1 to 500
  record Asked(int start, int limit) {
    /// Reads `cursor` and `limit`.
    static Asked of(Query query) {
      return of(query, "cursor", query.number("limit", LIMIT, 1, LIMIT_MAX));
    }

    /// Where an answer has pages of several lists, each with a cursor of its own.
    static Asked of(Query query, String cursor, int limit) {
      var from =
          query.parsed(cursor, Integer::parseUnsignedInt, "expected `next` of the page before");
      return new Asked(Math.max(0, from.orElse(0)), limit);
    }
  }

  /// The page of `all` that was asked for.
  static <T> Paging<T> of(List<T> all, Asked asked) {
    int start = Math.min(asked.start(), all.size());
    int end = Math.min(start + asked.limit(), all.size());
    return new Paging<>(
        all.subList(start, end),
        all.size(),
        end < all.size() ? Optional.of(Integer.toString(end)) : Optional.empty());
  }
}
