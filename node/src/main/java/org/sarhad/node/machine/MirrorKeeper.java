package org.sarhad.node.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.order.RootReader;
import org.sarhad.core.party.Origin;
import org.sarhad.core.record.Admission;
import org.sarhad.core.record.EntryAdmission;
import org.sarhad.core.record.PayloadId;
import org.sarhad.core.record.RecordFact;
import org.sarhad.core.record.RecordRules;
import org.sarhad.core.record.SuspectReason;
import org.sarhad.core.time.TimeBracket;
import org.sarhad.node.intake.EvidenceKind;
import org.sarhad.node.intake.IntakeFrame;
import org.sarhad.node.intake.IntakeRecord;
import org.sarhad.node.intake.IntakeRecord.Stored;
import org.sarhad.node.link.PeerRequest;
import org.sarhad.node.link.PeerResponse;
import org.sarhad.tlog.BugException;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.MalformedException;
import org.sarhad.tlog.checkpoint.Cosignature;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.crypto.Verifier;
import org.sarhad.tlog.mirror.EntryPackage;
import org.sarhad.tlog.mirror.Mirror;
import org.sarhad.tlog.mirror.MirrorOutcome;
import org.sarhad.tlog.mirror.MirrorState;
import org.sarhad.tlog.mirror.UploadStart;
import org.sarhad.tlog.note.SignatureLine;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.proof.ForkProof;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.HashReader;
import org.sarhad.tlog.tree.ProofException;
import org.sarhad.tlog.witness.AddCheckpoint;
import org.sarhad.tlog.witness.Witness;
import org.sarhad.tlog.witness.WitnessOutcome;

/// The mirror's side of one log (06-4): takes a head, then payloads, then entries, and cosigns when
/// everything under the head is here. A push, a pull and an offline bundle all come in through
/// these three doors.
///
/// Decides; remembers only what a crash may take: payloads that came ahead, and the leaves of
/// entries that are on their way to the disk.
final class MirrorKeeper {
  private final NodeIdentity self;
  private final Verifier verifier;
  private final NodeSettings settings;
  private final EntryAdmission admission;
  private final Origin origin;
  private final HashReader kept;
  private final PayloadShelf shelf = new PayloadShelf();
  private final Quota quota;

  /// Payloads that were not here when their entry was taken, because their author says they were
  /// erased. Until the erasure itself is here nothing is cosigned.
  private final Set<PayloadId> excused;

  /// Leaves of entries that may not be durable yet.
  private final TreeMap<Long, Hash> fresh = new TreeMap<>();

  /// A keeper of the log `origin`.
  ///
  /// @param kept the hashes of the entries that are durable
  /// @param excused payloads of stored, not yet cosigned entries that are not here
  /// @param roots the trees this node holds
  MirrorKeeper(
      NodeIdentity self,
      Verifier verifier,
      NodeSettings settings,
      Origin origin,
      HashReader kept,
      Set<PayloadId> excused,
      RootReader roots,
      Moment now) {
    this.self = self;
    this.verifier = verifier;
    this.settings = settings;
    this.origin = origin;
    this.kept = kept;
    this.excused = new HashSet<>(excused);
    this.admission = new EntryAdmission(roots, verifier);
    this.quota = new Quota(settings.quota(), now);
  }

  // ---- heads ----------------------------------------------------------------------------------

