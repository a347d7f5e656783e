package org.sarhad.node.ground;

import java.util.Optional;
import org.sarhad.core.geo.Position;
import org.sarhad.core.travel.SurveyFlaw;

/// A feature with something wrong.
///
/// @param file its name
/// @param feature which one in it, from 1; 0 for all of them together
/// @param flaw what is wrong with it, if it has a name
/// @param where it is wrong, if at a place
/// @param sentence the same for a person
public record Refusal(
    String file,
    long feature,
    Optional<SurveyFlaw> flaw,
    Optional<Position> where,
    String sentence) {
  static Refusal of(String file, long feature, SurveyFlaw flaw) {
    return of(file, feature, flaw, Optional.empty());
  }

  static Refusal of(String file, long feature, SurveyFlaw flaw, Optional<Position> where) {
    return new Refusal(file, feature, Optional.of(flaw), where, sentence(flaw));
  }

  static Refusal of(String file, long feature, String sentence) {
    return new Refusal(file, feature, Optional.empty(), Optional.empty(), sentence);
  }

  /// What is wrong, for a person.
  public static String sentence(SurveyFlaw flaw) {
    return switch (flaw) {
      case EMPTY -> "It has too few points to be anything.";
      case SWAPPED ->
          "It lies outside the region, but latitude and longitude look exchanged: GeoJSON has the longitude first.";
      case OUTSIDE -> "It lies outside the region.";
      case SELF_CROSSING -> "Its edge crosses itself.";
      case INTRICATE -> "Its edge is too intricate to be checked; draw it with fewer points.";
      case LINE_IN_PIECES ->
          "The line is in pieces that do not follow each other, or with other sides on their hands.";
      case LINE_ENDS_INLAND ->
          "The line ends on ground that one can drive on, so one can drive around it.";
      case LINE_DOES_NOT_SEPARATE -> "There is a way from side to side that the line does not cut.";
      case NO_GROUND -> "No ground of one of the sides lies along the line.";
      case GATE_OFF_LINE ->
          "A gate is not at the line: no ground of both sides is within 5 km of it.";
      case GATE_TWICE -> "Two gates have one name.";
      case WRONG_KIND ->
          "It is of another geometry than this file has: a line has LineStrings, posts and towns have "
              + "Points, sectors have Polygons without holes, lands have Polygons; of marks ports have "
              + "Points, rivers LineStrings, lakes and playas Polygons.";
      case NO_PLACE -> "A coordinate of it is no longitude and latitude.";
      case SAME_SIDE -> "It has the same side on both hands.";
      case STRANGE_SIDE -> "Its properties left and right do not name the two sides of this node.";
      case NO_UNCERTAINTY -> "Its property uncertainty_m is no whole number from 0 to 100000.";
      case NO_NAME -> "It has no name of the form that it needs.";
      case TWICE -> "Another one before it has its name, or its place.";
      case IN_BAND -> "It is so near to the line that nobody can say on whose soil it is.";
      case OTHER_SOIL -> "It is on the soil of the other side.";
      case NO_KIND -> "Its property kind is none of port, river, lake and playa.";
    };
  }
}
