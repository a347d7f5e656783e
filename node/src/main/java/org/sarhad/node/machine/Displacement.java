package org.sarhad.node.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.entry.Payload;
import org.sarhad.core.entry.Release;
import org.sarhad.core.json.Json;
import org.sarhad.node.store.LogDirectory;

/// Own entries that were durable but under no head when the node had to be restored (06-6.5): they
/// never left, and their places are taken. The journal keeps their exact bytes until a person
/// releases them again.
final class Displacement {
  /// The kind of the internal entry that keeps one.
  static final Kind KIND = Kind.of("node.displaced");

  private static final String ENTRY_MEDIA = "application/x-sarhad-entry";
  private static final String PAYLOAD_MEDIA = "application/x-sarhad-payload";

  private Displacement() {}

  /// What keeps the entry of the own log at `index`, with its payloads.
  static Draft draft(LogDirectory log, long index) {
    var entry = Refold.parsed(log.entry(index));
    var attachments = new ArrayList<Draft.Attachment>();
    attachments.add(new Draft.Attachment("entry", Payload.raw(ENTRY_MEDIA, entry.bytes())));
    for (var ref : entry.envelope().payloads()) {
      log.findPayload(index, ref.sha256())
          .ifPresent(
              bytes ->
                  attachments.add(
                      new Draft.Attachment(ref.role(), Payload.raw(PAYLOAD_MEDIA, bytes))));
    }
    var body =
        Json.obj()
            .put("index", index)
            .put("kind", entry.envelope().kind().value())
            .put("time", entry.envelope().time())
            .build();
    return new Draft(
        KIND,
        entry.envelope().ref(),
        Release.OWN,
        Optional.of(body),
        attachments.size() > 15 ? List.copyOf(attachments.subList(0, 15)) : attachments);
  }
}
