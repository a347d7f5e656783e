package org.sarhad.node.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.PayloadRef;
import org.sarhad.core.party.Origin;
import org.sarhad.core.record.ChannelState;
import org.sarhad.core.record.PayloadId;
import org.sarhad.core.record.RecordKind;
import org.sarhad.node.link.PayloadFrame;
import org.sarhad.node.link.PayloadFrames;
import org.sarhad.node.store.LogDirectory;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.HashReader;
import org.sarhad.tlog.tree.TilePath;

/// What this node gives others to read: its own log and the mirrors it keeps, with the payloads
/// that were released. What is withheld or erased is not there for anybody.
final class Served {
  private static final String OWN = "log/";
  private static final int HASH_DIGITS = 64;
  private static final Pattern PAYLOADS =
      Pattern.compile("payloads/(?<bundle>(x[0-9]{3}/){0,4}[0-9]{3})/(?<part>0|[1-9][0-9]{0,4})");

  private final NodeIdentity self;
  private final Logs logs;

  Served(NodeIdentity self, Logs logs) {
    this.self = self;
    this.logs = logs;
  }

  /// The file at `path` (`log/…` or `<origin hash>/…`), if it is served.
  Optional<Bytes> resource(String path, ChannelState channel) {
    if (path.startsWith(OWN)) {
      return resource(self.origin(), path.substring(OWN.length()), channel);
    }
    if (path.length() <= HASH_DIGITS || path.charAt(HASH_DIGITS) != '/') {
      return Optional.empty();
    }
    var name = path.substring(0, HASH_DIGITS);
    return channel
        .sides()
        .keys()
        .filter(origin -> Logs.directoryName(origin.value()).equals(name))
        .findFirst()
        .flatMap(origin -> resource(origin, path.substring(HASH_DIGITS + 1), channel));
  }

  /// The file at `path` of the log called `origin`, if it is served.
  Optional<Bytes> resource(Origin origin, String path, ChannelState channel) {
    var log = logs.find(origin);
    return path.startsWith(PayloadFrames.DIRECTORY)
        ? log.flatMap(files -> payloads(origin, files, path, channel))
        : log.flatMap(files -> files.resource(path));
  }

  /// A part of the released payloads beside one bundle of entries, as far as the checkpoint covers
  /// them. Holds no more than that part in memory.
  private Optional<Bytes> payloads(
      Origin origin, LogDirectory log, String path, ChannelState channel) {
    var place = PAYLOADS.matcher(path);
    if (!place.matches()) {
      return Optional.empty();
    }
    int part = Integer.parseInt(place.group("part"));
    long from = bundle(place.group("bundle")) * TilePath.FULL_WIDTH;
    long size = log.checkpoint().map(note -> Standing.head(note).size()).orElse(0L);
    if (from >= size) {
      return Optional.empty();
    }
    var frames = new ArrayList<PayloadFrame>();
    int at = 0;
    for (long index = from; index < Math.min(size, from + TilePath.FULL_WIDTH); index++) {
      for (var frame : released(logs.entry(new EntryId(origin, index)), log, channel)) {
        if (PayloadFrames.isFull(frames)) {
          if (at == part) {
            return Optional.of(PayloadFrames.bytes(frames));
          }
          frames.clear();
          at++;
        }
        frames.add(frame);
      }
    }
    return at == part ? Optional.of(PayloadFrames.bytes(frames)) : Optional.empty();
  }

  /// The bundle whose index is spelled as in the paths of tiles.
  private static long bundle(String spelled) {
    return Long.parseLong(spelled.replaceAll("[x/]", ""));
  }

  /// The payload with this hash, if some log here names it and it may be given.
  Optional<Bytes> payload(Hash sha256, ChannelState channel) {
    boolean isWithheld =
        channel.seals().stream()
            .anyMatch(seal -> seal.key().sha256().equals(sha256) && seal.value().shown().isEmpty());
    if (isWithheld) {
      return Optional.empty();
    }
    return channel
        .sides()
        .keys()
        .flatMap(origin -> logs.find(origin).stream())
        .flatMap(log -> log.findPayload(sha256).stream())
        .findFirst();
  }

  /// The payloads that go with an entry: those it names and does not withhold, and the one it
  /// reveals. One that was erased is said to be.
  static List<PayloadFrame> released(Entry entry, LogDirectory log, ChannelState channel) {
    var id = entry.id();
    var frames = new ArrayList<PayloadFrame>();
    for (PayloadRef ref : entry.envelope().payloads()) {
      if (!ref.isSealed()) {
        frame(new PayloadId(id, ref.sha256()), log, channel).ifPresent(frames::add);
      }
    }
    revealed(entry, log).flatMap(payload -> frame(payload, log, channel)).ifPresent(frames::add);
    return frames;
  }

  private static Optional<PayloadFrame> frame(
      PayloadId payload, LogDirectory log, ChannelState channel) {
    var erasure = channel.erasures().find(payload);
    if (erasure.isPresent()) {
      return Optional.of(new PayloadFrame.Erased(payload.sha256(), erasure.get().by().index()));
    }
    return log.findPayload(payload.entry().index(), payload.sha256())
        .or(() -> log.findPayload(payload.sha256()))
        .map(bytes -> new PayloadFrame.Content(payload.sha256(), bytes));
  }

  private static Optional<PayloadId> revealed(Entry entry, LogDirectory log) {
    if (!entry.envelope().kind().equals(RecordKind.REVEALED.kind())) {
      return Optional.empty();
    }
    return entry
        .envelope()
        .body()
        .flatMap(ref -> log.findPayload(entry.id().index(), ref.sha256()))
        .flatMap(Told::revealedBy);
  }

  /// The own log as a push reads it.
  PushSource source(Supplier<ChannelState> channel) {
    var log = logs.own();
    return new PushSource() {
      @Override
      public HashReader hashes() {
        return log;
      }

      @Override
      public Bytes entry(long index) {
        return log.entry(index);
      }

      @Override
      public List<PayloadFrame> releasedPayloads(long index) {
        return released(logs.entry(new EntryId(self.origin(), index)), log, channel.get());
      }
    };
  }
}
