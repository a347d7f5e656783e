package org.sarhad.node.api;

import java.util.List;
import java.util.Optional;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.record.Officer;
import org.sarhad.core.record.SideState;
import org.sarhad.node.api.view.OfficerViews;

/// The officers of the sides as their logs have them: whom one can name in a joint act.
final class OfficerOperations {
  private final Surface surface;

  OfficerOperations(Surface surface) {
    this.surface = surface;
  }

  List<Operation> list() {
    return List.of(
        Operation.get("listOfficers", "/api/v1/officers", Access.signedIn(), this::officers));
  }

  private Answer officers(Call call) throws MalformedRequestException {
    var query = call.query();
    var party = query.parsed("party", PartyId::of, "expected a party, such as ir");
    var role =
        query.parsed(
            "role",
            text -> Role.find(text).orElseThrow(IllegalArgumentException::new),
            "expected a role, such as sector_commander");
    query.finish();
    var lens = surface.look(call);
    return Answer.ok(
        new OfficerViews.OfficerList(
            lens.view()
                .channel()
                .sides()
                .values()
                .filter(side -> party.isEmpty() || party.get().equals(side.party()))
                .flatMap(
                    side ->
                        side.roster()
                            .officersAt(side.size())
                            .filter(one -> role.isEmpty() || one.roles().contains(role.get()))
                            .map(one -> officer(lens, side, one)))
                .toList()));
  }

  private static OfficerViews.OfficerView officer(Lens lens, SideState side, Officer officer) {
    return new OfficerViews.OfficerView(
        side.party().value(),
        officer.id().value(),
        officer.roles().stream().sorted().map(Role::code).toList(),
        side.party().equals(lens.own()) ? lens.nameOf(officer.id()) : Optional.empty());
  }
}