  /// The author offers a head.
  Ruling offer(PeerStanding author, Facts facts, Bytes body, Moment now) {
    AddCheckpoint request;
    try {
      request = AddCheckpoint.parse(body);
    } catch (MalformedException e) {
      return refused(400, String.valueOf(e.getMessage()), facts);
    }
    if (author.mirror().isFrozen()) {
      return refused(422, "this log has two histories here; nothing more of it is taken", facts);
    }
    var held = author.mirror().state().newest();
    var keys = request.head().origin().equals(origin.value()) ? logKeys(author, facts) : noKeys();
    var outcome = Witness.update(held, request, keys, verifier);
    return switch (outcome) {
      case WitnessOutcome.Accepted(SignedCheckpoint head) -> accepted(author, facts, head);
      case WitnessOutcome.UnknownOrigin(String other) ->
          refused(404, "no log called " + other + " is mirrored here", facts);
      case WitnessOutcome.NotByLog(String reason) -> refused(403, reason, facts);
      case WitnessOutcome.OldAboveNew(long old, long size) ->
          refused(400, "old size %d above the size %d".formatted(old, size), facts);
      case WitnessOutcome.Conflict(var size) -> {
        var answer = new PeerResponse(409, PeerResponse.TREE_SIZE, size.bytes());
        yield withFork(
            Ruling.only(answer, facts), forkInOldHead(author, signedHead(request, keys)), now);
      }
      case WitnessOutcome.NotProven(SignedCheckpoint head, String reason) -> {
        var ruling = refused(422, reason, facts);
        var offered = new AddCheckpoint(request.oldSize(), request.proof(), head);
        var fork = held.flatMap(known -> ForkWatch.inOffer(known, offered));
        yield fork.isPresent()
            ? withFork(ruling, fork, now)
            : ruling.with(new Ruling.Finding.Unproven(head, reason));
      }
      case WitnessOutcome.Forked(SignedCheckpoint known, SignedCheckpoint head) -> {
        var proof = new ForkProof(Optional.empty(), List.of(), known, head);
        yield withFork(
            refused(422, "two roots for %d entries".formatted(head.size()), facts),
            Optional.of(proof),
            now);
      }
    };
  }

  private Ruling accepted(PeerStanding author, Facts facts, SignedCheckpoint head) {
    var answer = new PeerResponse(200, PeerResponse.TEXT, Bytes.EMPTY);
    boolean isKnown = author.mirror().state().newest().filter(head::equals).isPresent();
    return isKnown
        ? Ruling.only(answer, facts)
        : new Ruling(
            answer,
            List.of(new IntakeRecord.PeerHead(head.bytes())),
            facts,
            List.of(),
            Optional.empty());
  }

  /// An older head tells something only if it contradicts the tree we hold.
  private Optional<ForkProof> forkInOldHead(PeerStanding author, SignedCheckpoint old) {
    return author
        .mirror()
        .receipt()
        .flatMap(held -> ForkWatch.inOldHead(held, old, author.mirror().size(), kept));
  }

  private Ruling withFork(Ruling ruling, Optional<ForkProof> fork, Moment now) {
    return fork.map(
            proof ->
                new Ruling(
                    ruling.answer(),
                    List.of(Evidence.of(proof, now.wall())),
                    ruling.facts(),
                    List.of(),
                    Optional.of(new Ruling.Finding.Fork(proof))))
        .orElse(ruling);
  }

  /// The offered head with the author's verified lines only, as an exhibit wants it.
  private SignedCheckpoint signedHead(AddCheckpoint request, List<VerifierKey> keys) {
    var head = request.head();
    var lines =
        head.note().signatures().stream()
            .filter(line -> keys.stream().anyMatch(line::claims))
            .toList();
    return SignedCheckpoint.of(head.checkpoint(), lines);
  }

  /// The keys a person confirmed, and those that followed them by entries of the log.
  private List<VerifierKey> logKeys(PeerStanding author, Facts facts) {
    var keys = new ArrayList<>(author.card().log());
    var side = facts.channel().side(origin);
    side.roster().keysAt(side.size()).logKeys().stream()
        .filter(key -> !keys.contains(key))
        .forEach(keys::add);
    return keys;
  }

  private static List<VerifierKey> noKeys() {
    return List.of();
  }

  // ---- payloads -------------------------------------------------------------------------------

  /// The author hands over payloads of entries to come.
  Ruling hand(Facts facts, PeerRequest.PushPayloads request) {
    shelf.put(request.frames());
    return Ruling.only(new PeerResponse(200, PeerResponse.TEXT, Bytes.EMPTY), facts);
  }

  // ---- entries --------------------------------------------------------------------------------

  /// The author uploads entries, at the rate agreed for the link.
  Ruling upload(
      Standing standing,
      PeerStanding author,
      Facts facts,
      PeerRequest.AddEntries request,
      Moment now) {
    return upload(standing, author, facts, request, Optional.of(quota), now);
  }

