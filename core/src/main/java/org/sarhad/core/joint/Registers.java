package org.sarhad.core.joint;

import java.util.SortedSet;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.commitments.CommitmentsState;
import org.sarhad.core.complaints.ComplaintsState;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.meetings.MeetingActs;
import org.sarhad.core.meetings.MeetingsState;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.screening.ScreeningState;

/// What the sides keep of each other's word. Immutable.
///
/// @param meetings what they do again and again, and what was made of it
/// @param commitments what they have promised
/// @param complaints what they hold against each other
/// @param screening what each has decided about those who trade
public record Registers(
    MeetingsState meetings,
    CommitmentsState commitments,
    ComplaintsState complaints,
    ScreeningState screening) {
  /// Nothing said yet.
  static final Registers NONE =
      new Registers(
          MeetingsState.of(Ordered.set()),
          CommitmentsState.of(Ordered.set()),
          ComplaintsState.of(Ordered.set()),
          ScreeningState.of(Ordered.set()));

  Registers among(SortedSet<PartyId> sides) {
    return new Registers(
        meetings.among(sides),
        commitments.among(sides),
        complaints.among(sides),
        screening.among(sides));
  }

  /// After an entry by which `act` came to the stage it has now.
  Registers moved(ActEntry entry, Act act) {
    return new Registers(
        MeetingActs.kinds().contains(act.proposal().said().act())
            ? meetings.moved(entry, act)
            : meetings,
        commitments.moved(entry, act),
        complaints.moved(entry, act),
        screening);
  }

  Registers with(MeetingsState next) {
    return new Registers(next, commitments, complaints, screening);
  }

  Registers with(CommitmentsState next) {
    return new Registers(meetings, next, complaints, screening);
  }

  Registers with(ComplaintsState next) {
    return new Registers(meetings, commitments, next, screening);
  }

  Registers with(ScreeningState next) {
    return new Registers(meetings, commitments, complaints, next);
  }
}
