package org.sarhad.core.modalities;

import java.util.List;
import org.sarhad.core.act.Seats;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.party.Role;

/// Which roles are called, may speak, and sign.
public final class PeopleSettings {
  /// Who is called when a watch officer does not acknowledge.
  public static final Setting<Role> SECOND_CALL =
      Setting.of(
          "role.second_call",
          new ValueType.OneRole(),
          Role.SECTOR_COMMANDER,
          "who is called when nobody acknowledges");

  /// Who suspends and resumes for a side.
  public static final Setting<Role> SUSPEND =
      Setting.of(
          "role.suspend",
          new ValueType.OneRole(),
          Role.CHIEF,
          "who suspends and resumes for their side");

  /// Who may comment on clauses that are offered.
  public static final Setting<RoleSet> COMMENT =
      Setting.of(
          "role.comment",
          new ValueType.AnyRole(),
          RoleSet.of(Role.LIAISON, Role.SECTOR_COMMANDER, Role.CHIEF, Role.CLERK),
          "who may comment on an offered clause");

  /// Who signs which kind of act.
  public static final Setting<SeatTable> QUORUMS =
      Setting.of(
          "quorum.acts",
          new ValueType.QuorumPerKind(),
          new SeatTable(PersistentMap.empty())
              .with("crossing", Seats.of(Role.CHIEF, 1))
              .with("handover", Seats.of(Role.SECTOR_COMMANDER, 1))
              .with("modalities", Seats.of(Role.CHIEF, 1)),
          "who of each side signs which kind of act");

  /// Who signs any other.
  public static final Setting<Seats> QUORUM_OTHER =
      Setting.of(
          "quorum.other",
          new ValueType.OneQuorum(),
          Seats.of(Role.CHIEF, 1),
          "who of each side signs an act of any other kind");

  private PeopleSettings() {}

  static List<Setting<?>> all() {
    return List.of(SECOND_CALL, SUSPEND, COMMENT, QUORUMS, QUORUM_OTHER);
  }
}
