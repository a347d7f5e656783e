package org.sarhad.core.modalities;

import static org.sarhad.core.modalities.ModalitiesRefusal.ACT_OVER;
import static org.sarhad.core.modalities.ModalitiesRefusal.ACT_UNKNOWN;
import static org.sarhad.core.modalities.ModalitiesRefusal.ALREADY_BEGUN;
import static org.sarhad.core.modalities.ModalitiesRefusal.ALREADY_NOTICED;
import static org.sarhad.core.modalities.ModalitiesRefusal.ALREADY_SUSPENDED;
import static org.sarhad.core.modalities.ModalitiesRefusal.CLAUSE_UNKNOWN;
import static org.sarhad.core.modalities.ModalitiesRefusal.MALFORMED_DOCUMENT;
import static org.sarhad.core.modalities.ModalitiesRefusal.NODE_ONLY;
import static org.sarhad.core.modalities.ModalitiesRefusal.NOTICE_TOO_SHORT;
import static org.sarhad.core.modalities.ModalitiesRefusal.NOTICE_UNKNOWN;
import static org.sarhad.core.modalities.ModalitiesRefusal.NOT_AN_EMERGENCY;
import static org.sarhad.core.modalities.ModalitiesRefusal.NOT_A_PARTY;
import static org.sarhad.core.modalities.ModalitiesRefusal.NOT_RELEASED;
import static org.sarhad.core.modalities.ModalitiesRefusal.NOT_SEEN;
import static org.sarhad.core.modalities.ModalitiesRefusal.NOT_SUPERSEDING;
import static org.sarhad.core.modalities.ModalitiesRefusal.NOT_SUSPENDED;
import static org.sarhad.core.modalities.ModalitiesRefusal.NO_MODALITIES;
import static org.sarhad.core.modalities.ModalitiesRefusal.NO_OFFICER;
import static org.sarhad.core.modalities.ModalitiesRefusal.OVERTAKEN;
import static org.sarhad.core.modalities.ModalitiesRefusal.RED_LINE;
import static org.sarhad.core.modalities.ModalitiesRefusal.ROLE_MISSING;
import static org.sarhad.core.modalities.ModalitiesRefusal.TOO_EARLY;
import static org.sarhad.core.modalities.ModalitiesRefusal.VERSION_UNKNOWN;
import static org.sarhad.core.modalities.ModalitiesRefusal.VERSION_VOIDED;
import static org.sarhad.core.modalities.ModalitiesRefusal.WRONG_NUMBER;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.Authored;
import org.sarhad.core.fact.Decision;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;

/// What may be said about the modalities, by whom and when, and which documents can come in force
/// (docs/protocol/08-modalities.md, clauses 08-5 to 08-7).
///
/// The same objections decide a request of one's own and judge a fact of the other side; a fact
/// without objection is what [ModalitiesState#apply] lets take effect.
public final class ModalitiesRules {
  private ModalitiesRules() {}

  /// Decides whether `fact` can be stated now, by one's own side.
  ///
  /// @param state as this node knows it: what is final, and on top of it what is not yet
  /// @param entry the one it would become: next index, the officer with their roles, what it would
  ///   say it has seen; its leaf hash is not looked at
  /// @return the fact itself, released; or the first refusal that applies
  public static Decision<ModalitiesFact, ModalitiesFact, ModalitiesRefusal> decide(
      ModalitiesState state, ActEntry entry, ModalitiesFact fact) {
    return objection(state, entry, fact)
        .<Decision<ModalitiesFact, ModalitiesFact, ModalitiesRefusal>>map(
            refusal -> Decision.refuse(refusal, fact.kind().kind().value()))
        .orElseGet(() -> Decision.accept(List.of(Authored.released(fact)), fact));
  }

