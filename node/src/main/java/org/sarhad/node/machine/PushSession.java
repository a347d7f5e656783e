package org.sarhad.node.machine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.sarhad.node.link.PayloadFrame;
import org.sarhad.node.link.PeerRequest;
import org.sarhad.node.link.PeerResponse;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.MalformedException;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.crypto.Verifier;
import org.sarhad.tlog.mirror.AddEntries;
import org.sarhad.tlog.mirror.EntryPackage;
import org.sarhad.tlog.mirror.MirrorInfo;
import org.sarhad.tlog.note.Note;
import org.sarhad.tlog.note.NoteVerdict;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.tree.Tree;
import org.sarhad.tlog.witness.AddCheckpoint;
import org.sarhad.tlog.witness.HeldSize;

/// The author's side of a push to one mirror (06-3): head, payloads, entries, until the mirror
/// cosigns; then again when there is a newer head.
///
/// One request is under way at a time. What the session believes about the mirror is a guess that
/// each answer corrects, so it may be thrown away at any moment and begun anew: nothing of it is
/// remembered across a restart.
final class PushSession {
  /// Entries of one request, all together, in bytes; a request holds at least one package anyway.
  /// The mirror works on one request at a time: what takes it long keeps its officers waiting.
  private static final int ENTRY_BYTES_MAX = 1 << 20;

  /// How often a wrong guess is corrected at once before the session takes a pause.
  private static final int CORRECTIONS_MAX = 3;

  /// What an answer led to.
  sealed interface Progress {
    /// Nothing the node need know.
    record Continues() implements Progress {}

    /// The mirror holds everything under this head and says so.
    ///
    /// @param head with the author's lines and the mirror's, all verified
    record Cosigned(SignedCheckpoint head) implements Progress {}

    /// The mirror holds a head of ours with this size, which is more than we ever signed.
    record Behind(long size) implements Progress {}

    /// The mirror does not take what we say, or answers what cannot be understood.
    record Refused(String sentence) implements Progress {}

    /// The mirror is there, but not now.
    record Postponed(String sentence) implements Progress {}
  }

  private enum Step {
    IDLE,
    OFFERING,
    HANDING_OVER,
    UPLOADING
  }

  private static final Progress CONTINUES = new Progress.Continues();

  private final String origin;
  private final List<VerifierKey> mirrorKeys;
  private final Verifier verifier;
  private final PushSource log;
  private final Backoff pauses;
  private final long payloadBytesMax;

  private Step step = Step.IDLE;
  private Optional<SignedCheckpoint> target = Optional.empty();
  private boolean isHeadTaken;
  private long mirrorHead;
  private long mirrorNext;
  private long done;
  private int corrections;
  private Backoff backoff;
  private Optional<Moment> pausedAt = Optional.empty();
  private final Deque<List<PayloadFrame>> handOver = new ArrayDeque<>();
  private Optional<PeerRequest.AddEntries> upload = Optional.empty();

  /// A session that guesses that the mirror has `cosigned` entries.
  PushSession(
      String origin,
      List<VerifierKey> mirrorKeys,
      Verifier verifier,
      PushSource log,
      long cosigned,
      NodeSettings.Link settings) {
    this(origin, mirrorKeys, verifier, log, cosigned, settings, PayloadFrame.MAX_BYTES_PER_REQUEST);
  }

  /// The same, with `payloadBytesMax` bytes of payload at which a step is full.
  PushSession(
      String origin,
      List<VerifierKey> mirrorKeys,
      Verifier verifier,
      PushSource log,
      long cosigned,
      NodeSettings.Link settings,
      long payloadBytesMax) {
    this.payloadBytesMax = payloadBytesMax;
    this.origin = origin;
    this.mirrorKeys = List.copyOf(mirrorKeys);
    this.verifier = verifier;
    this.log = log;
    this.mirrorHead = cosigned;
    this.mirrorNext = cosigned;
    this.pauses = new Backoff(settings.retryMin(), settings.retryMax());
    this.backoff = pauses;
  }

  /// What to ask the mirror now: nothing while an answer is awaited, during a pause, or if it has
  /// cosigned `head` (`cosigned` entries) already.
  Optional<PeerRequest> next(Optional<SignedCheckpoint> head, long cosigned, Moment now) {
    if (step != Step.IDLE || isPausing(now)) {
      return Optional.empty();
    }
    if (target.isEmpty()) {
      target = head.filter(newest -> newest.size() > Math.max(cosigned, done));
      isHeadTaken = false;
    }
    return target.map(newest -> isHeadTaken ? send(newest) : offer(newest));
  }

  /// Takes the mirror's answer to the last request.
  Progress answered(PeerResponse response, Moment now) {
    var answered = step;
    step = Step.IDLE;
    try {
      return switch (answered) {
        case IDLE -> CONTINUES;
        case OFFERING -> offered(response, now);
        case HANDING_OVER -> handedOver(response, now);
        case UPLOADING -> uploaded(response, now);
      };
    } catch (MalformedException e) {
      return refused("the mirror's answer is malformed: " + e.getMessage(), now);
    }
  }

  /// There was no answer.
  void unreachable(Moment now) {
    step = Step.IDLE;
    pause(now);
  }

  /// Whether a request is under way.
  boolean isWaiting() {
    return step != Step.IDLE;
  }

  private boolean isPausing(Moment now) {
    return pausedAt.isPresent() && !now.isAtLeast(backoff.pause(), pausedAt.get());
  }

  private PeerRequest offer(SignedCheckpoint head) {
    step = Step.OFFERING;
    // A mirror that is ahead of this head will say so; the proof of nothing is empty.
    long old = Math.min(mirrorHead, head.size());
    var proof = Tree.consistencyProof(old, head.size(), log.hashes());
    return new PeerRequest.AddCheckpoint(new AddCheckpoint(old, proof, head).bytes());
  }

