package org.sarhad.node.api;

import java.util.List;
import org.sarhad.core.party.Role;
import org.sarhad.node.ground.GeoShelves;

/// The import of the ground over which journeys are reckoned (protocol clause 19-2.6).
final class GroundOperations {
  private static final String ROOT = "/api/v1/geo/ground";
  private static final Access ADMIN = Access.of(Role.ADMIN);

  private final ImportDesk desk;
  private final GroundImport ground;

  GroundOperations(Surface surface, GeoShelves geo) {
    this.desk = new ImportDesk(surface);
    this.ground = new GroundImport(geo);
  }

  List<Operation> list() {
    return List.of(
        Operation.get("getGround", ROOT, ADMIN, call -> desk.state(call, ground)),
        Operation.listFile("readGround", ROOT + "/draft", ADMIN, call -> desk.read(call, ground)),
        Operation.delete(
            "discardGround", ROOT + "/draft", ADMIN, call -> desk.discard(call, ground)),
        Operation.post("putGround", ROOT, ADMIN, call -> desk.put(call, ground)),
        Operation.post(
            "takeBackGround", ROOT + "/former", ADMIN, call -> desk.takeBack(call, ground)));
  }
}
