package org.sarhad.core.screening;

import java.util.SortedMap;
import java.util.TreeMap;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.tlog.tree.Hash;

/// What was looked at: by which lists, from which likeness on, and by which edition of the rules
/// names were compared.
///
/// @param lists the hash of each list's file, 1 to 16
/// @param threshold 1 to 1000
/// @param edition [Screen#EDITION] of the program that looked, from 1
public record Grounds(SortedMap<ListSource, Hash> lists, int threshold, int edition) {
  private static final int LISTS_MAX = 16;
  private static final int THRESHOLD_MAX = 1000;
  private static final int EDITION_MAX = 1_000_000;

  /// @throws IllegalArgumentException when a value is out of range
  public Grounds {
    lists = Ordered.map(lists);
    boolean isInRange =
        !lists.isEmpty()
            && lists.size() <= LISTS_MAX
            && threshold >= 1
            && threshold <= THRESHOLD_MAX
            && edition >= 1
            && edition <= EDITION_MAX;
    if (!isInRange) {
      throw new IllegalArgumentException(
          "%d lists, threshold %d, edition %d; expected 1 to %d, 1 to %d, 1 or more"
              .formatted(lists.size(), threshold, edition, LISTS_MAX, THRESHOLD_MAX));
    }
  }

  /// What this version of the program looks at, with `lists` and `threshold`.
  public static Grounds of(SortedMap<ListSource, Hash> lists, int threshold) {
    return new Grounds(lists, threshold, Screen.EDITION);
  }

  Json.Obj toJson() {
    JsonBuilder hashes = Json.obj();
    lists.forEach((source, hash) -> hashes.putSha256(source.code(), hash));
    return Json.obj()
        .put("edition", edition)
        .put("lists", hashes.build())
        .put("threshold", threshold)
        .build();
  }

  static Grounds fromJson(Json.Obj json) throws MalformedJsonException {
    TreeMap<ListSource, Hash> lists = new TreeMap<>();
    Json.Obj hashes = json.object("lists");
    for (String source : hashes.names()) {
      lists.put(ListSource.of(source), hashes.sha256(source));
    }
    return new Grounds(
        lists,
        Math.toIntExact(json.integer("threshold", 1, THRESHOLD_MAX)),
        Math.toIntExact(json.integer("edition", 1, EDITION_MAX)));
  }
}
