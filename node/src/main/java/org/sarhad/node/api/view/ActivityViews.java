package org.sarhad.node.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sarhad.node.api.view.IncidentViews.Author;

/// Notices of activity, as the contract has them.
public final class ActivityViews {
  private ActivityViews() {}

  /// `ActivityPage` of the contract.
  public record Page(Instant now, List<ActivityView> items, long total, Optional<String> next) {}

  /// `Activity` of the contract.
  public record ActivityView(
      String activity,
      String entry,
      String party,
      String stage,
      boolean isFinal,
      Object notice,
      String version,
      String versionEntry,
      int changes,
      List<String> acknowledgedBy,
      Optional<Instant> told,
      Optional<Long> shortBySeconds,
      Optional<Long> longerBySeconds,
      List<WarningView> warnings) {}

  /// `ActivityWarning` of the contract.
  public record WarningView(
      PresenceView other,
      long distanceM,
      Instant from,
      Instant until,
      List<String> known,
      boolean deconflicted) {}

  /// `Presence` of the contract.
  public record PresenceView(
      String source, String name, String entry, String party, Optional<String> incident) {}

  /// `ActivityDetail` of the contract.
  public record Detail(
      ActivityView activity,
      List<VersionView> versions,
      List<SaidView> acknowledgements,
      List<SaidView> comments,
      Optional<SaidView> cancelled) {}

  /// `ActivityVersion` of the contract.
  public record VersionView(String entry, Instant at, Object notice, Optional<Object> reason) {}

  /// `SaidBetween` of the contract.
  public record SaidView(String entry, String statement, Author by, Instant at, Object body) {}
}
