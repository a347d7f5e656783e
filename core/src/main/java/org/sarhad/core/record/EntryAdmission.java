package org.sarhad.core.record;

import java.util.Optional;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Envelope;
import org.sarhad.core.entry.MalformedEntryException;
import org.sarhad.core.order.RootReader;
import org.sarhad.core.order.SeenRules;
import org.sarhad.core.order.SeenVerdict;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.time.TimeBracket;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.Check;
import org.sarhad.tlog.crypto.Verifier;
import org.sarhad.tlog.note.SignatureLine;
import org.sarhad.tlog.note.VerifierKey;

/// The checks on an entry that comes from the other side, in one list (protocol clause 04-7). That
/// its bytes stand in the author's log at that index has been proven before (tlog-mirror).
///
/// Pure. Costs one parse and one verification for each signature line; an officer's and the node's,
/// as a rule.
public final class EntryAdmission {
  private final RootReader roots;
  private final Verifier verifier;

  /// Admission by a node that holds the trees of `roots`.
  public EntryAdmission(RootReader roots, Verifier verifier) {
    this.roots = roots;
    this.verifier = verifier;
  }

  /// Judges the entry in `bytes`.
  ///
  /// @param state with everything before it in its log folded, and nothing behind
  /// @param place where in which log it stands
  /// @param bracket for its clock: not before, the signed time of what it has seen; not after, now
  public Admission judge(ChannelState state, EntryId place, Bytes bytes, TimeBracket bracket) {
    SideState side = state.side(place.origin());
    Check.that(side.size() == place.index(), "%s after %s entries", place, side.size());
    Entry entry;
    try {
      entry = Entry.parse(bytes);
    } catch (MalformedEntryException fault) {
      return suspect(SuspectReason.MALFORMED, String.valueOf(fault.getMessage()));
    }
    return objectionToPlace(state, side, place, entry.envelope())
        .or(() -> objectionToNode(side, entry))
        .or(() -> objectionToOfficers(side, entry))
        .or(() -> objectionToSeen(side, entry))
        .orElseGet(
            () -> new Admission.Admitted(entry, ClockNote.of(entry.envelope().time(), bracket)));
  }

  private static Optional<Admission> objectionToPlace(
      ChannelState state, SideState side, EntryId place, Envelope envelope) {
    if (!envelope.channel().equals(state.channel())) {
      return refused(SuspectReason.OTHER_CHANNEL, envelope.channel().value());
    }
    if (!envelope.id().equals(place)) {
      return refused(SuspectReason.OTHER_PLACE, "%s at %s".formatted(envelope.id(), place));
    }
    if (!envelope.release().isShared()) {
      return refused(SuspectReason.NOT_SHARED, place.toString());
    }
    boolean isGenesis = envelope.kind().equals(RecordKind.GENESIS.kind());
    if (isGenesis != (place.index() == 0)) {
      return refused(SuspectReason.GENESIS_PLACE, envelope.kind() + " at " + place);
    }
    if (side.end().isPresent() && place.index() >= side.end().get()) {
      return refused(SuspectReason.LOG_ENDED, "%s, end at %s".formatted(place, side.end().get()));
    }
    return Optional.empty();
  }

  private Optional<Admission> objectionToNode(SideState side, Entry entry) {
    VerifierKey key = side.roster().keysAt(entry.id().index()).node();
    if (!entry.node().claims(key)) {
      return refused(SuspectReason.NODE_KEY, entry.node().name());
    }
    return isBy(key, entry.node(), entry)
        ? Optional.empty()
        : refused(SuspectReason.NODE_SIGNATURE, key.name());
  }

  private Optional<Admission> objectionToOfficers(SideState side, Entry entry) {
    for (SignatureLine line : entry.officers()) {
      Optional<Standing> standing =
          side.roster().standingAt(new OfficerId(line.name()), entry.id().index());
      if (standing.isEmpty()) {
        return refused(SuspectReason.OFFICER_UNKNOWN, line.name());
      }
      Optional<Admission> objection =
          switch (standing.get()) {
            case Standing.Ended(Officer _, KeyEnd why) ->
                refused(SuspectReason.OFFICER_REVOKED, "%s, %s".formatted(line.name(), why.code()));
            case Standing.Good(Officer officer) -> objectionToLine(officer.key(), line, entry);
          };
      if (objection.isPresent()) {
        return objection;
      }
    }
    return Optional.empty();
  }

  private Optional<Admission> objectionToLine(VerifierKey key, SignatureLine line, Entry entry) {
    if (!line.claims(key)) {
      return refused(SuspectReason.OFFICER_KEY, line.name());
    }
    return isBy(key, line, entry)
        ? Optional.empty()
        : refused(SuspectReason.OFFICER_SIGNATURE, line.name());
  }

  private Optional<Admission> objectionToSeen(SideState side, Entry entry) {
    SeenVerdict verdict = SeenRules.judge(side.seen(), entry.envelope().seen(), roots);
    return switch (verdict) {
      case SeenVerdict.Sound _ -> Optional.empty();
      case SeenVerdict.Beyond(var log, var claimed) ->
          refused(SuspectReason.SEEN_BEYOND, "%s of %s".formatted(claimed.size(), log));
      case SeenVerdict.Contradicts _, SeenVerdict.OtherTree _ ->
          Optional.of(new Admission.Exhibit(entry, verdict));
    };
  }

  private boolean isBy(VerifierKey key, SignatureLine line, Entry entry) {
    return verifier.verify(
        key.type(), key.key(), entry.signedText().toArray(), line.signature().toArray());
  }

  private static Optional<Admission> refused(SuspectReason reason, String detail) {
    return Optional.of(suspect(reason, detail));
  }

  private static Admission suspect(SuspectReason reason, String detail) {
    return new Admission.Suspect(reason, detail);
  }
}
