package org.sarhad.core.act;

import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.tlog.tree.Hash;

/// An act, by its proposal and the exact bytes of that: what an officer was shown and signs for
/// (protocol clause 07-1.2).
///
/// As JSON `{"entry":"ir.sarhad.example/joint#12","leaf":"n/xEDx…"}`.
///
/// @param entry where the proposal stands
/// @param leaf its leaf hash: of the envelope, which names the body by its SHA-256
public record ActRef(EntryId entry, Hash leaf) {
  Json.Obj toJson() {
    return Json.obj().put("entry", entry.toString()).putHash("leaf", leaf).build();
  }

  static ActRef fromJson(Json.Obj json) throws MalformedJsonException {
    return new ActRef(json.as("entry", EntryId::parse), json.hash("leaf"));
  }
}
