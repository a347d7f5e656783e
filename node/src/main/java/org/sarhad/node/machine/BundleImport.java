package org.sarhad.node.machine;

import java.util.List;
import java.util.function.Supplier;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.link.PayloadFrame;
import org.sarhad.node.link.PeerRequest;
import org.sarhad.node.link.PeerResponse;
import org.sarhad.node.link.TarArchive;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.MalformedException;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;

/// Takes an offline bundle in (06-8.2): the files of a log, read by the same session that would
/// fetch them over the link, and handed to the same `ingest`.
final class BundleImport {
  /// After so much payload there is a pause too, in bytes: what was taken waits for the disk in
  /// memory.
  private static final long PAYLOAD_BYTES_MAX = 32L << 20;

  private final Ingest ingest;
  private final Supplier<Standing> standing;

  /// Takes what would have been pushed by `author`.
  @FunctionalInterface
  interface Ingest {
    PeerResponse take(PartyId author, PeerRequest request, Moment now);
  }

  BundleImport(Ingest ingest, Supplier<Standing> standing) {
    this.ingest = ingest;
    this.standing = standing;
  }

  /// Takes what is new in the archive, but no more than `packagesMax` packages of 256 entries, and
  /// fewer if there is much beside them.
  Outcome run(TarArchive archive, int packagesMax, Moment now) {
    try {
      var head = SignedCheckpoint.parse(archive.find("checkpoint").orElse(Bytes.EMPTY));
      var author = standing.get().peerOf(head.origin());
      return author.isPresent()
          ? run(archive, head, author.get().party(), packagesMax, now)
          : refused("it is of the log " + head.origin() + ", which is not a peer's");
    } catch (MalformedException e) {
      return refused(String.valueOf(e.getMessage()));
    }
  }

  private Outcome run(
      TarArchive archive, SignedCheckpoint head, PartyId author, int packagesMax, Moment now)
      throws MalformedException {
    long before = mirror(author).size();
    int packages = 0;
    long payloadBytes = 0;
    var pull = new PullSession("", head.origin());
    while (true) {
      switch (pull.next(receiver(author))) {
        case PullSession.Step.Ask(String path) ->
            archive
                .find(path)
                .ifPresentOrElse(file -> pull.found(path, file), () -> pull.absent(path));
        case PullSession.Step.Ingest step -> {
          var answer = ingest.take(author, step.request(), now);
          if (!answer.succeeded() && !step.isMerelyEarly(answer)) {
            return answer.status() == 409 ? old(head, author, before) : refused(answer);
          }
          if (step.request() instanceof PeerRequest.PushPayloads(var frames)) {
            payloadBytes += frames.stream().mapToLong(PayloadFrame::size).sum();
          }
          boolean isTaken = answer.succeeded() && step.request() instanceof PeerRequest.AddEntries;
          if (isTaken && (++packages == packagesMax || payloadBytes >= PAYLOAD_BYTES_MAX)) {
            return taken(author, before, false);
          }
        }
        case PullSession.Step.Failed(String sentence) -> {
          return refused(sentence);
        }
        case PullSession.Step.Done _ -> {
          return taken(author, before, true);
        }
      }
    }
  }

  /// A newer head is known here. Nothing is wrong with that if all under the older one is held.
  private Outcome old(SignedCheckpoint head, PartyId author, long before) {
    var mirror = mirror(author);
    return head.size() <= mirror.size() && !mirror.isFrozen()
        ? taken(author, before, true)
        : refused(
            "its head is of %d entries, and one of %d is known here already; ask for a newer bundle"
                .formatted(head.size(), mirror.pending()));
  }

  private static Outcome refused(PeerResponse answer) {
    return refused("%d %s".formatted(answer.status(), answer.body().findUtf8().orElse("").strip()));
  }

  private Outcome taken(PartyId author, long before, boolean isWhole) {
    long after = mirror(author).size();
    return new Outcome.Accepted(List.of(), new Reply.Imported(after - before, after, isWhole));
  }

  private MirrorStanding mirror(PartyId author) {
    return standing.get().peers().get(author).mirror();
  }

  private PullSession.Receiver receiver(PartyId author) {
    return new PullSession.Receiver() {
      @Override
      public long headSize() {
        return mirror(author).pending();
      }

      @Override
      public long next() {
        return mirror(author).state().next();
      }
    };
  }

  private static Outcome refused(String detail) {
    return Outcome.Refused.of("node", NodeRefusal.BUNDLE_REFUSED, detail);
  }
}
