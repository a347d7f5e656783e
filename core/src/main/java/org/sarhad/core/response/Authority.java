package org.sarhad.core.response;

import static org.sarhad.core.party.Role.CHIEF;
import static org.sarhad.core.party.Role.CLERK;
import static org.sarhad.core.party.Role.DISPATCHER;
import static org.sarhad.core.party.Role.INVESTIGATOR;
import static org.sarhad.core.party.Role.LIAISON;
import static org.sarhad.core.party.Role.SECTOR_COMMANDER;
import static org.sarhad.core.party.Role.UNIT_LEADER;
import static org.sarhad.core.party.Role.WATCH_OFFICER;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.party.Role;

/// Which roles may ask for what, on one page. Any one of the roles is enough.
///
/// Speaking to the other side takes a role that answers for it ([#SPEAKS]); the node's
/// administrator and an observer may do nothing here at all.
final class Authority {
  /// Who may speak to the other side.
  static final Set<Role> SPEAKS = roles(WATCH_OFFICER, LIAISON, SECTOR_COMMANDER, CHIEF);

  /// Who answers for the own response.
  private static final Set<Role> COMMANDS = roles(WATCH_OFFICER, SECTOR_COMMANDER, CHIEF);

  /// Who works on an incident at all.
  private static final Set<Role> RESPONDS =
      roles(WATCH_OFFICER, DISPATCHER, LIAISON, UNIT_LEADER, SECTOR_COMMANDER, CHIEF);

  /// Who may write a line into its log.
  private static final Set<Role> WRITES =
      roles(
          WATCH_OFFICER,
          DISPATCHER,
          LIAISON,
          UNIT_LEADER,
          SECTOR_COMMANDER,
          CHIEF,
          INVESTIGATOR,
          CLERK);

  private static final Set<Role> DISPATCHES = roles(WATCH_OFFICER, DISPATCHER, SECTOR_COMMANDER);
  private static final Set<Role> KEEPS_REGISTER = roles(DISPATCHER, SECTOR_COMMANDER, CHIEF);
  private static final Set<Role> REPORTS_STATUS =
      roles(WATCH_OFFICER, DISPATCHER, UNIT_LEADER, SECTOR_COMMANDER);
  private static final Set<Role> COMMITS = roles(SECTOR_COMMANDER, CHIEF);
  private static final Set<Role> STANDS_WATCH =
      roles(WATCH_OFFICER, DISPATCHER, LIAISON, SECTOR_COMMANDER);
  private static final Set<Role> KEEPS_HISTORY = roles(INVESTIGATOR, CLERK);

  private Authority() {}

  /// The role in which somebody who holds `held` makes `request`: the first, in the enum's order,
  /// that may.
  static Optional<Role> actingAs(ResponseRequest request, Set<Role> held) {
    Set<Role> allowed = rolesFor(request);
    return held.stream().filter(allowed::contains).findFirst();
  }

  static Set<Role> rolesFor(ResponseRequest request) {
    return switch (request) {
      case ResponseRequest.OpenIncident r -> spoken(RESPONDS, r.audience());
      case ResponseRequest.NotifyPeer _ -> SPEAKS;
      case ResponseRequest.Acknowledge _ -> COMMANDS;
      case ResponseRequest.Note r -> spoken(WRITES, r.audience());
      case ResponseRequest.ReachStage _ -> COMMANDS;
      case ResponseRequest.Correct _ -> WRITES;
      case ResponseRequest.Withdraw _ -> WRITES;
      case ResponseRequest.Translate _ -> WRITES;
      case ResponseRequest.RegisterUnit r ->
          r.audience() == Audience.RELEASE ? COMMITS : KEEPS_REGISTER;
      case ResponseRequest.DescribeUnit _ -> KEEPS_REGISTER;
      case ResponseRequest.ShowUnit _ -> COMMANDS;
      case ResponseRequest.HideUnit _ -> COMMANDS;
      case ResponseRequest.ReportStatus _ -> REPORTS_STATUS;
      case ResponseRequest.RetireUnit _ -> KEEPS_REGISTER;
      case ResponseRequest.TaskUnit _ -> DISPATCHES;
      case ResponseRequest.EndTask _ -> REPORTS_STATUS;
      case ResponseRequest.RequestAssistance _ -> SPEAKS;
      case ResponseRequest.OfferAssistance _ -> COMMITS;
      case ResponseRequest.AnswerAssistance _ -> COMMITS;
      case ResponseRequest.CommitAssistance _ -> COMMITS;
      case ResponseRequest.SayInAssistance _ -> SPEAKS;
      case ResponseRequest.EndAssistance _ -> SPEAKS;
      case ResponseRequest.AnswerConditions _ -> COMMITS;
      case ResponseRequest.AskExtension _ -> SPEAKS;
      case ResponseRequest.AnswerExtension _ -> COMMITS;
      case ResponseRequest.StateCost _ -> COMMITS;
      case ResponseRequest.AnswerCost _ -> COMMITS;
      case ResponseRequest.LogHotline _ -> SPEAKS;
      case ResponseRequest.AnswerHotline _ -> SPEAKS;
      case ResponseRequest.IssueSitrep _ -> COMMANDS;
      case ResponseRequest.IssueDailyReport _ ->
          roles(WATCH_OFFICER, SECTOR_COMMANDER, CHIEF, CLERK);
      case ResponseRequest.OfferWatch r -> stands(r.role());
      case ResponseRequest.TakeWatch r -> stands(r.role());
      case ResponseRequest.VacateWatch _ -> COMMITS;
      case ResponseRequest.ImportHistory _ -> KEEPS_HISTORY;
      case ResponseRequest.WriteRunCard _ -> COMMITS;
    };
  }

  /// The roles of `base`, or those of them that may speak to the other side when it is addressed.
  private static Set<Role> spoken(Set<Role> base, Audience audience) {
    return switch (audience) {
      case INTERNAL -> base;
      case RELEASE -> SPEAKS;
    };
  }

  /// The watch of a role passes between officers who hold that role.
  private static Set<Role> stands(Role role) {
    return STANDS_WATCH.contains(role) ? roles(role) : Set.of();
  }

  private static Set<Role> roles(Role first, Role... others) {
    return Ordered.set(EnumSet.of(first, others));
  }
}
