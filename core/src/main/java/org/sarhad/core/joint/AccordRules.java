package org.sarhad.core.joint;

import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActFactKind;
import org.sarhad.core.act.ActRef;
import org.sarhad.core.act.ActRules;
import org.sarhad.core.activity.ActivityFact;
import org.sarhad.core.activity.ActivityFactKind;
import org.sarhad.core.activity.ActivityRules;
import org.sarhad.core.barter.BarterFact;
import org.sarhad.core.barter.BarterFactKind;
import org.sarhad.core.barter.BookRules;
import org.sarhad.core.commitments.CommitmentFact;
import org.sarhad.core.commitments.CommitmentFactKind;
import org.sarhad.core.commitments.CommitmentRules;
import org.sarhad.core.complaints.ComplaintFact;
import org.sarhad.core.complaints.ComplaintFactKind;
import org.sarhad.core.complaints.ComplaintRules;
import org.sarhad.core.crossing.CrossingFact;
import org.sarhad.core.crossing.CrossingFactKind;
import org.sarhad.core.crossing.CrossingObjection;
import org.sarhad.core.crossing.CrossingRules;
import org.sarhad.core.crossing.CrossingTerms;
import org.sarhad.core.crossing.CrossingTermsRules;
import org.sarhad.core.delivery.DeliveryFact;
import org.sarhad.core.delivery.DeliveryFactKind;
import org.sarhad.core.delivery.DeliveryRules;
import org.sarhad.core.energy.EnergyFact;
import org.sarhad.core.energy.EnergyFactKind;
import org.sarhad.core.energy.EnergyRefusal;
import org.sarhad.core.energy.EnergyRules;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.Decision;
import org.sarhad.core.fact.RefusalCode;
import org.sarhad.core.information.InformationFact;
import org.sarhad.core.information.InformationFactKind;
import org.sarhad.core.information.InformationRules;
import org.sarhad.core.inquiry.InquiryFact;
import org.sarhad.core.inquiry.InquiryFactKind;
import org.sarhad.core.inquiry.InquiryRules;
import org.sarhad.core.market.MarketFact;
import org.sarhad.core.market.MarketFactKind;
import org.sarhad.core.market.MarketRules;
import org.sarhad.core.meetings.MeetingFact;
import org.sarhad.core.meetings.MeetingRules;
import org.sarhad.core.meetings.MeetingTermsRules;
import org.sarhad.core.modalities.ModalitiesFact;
import org.sarhad.core.modalities.ModalitiesFactKind;
import org.sarhad.core.modalities.ModalitiesRules;
import org.sarhad.core.modalities.ModalitiesState;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.posture.PostureFact;
import org.sarhad.core.posture.PostureFactKind;
import org.sarhad.core.posture.PostureRules;
import org.sarhad.core.record.ChannelState;
import org.sarhad.core.response.ResponseState;
import org.sarhad.core.screening.ScreeningFact;
import org.sarhad.core.screening.ScreeningFactKind;
import org.sarhad.core.screening.ScreeningRules;
import org.sarhad.core.tracks.TrackFact;
import org.sarhad.core.tracks.TrackFactKind;
import org.sarhad.core.tracks.TrackRules;

/// What one's own side can state between the sides, as an officer asks for it: each application's
/// own rules, one after the other.
public final class AccordRules {
  static final String MEETING = "meeting";

  private AccordRules() {}

  /// Why one's own side cannot make `statement` now; empty when it can, by what is known here.
  /// Judged again where it comes to stand.
  ///
  /// @param accord with what is not final yet
  /// @param response what is known of exercises, which nothing here may touch
  /// @param entry the one it would become; its leaf hash is not looked at
  public static Optional<Objection> objection(
      Accord accord,
      ResponseState response,
      ChannelState channel,
      ActEntry entry,
      Statement statement) {
    return ExerciseRules.objection(accord.acts(), response, statement)
        .or(() -> objection(accord, channel, entry, statement));
  }

