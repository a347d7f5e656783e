package org.sarhad.core.information;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.party.PartyId;

/// How one side answered what it was asked in a period (protocol clause 13-5.2). Sides stand in
/// rows of the same form; there is no rate and no rank, and what is not proven counts as that.
///
/// @param side the side that was asked
/// @param asked how many requests
/// @param urgent how many of them were urgent
/// @param deferred how many were put off at least once
/// @param statuses how many of each status, every status
/// @param replies how many last answers of each sort, every sort
/// @param grounds how many refusals, whole or in part, of each ground, every ground
public record InformationTally(
    PartyId side,
    int asked,
    int urgent,
    int deferred,
    SortedMap<InformationDeadline.Status, Integer> statuses,
    SortedMap<Reply, Integer> replies,
    SortedMap<Ground, Integer> grounds) {
  /// Copies the maps.
  public InformationTally {
    statuses = Ordered.map(statuses);
    replies = Ordered.map(replies);
    grounds = Ordered.map(grounds);
  }

  /// One row for each side of the channel, in the order of their names, of what was asked from
  /// `from` until before `to` by the asker's clock. O(n) for each side.
  public static List<InformationTally> of(
      InformationState state, InformationClock clock, Instant from, Instant to) {
    return state.parties().stream()
        .map(
            side ->
                of(
                    side,
                    clock,
                    state
                        .requests()
                        .values()
                        .filter(request -> request.to().equals(side))
                        .filter(request -> !request.asked().at().isBefore(from))
                        .filter(request -> request.asked().at().isBefore(to))
                        .toList()))
        .toList();
  }

  private static InformationTally of(
      PartyId side, InformationClock clock, List<InformationRequest> requests) {
    SortedMap<InformationDeadline.Status, Integer> statuses =
        zeros(InformationDeadline.Status.values());
    SortedMap<Reply, Integer> replies = zeros(Reply.values());
    SortedMap<Ground, Integer> grounds = zeros(Ground.values());
    for (InformationRequest request : requests) {
      statuses.merge(clock.deadline(request).status(), 1, Integer::sum);
      request.lastAnswer().ifPresent(word -> replies.merge(word.said().reply(), 1, Integer::sum));
      request
          .lastAnswer()
          .flatMap(word -> word.said().ground())
          .ifPresent(ground -> grounds.merge(ground, 1, Integer::sum));
    }
    return new InformationTally(
        side,
        requests.size(),
        (int) requests.stream().filter(InformationRequest::isUrgent).count(),
        (int) requests.stream().filter(request -> !request.deferrals().isEmpty()).count(),
        statuses,
        replies,
        grounds);
  }

  private static <E extends Enum<E>> SortedMap<E, Integer> zeros(E[] all) {
    TreeMap<E, Integer> zeros = new TreeMap<>();
    for (E each : all) {
      zeros.put(each, 0);
    }
    return zeros;
  }
}