  /// Somebody brings entries by hand: the same, and no rate.
  Ruling carried(
      Standing standing,
      PeerStanding author,
      Facts facts,
      PeerRequest.AddEntries request,
      Moment now) {
    return upload(standing, author, facts, request, Optional.empty(), now);
  }

  private Ruling upload(
      Standing standing,
      PeerStanding author,
      Facts facts,
      PeerRequest.AddEntries request,
      Optional<Quota> rate,
      Moment now) {
    if (author.mirror().isFrozen()) {
      return refused(422, "this log has two histories here; nothing more of it is taken", facts);
    }
    var state =
        request.header().origin().equals(origin.value())
            ? Optional.of(author.mirror().state())
            : Optional.<MirrorState>empty();
    return switch (Mirror.begin(state, request.header())) {
      case UploadStart.Proceed(SignedCheckpoint head) ->
          new Upload(standing, author, facts, request, head, rate, now).run();
      case UploadStart.Refused(MirrorOutcome refusal) -> answered(refusal, facts);
    };
  }

  /// One upload on its way through the checks.
  private final class Upload {
    private final Standing standing;
    private final PeerStanding author;
    private final PeerRequest.AddEntries request;
    private final SignedCheckpoint head;
    private final Optional<Quota> rate;
    private final Moment now;
    private final long nextBefore;
    private Facts facts;
    private long next;
    private long packagesDone;
    private final List<Stored> taken = new ArrayList<>();
    private long takenBytes;
    private final List<IntakeRecord> evidence = new ArrayList<>();
    private Optional<PeerResponse> stop = Optional.empty();
    private Optional<Ruling.Finding> finding = Optional.empty();

    Upload(
        Standing standing,
        PeerStanding author,
        Facts facts,
        PeerRequest.AddEntries request,
        SignedCheckpoint head,
        Optional<Quota> rate,
        Moment now) {
      this.standing = standing;
      this.author = author;
      this.facts = facts;
      this.request = request;
      this.head = head;
      this.rate = rate;
      this.now = now;
      this.nextBefore = author.mirror().state().next();
      this.next = nextBefore;
    }

    Ruling run() {
      for (var part : request.packages()) {
        if (stop.isPresent() || !take(part)) {
          break;
        }
        packagesDone++;
      }
      return stop.isPresent() || next < request.header().end() ? unfinished() : finished();
    }

    /// Takes one package; false if the upload ends within it.
    private boolean take(EntryPackage part) {
      var entries = part.entriesFrom(next);
      if (rate.isPresent() && !rate.get().take(entries.size(), now)) {
        stop = Optional.of(PeerResponse.refusal(429, "more entries at once than agreed"));
        return false;
      }
      try {
        part.verify(head.checkpoint(), MirrorKeeper.this::leaf);
      } catch (ProofException e) {
        stop = Optional.of(PeerResponse.refusal(422, e.reason()));
        finding =
            Optional.of(new Ruling.Finding.Suspect("a package does not prove: " + e.reason()));
        return false;
      }
      for (int i = 0; i < entries.size(); i++) {
        if (takenBytes >= IntakeFrame.FULL_BYTES || !take(entries.get(i))) {
          // Those that come again are counted when they do, unless nothing came of this at all.
          int untaken = next > nextBefore ? entries.size() - i : 0;
          rate.ifPresent(agreed -> agreed.give(untaken));
          return false;
        }
      }
      return true;
    }

    private boolean take(Bytes bytes) {
      var place = new EntryId(origin, next);
      return switch (admission.judge(facts.channel(), place, bytes, TimeBracket.by(now.wall()))) {
        case Admission.Admitted(Entry entry, var _) -> take(entry);
        case Admission.Suspect(SuspectReason reason, String detail)
            when reason == SuspectReason.SEEN_BEYOND -> {
          beyond(detail);
          yield false;
        }
        case Admission.Suspect(SuspectReason reason, String detail) -> {
          quarantine(EvidenceKind.INADMISSIBLE, bytes, reason.sentence() + " (" + detail + ")");
          yield false;
        }
        case Admission.Exhibit(Entry entry, var verdict) -> {
          quarantine(
              EvidenceKind.INADMISSIBLE,
              entry.bytes(),
              "what entry %d says it has seen cannot be: %s".formatted(next, verdict));
          yield false;
        }
      };
    }

