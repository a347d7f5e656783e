package org.sarhad.node.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sarhad.core.party.Origin;
import org.sarhad.core.record.PayloadId;
import org.sarhad.node.port.Disk;
import org.sarhad.node.port.DiskException;
import org.sarhad.node.store.CheckReport;
import org.sarhad.node.store.Damage.Repair;
import org.sarhad.node.store.DirectoryCheck;
import org.sarhad.node.verify.Finding.Kind;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.crypto.Verifier;
import org.sarhad.tlog.tree.Hash;

/// Checks log directories: files, tree, heads, entries, payloads, signatures, and what entries say
/// they have seen of each other's logs.
public final class LogVerifier {
  private final KeyRing keys;
  private final Verifier verifier;
  private final Depth depth;
  private final DirectoryCheck.Progress progress;
  private final NamedExhibits exhibits = new NamedExhibits();

  /// @param keys what signatures are checked with, beside what each log says of itself
  /// @param depth whose signatures are checked
  /// @param progress is told, for one log after the other, how far it is
  public LogVerifier(
      KeyRing keys, Verifier verifier, Depth depth, DirectoryCheck.Progress progress) {
    this.keys = keys;
    this.verifier = verifier;
    this.depth = depth;
    this.progress = progress;
  }

  /// A log and a second copy of it.
  public record Copies(LogPlace log, Optional<LogPlace> mirror) {}

  /// A log, and what it and its second copy say of themselves.
  private record Read(Copies copies, Told told, Optional<Told> mirrored) {
    static Read of(Copies copies, Verifier verifier) {
      return new Read(
          copies, told(copies.log, verifier), copies.mirror.map(m -> told(m, verifier)));
    }

    private static Told told(LogPlace place, Verifier verifier) {
      return Told.by(place.reader(), place.payloads(), verifier);
    }

    Optional<Origin> origin() {
      return told.origin().or(() -> mirrored.flatMap(Told::origin));
    }

    /// Whose keys count for entries, by what the log says, or, if it begins in the middle, by what
    /// its second copy says.
    Optional<EntryCheck.Signers> signers() {
      return signers(told).or(() -> mirrored.flatMap(Read::signers));
    }

    private static Optional<EntryCheck.Signers> signers(Told told) {
      return told.roster()
          .map(roster -> new EntryCheck.Signers(told.origin().orElseThrow(), roster));
    }

    Set<PayloadId> erased() {
      var erased = new HashSet<>(told.erased());
      mirrored.ifPresent(other -> erased.addAll(other.erased()));
      return erased;
    }
  }

  /// A log after its files were judged, before it is held against the others.
  private record Judged(
      Read read,
      CheckReport report,
      Optional<SignedCheckpoint> head,
      HeadCheck heads,
      EntryCheck entries,
      PayloadCheck payloads,
      boolean isSigned,
      long elapsedMs) {

    Optional<Origin> origin() {
      return read.origin().or(() -> head.map(signed -> new Origin(signed.origin())));
    }

    /// Whether there is no head where there ought to be one: a journal has none.
    boolean hasLostItsHead() {
      return read.told.roster().isPresent() && read.copies.log.reader().checkpoint().isEmpty();
    }
  }

  /// The keys that `logs` name: their own, and those of the peers they accepted.
  public static KeyRing keysOf(List<LogPlace> logs, Verifier verifier) {
    var ring = KeyRing.EMPTY;
    for (var log : logs) {
      ring = ring.with(Read.told(log, verifier).sides());
    }
    return ring;
  }

  /// Checks each of `logs`, which are those of one node, and looks in their second copies for what
  /// is damaged. What one log says of keys counts for the others.
  public List<LogVerdict> verify(List<Copies> logs) throws InterruptedException {
    var read = logs.stream().map(copies -> Read.of(copies, verifier)).toList();
    var ring = keys;
    for (var log : read) {
      ring = ring.with(log.told.sides());
      ring = ring.with(log.mirrored.map(Told::sides).orElse(List.of()));
    }
    var judged = new ArrayList<Judged>();
    for (var log : read) {
      judged.add(judge(log, ring, read));
    }
    return judged.stream().map(log -> verdict(log, judged)).toList();
  }

