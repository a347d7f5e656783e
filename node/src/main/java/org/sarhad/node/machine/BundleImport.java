package org.sarhad.node.machine;

import java.util.HashMap;
import java.util.Map;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.peer.PeerRequest;
import org.sarhad.node.peer.PeerResponse;
import org.sarhad.node.peer.Tar;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.MalformedException;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;

/// Takes an offline bundle in (06-8.2): the files of a log, read by the same session that would
/// fetch them over the link, and handed to the same `ingest`.
final class BundleImport {
  private final Ingest ingest;
  private final java.util.function.Supplier<Standing> standing;

  /// Takes what would have been pushed by `author`.
  @FunctionalInterface
  interface Ingest {
    PeerResponse take(PartyId author, PeerRequest request, Moment now);
  }

  BundleImport(Ingest ingest, java.util.function.Supplier<Standing> standing) {
    this.ingest = ingest;
    this.standing = standing;
  }

  /// Takes all that is new in the archive.
  Outcome run(Bytes archive, Moment now) {
    Map<String, Bytes> files = new HashMap<>();
    SignedCheckpoint head;
    try {
      Tar.parse(archive).forEach(member -> files.put(member.name(), member.content()));
      head = SignedCheckpoint.parse(files.getOrDefault("checkpoint", Bytes.EMPTY));
    } catch (MalformedException e) {
      return refused(String.valueOf(e.getMessage()));
    }
    var author = standing.get().peerOf(head.origin());
    if (author.isEmpty()) {
      return refused("it is of the log " + head.origin() + ", which is not a peer's");
    }
    return run(files, head.origin(), author.get().party(), now);
  }

  private Outcome run(Map<String, Bytes> files, String origin, PartyId author, Moment now) {
    long before = mirror(author).size();
    var pull = new PullSession("", origin);
    while (true) {
      switch (pull.next(receiver(author))) {
        case PullSession.Step.Ask(String path) -> {
          var file = files.get(path);
          if (file == null) {
            pull.absent();
          } else {
            pull.found(file);
          }
        }
        case PullSession.Step.Ingest(PeerRequest request) -> {
          var answer = ingest.take(author, request, now);
          if (!answer.succeeded()) {
            return refused(
                "%d %s".formatted(answer.status(), answer.body().findUtf8().orElse("").strip()));
          }
        }
        case PullSession.Step.Failed(String sentence) -> {
          return refused(sentence);
        }
        case PullSession.Step.Done _ -> {
          long after = mirror(author).size();
          return new Outcome.Accepted(
              java.util.List.of(), new Reply.Imported(after - before, after));
        }
      }
    }
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
