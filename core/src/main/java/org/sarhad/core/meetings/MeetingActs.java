package org.sarhad.core.meetings;

import java.util.SortedSet;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.data.Ordered;

/// The kinds of joint act that are about duties and meetings (protocol clause 10-3).
public final class MeetingActs {
  /// The sides bind themselves to do something again and again; terms [DutyTerms].
  public static final ActKind RECURRING_DUTY = ActKind.of("recurring_duty");

  /// One occurrence need not be held; terms [CancellationTerms].
  public static final ActKind DUTY_CANCELLED = ActKind.of("duty_cancelled");

  /// What the sides say together about a meeting; terms [JointRecordTerms].
  public static final ActKind JOINT_RECORD = ActKind.of("joint_record");

  private MeetingActs() {}

  /// All of them: [MeetingsState#moved] is called for these.
  public static SortedSet<ActKind> kinds() {
    return Ordered.set(RECURRING_DUTY, DUTY_CANCELLED, JOINT_RECORD);
  }
}
