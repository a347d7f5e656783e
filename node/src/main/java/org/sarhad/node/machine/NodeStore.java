package org.sarhad.node.machine;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.sarhad.node.intake.IntakeCodec;
import org.sarhad.node.intake.IntakeFrame;
import org.sarhad.node.intake.IntakeRecord;
import org.sarhad.node.intake.MalformedIntakeException;
import org.sarhad.node.port.Disk;
import org.sarhad.node.port.LogException;
import org.sarhad.node.port.OrderedLog;
import org.sarhad.node.port.OrderedLog.LogId;
import org.sarhad.node.port.OrderedLog.Writer;
import org.sarhad.node.store.HeadLock;
import org.sarhad.node.store.Snapshots;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Frontier;

/// Everything of a node that survives: the intake, the ledger, the log directories, the lock, and
/// snapshots, which need not.
///
/// The *ledger* is a second ordered log that is never released: what the intake held that is not an
/// entry (heads, cosignatures, cards, evidence), so that the intake itself can be let go once the
/// entries are in files. Each of its records is a frame of the intake without the entries, under
/// the same number.
public final class NodeStore {
  /// Through which everything passes.
  public static final LogId INTAKE = new LogId("intake");

  /// What is not an entry.
  public static final LogId LEDGER = new LogId("ledger");

  /// The directory in which what was folded is kept; see [Snapshots].
  public static final String SNAPSHOTS = "snapshots";

  private static final int READ_BYTES = 4 << 20;
  private static final Writer WRITER = new Writer("node");

  private final OrderedLog engine;
  private final Logs logs;
  private final HeadLock lock;
  private final Snapshots snapshots;
  private final String origin;

  /// The store of the node `self`: its logs on `disk`, intake and ledger in `engine`, the last
  /// signed head in `lock`. Opens all of them.
  public NodeStore(NodeIdentity self, Disk disk, OrderedLog engine, HeadLock lock)
      throws IOException {
    this.engine = engine;
    this.lock = lock;
    this.origin = self.origin().value();
    engine.open(INTAKE);
    engine.open(LEDGER);
    this.logs = new Logs(disk, self.origin(), self.journal());
    this.snapshots = new Snapshots(disk, SNAPSHOTS);
  }

  /// The log directories.
  public Logs logs() {
    return logs;
  }

  /// What was folded, as far as it was kept.
  Snapshots snapshots() {
    return snapshots;
  }

  /// What a start finds.
  ///
  /// @param standing how far every log is
  /// @param nextNumber of the next frame
  /// @param unkept frames of the intake that the ledger does not have yet
  /// @param locked the head in the lock
  record Recovered(
      Standing standing, long nextNumber, List<Numbered> unkept, Optional<Bytes> locked) {}

  /// Reads everything back: the ledger, then what the intake holds beyond it, which is brought into
  /// the directories where a crash kept it from getting there.
  Recovered recover(Standing.Context context) throws IOException, MalformedIntakeException {
    var recovery = new Recovery(context);
    readAll(LEDGER, 0, (_, frame) -> recovery.ledger(frame));
    readAll(INTAKE, recovery.position, recovery::foresee);
    readAll(INTAKE, recovery.position, recovery::intake);
    for (var peer : recovery.standing.peers().values().toList()) {
      logs.open(peer.card().origin());
    }
    var standing =
        recovery.standing.withTrees(
            Frontier.of(logs.own().size(), logs.own()),
            Frontier.of(logs.journal().size(), logs.journal()));
    return new Recovered(standing, recovery.next, recovery.unkept, lock.find(origin));
  }

  /// Puts together what is read back.
  private final class Recovery {
    private final Standing.Context context;
    private final List<IntakeRecord> uncertain = new ArrayList<>();
    private final List<Numbered> unkept = new ArrayList<>();
    private final TreeMap<Long, Long> givesWay = new TreeMap<>();
    private Standing standing = Standing.EMPTY;
    private long next;
    private long position;

    Recovery(Standing.Context context) {
      this.context = context;
    }

    /// A frame of the ledger. It counts from the next [IntakeRecord.Kept] on: until then the intake
    /// still has it.
    void ledger(IntakeFrame frame) {
      for (var record : frame.records()) {
        uncertain.add(record);
        if (record instanceof IntakeRecord.Kept(long sequence, long at)) {
          uncertain.forEach(known -> standing = standing.replay(known, context));
          uncertain.clear();
          next = sequence + 1;
          position = at;
        }
      }
    }

    /// Notes what is going to give way: the directory may have been cut back to that already.
    void foresee(long number, IntakeFrame frame) {
      for (var record : frame.records()) {
        if (record instanceof IntakeRecord.Displaced(long from, long _)) {
          givesWay.put(number, from);
        }
      }
    }

