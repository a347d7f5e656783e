package org.sarhad.core.record;

import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.tlog.tree.Hash;

/// One payload of one entry. The entry is named too, because the same bytes may be a payload of
/// several entries and be erased from one of them only.
///
/// @param entry the entry that names it
/// @param sha256 its SHA-256
public record PayloadId(EntryId entry, Hash sha256) implements Comparable<PayloadId> {
  @Override
  public int compareTo(PayloadId other) {
    int byEntry = entry.compareTo(other.entry);
    return byEntry != 0 ? byEntry : sha256.compareTo(other.sha256);
  }

  JsonBuilder toJson() {
    return Json.obj().put("entry", entry.toString()).putSha256("sha256", sha256);
  }

  static PayloadId fromJson(Json.Obj json) throws MalformedJsonException {
    return new PayloadId(json.as("entry", EntryId::parse), json.sha256("sha256"));
  }
}
