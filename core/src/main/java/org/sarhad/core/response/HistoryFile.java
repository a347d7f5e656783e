package org.sarhad.core.response;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonLimits;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.tlog.Bytes;

/// A list of incidents from before the record, as a file: what was reported, by whom, with the
/// figures that differ beside each other.
///
/// JSON `{"format":"sarhad.history/1","note":"…","items":[…]}`; the items are those of
/// docs/domain/response.md §7.
///
/// @param note what the list is, where it comes from, under which licence
/// @param items in the order of the file; no two have the same name
public record HistoryFile(String note, List<HistoryItem> items) {
  private static final String FORMAT = "sarhad.history/1";
  private static final JsonLimits LIMITS = JsonLimits.ofBytes(4 << 20);

  public HistoryFile {
    items = List.copyOf(items);
  }

  /// Reads a file of at most 4 MiB.
  ///
  /// @throws MalformedJsonException when it is no such file, or names an item twice
  public static HistoryFile parse(Bytes text) throws MalformedJsonException {
    if (!(Json.parse(text, LIMITS) instanceof Json.Obj file)) {
      throw new MalformedJsonException("a history file", "another value", "an object");
    }
    file.allowOnly("format", "note", "items");
    if (!file.text("format").equals(FORMAT)) {
      throw new MalformedJsonException("member \"format\"", file.text("format"), FORMAT);
    }
    List<HistoryItem> items;
    try {
      items = NounReader.list(file, "items", HistoryFile::item);
    } catch (IllegalArgumentException refusal) {
      throw new MalformedJsonException(
          "an item of a history file", "a value", String.valueOf(refusal.getMessage()));
    }
    Set<String> names = new TreeSet<>();
    for (HistoryItem item : items) {
      if (!names.add(item.externalId())) {
        throw new MalformedJsonException(
            "member \"external_id\"", item.externalId(), "a name that no other item has");
      }
    }
    return new HistoryFile(file.text("note"), items);
  }

  /// The text of the file, canonical. Inverse of [#parse].
  public Bytes print() {
    return Json.obj()
        .put("format", FORMAT)
        .put("note", note)
        .put("items", Json.arr(items.stream().map(NounWriter::history)))
        .build()
        .canonical();
  }

  private static HistoryItem item(Json.Obj json) throws MalformedJsonException {
    HistoryItem item = NounReader.history(json);
    if (!NounWriter.history(item).equals(json)) {
      throw new MalformedJsonException(
          "item " + item.externalId(), json.toString(), "only the members of an item");
    }
    return item;
  }
}
