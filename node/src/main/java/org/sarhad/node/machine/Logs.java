package org.sarhad.node.machine;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.Origin;
import org.sarhad.node.intake.IntakeRecord;
import org.sarhad.node.intake.IntakeRecord.Stored;
import org.sarhad.node.port.Disk;
import org.sarhad.node.store.LogDirectory;
import org.sarhad.node.store.Lru;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.Check;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.tree.Merkle;

/// The log directories of one node, with everything in them that is durable: its own log, its
/// journal, and a mirror for each peer's log. A directory is named by the SHA-256 of the log's
/// origin, as mirrors serve it (tlog-mirror).
///
/// Readers may be on any thread; there is one writer at a time.
public final class Logs {
  /// How many entries are kept as they were parsed.
  private static final int PARSED_KEPT = 1024;

  private final Disk disk;
  private final Origin own;
  private final Origin journal;
  private final LogDirectory ownLog;
  private final LogDirectory journalLog;
  private final Map<Origin, LogDirectory> directories = new ConcurrentSkipListMap<>();
  private final Lru<EntryId, Entry> parsed = new Lru<>(PARSED_KEPT, _ -> 1);

  /// The logs of the node that writes `own` and `journal`, on `disk`. Opens these two.
  public Logs(Disk disk, Origin own, Origin journal) throws IOException {
    this.disk = disk;
    this.own = own;
    this.journal = journal;
    this.ownLog = open(own);
    this.journalLog = open(journal);
  }

  /// Opens the mirror of `origin`, creating it if there is none.
  LogDirectory open(Origin origin) throws IOException {
    var known = directories.get(origin);
    if (known != null) {
      return known;
    }
    var opened = LogDirectory.open(disk, "logs/" + directoryName(origin.value()));
    directories.put(origin, opened);
    return opened;
  }

  /// The name under which a log is kept and, as a mirror, served: SHA-256 of its origin, hex.
  public static String directoryName(String origin) {
    return Merkle.sha256(Bytes.ofUtf8(origin)).hex();
  }

  /// The own log.
  public LogDirectory own() {
    return ownLog;
  }

  /// The private journal.
  public LogDirectory journal() {
    return journalLog;
  }

  /// The log called `origin`, if this node keeps it.
  public Optional<LogDirectory> find(Origin origin) {
    return Optional.ofNullable(directories.get(origin));
  }

  /// The entry at `id` of a log that is kept here. What was just said is folded, pushed and shown
  /// soon after: the newest that were asked for or [#read] are not parsed again.
  Entry entry(EntryId id) {
    var log = find(id.origin());
    Check.that(log.isPresent(), "%s is not kept here", id.origin());
    var bytes = log.get().entry(id.index());
    var known = parsed.find(id).filter(entry -> entry.bytes().equals(bytes));
    if (known.isPresent()) {
      return known.get();
    }
    // A copy: what is read from a file shares memory with the 255 entries around it.
    var entry = Refold.parsed(Bytes.of(bytes.toArray()));
    read(entry);
    return entry;
  }

  /// `entry` has been read already. What is in its place now is what counts, and is looked at.
  void read(Entry entry) {
    parsed.put(entry.id(), entry);
  }

  /// Every log this node keeps.
  public List<LogDirectory> all() {
    return List.copyOf(directories.values());
  }

  /// Takes in what a durable record brings. What is there already is left alone: a record is taken
  /// twice after a crash.
  void take(IntakeRecord record) throws IOException {
    switch (record) {
      case IntakeRecord.OwnEntry(long index, Stored entry) -> append(own, index, List.of(entry));
      case IntakeRecord.JournalEntry(long index, Stored entry) ->
          append(journal, index, List.of(entry));
      case IntakeRecord.PeerEntries(Origin origin, long start, List<Stored> entries) ->
          append(origin, start, entries);
      case IntakeRecord.OwnRestored(long start, List<Stored> entries, Bytes _) ->
          append(own, start, entries);
      case IntakeRecord.Displaced(long from, long _) -> displace(from);
      case IntakeRecord.PeerCosigned(var _, Bytes note) -> publish(own(), Standing.head(note));
      case IntakeRecord.MirrorCosigned(Bytes note, var _) -> {
        var head = Standing.head(note);
        publish(open(Origin.of(head.origin())), head);
      }
      case IntakeRecord.OwnHead _,
          IntakeRecord.PeerHead _,
          IntakeRecord.Advanced _,
          IntakeRecord.Paired _,
          IntakeRecord.Unpaired _,
          IntakeRecord.EvidenceKept _,
          IntakeRecord.ForkLocated _,
          IntakeRecord.Answered _,
          IntakeRecord.GuardWaived _,
          IntakeRecord.Kept _ -> {}
    }
  }

  private void append(Origin origin, long start, List<Stored> entries) throws IOException {
    var log = open(origin);
    Check.that(start <= log.size(), "entries from %d behind %d of %s", start, log.size(), origin);
    for (int i = (int) Math.min(log.size() - start, entries.size()); i < entries.size(); i++) {
      long index = log.append(entries.get(i).bytes());
      entries.get(i).payloads().forEach(payload -> log.addPayload(index, payload));
    }
  }

  /// A head no smaller than the one that is served takes its place; of two of one size the one with
  /// more signatures.
  static void publish(LogDirectory log, SignedCheckpoint head) {
    var served = log.checkpoint().map(Standing::head);
    boolean isNewer =
        served
            .map(
                known ->
                    head.size() > known.size()
                        || (head.size() == known.size()
                            && head.note().signatures().size() >= known.note().signatures().size()))
            .orElse(true);
    if (isNewer) {
      log.publish(head.checkpoint(), head.bytes());
    }
  }

  /// Unsigned entries give way. If a head covers the place already, what gave way is gone and what
  /// came instead is there.
  private void displace(long from) throws IOException {
    long signed = own().checkpoint().map(note -> Standing.head(note).size()).orElse(0L);
    if (signed <= from && own().size() > from) {
      own().truncate(from);
    }
  }

  /// Brings the files of every log up to date, durably.
  void materialise() throws IOException {
    for (var log : directories.values()) {
      log.materialise();
    }
  }
}
