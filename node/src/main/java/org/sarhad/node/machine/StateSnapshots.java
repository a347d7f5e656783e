package org.sarhad.node.machine;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.sarhad.node.port.DiskException;
import org.sarhad.node.snapshot.MalformedSnapshotException;
import org.sarhad.node.snapshot.ShapeInput;
import org.sarhad.node.snapshot.ShapeOutput;
import org.sarhad.node.store.Snapshots;
import org.sarhad.node.store.Snapshots.Header;
import org.sarhad.node.store.Snapshots.Reach;
import org.sarhad.node.store.Snapshots.Snapshot;
import org.sarhad.tlog.BugException;
import org.sarhad.tlog.crypto.Verifier;

/// What was folded, kept in files so that a start need not fold all of it again (05-5.1).
///
/// A snapshot is a short cut and nothing else. It counts only if the logs that are here begin with
/// exactly the entries it was folded from; what came after is folded from the logs. If none counts,
/// everything is. A payload that is erased must not live on in one, so [#forget] comes before the
/// erasure.
///
/// For the node's thread, but for writing, which is for a thread beside it, and the [report].
final class StateSnapshots {
  private static final String NAME = "state";

  private final Snapshots files;
  private final SnapshotPace pace;

  /// Held while one is written and while all are deleted.
  private final ReentrantLock writing = new ReentrantLock();

  /// Rises when what was captured before must not be written any more.
  private final AtomicInteger generation = new AtomicInteger();

  private volatile SnapshotReport report = SnapshotReport.NONE;
  private long captured;
  private Optional<Moment> capturedAt = Optional.empty();

  StateSnapshots(Snapshots files, SnapshotPace pace) {
    this.files = files;
    this.pace = pace;
  }

  /// How it stands with them; for any thread.
  SnapshotReport report() {
    return report;
  }

  // ---- starting -------------------------------------------------------------------------------

  /// Folds the logs, which hold what `standing` says: from the newest snapshot that counts, or else
  /// from the beginning.
  Refold.Result fold(NodeIdentity self, Logs logs, Standing standing, Verifier verifier) {
    var match = new SnapshotMatch(self, logs, standing);
    var objections = new ArrayList<String>();
    for (var snapshot : list(objections)) {
      var objection = match.objection(snapshot.header());
      if (objection.isPresent()) {
        objections.add(objection.get());
        continue;
      }
      var folded = read(snapshot, verifier).flatMap(image -> goOn(image, snapshot, match));
      if (folded.isPresent()) {
        captured = entries(snapshot.header().logs());
        report = report.started(captured, snapshot.bodySize());
        return folded.get();
      }
      objections.add("not what was written");
    }
    if (!objections.isEmpty()) {
      deleteUnfit(objections);
    }
    report = report.refolded(objections);
    return Refold.run(self, logs, standing, verifier);
  }

  private List<Snapshot> list(List<String> objections) {
    try {
      return files.list(NAME);
    } catch (DiskException e) {
      objections.add(e.getMessage());
      return List.of();
    }
  }

  /// What does not count is of no use, and may hold what was erased since.
  private void deleteUnfit(List<String> objections) {
    try {
      files.deleteAll();
    } catch (DiskException e) {
      objections.add(e.getMessage());
    }
  }

  private Optional<StateImage> read(Snapshot snapshot, Verifier verifier) {
    try (InputStream body = files.open(snapshot).orElse(InputStream.nullInputStream())) {
      var in = new ShapeInput(body, snapshot.bodySize(), _ -> verifier);
      var image = StateImage.SHAPE.read(in);
      return in.left() == 0 ? Optional.of(image) : Optional.empty();
    } catch (IOException | MalformedSnapshotException _) {
      return Optional.empty();
    }
  }

  private static Optional<Refold.Result> goOn(
      StateImage image, Snapshot snapshot, SnapshotMatch match) {
    if (match.objection(image, snapshot.header()).isPresent()) {
      return Optional.empty();
    }
    try {
      var folded = Refold.goOn(match.self(), match.logs(), match.standing(), image);
      return match.holdsErased(image, folded.facts()) ? Optional.empty() : Optional.of(folded);
    } catch (IllegalArgumentException | BugException _) {
      return Optional.empty();
    }
  }

  private static long entries(Map<String, Reach> logs) {
    return logs.values().stream().mapToLong(Reach::size).sum();
  }

  // ---- writing --------------------------------------------------------------------------------

  /// Whether one is due, with so many entries in all logs; `atEnd` when the node is about to stop.
  boolean isDue(long entries, boolean atEnd, Moment now) {
    long since = entries - captured;
    return atEnd
        ? since >= pace.entriesAtEnd()
        : since >= pace.entries()
            && capturedAt.filter(last -> now.since(last).compareTo(pace.pause()) < 0).isEmpty();
  }

  /// The work of writing `image`, which stands at `position` and in which the logs are as far as
  /// `reach` says. For another thread, once.
  Runnable capture(StateImage image, long position, Map<String, Reach> reach, Moment now) {
    captured = entries(reach);
    capturedAt = Optional.of(now);
    var header = new Header(position, StateImage.FINGERPRINT, reach);
    int mine = generation.get();
    return () -> write(header, image, mine);
  }

  private void write(Header header, StateImage image, int mine) {
    writing.lock();
    try {
      boolean isWritten =
          files.write(
              NAME,
              header,
              out -> {
                var sink = new ShapeOutput(out);
                StateImage.SHAPE.write(image, sink);
                sink.flush();
              },
              () -> generation.get() != mine);
      if (isWritten) {
        report = report.written(entries(header.logs()));
      }
    } catch (IOException e) {
      report = report.failed(String.valueOf(e.getMessage()));
    } finally {
      writing.unlock();
    }
  }

  /// Deletes all of them, durably, and stops one that is being written. Waits for no more than a
  /// few megabytes.
  void forget() throws DiskException {
    generation.incrementAndGet();
    captured = 0;
    writing.lock();
    try {
      files.deleteAll();
      report = report.forgotten();
    } finally {
      writing.unlock();
    }
  }
}
