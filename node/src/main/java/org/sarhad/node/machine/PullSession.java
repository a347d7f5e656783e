package org.sarhad.node.machine;

import java.util.List;
import java.util.Optional;
import org.sarhad.node.link.PayloadFrame;
import org.sarhad.node.link.PayloadFrames;
import org.sarhad.node.link.PeerRequest;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.MalformedException;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.mirror.AddEntries;
import org.sarhad.tlog.mirror.EntryPackage;
import org.sarhad.tlog.mirror.PackageRange;
import org.sarhad.tlog.tree.EntryBundle;
import org.sarhad.tlog.tree.Tile;
import org.sarhad.tlog.tree.TilePath;
import org.sarhad.tlog.tree.Tree;
import org.sarhad.tlog.witness.AddCheckpoint;

/// Fetches what a log serves, file by file, and turns it into the very requests its author would
/// have pushed (06-8): so whatever is pulled over the link, read from an offline bundle or fetched
/// back from a mirror goes through the same `ingest` as a push, and is believed no more.
///
/// Asks for one file at a time: the checkpoint; the tiles that the next proof needs; a bundle of
/// entries and the payloads beside it.
final class PullSession {
  /// What to do next.
  sealed interface Step {
    /// Fetch this file.
    record Ask(String path) implements Step {}

    /// Hand this to `ingest`, as if it had been pushed.
    record Ingest(PeerRequest request) implements Step {}

    /// All that the checkpoint covers has been handed over.
    record Done(SignedCheckpoint head) implements Step {}

    /// What was fetched is not a log.
    record Failed(String sentence) implements Step {}
  }

  /// How far whoever ingests is, asked anew for each step.
  interface Receiver {
    /// Entries under the newest head it accepted.
    long headSize();

    /// The first entry it does not have.
    long next();
  }

  private enum Wanted {
    CHECKPOINT,
    TILE,
    ENTRIES,
    PAYLOADS
  }

  private final String prefix;
  private final String origin;
  private Wanted wanted = Wanted.CHECKPOINT;
  private Optional<SignedCheckpoint> head = Optional.empty();
  private boolean isHeadGiven;
  private boolean isTailGiven;
  private RemoteTree tree = new RemoteTree(0);
  private Optional<PackageRange> range = Optional.empty();
  private Optional<List<Bytes>> entries = Optional.empty();
  private Optional<List<PayloadFrame>> payloads = Optional.empty();
  private int payloadPart;
  private long handedOver = -1;
  private Optional<String> failure = Optional.empty();

  /// A session for the log `origin`, whose files are at paths that begin with `prefix`.
  PullSession(String prefix, String origin) {
    this.prefix = prefix;
    this.origin = origin;
  }

  /// What to do next, given how far the receiver is.
  Step next(Receiver receiver) {
    if (failure.isPresent()) {
      return new Step.Failed(failure.get());
    }
    if (head.isEmpty()) {
      wanted = Wanted.CHECKPOINT;
      return new Step.Ask(prefix + "checkpoint");
    }
    var newest = head.get();
    if (!isHeadGiven) {
      return offer(newest, Math.min(receiver.headSize(), newest.size()));
    }
    if (receiver.next() < newest.size()) {
      return upload(newest, receiver.next());
    }
    if (!isTailGiven) {
      // Whoever has every entry is told so by an upload of nothing, and cosigns.
      isTailGiven = true;
      return new Step.Ingest(
          new PeerRequest.AddEntries(
              new AddEntries(origin, newest.size(), newest.size(), Bytes.EMPTY),
              List.of(),
              PeerRequest.Ending.WHOLE));
    }
    return new Step.Done(newest);
  }

  private Step offer(SignedCheckpoint newest, long oldSize) {
    var proof = tree.compute(hashes -> Tree.consistencyProof(oldSize, newest.size(), hashes));
    if (proof.isEmpty()) {
      return askForTile();
    }
    isHeadGiven = true;
    return new Step.Ingest(
        new PeerRequest.AddCheckpoint(new AddCheckpoint(oldSize, proof.get(), newest).bytes()));
  }

  private Step upload(SignedCheckpoint newest, long next) {
    var header = new AddEntries(origin, next, newest.size(), Bytes.EMPTY);
    var now = header.range(0);
    if (range.isEmpty() || !range.get().equals(now)) {
      if (handedOver == next) {
        return new Step.Failed("entry %d is not taken with what is here".formatted(next));
      }
      range = Optional.of(now);
      entries = Optional.empty();
      payloads = Optional.empty();
      payloadPart = 0;
    }
    if (entries.isEmpty()) {
      wanted = Wanted.ENTRIES;
      return new Step.Ask(prefix + bundlePath(now, newest.size()).path());
    }
    if (payloads.isEmpty()) {
      wanted = Wanted.PAYLOADS;
      return new Step.Ask(
          prefix + PayloadFrames.path(now.start() / TilePath.FULL_WIDTH, payloadPart));
    }
    if (!payloads.get().isEmpty()) {
      var part = payloads.get();
      boolean isLast = !PayloadFrames.isFull(part);
      payloads = isLast ? Optional.of(List.of()) : Optional.empty();
      payloadPart++;
      return new Step.Ingest(new PeerRequest.PushPayloads(part));
    }
    var made = tree.compute(hashes -> EntryPackage.of(now, entries.get(), newest.size(), hashes));
    if (made.isEmpty()) {
      return askForTile();
    }
    range = Optional.empty();
    handedOver = next;
    isTailGiven = now.end() == newest.size();
    return new Step.Ingest(
        new PeerRequest.AddEntries(header, List.of(made.get()), PeerRequest.Ending.WHOLE));
  }

  private Step askForTile() {
    wanted = Wanted.TILE;
    return new Step.Ask(prefix + tree.missing().path());
  }

  /// Takes the file that was asked for.
  void found(Bytes file) {
    try {
      switch (wanted) {
        case CHECKPOINT -> {
          var newest = SignedCheckpoint.parse(file);
          if (!newest.origin().equals(origin)) {
            fail("the checkpoint is of " + newest.origin() + ", not of " + origin);
          }
          head = Optional.of(newest);
          tree = new RemoteTree(newest.size());
        }
        case TILE -> tree.put(tree.missing(), Tile.parse(file, tree.missing().width()));
        case ENTRIES -> {
          var now = range.orElseThrow();
          var bundle = EntryBundle.parse(file, bundlePath(now, tree.size()).width());
          int from = (int) (now.start() % TilePath.FULL_WIDTH);
          entries = Optional.of(bundle.entries().subList(from, from + now.count()));
        }
        case PAYLOADS -> payloads = Optional.of(PayloadFrames.parse(file));
      }
    } catch (MalformedException e) {
      fail(String.valueOf(e.getMessage()));
    }
  }

  /// The file that was asked for does not exist.
  void absent() {
    if (wanted == Wanted.PAYLOADS) {
      payloads = Optional.of(List.of());
    } else {
      fail("there is no " + wanted.name().toLowerCase(java.util.Locale.ROOT));
    }
  }

  private void fail(String sentence) {
    failure = Optional.of(sentence);
  }

  private static TilePath.Entries bundlePath(PackageRange range, long size) {
    long index = range.start() / TilePath.FULL_WIDTH;
    long left = size - index * TilePath.FULL_WIDTH;
    return new TilePath.Entries(index, (int) Math.min(TilePath.FULL_WIDTH, left));
  }
}
