package org.sarhad.node.machine;

import java.util.List;
import java.util.Optional;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.activity.ActivityFact;
import org.sarhad.core.barter.BarterFact;
import org.sarhad.core.commitments.CommitmentFact;
import org.sarhad.core.complaints.ComplaintFact;
import org.sarhad.core.crossing.CrossingFact;
import org.sarhad.core.delivery.DeliveryFact;
import org.sarhad.core.energy.EnergyFact;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.entry.Payload;
import org.sarhad.core.entry.Release;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.fact.Authored;
import org.sarhad.core.information.InformationFact;
import org.sarhad.core.inquiry.InquiryFact;
import org.sarhad.core.joint.Statement;
import org.sarhad.core.json.Json;
import org.sarhad.core.market.MarketFact;
import org.sarhad.core.meetings.MeetingFact;
import org.sarhad.core.modalities.ModalitiesFact;
import org.sarhad.core.posture.PostureFact;
import org.sarhad.core.record.RecordFact;
import org.sarhad.core.response.IncidentId;
import org.sarhad.core.response.ResponseFact;
import org.sarhad.core.screening.ScreeningFact;
import org.sarhad.core.tracks.TrackFact;
import org.sarhad.tlog.Bytes;

/// Something that is to be put down, before it has a place.
///
/// @param kind what sort of fact it is
/// @param ref the matter it belongs to; empty for none
/// @param release who may have its payloads; OWN goes into the journal
/// @param body what the kind defines
/// @param attachments further payloads
record Draft(
    Kind kind, String ref, Release release, Optional<Json.Obj> body, List<Attachment> attachments) {
  /// Copies the list.
  Draft {
    attachments = List.copyOf(attachments);
  }

  /// A payload and what it is to the entry.
  record Attachment(String role, Payload payload) {
    /// A piece of evidence, as it is.
    static Attachment evidence(Bytes file) {
      return new Attachment("evidence", Payload.raw("application/x-tlog-fork", file));
    }
  }

  /// Bytes of what is attached, all together.
  long attachedBytes() {
    return attachments.stream().mapToLong(attached -> attached.payload().bytes().size()).sum();
  }

  /// Whether the peer will have it.
  boolean isReleased() {
    return release.isShared();
  }

  /// A fact of the response, for whom its rules say.
  static Draft of(Authored<ResponseFact> authored) {
    var fact = authored.fact();
    return new Draft(
        Kind.of(fact.kind().code()),
        fact.aboutIncident().map(IncidentId::toString).orElse(""),
        authored.audience() == Audience.RELEASE ? Release.PEER : Release.OWN,
        Optional.of(fact.toJson()),
        List.of());
  }

  /// A fact about the channel: always released.
  static Draft of(RecordFact fact) {
    return shared(fact.kind().kind(), "", fact.toJson());
  }

  /// Something between the sides: released, and found by the act it is about. Only a plan of posts
  /// is for own eyes.
  static Draft of(Statement statement) {
    return switch (statement) {
      case Statement.OnAct(ActFact fact) ->
          shared(
              fact.kind().kind(),
              fact.about().map(act -> act.entry().toString()).orElse(""),
              fact.toJson());
      case Statement.OnModalities(ModalitiesFact fact) ->
          shared(fact.kind().kind(), "", fact.toJson());
      case Statement.OnInquiry(InquiryFact fact) -> shared(fact.kind().kind(), "", fact.toJson());
      case Statement.OnMeetings(MeetingFact fact) -> shared(fact.kind().kind(), "", fact.toJson());
      case Statement.OnCommitments(CommitmentFact fact) ->
          shared(fact.kind().kind(), "", fact.toJson());
      case Statement.OnComplaints(ComplaintFact fact) ->
          shared(fact.kind().kind(), "", fact.toJson());
      case Statement.OnCrossings(CrossingFact fact) ->
          shared(fact.kind().kind(), "", fact.toJson());
      case Statement.OnActivities(ActivityFact fact) ->
          shared(fact.kind().kind(), "", fact.toJson());
      case Statement.OnInformation(InformationFact fact) ->
          shared(fact.kind().kind(), "", fact.toJson());
      case Statement.OnPosture(PostureFact.Planned fact) ->
          internal(fact.kind().kind(), fact.toJson());
      case Statement.OnPosture(PostureFact fact) -> shared(fact.kind().kind(), "", fact.toJson());
      case Statement.OnTracks(TrackFact fact) -> shared(fact.kind().kind(), "", fact.toJson());
      case Statement.OnBarter(BarterFact fact) -> shared(fact.kind().kind(), "", fact.toJson());
      case Statement.OnScreening(ScreeningFact fact) ->
          shared(fact.kind().kind(), "", fact.toJson());
      case Statement.OnDeliveries(DeliveryFact fact) ->
          shared(fact.kind().kind(), "", fact.toJson());
      case Statement.OnEnergy(EnergyFact fact) -> shared(fact.kind().kind(), "", fact.toJson());
      case Statement.OnMarket(MarketFact fact) -> shared(fact.kind().kind(), "", fact.toJson());
      case Statement.OnChannel(RecordFact fact) -> of(fact);
      case Statement.OnResponse(ResponseFact fact) ->
          throw new IllegalArgumentException("who is to have it, its rules say: " + fact);
    };
  }

  private static Draft shared(Kind kind, String ref, Json.Obj body) {
    return new Draft(kind, ref, Release.PEER, Optional.of(body), List.of());
  }

  /// Something for the journal.
  static Draft internal(Kind kind, Json.Obj body) {
    return new Draft(kind, "", Release.OWN, Optional.of(body), List.of());
  }

  /// The same with one more payload.
  Draft with(Attachment attachment) {
    var more = new java.util.ArrayList<>(attachments);
    more.add(attachment);
    return new Draft(kind, ref, release, body, more);
  }
}