    private boolean givesWay(long number, IntakeRecord record) {
      return record instanceof IntakeRecord.OwnEntry(long index, var _)
          && givesWay.tailMap(number, false).values().stream().anyMatch(from -> index >= from);
    }

    /// A frame of the intake. One whose append was retried is there twice; the first one counts.
    void intake(long number, IntakeFrame frame) throws IOException {
      if (number < next) {
        return;
      }
      for (var record : frame.records()) {
        if (!givesWay(number, record)) {
          logs.take(record);
        }
        standing = standing.replay(record, context);
      }
      stripped(frame).ifPresent(rest -> unkept.add(new Numbered(number, rest)));
      next = number + 1;
    }
  }

  /// Hands over everything that is kept and is not an entry, oldest first; some of it twice. Cost:
  /// reads the ledger once, and what the intake holds beyond it.
  void eachKept(Consumer<IntakeRecord> reader) throws IOException, MalformedIntakeException {
    var released = new AtomicLong();
    readAll(
        LEDGER,
        0,
        (_, frame) -> {
          for (var record : frame.records()) {
            if (record instanceof IntakeRecord.Kept(long _, long position)) {
              released.set(position);
            }
            reader.accept(record);
          }
        });
    readAll(INTAKE, released.get(), (_, frame) -> frame.records().forEach(reader));
  }

  /// Takes a frame that is read back.
  private interface FrameReader {
    void read(long number, IntakeFrame frame) throws IOException;
  }

  private void readAll(LogId log, long from, FrameReader reader)
      throws IOException, MalformedIntakeException {
    long at = from;
    for (var page = read(log, at); !page.isEmpty(); page = read(log, at)) {
      for (var committed : page) {
        reader.read(committed.sequence(), IntakeCodec.decode(committed.bytes()));
      }
      at = page.getLast().position() + 1;
    }
  }

  private List<OrderedLog.Committed> read(LogId log, long at) throws LogException {
    return engine.read(log, at, READ_BYTES, Duration.ZERO);
  }

  /// Appends a frame to the intake; completes with its position once it is durable.
  public CompletionStage<Long> append(long number, IntakeFrame frame) {
    return engine.append(INTAKE, WRITER, number, IntakeCodec.encode(frame));
  }

  /// Replaces the head in the lock; false if another one is there.
  public boolean swap(Optional<Bytes> expected, Bytes head) throws IOException {
    return lock.swap(origin, expected, head);
  }

  /// What is to be kept in files and ledger, so that the intake can be let go.
  ///
  /// @param frames durable frames since the last time, without their entries, by number
  /// @param last the number of the last of them
  public record KeepBatch(List<Numbered> frames, long last) {
    /// Copies the list.
    public KeepBatch {
      frames = List.copyOf(frames);
    }
  }

  /// A frame and its number.
  public record Numbered(long number, IntakeFrame frame) {}

  /// The frame without entries, as the ledger has it; empty if there was nothing else in it.
  static Optional<IntakeFrame> stripped(IntakeFrame frame) {
    var records = new ArrayList<IntakeRecord>();
    for (var record : frame.records()) {
      switch (record) {
        case IntakeRecord.OwnEntry _, IntakeRecord.JournalEntry _ -> {}
        case IntakeRecord.PeerEntries(var origin, long start, var entries) ->
            records.add(new IntakeRecord.Advanced(origin, start + entries.size()));
        case IntakeRecord.OwnRestored(long start, var entries, Bytes note) -> {
          if (start + entries.size() == Standing.head(note).size()) {
            records.add(new IntakeRecord.OwnHead(note));
          }
        }
        case IntakeRecord other -> records.add(other);
      }
    }
    return records.isEmpty() ? Optional.empty() : Optional.of(new IntakeFrame(records));
  }

  /// First half of keeping: brings all files up to date, and hands the ledger what it is to have.
  /// The stage completes when that is durable; then [#release] may follow. `position` is the
  /// intake's for the frame behind the last one of `batch`.
  public CompletionStage<?> keep(KeepBatch batch, long position) throws IOException {
    logs.materialise();
    CompletionStage<Long> last = CompletableFuture.completedFuture(position);
    for (var numbered : batch.frames()) {
      last = ledger(2 * numbered.number(), numbered.frame());
    }
    var kept = new IntakeRecord.Kept(batch.last(), position);
    return last.thenCombine(ledger(2 * batch.last() + 1, IntakeFrame.of(kept)), Math::max);
  }

  private CompletionStage<Long> ledger(long number, IntakeFrame frame) {
    return engine.append(LEDGER, WRITER, number, IntakeCodec.encode(frame));
  }

  /// Second half: the intake below `position` may be forgotten.
  public void release(long position) throws LogException {
    engine.release(INTAKE, position);
  }
}
