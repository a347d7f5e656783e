package org.sarhad.node.api.view;

import java.util.List;
import java.util.Optional;

/// What was found on lists, as the contract has it.
public final class ScreenViews {
  private ScreenViews() {}

  /// `ScreenFound` of the contract.
  public record Found(int threshold, int edition, List<ListView> lists) {}

  /// `ScreenedList` of the contract.
  public record ListView(
      String source, String dated, String sha256, boolean isHeld, List<HitView> hits) {}

  /// `ScreenHit` of the contract.
  public record HitView(
      int score,
      String reference,
      String sort,
      String name,
      String listed,
      boolean isWeak,
      Optional<String> number,
      List<MeetingView> meetings,
      List<String> unmet,
      List<String> listedUnmet) {}

  /// `ScreenMeeting` of the contract.
  public record MeetingView(String one, String other, String how, int likeness) {}
}