    private boolean take(Entry entry) {
      var payloads = payloadsOf(entry);
      if (payloads.isEmpty()) {
        return false;
      }
      var step = facts.stored(entry, payloads.get());
      var revealed = revealed(step.told());
      if (revealed.isPresent() && shelf.find(revealed.get()).isEmpty()) {
        return false;
      }
      var all = new ArrayList<>(payloads.get());
      revealed.flatMap(shelf::find).ifPresent(all::add);
      facts = step.facts();
      takenBytes += entry.bytes().size() + all.stream().mapToLong(Bytes::size).sum();
      fresh.put(next, entry.leafHash());
      taken.add(new Stored(entry.bytes(), all));
      next++;
      return true;
    }

    /// The payloads that come with the entry, or empty if one of them has not come.
    private Optional<List<Bytes>> payloadsOf(Entry entry) {
      var payloads = new ArrayList<Bytes>();
      for (var ref : entry.envelope().payloads()) {
        if (ref.isSealed()) {
          continue;
        }
        var content = shelf.find(ref.sha256()).filter(ref::isOf);
        if (content.isPresent()) {
          payloads.add(content.get());
        } else if (shelf.isErased(ref.sha256()) && RecordRules.isKept(entry.envelope().kind())) {
          // Who may sign, or who is bound, depends on it: nobody can have erased it (02-7.5).
          quarantine(
              EvidenceKind.INADMISSIBLE,
              entry.bytes(),
              "entry %d is a %s, and its payload is said to be erased"
                  .formatted(next, entry.envelope().kind()));
          return Optional.empty();
        } else if (shelf.isErased(ref.sha256())) {
          excused.add(new PayloadId(entry.id(), ref.sha256()));
        } else {
          return Optional.empty();
        }
      }
      return Optional.of(payloads);
    }

    private Optional<Hash> revealed(Told told) {
      return told.record().orElse(null) instanceof RecordFact.Revealed(PayloadId payload)
          ? Optional.of(payload.sha256())
          : Optional.empty();
    }

    /// The author has seen more of some log than is here: of ours, and we have lost something; of a
    /// third one, and it will come.
    private void beyond(String detail) {
      stop = Optional.of(PeerResponse.refusal(503, "not yet: " + detail));
      long ownSeen = claimedOfOurs();
      if (ownSeen > standing.own().signed()) {
        finding = Optional.of(new Ruling.Finding.Behind(ownSeen));
      }
    }

    private long claimedOfOurs() {
      for (var part : request.packages()) {
        if (part.range().start() <= next && next < part.range().end()) {
          try {
            var bytes = part.entries().get((int) (next - part.range().start()));
            return Entry.parse(bytes).envelope().seen().sizeOf(self.origin());
          } catch (MalformedException _) {
            return 0;
          }
        }
      }
      return 0;
    }

    private void quarantine(EvidenceKind kind, Bytes bytes, String sentence) {
      stop = Optional.of(PeerResponse.refusal(422, sentence));
      finding = Optional.of(new Ruling.Finding.Suspect(sentence));
      evidence.add(Evidence.of(kind, origin, now.wall(), sentence, bytes));
    }

    private Ruling unfinished() {
      var state = author.mirror().state().withNext(next);
      var info = state.info(request.header().end());
      boolean advanced = next > nextBefore;
      var answer =
          advanced
              ? new PeerResponse(202, PeerResponse.MIRROR_INFO, info.bytes())
              : stop.orElseGet(() -> withoutProgress(state, info.bytes()));
      return new Ruling(answer, records(), facts, List.of(), finding);
    }

    private PeerResponse withoutProgress(MirrorState state, Bytes info) {
      boolean isLacking = packagesDone < request.packages().size();
      return isLacking
          ? new PeerResponse(409, PeerResponse.MIRROR_INFO, info)
          : answered(Mirror.end(state, request.header(), packagesDone), facts).answer();
    }

