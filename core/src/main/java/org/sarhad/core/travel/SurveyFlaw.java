package org.sarhad.core.travel;

import java.util.Optional;
import org.sarhad.core.geo.Region;

/// What is wrong with a part of a survey, or with the line, a post, a sector or a part of the map
/// that is to take the place of another. The order is that in which they are looked for.
public enum SurveyFlaw {
  /// Fewer points than such a thing has, or an area without any ground.
  EMPTY,
  /// No point of it lies in the region, but all would if latitude and longitude were exchanged.
  SWAPPED,
  /// No point of it lies in the region.
  OUTSIDE,
  /// The edge of an area crosses itself, or a line does.
  SELF_CROSSING,
  /// Its edge has so many pieces side by side that it cannot be checked.
  INTRICATE,
  /// The line is in pieces that do not follow each other, or with different sides on its hands.
  LINE_IN_PIECES,
  /// The line ends on ground that one can drive on, so that one can drive around it.
  LINE_ENDS_INLAND,
  /// There is a way from one side to the other that the line does not cut.
  LINE_DOES_NOT_SEPARATE,
  /// No ground of one of the sides lies along the line.
  NO_GROUND,
  /// A gate is not at the line: there is not ground of both sides near it.
  GATE_OFF_LINE,
  /// Two gates have one name.
  GATE_TWICE,
  /// It is of another geometry than such a thing has.
  WRONG_KIND,
  /// A coordinate of it is no longitude or latitude.
  NO_PLACE,
  /// A line has the same side on both hands.
  SAME_SIDE,
  /// A line has a side on a hand that is none of the two.
  STRANGE_SIDE,
  /// A line does not say how far off it may be.
  NO_UNCERTAINTY,
  /// It has no name of the form that such a thing has.
  NO_NAME,
  /// Another one before it has its name, or its place.
  TWICE,
  /// A post lies so near to the line that nobody can say on whose soil.
  IN_BAND,
  /// A post lies on the soil of the other side.
  OTHER_SOIL,
  /// A mark of the map is of no kind that a map has.
  NO_KIND;

  /// What is wrong with something that lies so to the region, if anything.
  public static Optional<SurveyFlaw> of(Region.Fit fit) {
    return switch (fit) {
      case HERE -> Optional.empty();
      case SWAPPED -> Optional.of(SWAPPED);
      case ELSEWHERE -> Optional.of(OUTSIDE);
    };
  }
}
