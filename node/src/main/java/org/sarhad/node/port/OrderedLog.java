package org.sarhad.node.port;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.sarhad.tlog.Bytes;

/// A durable sequence of byte strings that gives each a position and never changes it: the intake
/// through which everything passes that a node must remember. The first of the two seams along
/// which a side can outgrow one machine; on one machine it is a write-ahead log in plain files.
///
/// The rules an adapter keeps, and its user may build on:
///
/// 1. **Acknowledged means kept.** An append that completed is read back, byte for byte, at the
///    position it was told, whatever crashes. One that failed or never completed is *unknown*: it
///    may or may not be there, and appending again with the same writer and number is always safe.
/// 2. **Positions are the engine's order, not leaf indexes.** They start at 0 and rise by at least
///    one. A record may appear twice, with equal bytes, when its append was retried: a reader skips
///    a (writer, number) it has integrated already, which is a rule about the prefix alone, so all
///    readers agree.
/// 3. **Only committed records are read,** and what was read once is never different later.
/// 4. **Several writers may append at once;** no lock is needed, for whatever must be exclusive is
///    decided by the reader, from the log's order.
/// 5. **Fail closed.** An adapter that cannot prove its durability refuses to open, and one whose
///    sync failed refuses every later append until the process starts anew and has read back what
///    is there.
public interface OrderedLog extends AutoCloseable {
  /// What an acknowledgement means. Acknowledgements from a page cache are not offered.
  enum Durability {
    /// Synced to the device of this machine.
    LOCAL_FSYNC,
    /// Synced to the devices of a majority of replicas.
    QUORUM_FSYNC
  }

  /// Names one log of an engine: lower-case letters, digits, `-` and `.`, 1 to 64 of them, starting
  /// with a letter.
  record LogId(String name) {
    public LogId {
      if (!name.matches("[a-z][a-z0-9.-]{0,63}")) {
        throw new IllegalArgumentException(
            "log name \"" + name + "\": expected [a-z][a-z0-9.-]{0,63}");
      }
    }
  }

  /// Names who appends, for telling a retry from a new record: printable ASCII, 1 to 64 characters.
  /// Each writer numbers its own records and never uses a number for two of them.
  record Writer(String name) {
    public Writer {
      if (!name.matches("[!-~]{1,64}")) {
        throw new IllegalArgumentException(
            "writer \"" + name + "\": expected 1 to 64 printable ASCII characters");
      }
    }
  }

  /// A committed record. `position` is the engine's (0 and up); `sequence` the writer's own number
  /// for it.
  record Committed(long position, Writer writer, long sequence, Bytes bytes) {}

  /// Opens `log`, creating it if it never existed, verifies what is there and how it is kept, and
  /// says what an acknowledgement is worth. Must come before any other call on that log; opening
  /// twice is allowed.
  ///
  /// Throws [LogException] if durability cannot be proven, or if what is there is damaged in a
  /// place that was acknowledged: nothing is repaired or skipped silently.
  Durability open(LogId log) throws LogException;

  /// Queues `bytes` (1 byte up to the adapter's limit, at least 1 MiB) and returns at once.
  /// Completes with the position once it is durable; completes exceptionally with [LogException]
  /// otherwise. Records queued by one thread are committed in that order. Completions may run on
  /// the thread that does the writing: keep them short.
  CompletionStage<Long> append(LogId log, Writer writer, long sequence, Bytes bytes);

  /// Committed records from position `from` on, in order, as many as fit in `maxBytes` but at least
  /// one if there is one. Waits up to `wait` for the first; an empty list means there is none yet.
  ///
  /// Throws [LogException] if `from` was released, or what is there cannot be read.
  List<Committed> read(LogId log, long from, int maxBytes, Duration wait) throws LogException;

  /// An upper bound on positions: every append acknowledged before this call has a position below
  /// it.
  long end(LogId log) throws LogException;

  /// Allows positions below `position` to be forgotten: they are kept elsewhere by now. Nothing
  /// need happen at once, and never to anything at or above `position`. Going backwards has no
  /// effect.
  void release(LogId log, long position) throws LogException;

  /// Stops. Appends not yet durable complete exceptionally.
  @Override
  void close() throws LogException;
}