  private Progress offered(PeerResponse response, Moment now) throws MalformedException {
    var head = target.orElseThrow();
    return switch (response.status()) {
      case 200 -> {
        isHeadTaken = true;
        mirrorHead = head.size();
        corrections = 0;
        yield CONTINUES;
      }
      case 409 -> {
        long held = HeldSize.parse(response.body()).size();
        if (held > head.size()) {
          // Perhaps a newer head of ours overtook this one; if not, the node is in trouble.
          target = Optional.empty();
          pause(now);
          yield new Progress.Behind(held);
        }
        yield corrected(() -> mirrorHead = held, now);
      }
      default -> failed(response, now);
    };
  }

  private PeerRequest send(SignedCheckpoint head) {
    if (upload.isEmpty()) {
      prepare(head);
    }
    if (!handOver.isEmpty()) {
      step = Step.HANDING_OVER;
      return new PeerRequest.PushPayloads(handOver.getFirst());
    }
    step = Step.UPLOADING;
    return upload.orElseThrow();
  }

  /// Cuts the next request, and the payloads that must precede it: those of its first entries, up
  /// to the first that fills a step (06-3.3).
  private void prepare(SignedCheckpoint head) {
    long start = Math.min(mirrorNext, head.size());
    var header = new AddEntries(origin, start, head.size(), Bytes.EMPTY);
    var packages = new ArrayList<EntryPackage>();
    var frames = new ArrayList<PayloadFrame>();
    long bytes = 0;
    long carried = 0;
    long count = Math.min(header.packageCount(), AddEntries.PACKAGES_MAX);
    for (int i = 0; i < count && bytes < ENTRY_BYTES_MAX && carried < payloadBytesMax; i++) {
      var range = header.range(i);
      var entries = new ArrayList<Bytes>(range.count());
      for (long index = range.start(); index < range.end(); index++) {
        var entry = log.entry(index);
        bytes += entry.size();
        entries.add(entry);
        // A package is whole or none; entries whose payloads come later are taken later.
        var released =
            carried < payloadBytesMax ? log.releasedPayloads(index) : List.<PayloadFrame>of();
        carried += released.stream().mapToLong(PayloadFrame::size).sum();
        frames.addAll(released);
      }
      packages.add(EntryPackage.of(range, entries, head.size(), log.hashes()));
    }
    handOver.clear();
    handOver.addAll(PayloadFrame.batches(frames));
    upload = Optional.of(new PeerRequest.AddEntries(header, packages, PeerRequest.Ending.WHOLE));
  }

  private Progress handedOver(PeerResponse response, Moment now) {
    if (response.succeeded()) {
      handOver.removeFirst();
      return CONTINUES;
    }
    return failed(response, now);
  }

  private Progress uploaded(PeerResponse response, Moment now) throws MalformedException {
    upload = Optional.empty();
    return switch (response.status()) {
      case 200 -> cosigned(target.orElseThrow(), response, now);
      case 202 -> {
        var info = MirrorInfo.parse(response.body());
        boolean advanced = info.next() > mirrorNext;
        mirrorNext = info.next();
        if (advanced) {
          succeeded();
          yield CONTINUES;
        }
        yield corrected(() -> {}, now);
      }
      case 409 -> {
        var info = MirrorInfo.parse(response.body());
        boolean knowsHead = info.size() == target.orElseThrow().size();
        yield corrected(
            () -> {
              mirrorNext = info.next();
              isHeadTaken = knowsHead;
            },
            now);
      }
      default -> {
        isHeadTaken = false;
        yield failed(response, now);
      }
    };
  }

  private Progress cosigned(SignedCheckpoint head, PeerResponse response, Moment now)
      throws MalformedException {
    var lines = Note.parseLines(response.body());
    // SPEC (tlog-witness): the client MUST ignore any cosignatures from unknown keys.
    var answer = SignedCheckpoint.of(head.checkpoint(), lines);
    return switch (answer.verify(mirrorKeys, verifier)) {
      case NoteVerdict.Signed signed -> {
        target = Optional.empty();
        mirrorNext = head.size();
        done = head.size();
        succeeded();
        var verified = signed.signatures().stream().map(NoteVerdict.KeySignature::line).toList();
        yield new Progress.Cosigned(head.with(verified));
      }
      case NoteVerdict.Unsigned _ -> refused("the mirror's answer has no cosignature of its", now);
      case NoteVerdict.Forged forged ->
          refused("the mirror's answer has a false cosignature by " + forged.key().name(), now);
    };
  }

  /// The guess was wrong: once corrected the session goes on at once, unless that happens again and
  /// again.
  private Progress corrected(Runnable correction, Moment now) {
    correction.run();
    if (++corrections > CORRECTIONS_MAX) {
      corrections = 0;
      pause(now);
    }
    return CONTINUES;
  }

  private Progress failed(PeerResponse response, Moment now) {
    var sentence =
        "%d %s"
            .formatted(response.status(), response.body().findUtf8().map(String::strip).orElse(""));
    if (response.status() == 429 || response.status() >= 500) {
      pause(now);
      return new Progress.Postponed(sentence);
    }
    return refused(sentence, now);
  }

  private Progress refused(String sentence, Moment now) {
    isHeadTaken = false;
    target = Optional.empty();
    upload = Optional.empty();
    pause(now);
    return new Progress.Refused(sentence);
  }

  private void succeeded() {
    corrections = 0;
    backoff = pauses;
    pausedAt = Optional.empty();
  }

  private void pause(Moment now) {
    backoff = backoff.failed();
    pausedAt = Optional.of(now);
  }
}
