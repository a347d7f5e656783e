package org.sarhad.core.joint;

import java.util.List;
import org.sarhad.core.barter.BarterSettings;
import org.sarhad.core.barter.Money;
import org.sarhad.core.delivery.BiasTest;
import org.sarhad.core.geo.Zone;
import org.sarhad.core.information.InformationSettings;
import org.sarhad.core.inquiry.InquirySettings;
import org.sarhad.core.modalities.AgreedCard;
import org.sarhad.core.modalities.ClockSettings;
import org.sarhad.core.modalities.DatasetRef;
import org.sarhad.core.modalities.RecordSettings;
import org.sarhad.core.modalities.ResponseTerms;
import org.sarhad.core.modalities.ScreenSettings;
import org.sarhad.core.modalities.Settings;
import org.sarhad.core.modalities.TrackSettings;
import org.sarhad.core.modalities.TradeSettings;
import org.sarhad.core.modalities.TravelTerms;
import org.sarhad.core.modalities.ZoneSettings;
import org.sarhad.core.posture.PostureTerms;
import org.sarhad.core.response.CodeWord;
import org.sarhad.core.response.Priority;
import org.sarhad.core.response.ResponseSettings;
import org.sarhad.core.response.SharedCard;
import org.sarhad.core.response.Step;
import org.sarhad.core.screening.ScreeningSettings;
import org.sarhad.core.tracks.LineVersion;
import org.sarhad.core.tracks.TopSpeeds;
import org.sarhad.core.tracks.TrackLimits;
import org.sarhad.core.tracks.TrackTerms;

/// What each application goes by, of what the sides have agreed on.
///
/// @param agreed the settings that are in force; the defaults where nothing is agreed
record AgreedSettings(Settings agreed) {
  /// What the response goes by under a version whose terms these are.
  static ResponseSettings response(ResponseTerms agreed) {
    return new ResponseSettings(
        agreed.cards().stream().map(AgreedSettings::shared).toList(),
        agreed.zone(),
        new ResponseSettings.Clocks(
            agreed.tellPeer(),
            agreed.acknowledge(),
            agreed.escalate(),
            agreed.secondCall(),
            agreed.escalateToChief(),
            agreed.answerAssistance(),
            agreed.sitrep()),
        new ResponseSettings.Duplicates(agreed.duplicateRadiusM(), agreed.duplicateWithin()),
        agreed.releasedPositionM(),
        agreed.reportingInterval(),
        new ResponseSettings.Daily(agreed.dailyCutOff().time(), agreed.dailyCutOff().offset()),
        new ResponseSettings.Lengths(agreed.firstLineLength(), agreed.textLength()));
  }

  private static SharedCard shared(AgreedCard agreed) {
    return new SharedCard(
        new CodeWord(agreed.word(), agreed.persian(), agreed.urdu()),
        Priority.of(agreed.priority()),
        agreed.steps().stream().map(step -> Step.find(step.code()).orElseThrow()).toList());
  }

  /// What the inquiry goes by.
  InquirySettings inquiry() {
    return new InquirySettings(
        agreed.get(ClockSettings.CLAIM_POSITION),
        agreed.get(ClockSettings.CLAIM_REVEAL),
        agreed.get(ClockSettings.SCENE_KEPT),
        agreed.get(ClockSettings.JOINT_VISIT),
        Math.toIntExact(agreed.get(RecordSettings.SEALED_CLAIMS)),
        Math.toIntExact(agreed.get(RecordSettings.VISITORS)));
  }

  /// How long an answer to a request of information may take.
  InformationSettings information() {
    return new InformationSettings(
        agreed.get(ClockSettings.INFORMATION_URGENT),
        agreed.get(ClockSettings.INFORMATION_INDIRECT),
        agreed.get(ClockSettings.INFORMATION_OTHER));
  }

  /// The names of the agreed sectors, ascending; empty when none are agreed.
  List<String> sectors() {
    return agreed.find(ZoneSettings.SECTORS).orElse(Zone.NONE).sectors().stream()
        .map(Zone.Sector::name)
        .toList();
  }

  /// What posture goes by.
  PostureTerms posture() {
    TravelTerms travel = agreed.travel();
    return new PostureTerms(
        sectors(),
        Math.toIntExact(travel.target().toMinutes()),
        Math.toIntExact(travel.handover().toMinutes()),
        Math.toIntExact(agreed.crossing().depthM()),
        travel.rounds());
  }

  /// What crossings of things are judged by.
  TrackTerms tracks() {
    return new TrackTerms(
        agreed.find(ZoneSettings.REFERENCE_LINE).map(AgreedSettings::version),
        agreed.get(TrackSettings.RETENTION),
        topSpeeds());
  }

  private TopSpeeds topSpeeds() {
    return new TopSpeeds(
        Math.toIntExact(agreed.get(TrackSettings.SPEED_UNIT)),
        Math.toIntExact(agreed.get(TrackSettings.SPEED_VEHICLE)),
        Math.toIntExact(agreed.get(TrackSettings.SPEED_AIRCRAFT)),
        Math.toIntExact(agreed.get(TrackSettings.SPEED_DRONE)),
        Math.toIntExact(agreed.get(TrackSettings.SPEED_BOAT)));
  }

  private static LineVersion version(DatasetRef line) {
    return new LineVersion(line.sha256(), line.uncertaintyM());
  }

  /// What a picture of at most `things` goes by.
  TrackLimits trackLimits(int things) {
    return new TrackLimits(
        agreed.get(TrackSettings.RETENTION),
        agreed.get(TrackSettings.STALE_AFTER),
        agreed.get(TrackSettings.FORECAST),
        topSpeeds(),
        things);
  }

  /// What the barter account goes by.
  BarterSettings barter() {
    return new BarterSettings(
        Money.of(agreed.get(TradeSettings.SWING)),
        Money.of(agreed.get(TradeSettings.CREDIT)),
        Money.of(agreed.get(TradeSettings.FREE_SWING)),
        agreed.get(TradeSettings.INTEREST),
        agreed.get(TradeSettings.OVER_DELIVERY),
        agreed.get(TradeSettings.TOLERANCE),
        agreed.get(TradeSettings.PERIOD),
        agreed.get(TradeSettings.SETTLEMENT).toDays(),
        agreed.get(TradeSettings.BARRED).codes());
  }

  /// What screening goes by.
  ScreeningSettings screening() {
    return new ScreeningSettings(
        Math.toIntExact(agreed.get(ScreenSettings.THRESHOLD)),
        agreed.get(ScreenSettings.LIST_AGE),
        agreed.get(ScreenSettings.LOOK_BACK));
  }

  /// How two scales are held against each other.
  BiasTest bias() {
    return new BiasTest(
        agreed.get(TradeSettings.BIAS_DEVIATION),
        agreed.get(TradeSettings.BIAS_SLACK),
        agreed.get(TradeSettings.BIAS_THRESHOLD));
  }
}
