package org.sarhad.core.barter;

import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.tlog.tree.Hash;

/// An entry that something rests on, by its place and its exact bytes (protocol clause 14-2.4).
///
/// @param entry where it stands
/// @param leaf its leaf hash
public record Basis(EntryId entry, Hash leaf) {
  Json.Obj toJson() {
    return Json.obj().put("entry", entry.toString()).putHash("leaf", leaf).build();
  }

  /// The canonical text of [#toJson()]: neither part has anything to escape.
  String canonical() {
    return "{\"entry\":\"" + entry + "\",\"leaf\":\"" + leaf + "\"}";
  }

  static Basis fromJson(Json.Obj json) throws MalformedJsonException {
    return new Basis(json.as("entry", EntryId::parse), json.hash("leaf"));
  }
}
