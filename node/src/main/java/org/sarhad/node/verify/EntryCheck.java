package org.sarhad.node.verify;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.MalformedEntryException;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Origin;
import org.sarhad.core.record.RecordKind;
import org.sarhad.core.record.Roster;
import org.sarhad.core.record.Standing;
import org.sarhad.node.store.DirectoryCheck;
import org.sarhad.node.verify.Finding.Kind;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.Verifier;
import org.sarhad.tlog.note.SignatureLine;
import org.sarhad.tlog.note.VerifierKey;

/// Looks into single entries: their one spelling, their place, their signatures, their payloads,
/// what they have seen. Used by several threads at once.
final class EntryCheck implements DirectoryCheck.EntryJudge {
  private final Optional<Origin> origin;
  private final Optional<Signers> signers;
  private final Depth depth;
  private final PayloadCheck payloads;
  private final Verifier verifier;
  private final SeenCheck seen = new SeenCheck();
  private final AtomicLong read = new AtomicLong();
  private final AtomicLong judged = new AtomicLong();
  private final AtomicLong signatures = new AtomicLong();
  private final Map<Long, Kind> kinds = new ConcurrentHashMap<>();

  /// Who may sign entries.
  ///
  /// @param log whose places count
  /// @param roster by place
  record Signers(Origin log, Roster roster) {}

  /// @param origin the log all entries must be of, if it is known
  /// @param signers who may sign; empty if that is not known
  /// @param depth whose signatures are looked at
  EntryCheck(
      Optional<Origin> origin,
      Optional<Signers> signers,
      Depth depth,
      PayloadCheck payloads,
      Verifier verifier) {
    this.origin = origin;
    this.signers = signers;
    this.depth = depth;
    this.payloads = payloads;
    this.verifier = verifier;
  }

  /// How many entries were looked into.
  long read() {
    return read.get();
  }

  /// How many of them had their signatures looked at.
  long judged() {
    return judged.get();
  }

  /// How many signatures were verified and found good.
  long signatures() {
    return signatures.get();
  }

  /// What the entries have seen, after they were read.
  SeenCheck seen() {
    return seen;
  }

  /// What the entry at `index` was objected to for.
  Kind kindAt(long index) {
    return kinds.getOrDefault(index, Kind.ENVELOPE);
  }

  @Override
  public Optional<String> findObjection(long index, Bytes bytes) {
    read.incrementAndGet();
    Entry entry;
    try {
      entry = Entry.parse(bytes);
    } catch (MalformedEntryException e) {
      return objection(index, Kind.ENVELOPE, Optional.of(String.valueOf(e.getMessage())));
    }
    var misplaced = objection(index, Kind.ENVELOPE, objectionToPlace(index, entry.id()));
    if (misplaced.isPresent()) {
      return misplaced;
    }
    payloads.look(entry);
    var untrue = seen.findObjection(index, entry.envelope().seen());
    var missigned =
        signers
            .filter(_ -> depth.takes(index) || isAboutKeys(entry))
            .flatMap(known -> objectionToSigners(known, entry));
    return objection(index, Kind.SIGNATURE, missigned)
        .or(() -> objection(index, Kind.SEEN, untrue));
  }

  private boolean isAboutKeys(Entry entry) {
    return depth instanceof Depth.Sample
        && entry.envelope().kind().application().equals(RecordKind.APPLICATION);
  }

  private Optional<String> objection(long index, Kind kind, Optional<String> what) {
    what.ifPresent(_ -> kinds.put(index, kind));
    return what;
  }

  private Optional<String> objectionToPlace(long index, EntryId id) {
    boolean isHere = id.index() == index && origin.map(id.origin()::equals).orElse(true);
    return isHere ? Optional.empty() : Optional.of("it says it is " + id);
  }

  private Optional<String> objectionToSigners(Signers known, Entry entry) {
    judged.incrementAndGet();
    long place = Told.placeIn(known.log(), entry).orElseThrow();
    var text = entry.signedText().toArray();
    var objection =
        objectionToLine(known.roster().keysAt(place).node(), entry.node(), text, "the node's");
    for (var line : entry.officers()) {
      objection = objection.or(() -> objectionToOfficer(known.roster(), place, line, text));
    }
    return objection;
  }

  private Optional<String> objectionToOfficer(
      Roster roster, long place, SignatureLine line, byte[] text) {
    var standing = roster.standingAt(new OfficerId(line.name()), place);
    if (standing.isEmpty()) {
      return Optional.of("%s signed, to whom no key was granted before".formatted(line.name()));
    }
    return switch (standing.get()) {
      case Standing.Good(var officer) ->
          objectionToLine(officer.key(), line, text, "the officer's");
      case Standing.Ended(var _, var why) ->
          Optional.of(
              "%s signed, whose key had ended before (%s)".formatted(line.name(), why.code()));
    };
  }

  private Optional<String> objectionToLine(
      VerifierKey key, SignatureLine line, byte[] text, String whose) {
    if (!line.claims(key)) {
      return Optional.of(
          "%s signature is by another key, of the name %s".formatted(whose, line.name()));
    }
    if (!verifier.verify(key.type(), key.key(), text, line.signature().toArray())) {
      return Optional.of("%s signature as %s is wrong".formatted(whose, line.name()));
    }
    signatures.incrementAndGet();
    return Optional.empty();
  }
}
