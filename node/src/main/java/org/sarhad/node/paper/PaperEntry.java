package org.sarhad.node.paper;

import java.util.ArrayList;
import java.util.List;
import org.sarhad.tlog.Bytes;

/// An entry and what it says, in one text: the signed note in its exact bytes, and under it a line
/// for each payload of JSON, as it was hashed. Other payloads do not go on paper.
///
/// @param entry the entry in its exact bytes
/// @param payloads salted JSON, each on one line
public record PaperEntry(Bytes entry, List<Bytes> payloads) {
  private static final String LAST_SIGNATURE = "\n\u2014 ";

  /// Copies the list.
  public PaperEntry {
    payloads = List.copyOf(payloads);
  }

  /// As it is printed. Canonical JSON has no line feeds, so a line is a payload.
  public String text() {
    var text = new StringBuilder(entry.utf8());
    payloads.forEach(payload -> text.append(payload.utf8()).append('\n'));
    return text.toString();
  }

  /// The entry in a text that was scanned; inverse of [#text]. That it is an entry, and that these
  /// are its payloads, is for the reader to check.
  public static PaperEntry parse(String text) throws MalformedPaperException {
    int last = text.lastIndexOf(LAST_SIGNATURE);
    if (last < 0) {
      throw new MalformedPaperException("scanned text", text, "an entry or a proof");
    }
    int end = text.indexOf('\n', last + 1);
    if (end < 0) {
      return new PaperEntry(Bytes.ofUtf8(text + "\n"), List.of());
    }
    var payloads = new ArrayList<Bytes>();
    for (var line : text.substring(end + 1).split("\n", -1)) {
      if (!line.isBlank()) {
        payloads.add(Bytes.ofUtf8(line));
      }
    }
    return new PaperEntry(Bytes.ofUtf8(text.substring(0, end + 1)), payloads);
  }
}
