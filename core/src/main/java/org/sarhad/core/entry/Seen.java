package org.sarhad.core.entry;

import java.util.ArrayList;
import java.util.List;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.Origin;
import org.sarhad.tlog.tree.Hash;

/// What the author of an entry knew of the other logs when writing it (protocol clause 02-5).
///
/// It is positive knowledge, under the author's own signature: the author *had* these heads,
/// verified, with every released payload below them except those in `lacks`. What is not here
/// proves nothing: silence is not ignorance.
///
/// @param heads for each other log of which anything was seen, the latest head
/// @param lacks SHA-256 of released payloads below those heads that had not arrived; ascending,
///   none twice
public record Seen(PersistentMap<Origin, SeenHead> heads, List<Hash> lacks) {
  /// Nothing was seen of anybody.
  public static final Seen NOTHING = new Seen(PersistentMap.empty(), List.of());

  /// @throws IllegalArgumentException when there are too many of either (see [EntryLimits]) or
  ///   `lacks` is not in ascending order
  public Seen {
    lacks = List.copyOf(lacks);
    if (heads.size() > EntryLimits.SEEN_MAX || lacks.size() > EntryLimits.LACKS_MAX) {
      throw new IllegalArgumentException(
          "%d heads and %d missing payloads; at most %d and %d are allowed"
              .formatted(heads.size(), lacks.size(), EntryLimits.SEEN_MAX, EntryLimits.LACKS_MAX));
    }
    for (int i = 1; i < lacks.size(); i++) {
      if (lacks.get(i - 1).compareTo(lacks.get(i)) >= 0) {
        throw new IllegalArgumentException(
            "missing payload " + lacks.get(i).hex() + " is not in ascending order");
      }
    }
  }

  /// One head, nothing lacking.
  public static Seen of(Origin log, SeenHead head) {
    return new Seen(PersistentMap.of(log, head), List.of());
  }

  /// How many entries of `log` had been seen; 0 when none.
  public long sizeOf(Origin log) {
    return heads.find(log).map(SeenHead::size).orElse(0L);
  }

  /// This with the head of `log` set to `head`.
  public Seen with(Origin log, SeenHead head) {
    return new Seen(heads.put(log, head), lacks);
  }

  Json.Obj headsToJson() {
    var json = Json.obj();
    heads.forEach(head -> json.put(head.key().value(), head.value().toJson()));
    return json.build();
  }

  Json.Arr lacksToJson() {
    return Json.arr(lacks.stream().map(hash -> Json.of(hash.hex())));
  }

  static PersistentMap<Origin, SeenHead> headsFromJson(Json.Obj json)
      throws MalformedJsonException {
    if (json.size() > EntryLimits.SEEN_MAX) {
      throw new MalformedJsonException(
          "member \"seen\"", json.size() + " logs", "at most " + EntryLimits.SEEN_MAX);
    }
    PersistentMap<Origin, SeenHead> heads = PersistentMap.empty();
    for (String name : json.names()) {
      if (!Origin.isOrigin(name)) {
        throw new MalformedJsonException("a member of \"seen\"", name, "the name of a log");
      }
      heads = heads.put(new Origin(name), SeenHead.fromJson(json.object(name)));
    }
    return heads;
  }

  static List<Hash> lacksFromJson(Json.Arr json) throws MalformedJsonException {
    if (json.size() < 1 || json.size() > EntryLimits.LACKS_MAX) {
      throw new MalformedJsonException(
          "member \"lacks\"", json.size() + " payloads", "1 to " + EntryLimits.LACKS_MAX);
    }
    List<Hash> lacks = new ArrayList<>();
    for (String hex : json.texts()) {
      Hash hash =
          Hash.parseHex(hex)
              .orElseThrow(
                  () -> new MalformedJsonException("an item of \"lacks\"", hex, "a SHA-256"));
      if (!lacks.isEmpty() && lacks.getLast().compareTo(hash) >= 0) {
        throw new MalformedJsonException("an item of \"lacks\"", hex, "ascending order");
      }
      lacks.add(hash);
    }
    return lacks;
  }
}
