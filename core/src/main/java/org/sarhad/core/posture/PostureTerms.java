package org.sarhad.core.posture;

import java.util.List;

/// What the sides have agreed on that posture goes by, as plain values (protocol clauses 15-2.3 and
/// 15-7.1).
///
/// @param sectors the names of the agreed sectors, ascending; empty when none are agreed
/// @param withinMin minutes within which somebody is to be there, 1 to 1440
/// @param handoverMin minutes that a unit of one side loses at the line before it goes on, 1 to
///   1440
/// @param depthM how far beyond the line a unit may be, in metres, 1 to 50 000
/// @param rounds how many offers each side may make in one negotiation, 1 to 9
public record PostureTerms(
    List<String> sectors, int withinMin, int handoverMin, int depthM, int rounds) {
  /// Copies the list.
  public PostureTerms {
    sectors = List.copyOf(sectors);
  }

  /// How units cross by these terms.
  public Assistance.Crossing crossing() {
    return new Assistance.Crossing(handoverMin, depthM);
  }

  /// Whether `offer` is made on these terms (protocol clause 15-7.1).
  boolean areOf(PostureOffer offer) {
    return offer.withinMin() == withinMin
        && offer.handoverMin() == handoverMin
        && offer.depthM() == depthM;
  }

  /// Whether `names` are all the sectors there are.
  boolean areAll(List<String> names) {
    return sectors.isEmpty() ? LinePieces.areAll(names) : names.equals(sectors);
  }
}
