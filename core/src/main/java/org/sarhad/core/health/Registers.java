package org.sarhad.core.health;

import org.sarhad.core.commitments.CommitmentSettings;
import org.sarhad.core.commitments.CommitmentsState;
import org.sarhad.core.complaints.ComplaintsState;
import org.sarhad.core.meetings.MeetingsState;

/// The registers that health is read from, at one place of the joint order.
///
/// @param meetings duties and meetings
/// @param commitments the register of commitments
/// @param complaints the register of complaints
/// @param settings after how long silence is shown as such
public record Registers(
    MeetingsState meetings,
    CommitmentsState commitments,
    ComplaintsState complaints,
    CommitmentSettings settings) {}
