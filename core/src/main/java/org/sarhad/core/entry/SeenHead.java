package org.sarhad.core.entry;

import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.tlog.tree.Hash;

/// How much of another log the author of an entry had verified and stored when writing it.
///
/// @param size entries of that log, 1 to 2⁵³−1; a log of which nothing was seen is not named
/// @param root the root of that log's tree at that size
public record SeenHead(long size, Hash root) {
  /// @throws IllegalArgumentException when the size is not in its range
  public SeenHead {
    if (size < 1 || size > EntryLimits.INDEX_MAX) {
      throw new IllegalArgumentException("a seen size of " + size + "; expected 1 to 2^53-1");
    }
  }

  Json.Obj toJson() {
    return Json.obj().putHash("root", root).put("size", size).build();
  }

  static SeenHead fromJson(Json.Obj json) throws MalformedJsonException {
    json.allowOnly("root", "size");
    return new SeenHead(json.integer("size", 1, EntryLimits.INDEX_MAX), json.hash("root"));
  }
}