  /// Why the document in `proposed` could not come in force if it were signed now; empty when it
  /// could. To be asked before an officer proposes it, and before one assents: what is signed in
  /// spite of it binds nobody (protocol clause 08-6.2).
  public static Optional<ModalitiesRefusal> objection(
      ModalitiesState state, ActFact.Proposed proposed) {
    Document document;
    try {
      document = Document.fromJson(proposed.terms());
    } catch (MalformedJsonException _) {
      return Optional.of(MALFORMED_DOCUMENT);
    }
    return when(!document.settings().loosened().isEmpty(), RED_LINE)
        .or(() -> when(document.number() != state.nextNumber(), WRONG_NUMBER))
        .or(
            () ->
                when(
                    state
                        .toBeSuperseded()
                        .filter(ref -> !proposed.supersedes().equals(Optional.of(ref)))
                        .isPresent(),
                    NOT_SUPERSEDING));
  }

  /// Why `fact` does not hold where it stands; empty when it does. A function of the joint order up
  /// to that place.
  static Optional<ModalitiesRefusal> objection(
      ModalitiesState state, ActEntry entry, ModalitiesFact fact) {
    return when(!entry.context().released(), NOT_RELEASED)
        .or(() -> objectionToSpeaker(entry.context(), fact))
        .or(() -> new Judge(state, entry).objection(fact));
  }

  private static Optional<ModalitiesRefusal> objectionToSpeaker(
      FactContext context, ModalitiesFact fact) {
    return isByNode(fact)
        ? when(context.officer().isPresent(), NODE_ONLY)
        : when(context.officer().isEmpty(), NO_OFFICER);
  }

  private static boolean isByNode(ModalitiesFact fact) {
    return switch (fact) {
      case ModalitiesFact.Began _ -> true;
      case ModalitiesFact.Suspended suspended -> suspended.notice().isPresent();
      case ModalitiesFact.Resumed resumed -> resumed.notice().isPresent();
      case ModalitiesFact.Commented _,
          ModalitiesFact.SuspensionNoticed _,
          ModalitiesFact.ResumptionNoticed _,
          ModalitiesFact.NoticeWithdrawn _ ->
          false;
    };
  }

  private static Optional<ModalitiesRefusal> when(boolean applies, ModalitiesRefusal refusal) {
    return applies ? Optional.of(refusal) : Optional.empty();
  }

  /// The objections that look at one fact where it stands.
  private record Judge(ModalitiesState state, ActEntry entry) {

    Optional<ModalitiesRefusal> objection(ModalitiesFact fact) {
      return switch (fact) {
        case ModalitiesFact.Commented commented -> toComment(commented);
        case ModalitiesFact.Began began -> toBegin(began.version());
        case ModalitiesFact.SuspensionNoticed(Instant from, String _) ->
            toSuspending()
                .or(() -> when(suspension().isActive(), ALREADY_SUSPENDED))
                .or(() -> toAnnouncing(from));
        case ModalitiesFact.Suspended(Optional<EntryId> notice, Optional<String> _) ->
            notice.isPresent() ? toSuspension(notice.get()) : toEmergency();
        case ModalitiesFact.ResumptionNoticed(Instant from, String _) ->
            toRole()
                .or(() -> when(!suspension().isActive(), NOT_SUSPENDED))
                .or(() -> toAnnouncing(from));
        case ModalitiesFact.Resumed(Optional<EntryId> notice, Optional<String> _) ->
            notice.isPresent() ? toResumption(notice.get()) : toRecovery();
        case ModalitiesFact.NoticeWithdrawn(EntryId notice, String _) ->
            toRole().or(() -> when(!isWaiting(notice), NOTICE_UNKNOWN));
      };
    }

    // ---- documents ----------------------------------------------------------------------------

    private Optional<ModalitiesRefusal> toComment(ModalitiesFact.Commented commented) {
      Optional<Offer> known = state.offers().find(commented.act());
      if (known.isEmpty()) {
        return Optional.of(ACT_UNKNOWN);
      }
      Offer offer = known.get();
      return when(!entry.knows(offer.id()), NOT_SEEN)
          .or(() -> when(!offer.act().proposal().quorum().needs(author()), NOT_A_PARTY))
          .or(() -> when(!hasAny(settings().get(PeopleSettings.COMMENT)), ROLE_MISSING))
          .or(() -> when(isOver(offer), ACT_OVER))
          .or(
              () ->
                  when(
                      offer.document().flatMap(d -> d.find(commented.clause())).isEmpty(),
                      CLAUSE_UNKNOWN));
    }

