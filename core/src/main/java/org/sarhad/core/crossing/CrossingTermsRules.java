package org.sarhad.core.crossing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActRef;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.modalities.ClockSettings;
import org.sarhad.core.modalities.CrossingLimits;
import org.sarhad.core.modalities.CrossingSettings;
import org.sarhad.core.party.PartyId;

/// Which terms of a crossing give a leave (protocol clause 11-2). Asked before an act is proposed
/// and before it is assented to, and again where it comes into force: signed terms that keep no
/// limit give nothing.
///
/// @param state where it is asked
/// @param grounds what is agreed there
/// @param officers who holds which role there
/// @param sides the sides whose signature the act needs
public record CrossingTermsRules(
    CrossingState state, CrossingGrounds grounds, Officers officers, SortedSet<PartyId> sides) {

  /// Why `said` gives no leave, or could give none, if it is signed by the last in `entry`; empty
  /// when it would. The times of an entry are used against its own author only.
  ///
  /// @param id of the proposal; that of `entry` where it is the proposal
  public Optional<CrossingObjection> objection(ActEntry entry, ActFact.Proposed said, EntryId id) {
    CrossingTerms terms;
    try {
      terms = CrossingTerms.fromJson(said.terms());
    } catch (MalformedJsonException fault) {
      return Optional.of(
          new CrossingObjection(
              CrossingRefusal.TERMS_UNREADABLE, fault.what() + ": expected " + fault.expected()));
    }
    Instant at = entry.context().time();
    return toSides(terms)
        .or(() -> toReplacing(terms, said.supersedes()))
        .or(() -> toHostOfficer(terms))
        .or(() -> toLimits(terms, id))
        .or(() -> toAnswer(said, entry, id))
        .or(
            () ->
                when(
                    !at.isBefore(terms.until()),
                    CrossingRefusal.WINDOW_OVER,
                    "until " + terms.until()));
  }

  private Optional<CrossingObjection> toSides(CrossingTerms terms) {
    return Stream.of(
            when(
                !sides.contains(terms.visitor()) || !sides.contains(terms.host()),
                CrossingRefusal.SIDE_UNKNOWN,
                terms.visitor() + " to " + terms.host()),
            when(
                terms.visitor().equals(terms.host()),
                CrossingRefusal.OWN_SOIL,
                terms.host().value()),
            terms.units().stream()
                .filter(unit -> !unit.owner().equals(terms.visitor()))
                .findFirst()
                .map(
                    unit ->
                        new CrossingObjection(
                            CrossingRefusal.UNIT_NOT_VISITORS,
                            unit + " is not of " + terms.visitor())))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<CrossingObjection> toReplacing(
      CrossingTerms terms, Optional<ActRef> supersedes) {
    return supersedes
        .map(ActRef::entry)
        .filter(
            old ->
                state
                    .crossing(old)
                    .map(Crossing::leave)
                    .filter(
                        leave ->
                            leave.visitor().equals(terms.visitor())
                                && leave.host().equals(terms.host()))
                    .isEmpty())
        .map(old -> new CrossingObjection(CrossingRefusal.REPLACES_OTHER, old.toString()));
  }

  private Optional<CrossingObjection> toHostOfficer(CrossingTerms terms) {
    return when(
        !officers.holds(terms.host(), terms.inCharge(), grounds.limits().hostRole()),
        CrossingRefusal.HOST_OFFICER_UNKNOWN,
        terms.inCharge() + "; " + grounds.cite(CrossingSettings.HOST_ROLE));
  }

  private Optional<CrossingObjection> toLimits(CrossingTerms terms, EntryId id) {
    CrossingLimits limits = grounds.limits();
    Duration stay = Stay.length(state, id, terms);
    long areaM2 = terms.where().areaM2();
    return Stream.of(
            when(
                terms.units().size() > limits.units(),
                CrossingRefusal.TOO_MANY_UNITS,
                terms.units().size() + "; " + grounds.cite(CrossingSettings.UNITS)),
            when(
                terms.length().compareTo(limits.duration()) > 0,
                CrossingRefusal.TOO_LONG,
                minutes(terms.length()) + "; " + grounds.cite(CrossingSettings.DURATION)),
            when(
                stay.compareTo(limits.hardCap()) > 0,
                CrossingRefusal.STAY_TOO_LONG,
                minutes(stay) + "; " + grounds.cite(CrossingSettings.HARD_CAP)),
            when(
                areaM2 > limits.areaKm2() * 1_000_000L,
                CrossingRefusal.AREA_TOO_LARGE,
                (areaM2 + 999_999L) / 1_000_000L + " km2; " + grounds.cite(CrossingSettings.AREA)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /// Silence is never consent: an end is announced with the proposal, no later than agreed by the
  /// proposer's own clock, and no assent is given after it by the assenting side's own.
  private Optional<CrossingObjection> toAnswer(ActFact.Proposed said, ActEntry entry, EntryId id) {
    if (said.expires().isEmpty()) {
      return Optional.of(
          new CrossingObjection(
              CrossingRefusal.EXPIRY_MISSING, grounds.cite(ClockSettings.ANSWER_CROSSING)));
    }
    Instant expires = said.expires().get();
    Instant at = entry.context().time();
    boolean isProposal = entry.id().equals(id);
    return when(
            isProposal && expires.isAfter(at.plus(grounds.answer())),
            CrossingRefusal.EXPIRY_TOO_LATE,
            minutes(Duration.between(at, expires))
                + "; "
                + grounds.cite(ClockSettings.ANSWER_CROSSING))
        .or(() -> when(!at.isBefore(expires), CrossingRefusal.LAPSED, "until " + expires));
  }

  static String minutes(Duration length) {
    return (length.toSeconds() + 59) / 60 + " min";
  }

  static Optional<CrossingObjection> when(boolean applies, CrossingRefusal refusal, String detail) {
    return applies ? Optional.of(new CrossingObjection(refusal, detail)) : Optional.empty();
  }
}
