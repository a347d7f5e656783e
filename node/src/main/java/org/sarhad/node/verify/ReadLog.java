package org.sarhad.node.verify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.MalformedEntryException;
import org.sarhad.core.party.Origin;
import org.sarhad.node.machine.OutsideFold;
import org.sarhad.node.store.LogReader;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.TilePath;

/// A log of a bundle as it is folded: bundle by bundle, each once. For one thread.
final class ReadLog implements OutsideFold.Source {
  private final Origin origin;
  private final LogReader log;
  private final CarriedPayloads shelf;
  private final long size;
  private long bundle = -1;
  private List<Bytes> entries = List.of();
  private Map<Hash, Bytes> payloads = Map.of();

  /// @param size how many entries its head speaks of
  ReadLog(Origin origin, LogReader log, long size) {
    this.origin = origin;
    this.log = log;
    this.shelf = new CarriedPayloads(log);
    this.size = size;
  }

  @Override
  public Origin origin() {
    return origin;
  }

  /// How many entries its head speaks of.
  long size() {
    return size;
  }

  @Override
  public Optional<Entry> entry(long index) {
    if (index >= size) {
      return Optional.empty();
    }
    turnTo(index / TilePath.FULL_WIDTH);
    int at = (int) (index % TilePath.FULL_WIDTH);
    return at < entries.size() ? parsed(entries.get(at)) : Optional.empty();
  }

  private static Optional<Entry> parsed(Bytes bytes) {
    try {
      return Optional.of(Entry.parse(bytes));
    } catch (MalformedEntryException _) {
      return Optional.empty();
    }
  }

  @Override
  public List<Bytes> payloads(Entry entry) {
    turnTo(entry.id().index() / TilePath.FULL_WIDTH);
    return entry.envelope().payloads().stream()
        .flatMap(ref -> Optional.ofNullable(payloads.get(ref.sha256())).stream())
        .toList();
  }

  private void turnTo(long wanted) {
    if (wanted != bundle) {
      bundle = wanted;
      entries = log.entries(wanted);
      payloads = shelf.all(wanted);
    }
  }
}
