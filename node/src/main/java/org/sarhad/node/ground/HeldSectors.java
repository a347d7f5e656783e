package org.sarhad.node.ground;

import org.sarhad.core.geo.Zone;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// Sectors that somebody would have both sides agree on. They lie in no file of the node: what is
/// in force is the setting `zone.sectors` of the agreed rules.
///
/// @param zone all of them
/// @param sha256 of their JSON, as the setting has it
public record HeldSectors(Zone zone, Hash sha256) implements Dataset {
  /// The sectors of `zone`.
  public static HeldSectors of(Zone zone) {
    return new HeldSectors(zone, Merkle.sha256(Bytes.ofUtf8(zone.toJson().toString())));
  }
}
