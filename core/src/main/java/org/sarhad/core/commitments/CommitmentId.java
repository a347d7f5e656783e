package org.sarhad.core.commitments;

import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;

/// A commitment, by the entry that made it and its place in that (protocol clause 10-6.1).
///
/// As JSON `{"entry":"ir.sarhad.example/joint#12","number":1}`.
///
/// @param entry the proposal of the act that makes it, or the entry that registered it
/// @param number from 1: its place among the commitments of a joint record or finding; otherwise 1
public record CommitmentId(EntryId entry, int number) implements Comparable<CommitmentId> {
  /// Most commitments of one act.
  public static final int NUMBER_MAX = 32;

  /// @throws IllegalArgumentException when no act has a commitment of that number
  public CommitmentId {
    if (number < 1 || number > NUMBER_MAX) {
      throw new IllegalArgumentException(
          "commitment %d; expected 1 to %d".formatted(number, NUMBER_MAX));
    }
  }

  /// The only commitment of `entry`.
  public static CommitmentId of(EntryId entry) {
    return new CommitmentId(entry, 1);
  }

  Json.Obj toJson() {
    return Json.obj().put("entry", entry.toString()).put("number", number).build();
  }

  static CommitmentId fromJson(Json.Obj json) throws MalformedJsonException {
    return new CommitmentId(
        json.as("entry", EntryId::parse), json.smallInteger("number", 1, NUMBER_MAX));
  }

  @Override
  public int compareTo(CommitmentId other) {
    int byEntry = entry.compareTo(other.entry);
    return byEntry != 0 ? byEntry : Integer.compare(number, other.number);
  }

  /// `ir.sarhad.example/joint#12 commitment 1`.
  @Override
  public String toString() {
    return entry + " commitment " + number;
  }
}
