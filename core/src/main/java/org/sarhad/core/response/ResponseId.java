package org.sarhad.core.response;

import org.sarhad.core.party.PartyId;

/// A name that one side gave to something it owns. The owner can be read off the name alone, which
/// is what lets [ResponseState] refuse a foreign hand without looking at the other side's state,
/// and so fold both sides in any order.
public sealed interface ResponseId
    permits IncidentId, UnitId, TaskId, AssistanceId, HotlineId, WatchId, HistoryId {
  /// The highest number of a series: six digits can still be read out over a radio.
  int MAX_NUMBER = 999_999;

  /// The side that gave the name.
  PartyId owner();

  /// Counted from 1 by the owner.
  int number();

  /// By owner, then number.
  static int compare(ResponseId left, ResponseId right) {
    int byOwner = left.owner().compareTo(right.owner());
    return byOwner != 0 ? byOwner : Integer.compare(left.number(), right.number());
  }

  /// Passes a number of the series.
  ///
  /// @throws IllegalArgumentException unless 1 ≤ number ≤ [#MAX_NUMBER]
  static void checkNumber(int number) {
    if (number < 1 || number > MAX_NUMBER) {
      throw new IllegalArgumentException("number is " + number + ", expected 1 to " + MAX_NUMBER);
    }
  }
}