  /// Compares the files of exhibits beside the logs, in the data of the node on `disk`, with what
  /// the logs said of them; empty when it keeps none. After [#verify].
  public Optional<FileVerdict> verifyFiles(Disk disk) throws DiskException {
    return disk.isDirectory(FileCheck.DIRECTORY)
        ? Optional.of(new FileCheck(disk, exhibits).run())
        : Optional.empty();
  }

  private Judged judge(Read read, KeyRing ring, List<Read> all) throws InterruptedException {
    long startNanos = System.nanoTime();
    var log = read.copies.log;
    var mirror = read.copies.mirror;
    var heads = new HeadCheck(ring, read.origin().map(Origin::value), verifier);
    boolean isAsked = !(depth instanceof Depth.Heads);
    var signers = isAsked ? signers(all, read) : Optional.<EntryCheck.Signers>empty();
    var payloads =
        new PayloadCheck(
            log.payloads(),
            mirror.map(LogPlace::payloads),
            read.erased(),
            exhibits,
            log::leavesOut);
    var entries = new EntryCheck(read.origin(), signers, depth, payloads, verifier);
    var check =
        new DirectoryCheck(log.disk(), log.directory())
            .withHeadJudge(heads)
            .withEntryJudge(entries)
            .withProgress(progress);
    var report =
        mirror.map(copy -> check.withMirror(copy.disk(), copy.directory())).orElse(check).run();
    return new Judged(
        read,
        report,
        report.checkpoint().flatMap(_ -> log.findHead()),
        heads,
        entries,
        payloads,
        signers.isPresent() || !isAsked,
        (System.nanoTime() - startNanos) / 1_000_000);
  }

  /// Whose keys count for the entries of `read`: its own, or, for a journal, those of the log with
  /// the same domain.
  private static Optional<EntryCheck.Signers> signers(List<Read> all, Read read) {
    return read.signers()
        .or(
            () ->
                all.stream()
                    .filter(log -> log.signers().isPresent() && isSameDomain(log, read))
                    .findFirst()
                    .flatMap(Read::signers));
  }

  private static boolean isSameDomain(Read one, Read other) {
    return one.origin().map(LogVerifier::domain).equals(other.origin().map(LogVerifier::domain));
  }

  private static String domain(Origin origin) {
    int slash = origin.value().indexOf('/');
    return slash < 0 ? origin.value() : origin.value().substring(0, slash);
  }

  // --- what comes of it
  // ---------------------------------------------------------------------------------------

  private LogVerdict verdict(Judged log, List<Judged> all) {
    var report = log.report;
    var told = log.read.told;
    var findings = findings(log, all);
    return new LogVerdict(
        log.read.copies.log.shown(),
        log.origin().map(Origin::value).orElse("a log without name"),
        log.read.copies.log.first(),
        report.size(),
        proven(log, findings),
        log.head.map(log.heads::lines).orElse(List.of()),
        new LogVerdict.Counts(
            log.entries.signatures(),
            log.isSigned ? 0 : log.entries.read(),
            log.payloads.named(),
            report.payloads(),
            report.erased(),
            told.unread()),
        findings,
        notes(log, all),
        log.elapsedMs);
  }

  /// How many entries a signed head vouches for. What only the node's own note says is no proof.
  private static long proven(Judged log, List<Finding> findings) {
    boolean isHeadGood = findings.stream().noneMatch(found -> found.kind() == Kind.HEAD);
    return log.report
        .checkpoint()
        .filter(_ -> isHeadGood)
        .map(head -> Math.min(head.size(), log.report.provenSize()))
        .orElse(0L);
  }