    /// Whether the proposal was decided, as far as the author knew.
    private boolean isOver(Offer offer) {
      return !offer.act().isOpen() && entry.knows(offer.act().by());
    }

    private Optional<ModalitiesRefusal> toBegin(long number) {
      Optional<Version> known = state.versions().find(number);
      if (known.isEmpty()) {
        return Optional.of(VERSION_UNKNOWN);
      }
      Version version = known.get();
      return when(!entry.knows(version.signed()), NOT_SEEN)
          .or(() -> when(!version.quorum().needs(author()), NOT_A_PARTY))
          .or(() -> when(version.voided().isPresent(), VERSION_VOIDED))
          .or(() -> when(version.began().isPresent(), ALREADY_BEGUN))
          .or(
              () ->
                  when(
                      state.inForce().filter(later -> later.number() > number).isPresent(),
                      OVERTAKEN))
          .or(() -> toTime(version.document().inForceFrom().orElseThrow()));
    }

    // ---- suspension ---------------------------------------------------------------------------

    private Optional<ModalitiesRefusal> toSuspending() {
      return toParty().or(this::toRole);
    }

    private Optional<ModalitiesRefusal> toParty() {
      Optional<Version> version = state.inForceFor(entry);
      return when(version.isEmpty(), NO_MODALITIES)
          .or(() -> when(!version.orElseThrow().quorum().needs(author()), NOT_A_PARTY));
    }

    private Optional<ModalitiesRefusal> toRole() {
      return when(!entry.context().has(settings().get(PeopleSettings.SUSPEND)), ROLE_MISSING);
    }

    private Optional<ModalitiesRefusal> toEmergency() {
      return toSuspending().or(() -> when(suspension().isActive(), ALREADY_SUSPENDED));
    }

    private Optional<ModalitiesRefusal> toSuspension(EntryId notice) {
      return toParty()
          .or(() -> when(suspension().isActive(), ALREADY_SUSPENDED))
          .or(() -> toNotice(notice));
    }

    private Optional<ModalitiesRefusal> toResumption(EntryId notice) {
      return when(!suspension().isActive(), NOT_SUSPENDED).or(() -> toNotice(notice));
    }

    private Optional<ModalitiesRefusal> toRecovery() {
      return toRole()
          .or(() -> when(!suspension().isActive(), NOT_SUSPENDED))
          .or(() -> when(!suspension().active().orElseThrow().isEmergency(), NOT_AN_EMERGENCY));
    }

    private Optional<ModalitiesRefusal> toNotice(EntryId notice) {
      return when(!isWaiting(notice), NOTICE_UNKNOWN)
          .or(() -> toTime(suspension().notice().orElseThrow().from()));
    }

    /// To a notice that another one is before, or that is shorter than agreed. Both times are the
    /// author's own (08-7.2).
    private Optional<ModalitiesRefusal> toAnnouncing(Instant from) {
      Duration notice = settings().get(CycleSettings.SUSPENSION_NOTICE);
      return when(suspension().notice().isPresent(), ALREADY_NOTICED)
          .or(() -> when(from.isBefore(entry.context().time().plus(notice)), NOTICE_TOO_SHORT));
    }

    private boolean isWaiting(EntryId notice) {
      return suspension().notice().filter(known -> known.entry().equals(notice)).isPresent();
    }

    // ---- asking -------------------------------------------------------------------------------

    /// To a time that was announced: only the author's own word counts (07-6.2).
    private Optional<ModalitiesRefusal> toTime(Instant announced) {
      return when(entry.context().time().isBefore(announced), TOO_EARLY);
    }

    private Suspension suspension() {
      return state.suspension(author());
    }

    /// What the author has to go by: the version in force, as far as they knew (08-7.3).
    private Settings settings() {
      return state.inForceFor(entry).map(Version::settings).orElse(Settings.INITIAL);
    }

    private boolean hasAny(RoleSet roles) {
      return entry.context().roles().stream().anyMatch(roles::contains);
    }

    private PartyId author() {
      return entry.context().author();
    }
  }
}
