package org.sarhad.node.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.entry.EntryLimits;
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

  /// The kind of one that keeps payloads of the displaced entry before it.
  private static final Kind REST = Kind.of("node.displaced_rest");

  /// What the words about the entry take, at most.
  private static final int BODY_BYTES_MAX = 1024;

  private static final String ENTRY_MEDIA = "application/x-sarhad-entry";
  private static final String PAYLOAD_MEDIA = "application/x-sarhad-payload";

  private Displacement() {}

  /// What keeps the entry of the own log at `index`, and as many of its payloads as fit beside it;
  /// then what keeps the rest of them.
  static List<Draft> drafts(LogDirectory log, long index) {
    var entry = Refold.parsed(log.entry(index));
    var body =
        Json.obj()
            .put("index", index)
            .put("kind", entry.envelope().kind().value())
            .put("time", entry.envelope().time())
            .build();
    var first = new Parcel(BODY_BYTES_MAX);
    first.add(new Draft.Attachment("entry", Payload.raw(ENTRY_MEDIA, entry.bytes())));
    var parcels = new ArrayList<>(List.of(first));
    for (var ref : entry.envelope().payloads()) {
      log.findPayload(index, ref.sha256())
          .map(bytes -> new Draft.Attachment(ref.role(), Payload.raw(PAYLOAD_MEDIA, bytes)))
          .ifPresent(
              attachment -> {
                if (!parcels.getLast().takes(attachment)) {
                  parcels.add(new Parcel(0));
                }
                parcels.getLast().add(attachment);
              });
    }
    var drafts = new ArrayList<Draft>();
    for (var parcel : parcels) {
      boolean isFirst = drafts.isEmpty();
      drafts.add(
          new Draft(
              isFirst ? KIND : REST,
              entry.envelope().ref(),
              Release.OWN,
              isFirst ? Optional.of(body) : Optional.empty(),
              List.copyOf(parcel.attachments)));
    }
    return drafts;
  }

  /// What one entry of the journal takes (02-4.5).
  private static final class Parcel {
    private final List<Draft.Attachment> attachments = new ArrayList<>();
    private long bytes;

    Parcel(long bytes) {
      this.bytes = bytes;
    }

    boolean takes(Draft.Attachment attachment) {
      return attachments.size() + 1 < EntryLimits.PAYLOADS_MAX
          && bytes + attachment.payload().bytes().size() <= EntryLimits.PAYLOAD_BYTES_MAX;
    }

    void add(Draft.Attachment attachment) {
      attachments.add(attachment);
      bytes += attachment.payload().bytes().size();
    }
  }
}