  private static Optional<Objection> objection(
      Accord accord, ChannelState channel, ActEntry entry, Statement statement) {
    return switch (statement) {
      case Statement.OnAct(ActFact fact) ->
          refused(
                  ActFactKind.APPLICATION,
                  ActRules.decide(
                      accord.acts(),
                      accord.signatories(channel),
                      entry.context(),
                      entry.seen(),
                      fact))
              .or(() -> toAgreeing(accord.among(channel), channel, entry, fact));
      case Statement.OnModalities(ModalitiesFact fact) ->
          refused(
              ModalitiesFactKind.APPLICATION,
              ModalitiesRules.decide(accord.modalities(), entry, fact));
      case Statement.OnInquiry(InquiryFact fact) ->
          refused(
              InquiryFactKind.APPLICATION,
              InquiryRules.decide(
                  accord.among(channel).inquiry(), entry, fact, accord.inquirySettings()));
      case Statement.OnMeetings(MeetingFact fact) ->
          refused(
              MEETING,
              MeetingRules.decide(
                  accord.among(channel).meetings(), entry.context(), entry.seen(), fact));
      case Statement.OnCommitments(CommitmentFact fact) ->
          refused(
              CommitmentFactKind.APPLICATION,
              CommitmentRules.decide(
                  accord.among(channel).commitments(), entry.context(), entry.seen(), fact));
      case Statement.OnComplaints(ComplaintFact fact) ->
          refused(
              ComplaintFactKind.APPLICATION,
              ComplaintRules.decide(
                  accord.among(channel).complaints(), entry.context(), entry.seen(), fact));
      case Statement.OnCrossings(CrossingFact fact) ->
          refused(
              CrossingFactKind.APPLICATION,
              CrossingRules.decide(
                  accord.among(channel).crossings(), accord.crossingGrounds(), entry, fact));
      case Statement.OnActivities(ActivityFact fact) ->
          refused(
              ActivityFactKind.APPLICATION,
              ActivityRules.decide(
                  accord.among(channel).activities(), entry.context(), entry.seen(), fact));
      case Statement.OnInformation(InformationFact fact) ->
          refused(
              InformationFactKind.APPLICATION,
              InformationRules.decide(
                  accord.among(channel).information(), entry.context(), entry.seen(), fact));
      case Statement.OnPosture(PostureFact fact) ->
          refused(
              PostureFactKind.APPLICATION,
              PostureRules.decide(
                  accord.among(channel).posture(), entry.context(), fact, accord.postureTerms()));
      case Statement.OnTracks(TrackFact fact) ->
          refused(
              TrackFactKind.APPLICATION,
              TrackRules.decide(
                  accord.among(channel).tracks(), entry.context(), fact, accord.trackTerms()));
      case Statement.OnBarter(BarterFact fact) ->
          refused(
              BarterFactKind.APPLICATION,
              BookRules.decide(accord.among(channel).book(), entry.context(), entry.seen(), fact));
      case Statement.OnScreening(ScreeningFact fact) ->
          refused(
              ScreeningFactKind.APPLICATION,
              ScreeningRules.decide(
                  accord.among(channel).screening(),
                  entry.context(),
                  entry.seen(),
                  fact,
                  accord.screeningSettings()));
      case Statement.OnDeliveries(DeliveryFact fact) ->
          refused(
              DeliveryFactKind.APPLICATION,
              DeliveryRules.decide(accord.among(channel).goods(), entry, fact, accord.book()));
      case Statement.OnEnergy(EnergyFact fact) ->
          refused(
              EnergyFactKind.APPLICATION,
              EnergyRules.decide(accord.among(channel).energy(), entry, fact, accord.book()));
      case Statement.OnMarket(MarketFact fact) ->
          refused(
              MarketFactKind.APPLICATION,
              MarketRules.decide(
                  accord.among(channel).market(), entry.context(), entry.seen(), fact));
      case Statement.OnChannel _, Statement.OnResponse _ ->
          throw new IllegalArgumentException("nothing between the sides: " + statement);
    };
  }

  private static Optional<Objection> refused(
      String area, Decision<?, ?, ? extends RefusalCode> decision) {
    return switch (decision) {
      case Decision.Accepted<?, ?, ?> _ -> Optional.empty();
      case Decision.Refused<?, ?, ?>(RefusalCode refusal, String detail) ->
          Optional.of(new Objection(area, refusal, detail));
    };
  }

  /// What the applications say to being bound. To say no, and to take back, is always open.
  private static Optional<Objection> toAgreeing(
      Accord accord, ChannelState channel, ActEntry entry, ActFact fact) {
    return switch (fact) {
      case ActFact.Proposed proposed ->
          toTerms(accord, channel, entry, proposed)
              .or(() -> toCrossing(accord, channel, entry, proposed, entry.id()))
              .or(() -> toBook(accord, channel, entry, proposed))
              .or(() -> toLine(accord, channel, proposed))
              .or(() -> toMarket(accord, channel, entry, proposed));
      case ActFact.Assented assented ->
          toTerms(accord, channel, entry, proposal(accord, assented.act()))
              .or(
                  () ->
                      toCrossing(
                          accord,
                          channel,
                          entry,
                          proposal(accord, assented.act()),
                          assented.act().entry()))
              .or(() -> toBook(accord, entry, accord.acts().acts().get(assented.act().entry())))
              .or(() -> toLine(accord, accord.acts().acts().get(assented.act().entry())))
              .or(() -> toMarket(accord, entry, accord.acts().acts().get(assented.act().entry())));
      case ActFact.Refused _,
          ActFact.Withdrawn _,
          ActFact.Expired _,
          ActFact.Contested _,
          ActFact.Delegated _,
          ActFact.DelegationEnded _ ->
          Optional.empty();
    };
  }

  private static ActFact.Proposed proposal(Accord accord, ActRef ref) {
    return accord.acts().acts().get(ref.entry()).proposal().said();
  }