    private Ruling finished() {
      var already = author.mirror().receipt().filter(known -> known.size() == head.size());
      if (already.isPresent()) {
        return new Ruling(
            new PeerResponse(200, PeerResponse.TEXT, printed(ownLines(already.get()))),
            records(),
            facts,
            List.of(),
            finding);
      }
      excused.removeIf(payload -> facts.channel().erasures().containsKey(payload));
      if (!excused.isEmpty()) {
        var answer =
            PeerResponse.refusal(
                422, "payload %s is said to be erased and is not".formatted(first(excused)));
        return new Ruling(answer, records(), facts, List.of(), finding);
      }
      var last = standing.lastSignedAt();
      if (isClockBehind(last, now.wall())) {
        var answer =
            PeerResponse.refusal(503, "this node's clock is behind its last signature; later");
        return new Ruling(answer, records(), facts, List.of(), finding);
      }
      return cosigned(last.filter(time -> time.isAfter(now.wall())).orElse(now.wall()));
    }

    private Ruling cosigned(Instant at) {
      long seconds = at.getEpochSecond();
      List<SignatureLine> lines =
          self.mirror().stream()
              .map(key -> Cosignature.sign(key.name(), key.key(), head.checkpoint(), seconds))
              .toList();
      var records = new ArrayList<>(records());
      records.add(
          new IntakeRecord.MirrorCosigned(
              head.with(lines).bytes(), Instant.ofEpochSecond(seconds)));
      shelf.clear();
      return new Ruling(
          new PeerResponse(200, PeerResponse.TEXT, printed(lines)),
          records,
          facts.cosigned(origin, head.size()),
          facts.below(origin, head.size()),
          finding);
    }

    private List<IntakeRecord> records() {
      var records = new ArrayList<IntakeRecord>();
      if (!taken.isEmpty()) {
        records.add(new IntakeRecord.PeerEntries(origin, nextBefore, taken));
      }
      records.addAll(evidence);
      return records;
    }
  }

  /// What the keeper need not remember any longer, now that entries below `size` are durable.
  void durable(long size) {
    fresh.headMap(size).clear();
  }

  /// Whether everything that was taken is durable. Who fetches waits for that: a disk may be slower
  /// than a line.
  boolean isSettled() {
    return fresh.isEmpty();
  }

  private Hash leaf(int level, long index) {
    return level == 0 && fresh.containsKey(index) ? fresh.get(index) : kept.hash(level, index);
  }

  // ---- cosigning ------------------------------------------------------------------------------

  private boolean isClockBehind(Optional<Instant> last, Instant now) {
    Duration tolerance = settings.clocks().tolerance();
    return last.filter(time -> now.plus(tolerance).isBefore(time)).isPresent();
  }

  private List<SignatureLine> ownLines(SignedCheckpoint head) {
    return head.note().signatures().stream()
        .filter(line -> self.mirror().stream().anyMatch(key -> line.claims(key.verifierKey())))
        .toList();
  }

  private static Bytes printed(List<SignatureLine> lines) {
    var text = new StringBuilder();
    lines.forEach(line -> text.append(line.line()));
    return Bytes.ofUtf8(text.toString());
  }

  private static String first(Set<PayloadId> payloads) {
    return payloads.stream().sorted().findFirst().orElseThrow().sha256().hex();
  }

  // ---- answers --------------------------------------------------------------------------------

  private static Ruling answered(MirrorOutcome outcome, Facts facts) {
    return switch (outcome) {
      case MirrorOutcome.Complete _ -> throw new BugException("no answer yet: " + outcome);
      case MirrorOutcome.Partial(var info) ->
          Ruling.only(new PeerResponse(202, PeerResponse.MIRROR_INFO, info.bytes()), facts);
      case MirrorOutcome.Conflict(var info) ->
          Ruling.only(new PeerResponse(409, PeerResponse.MIRROR_INFO, info.bytes()), facts);
      case MirrorOutcome.NothingUsable(String reason) -> refused(400, reason, facts);
      case MirrorOutcome.UnknownOrigin(String other) ->
          refused(404, "no log called " + other + " is mirrored here", facts);
      case MirrorOutcome.Unprocessable(String reason) -> refused(422, reason, facts);
    };
  }

  private static Ruling refused(int status, String sentence, Facts facts) {
    return Ruling.only(PeerResponse.refusal(status, sentence), facts);
  }
}
