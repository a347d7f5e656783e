package org.sarhad.node.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// `Overview` of the contract.
public record OverviewView(
    Instant now,
    PartyView party,
    List<LinkStateView> links,
    List<ClockView> clocks,
    List<DutyView> onDuty,
    Unread unread,
    FiguresView figures,
    Exercises exercises,
    long journalSize,
    String guard,
    Optional<String> guardSentence,
    long displaced,
    List<Problem> problems) {
  /// What waits for somebody here to look.
  public record Unread(long incidents, long entries, Optional<Instant> oldest) {}

  /// A few counts.
  public record FiguresView(long openIncidents, long ownUnits, long readyUnits, long peerUnits) {}

  /// Exercises, which count in none of the figures beside these.
  ///
  /// @param live the names of those that some side still works on
  /// @param unacknowledged how many of them nobody here has acknowledged
  /// @param unread entries of the other side in them that nobody here has opened
  public record Exercises(List<String> live, long unacknowledged, long unread) {}

  /// `Clock` of the contract.
  public record ClockView(
      String kind,
      String subject,
      Optional<String> incident,
      String owner,
      Optional<String> role,
      Optional<Instant> started,
      Instant due,
      String state,
      boolean audible) {}

  /// `Duty` of the contract.
  public record DutyView(String role, String name, String officer, Instant since) {}
}
