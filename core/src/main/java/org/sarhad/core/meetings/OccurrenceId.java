package org.sarhad.core.meetings;

import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.json.MalformedJsonException;

/// One time that a recurring duty is due: "the third sector meeting".
///
/// @param duty the entry of the proposal of the duty
/// @param number from 1, in the order of due dates
public record OccurrenceId(EntryId duty, int number) implements Comparable<OccurrenceId> {
  /// @throws IllegalArgumentException when no duty has an occurrence of that number
  public OccurrenceId {
    if (number < 1 || number > DutyTerms.OCCURRENCES_MAX) {
      throw new IllegalArgumentException(
          "occurrence %d; expected 1 to %d".formatted(number, DutyTerms.OCCURRENCES_MAX));
    }
  }

  JsonBuilder putInto(JsonBuilder json) {
    return json.put("duty", duty.toString()).put("number", number);
  }

  static OccurrenceId fromJson(Json.Obj json) throws MalformedJsonException {
    return new OccurrenceId(
        json.as("duty", EntryId::parse), json.smallInteger("number", 1, DutyTerms.OCCURRENCES_MAX));
  }

  @Override
  public int compareTo(OccurrenceId other) {
    int byDuty = duty.compareTo(other.duty);
    return byDuty != 0 ? byDuty : Integer.compare(number, other.number);
  }

  /// `ir.sarhad.example/joint#12 occurrence 3`.
  @Override
  public String toString() {
    return duty + " occurrence " + number;
  }
}
