package org.sarhad.core.joint;

import java.util.SortedSet;
import org.sarhad.core.activity.ActivityState;
import org.sarhad.core.crossing.CrossingState;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.handover.HandoverState;
import org.sarhad.core.information.InformationState;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.posture.PostureState;
import org.sarhad.core.tracks.TracksState;

/// How the sides work together at the line: who may be on whose soil, who is responsible, what is
/// going on there, what one asks the other. Immutable.
///
/// @param crossings which units of one side may be, and are, on the other's soil
/// @param handovers which side is responsible for which incident
/// @param activities what either does near the line, said beforehand
/// @param information what either has asked the other to tell it
/// @param posture what either says it reaches in time
/// @param tracks which things have crossed, as either has told
public record Coordination(
    CrossingState crossings,
    HandoverState handovers,
    ActivityState activities,
    InformationState information,
    PostureState posture,
    TracksState tracks) {
  /// Nothing said yet.
  static final Coordination NONE =
      new Coordination(
          CrossingState.of(Ordered.set()),
          HandoverState.of(Ordered.set()),
          ActivityState.of(Ordered.set()),
          InformationState.of(Ordered.set()),
          PostureState.of(Ordered.set()),
          TracksState.of(Ordered.set()));

  Coordination among(SortedSet<PartyId> sides) {
    return new Coordination(
        crossings.among(sides),
        handovers.among(sides),
        activities.among(sides),
        information.among(sides),
        posture.among(sides),
        tracks.among(sides));
  }

  Coordination with(CrossingState next) {
    return new Coordination(next, handovers, activities, information, posture, tracks);
  }

  Coordination with(HandoverState next) {
    return new Coordination(crossings, next, activities, information, posture, tracks);
  }

  Coordination with(ActivityState next) {
    return new Coordination(crossings, handovers, next, information, posture, tracks);
  }

  Coordination with(InformationState next) {
    return new Coordination(crossings, handovers, activities, next, posture, tracks);
  }

  Coordination with(PostureState next) {
    return new Coordination(crossings, handovers, activities, information, next, tracks);
  }

  Coordination with(TracksState next) {
    return new Coordination(crossings, handovers, activities, information, posture, next);
  }
}
