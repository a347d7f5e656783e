package org.sarhad.core.joint;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActFactKind;
import org.sarhad.core.activity.ActivityFact;
import org.sarhad.core.activity.ActivityFactKind;
import org.sarhad.core.barter.BarterFact;
import org.sarhad.core.barter.BarterFactKind;
import org.sarhad.core.commitments.CommitmentFact;
import org.sarhad.core.commitments.CommitmentFactKind;
import org.sarhad.core.complaints.ComplaintFact;
import org.sarhad.core.complaints.ComplaintFactKind;
import org.sarhad.core.crossing.CrossingFact;
import org.sarhad.core.crossing.CrossingFactKind;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.delivery.DeliveryFact;
import org.sarhad.core.delivery.DeliveryFactKind;
import org.sarhad.core.energy.EnergyFact;
import org.sarhad.core.energy.EnergyFactKind;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.information.InformationFact;
import org.sarhad.core.information.InformationFactKind;
import org.sarhad.core.inquiry.InquiryFact;
import org.sarhad.core.inquiry.InquiryFactKind;
import org.sarhad.core.joint.Statement.Reader;
import org.sarhad.core.market.MarketFact;
import org.sarhad.core.market.MarketFactKind;
import org.sarhad.core.meetings.MeetingFact;
import org.sarhad.core.meetings.MeetingFactKind;
import org.sarhad.core.modalities.ModalitiesFact;
import org.sarhad.core.modalities.ModalitiesFactKind;
import org.sarhad.core.posture.PostureFact;
import org.sarhad.core.posture.PostureFactKind;
import org.sarhad.core.record.RecordFact;
import org.sarhad.core.record.RecordKind;
import org.sarhad.core.response.FactKind;
import org.sarhad.core.response.ResponseFact;
import org.sarhad.core.screening.ScreeningFact;
import org.sarhad.core.screening.ScreeningFactKind;
import org.sarhad.core.tracks.TrackFact;
import org.sarhad.core.tracks.TrackFactKind;
import org.sarhad.tlog.Check;

/// Who reads which kind of fact: all that this version knows, each found at once.
final class Readers {
  /// By the word in the envelope.
  static final SortedMap<Kind, Reader> BY_KIND = Ordered.map(new Readers().readers);

  private final TreeMap<Kind, Reader> readers = new TreeMap<>();

  private Readers() {
    each(
        RecordKind.values(),
        RecordKind::kind,
        kind -> body -> new Statement.OnChannel(RecordFact.fromJson(kind, body)));
    each(
        ActFactKind.values(),
        ActFactKind::kind,
        kind -> body -> new Statement.OnAct(ActFact.fromJson(kind, body)));
    each(
        ModalitiesFactKind.values(),
        ModalitiesFactKind::kind,
        kind -> body -> new Statement.OnModalities(ModalitiesFact.fromJson(kind, body)));
    each(
        InquiryFactKind.values(),
        InquiryFactKind::kind,
        kind -> body -> new Statement.OnInquiry(InquiryFact.fromJson(kind, body)));
    each(
        MeetingFactKind.values(),
        MeetingFactKind::kind,
        kind -> body -> new Statement.OnMeetings(MeetingFact.fromJson(kind, body)));
    each(
        CommitmentFactKind.values(),
        CommitmentFactKind::kind,
        kind -> body -> new Statement.OnCommitments(CommitmentFact.fromJson(kind, body)));
    each(
        ComplaintFactKind.values(),
        ComplaintFactKind::kind,
        kind -> body -> new Statement.OnComplaints(ComplaintFact.fromJson(kind, body)));
    each(
        CrossingFactKind.values(),
        CrossingFactKind::kind,
        kind -> body -> new Statement.OnCrossings(CrossingFact.fromJson(kind, body)));
    each(
        ActivityFactKind.values(),
        ActivityFactKind::kind,
        kind -> body -> new Statement.OnActivities(ActivityFact.fromJson(kind, body)));
    each(
        InformationFactKind.values(),
        InformationFactKind::kind,
        kind -> body -> new Statement.OnInformation(InformationFact.fromJson(kind, body)));
    each(
        PostureFactKind.values(),
        PostureFactKind::kind,
        kind -> body -> new Statement.OnPosture(PostureFact.fromJson(kind, body)));
    each(
        TrackFactKind.values(),
        TrackFactKind::kind,
        kind -> body -> new Statement.OnTracks(TrackFact.fromJson(kind, body)));
    each(
        BarterFactKind.values(),
        BarterFactKind::kind,
        kind -> body -> new Statement.OnBarter(BarterFact.fromJson(kind, body)));
    each(
        ScreeningFactKind.values(),
        ScreeningFactKind::kind,
        kind -> body -> new Statement.OnScreening(ScreeningFact.fromJson(kind, body)));
    each(
        DeliveryFactKind.values(),
        DeliveryFactKind::kind,
        kind -> body -> new Statement.OnDeliveries(DeliveryFact.fromJson(kind, body)));
    each(
        EnergyFactKind.values(),
        EnergyFactKind::kind,
        kind -> body -> new Statement.OnEnergy(EnergyFact.fromJson(kind, body)));
    each(
        MarketFactKind.values(),
        MarketFactKind::kind,
        kind -> body -> new Statement.OnMarket(MarketFact.fromJson(kind, body)));
    each(
        FactKind.values(),
        kind -> Kind.of(kind.code()),
        kind -> body -> new Statement.OnResponse(ResponseFact.fromJson(kind, body)));
  }

  private <K> void each(K[] kinds, Function<K, Kind> word, Function<K, Reader> reader) {
    for (K kind : kinds) {
      Reader other = readers.put(word.apply(kind), reader.apply(kind));
      Check.that(other == null, "%s is a kind of two families", kind);
    }
  }
}
