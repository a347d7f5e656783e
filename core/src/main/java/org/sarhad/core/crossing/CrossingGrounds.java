package org.sarhad.core.crossing;

import java.time.Duration;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.modalities.ClockSettings;
import org.sarhad.core.modalities.CrossingLimits;
import org.sarhad.core.modalities.CrossingSettings;
import org.sarhad.core.modalities.FastLane;
import org.sarhad.core.modalities.ModalitiesRefusal;
import org.sarhad.core.modalities.ModalitiesState;
import org.sarhad.core.modalities.Setting;
import org.sarhad.core.modalities.Settings;

/// What is agreed about crossings, at some place of the joint order: every limit is read from the
/// version in force there (protocol clause 08-1.2).
///
/// @param rules the agreed rules
public record CrossingGrounds(ModalitiesState rules) {
  private Settings settings() {
    return rules.settings();
  }

  /// What an assent may grant at most.
  public CrossingLimits limits() {
    return settings().crossing();
  }

  /// What the fast lane allows.
  public FastLane lane() {
    return settings().fastLane();
  }

  /// How long a proposal may stay unanswered.
  public Duration answer() {
    return settings().get(ClockSettings.ANSWER_CROSSING);
  }

  /// How long a visiting unit has to confirm a STOP.
  public Duration confirmation() {
    return settings().get(ClockSettings.STOP_CONFIRMED);
  }

  /// How long after its end a crossing is reported on.
  public Duration report() {
    return settings().get(ClockSettings.CROSSING_REPORT);
  }

  /// What is said of an area that reaches `metres` from the line.
  public String depth(long metres) {
    return metres + " m; " + cite(CrossingSettings.DEPTH);
  }

  /// Whether the fast lane is open to the author of `entry`: there are rules, and those who
  /// suspended them let it stay open, or the author did not know that they did (as 08-7.3).
  boolean isLaneOpen(ActEntry entry) {
    return rules
        .objectionToFastLane()
        .filter(why -> why != ModalitiesRefusal.SUSPENDED || isSuspensionKnown(entry))
        .isEmpty();
  }

  private boolean isSuspensionKnown(ActEntry entry) {
    return rules
        .suspensions()
        .values()
        .flatMap(suspension -> suspension.active().stream())
        .anyMatch(active -> entry.knows(active.by()));
  }

  /// A limit as it is put before a person: its key, its value with its unit, and the clause that
  /// sets it, as in `crossing.units is 2 (clause 12.3)`.
  String cite(Setting<?> setting) {
    String value = settings().spelled(setting).map(Object::toString).orElse("not agreed");
    return "%s is %s%s (%s)"
        .formatted(
            setting.key(),
            value,
            setting.type().unit().map(unit -> " " + unit).orElse(""),
            clause(setting.key()));
  }

  private String clause(String key) {
    return rules
        .inForce()
        .flatMap(
            version ->
                version.document().clauses().stream()
                    .filter(
                        clause ->
                            clause.binding().filter(bound -> bound.key().equals(key)).isPresent())
                    .findFirst())
        .map(clause -> "clause " + clause.number())
        .orElse("by default, no clause sets it");
  }
}