  private static List<Finding> findings(Judged log, List<Judged> all) {
    var found = new ArrayList<Finding>();
    for (var damage : log.report.damage()) {
      var finding = Finding.of(damage, log.entries.kindAt(damage.from()));
      found.add(finding.kind() == Kind.HEAD ? finding.over(log.report.size()) : finding);
    }
    var mirror = log.read.copies.mirror();
    if (log.hasLostItsHead()) {
      boolean isElsewhere = mirror.flatMap(copy -> copy.reader().checkpoint()).isPresent();
      var repair = mirror.isEmpty() ? Repair.UNKNOWN : isElsewhere ? Repair.MIRROR : Repair.NONE;
      found.add(
          new Finding(Kind.HEAD, "checkpoint", 0, log.report.size(), Finding.MISSING, repair));
    }
    log.head.ifPresent(head -> found.addAll(log.heads.wrongCosignatures(head, mirror.isPresent())));
    boolean isOtherTree =
        found.stream().anyMatch(finding -> finding.kind() == Kind.HEAD)
            && log.report.checkpoint().isPresent();
    if (isOtherTree && mirror.isPresent()) {
      found.addAll(
          Rewrite.find(
              log.read.copies.log.reader(), mirror.get().reader(), log.report.checkpoint().get()));
    }
    log.origin()
        .map(Origin::value)
        .filter(log.read.copies.log::isOfAnother)
        .ifPresent(
            origin ->
                found.add(
                    new Finding(
                        Kind.HEAD,
                        "checkpoint",
                        0,
                        log.report.size(),
                        "this is the log %s, in the place of another".formatted(origin),
                        Repair.UNKNOWN)));
    found.addAll(log.payloads.findings());
    found.addAll(log.entries.seen().betweenBundles());
    found.addAll(log.entries.seen().otherTrees((origin, size) -> root(all, origin, size)));
    long first = log.read.copies.log.first();
    found.removeIf(finding -> finding.isAbsence() && finding.to() <= first);
    found.sort(Finding.ORDER);
    return found.stream().distinct().toList();
  }

  /// The root of another log of the same node, if its files lead to a head of at least that size.
  private static Optional<Hash> root(List<Judged> all, Origin origin, long size) {
    return all.stream()
        .filter(log -> log.origin().equals(Optional.of(origin)) && log.report.provenSize() >= size)
        .findFirst()
        .flatMap(log -> log.read.copies.log.reader().findRoot(size, log.report.provenSize()));
  }

  private List<String> notes(Judged log, List<Judged> all) {
    var notes = new ArrayList<String>();
    log.entries
        .seen()
        .largest()
        .forEach(
            (origin, size) -> {
              long held =
                  all.stream()
                      .filter(other -> other.origin().equals(Optional.of(origin)))
                      .mapToLong(other -> other.report.size())
                      .findFirst()
                      .orElse(-1);
              if (held < 0) {
                notes.add(
                    "what it has seen of %s was not compared: no copy is here".formatted(origin));
              } else if (held < size) {
                notes.add(
                    "it has seen %d entries of %s, of which %d are in the files here"
                        .formatted(size, origin, held));
              }
            });
    boolean isSample = depth instanceof Depth.Sample && log.entries.judged() > 0;
    if (isSample && log.entries.judged() < log.entries.read()) {
      notes.add(
          "signatures of %d entries were checked, drawn at random; a single wrong one among the others is not seen"
              .formatted(log.entries.judged()));
    }
    boolean isJournal =
        log.report.size() > 0 && log.read.told.roster().isEmpty() && log.head.isEmpty();
    if (isJournal) {
      notes.add("nobody signs the head of a journal; its files agree with each other or not");
    }
    long covered = log.report.checkpoint().map(head -> head.size()).orElse(0L);
    if (log.report.checkpoint().isPresent() && covered < log.report.size()) {
      notes.add("the last %d entries are under no head yet".formatted(log.report.size() - covered));
    }
    return notes;
  }
}
