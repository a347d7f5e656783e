package org.sarhad.core.joint;

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
import org.sarhad.core.information.InformationFact;
import org.sarhad.core.inquiry.InquiryFact;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.market.MarketFact;
import org.sarhad.core.meetings.MeetingFact;
import org.sarhad.core.modalities.ModalitiesFact;
import org.sarhad.core.posture.PostureFact;
import org.sarhad.core.record.RecordFact;
import org.sarhad.core.response.ResponseFact;
import org.sarhad.core.screening.ScreeningFact;
import org.sarhad.core.tracks.TrackFact;

/// What an entry says to the folds: one fact, of whichever family its kind belongs to.
public sealed interface Statement {

  /// About the channel itself: keys, officers, receipts, erasures.
  record OnChannel(RecordFact fact) implements Statement {}

  /// About a joint act.
  record OnAct(ActFact fact) implements Statement {}

  /// About the agreed rules, beside proposing and signing them.
  record OnModalities(ModalitiesFact fact) implements Statement {}

  /// About a matter under inquiry.
  record OnInquiry(InquiryFact fact) implements Statement {}

  /// About a recurring duty or a meeting.
  record OnMeetings(MeetingFact fact) implements Statement {}

  /// About something that was promised.
  record OnCommitments(CommitmentFact fact) implements Statement {}

  /// About something that one side holds against another.
  record OnComplaints(ComplaintFact fact) implements Statement {}

  /// About a crossing.
  record OnCrossings(CrossingFact fact) implements Statement {}

  /// About something that a side does near the line.
  record OnActivities(ActivityFact fact) implements Statement {}

  /// About something that one side asks the other to tell it.
  record OnInformation(InformationFact fact) implements Statement {}

  /// About where a side stands, and what it reaches from there.
  record OnPosture(PostureFact fact) implements Statement {}

  /// About a thing that has crossed.
  record OnTracks(TrackFact fact) implements Statement {}

  /// About goods of the barter account.
  record OnBarter(BarterFact fact) implements Statement {}

  /// About the screening of those who trade.
  record OnScreening(ScreeningFact fact) implements Statement {}

  /// About goods on their way.
  record OnDeliveries(DeliveryFact fact) implements Statement {}

  /// About what flows over a line.
  record OnEnergy(EnergyFact fact) implements Statement {}

  /// About needs and offers.
  record OnMarket(MarketFact fact) implements Statement {}

  /// About the response.
  record OnResponse(ResponseFact fact) implements Statement {}

  /// Whether this version knows what an entry of `kind` says.
  static boolean isKnown(Kind kind) {
    return reader(kind).isPresent();
  }

  /// What an entry of `kind` with this body says; nothing if this version does not know the kind,
  /// or the body is not what the kind defines. Such an entry is kept and shown all the same.
  static Optional<Statement> read(Kind kind, Json.Obj body) {
    try {
      return parse(kind, body);
    } catch (MalformedJsonException _) {
      return Optional.empty();
    }
  }

  /// The same, for somebody who is to be told what is wrong; nothing for a kind that this version
  /// does not know.
  ///
  /// @throws MalformedJsonException when the body is not what the kind defines
  static Optional<Statement> parse(Kind kind, Json.Obj body) throws MalformedJsonException {
    Optional<Reader> reader = reader(kind);
    return reader.isPresent() ? Optional.of(reader.get().read(body)) : Optional.empty();
  }

  /// Reads the body of one kind of fact.
  @FunctionalInterface
  interface Reader {
    /// What `body` says.
    ///
    /// @throws MalformedJsonException when it is not what the kind defines
    Statement read(Json.Obj body) throws MalformedJsonException;
  }

  private static Optional<Reader> reader(Kind kind) {
    return Optional.ofNullable(Readers.BY_KIND.get(kind));
  }
}