  private static Optional<Objection> toTerms(
      Accord accord, ChannelState channel, ActEntry entry, ActFact.Proposed said) {
    SortedSet<PartyId> sides = accord.signatories(channel).parties();
    return Stream.of(
            toRules(accord.modalities(), said),
            named(
                InquiryFactKind.APPLICATION,
                said,
                InquiryRules.objectionToProposal(
                    accord.inquiry(), entry, said, accord.inquirySettings())),
            named(
                MEETING,
                said,
                MeetingTermsRules.objection(
                    accord.meetings(),
                    sides,
                    said.act(),
                    said.terms(),
                    said.supersedes().map(ActRef::entry))),
            named(
                CommitmentFactKind.APPLICATION,
                said,
                CommitmentRules.objectionToTerms(
                    accord.commitments(), sides, said.act(), said.terms())))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /// What crossings say to terms of theirs, with the limit that is meant.
  private static Optional<Objection> toCrossing(
      Accord accord, ChannelState channel, ActEntry entry, ActFact.Proposed said, EntryId id) {
    if (!said.act().equals(CrossingTerms.KIND)) {
      return Optional.empty();
    }
    Optional<CrossingObjection> known =
        accord
            .crossings()
            .crossing(id)
            .flatMap(crossing -> crossing.grant().flaw())
            .map(flaw -> new CrossingObjection(flaw, id.toString()));
    CrossingTermsRules rules =
        new CrossingTermsRules(
            accord.crossings(),
            accord.crossingGrounds(),
            Accord.officers(channel),
            accord.signatories(channel).parties());
    return known
        .or(() -> rules.objection(entry, said, id))
        .map(found -> new Objection(CrossingFactKind.APPLICATION, found.refusal(), found.detail()));
  }

  /// What the book says to terms of its own that are to be proposed.
  private static Optional<Objection> toBook(
      Accord accord, ChannelState channel, ActEntry entry, ActFact.Proposed said) {
    return ofBook(
        said,
        BookRules.objectionToProposal(
            accord.book(),
            entry,
            accord.signatories(channel).parties(),
            said,
            accord.bookGrounds()));
  }

  /// The same, of an act that is to be assented to.
  private static Optional<Objection> toBook(Accord accord, ActEntry entry, Act act) {
    return ofBook(
        act.proposal().said(),
        BookRules.objectionToAssent(accord.book(), entry, act, accord.bookGrounds()));
  }

  /// Of an act of many lines it names the line: `barter_acceptances/17`.
  private static Optional<Objection> ofBook(ActFact.Proposed said, Optional<BookRules.Flaw> found) {
    return found.map(
        flaw ->
            new Objection(
                BarterFactKind.APPLICATION,
                flaw.why(),
                said.act().value() + (flaw.line() == 0 ? "" : "/" + flaw.line())));
  }

  /// What is said to the terms of a line that are to be proposed.
  private static Optional<Objection> toLine(
      Accord accord, ChannelState channel, ActFact.Proposed said) {
    return named(
        EnergyFactKind.APPLICATION,
        said,
        EnergyRules.objection(
                accord.energy(), accord.signatories(channel).parties(), said, accord.book())
            .or(() -> toUntaken(accord, said)));
  }

  /// The same, of an act that is to be assented to.
  private static Optional<Objection> toLine(Accord accord, Act act) {
    return named(
        EnergyFactKind.APPLICATION,
        act.proposal().said(),
        EnergyRules.objectionToAssent(accord.energy(), act, accord.book())
            .or(() -> toUntaken(accord, act.proposal().said())));
  }

  private static Optional<EnergyRefusal> toUntaken(Accord accord, ActFact.Proposed said) {
    return EnergyRules.objectionToUntaken(
        accord.energy(), said, accord.book(), accord.barterSettings().tolerance());
  }

  /// What the market says to terms of its own that are to be proposed.
  private static Optional<Objection> toMarket(
      Accord accord, ChannelState channel, ActEntry entry, ActFact.Proposed said) {
    return named(
        MarketFactKind.APPLICATION,
        said,
        MarketRules.objectionToProposal(
            accord.market(),
            accord.book(),
            entry,
            accord.signatories(channel).parties(),
            said,
            accord.barterSettings()));
  }

  /// The same, of an act that is to be assented to.
  private static Optional<Objection> toMarket(Accord accord, ActEntry entry, Act act) {
    return named(
        MarketFactKind.APPLICATION,
        act.proposal().said(),
        MarketRules.objectionToAssent(
            accord.market(), accord.book(), entry, act, accord.barterSettings()));
  }

  /// No act is made without agreed rules, but the one that makes them (protocol clause 08-7.5).
  private static Optional<Objection> toRules(ModalitiesState rules, ActFact.Proposed said) {
    return named(
        ModalitiesFactKind.APPLICATION,
        said,
        said.act().equals(ModalitiesState.KIND)
            ? ModalitiesRules.objection(rules, said)
            : rules.objectionToJointActs());
  }

  private static Optional<Objection> named(
      String area, ActFact.Proposed said, Optional<? extends RefusalCode> refusal) {
    return refusal.map(why -> new Objection(area, why, said.act().value()));
  }
}
