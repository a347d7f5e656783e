package org.sarhad.core.modalities;

import java.time.Duration;
import java.util.List;
import org.sarhad.core.geo.Zone;
import org.sarhad.core.party.Role;

/// What the response goes by: the agreed part of its settings, as plain values (protocol clause
/// 08-3.7).
///
/// @param settings of the version in force
public record ResponseTerms(Settings settings) {
  /// The code-words that both sides know, in the order of their words.
  public List<AgreedCard> cards() {
    return settings.get(ZoneSettings.RUN_CARDS).cards();
  }

  /// Where the sides have promised to tell each other, by sectors; [Zone#NONE] as long as none is
  /// agreed.
  public Zone zone() {
    return settings.find(ZoneSettings.SECTORS).orElse(Zone.NONE);
  }

  /// From opening an incident to telling the other side.
  public Duration tellPeer() {
    return settings.get(ClockSettings.TELL_PEER);
  }

  /// From receipt to acknowledgement by a person; not more than [#escalate].
  public Duration acknowledge() {
    return settings.get(ClockSettings.ACKNOWLEDGE);
  }

  /// From receipt to calling [#secondCall] as well; not more than [#escalateToChief].
  public Duration escalate() {
    return settings.get(ClockSettings.ESCALATE);
  }

  /// From receipt to calling the chief.
  public Duration escalateToChief() {
    return settings.get(ClockSettings.ESCALATE_CHIEF);
  }

  /// Who is called second.
  public Role secondCall() {
    return settings.get(PeopleSettings.SECOND_CALL);
  }

  /// From receipt of a request or offer of assistance to its answer.
  public Duration answerAssistance() {
    return settings.get(ClockSettings.ANSWER_ASSISTANCE);
  }

  /// From one situation report on a P1 incident to the next.
  public Duration sitrep() {
    return settings.get(ClockSettings.SITREP);
  }

  /// How often a unit in the field is expected to report.
  public Duration reportingInterval() {
    return settings.get(ClockSettings.UNIT_REPORT);
  }

  /// When a reporting day ends.
  public LocalClock dailyCutOff() {
    return settings.get(ClockSettings.DAILY_CUT_OFF);
  }

  /// Metres between two alerts that may be one, 1 to 100 000.
  public int duplicateRadiusM() {
    return Math.toIntExact(settings.get(ZoneSettings.DUPLICATE_RADIUS));
  }

  /// Time between two alerts that may be one.
  public Duration duplicateWithin() {
    return settings.get(ZoneSettings.DUPLICATE_WITHIN);
  }

  /// Radius in metres to which a released position is coarsened, 0 to 100 000.
  public int releasedPositionM() {
    return Math.toIntExact(settings.get(RecordSettings.RELEASED_POSITION));
  }

  /// Characters in the first line of an alert; not more than [#textLength].
  public int firstLineLength() {
    return Math.toIntExact(settings.get(RecordSettings.TEXT_FIRST_LINE));
  }

  /// Characters in any other text.
  public int textLength() {
    return Math.toIntExact(settings.get(RecordSettings.TEXT_LENGTH));
  }
}
