package org.sarhad.node.api;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sarhad.core.health.HealthInputs;
import org.sarhad.core.health.HealthPeriod;
import org.sarhad.core.inquiry.AccessRequest;
import org.sarhad.core.inquiry.Exhibits;
import org.sarhad.core.inquiry.InquiryState;
import org.sarhad.core.inquiry.MatterFile;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.response.Assistance;
import org.sarhad.core.response.EntryWays;
import org.sarhad.core.response.HotlineFact;
import org.sarhad.core.response.Incident;
import org.sarhad.core.response.IncidentId;
import org.sarhad.core.response.ResponseState;
import org.sarhad.core.response.Said;
import org.sarhad.node.uptime.LinkDiary;

/// What the response, the inquiry and this node's own diary of its links give for one period
/// (protocol clause 10-10.1). Only what was released is counted, and no exercise: the figures give
/// away nothing internal, and the other side can count them again.
///
/// @param response all that was said in the response
/// @param inquiry all matters
/// @param ways when entries were received
/// @param diary how long the links were up, as far as this node has seen
record CooperationInputs(
    ResponseState response, InquiryState inquiry, EntryWays ways, LinkDiary diary) {

  /// What is known of `period`. O(everything that was said in the response).
  HealthInputs of(HealthPeriod period) {
    return new HealthInputs(
        link(period), hotline(period), acknowledgements(period), oldest(period));
  }

  private HealthInputs.Link link(HealthPeriod period) {
    var tally = diary.tally(period.from(), period.to());
    return new HealthInputs.Link(tally.up(), tally.watched());
  }

  // ---- hotline --------------------------------------------------------------------------------

  /// Each logged notice is one activation. Those that name no incident are each a subject of their
  /// own: nothing says that two of them belong together.
  private HealthInputs.Hotline hotline(HealthPeriod period) {
    List<HotlineFact.Logged> calls =
        response
            .sides()
            .values()
            .flatMap(side -> side.ledger().said().values())
            .filter(said -> said.released() && said.anomaly().isEmpty())
            .flatMap(
                said ->
                    said.fact() instanceof HotlineFact.Logged logged
                        ? Stream.of(logged)
                        : Stream.empty())
            .filter(logged -> logged.incident().filter(IncidentId::exercise).isEmpty())
            .filter(logged -> period.has(logged.call().at()))
            .toList();
    long incidents = calls.stream().flatMap(call -> call.incident().stream()).distinct().count();
    long others = calls.stream().filter(call -> call.incident().isEmpty()).count();
    return new HealthInputs.Hotline(calls.size(), Math.toIntExact(incidents + others));
  }

  // ---- acknowledgements -----------------------------------------------------------------------

  private SortedMap<PartyId, List<Duration>> acknowledgements(HealthPeriod period) {
    var times = new TreeMap<PartyId, List<Duration>>();
    incidents()
        .filter(incident -> incident.notice().isPresent())
        .forEach(
            incident ->
                response.parties().stream()
                    .filter(side -> !side.equals(incident.owner()))
                    .forEach(
                        side ->
                            incident
                                .acknowledgedBy(side)
                                .filter(said -> said.released() && period.has(said.time()))
                                .ifPresent(
                                    said ->
                                        times
                                            .computeIfAbsent(side, _ -> new ArrayList<>())
                                            .add(since(incident, side, said)))));
    return times;
  }

  /// From when the notice was at that side's node; from the author's time where no receipt says it.
  /// Two clocks may disagree: no time is less than none.
  private Duration since(Incident incident, PartyId side, Said acknowledged) {
    Said notice = incident.notice().orElseThrow();
    Instant begun =
        ways.times(notice.entry())
            .received()
            .filter(receipt -> receipt.by().equals(side))
            .flatMap(receipt -> receipt.bracket().notAfter())
            .orElse(notice.time());
    Duration time = Duration.between(begun, acknowledged.time());
    return time.isNegative() ? Duration.ZERO : time;
  }

  private Stream<Incident> incidents() {
    return response.incidents().stream().filter(incident -> !incident.id().exercise());
  }

  // ---- questions ------------------------------------------------------------------------------

  /// Requests for help, and requests to see evidence, that had no answer at the end of the period.
  private Optional<HealthInputs.OpenQuestion> oldest(HealthPeriod period) {
    return Stream.concat(help(period), evidence(period))
        .min(
            Comparator.comparing(HealthInputs.OpenQuestion::since)
                .thenComparing(HealthInputs.OpenQuestion::asked));
  }

  private Stream<HealthInputs.OpenQuestion> help(HealthPeriod period) {
    return incidents()
        .flatMap(incident -> incident.assistance().stream())
        .filter(thread -> thread.opened().released())
        .filter(thread -> thread.opened().time().isBefore(period.to()))
        .filter(thread -> thread.progress() != Assistance.Progress.ENDED)
        .filter(
            thread -> thread.answer().filter(said -> said.time().isBefore(period.to())).isEmpty())
        .flatMap(
            thread ->
                response.parties().stream()
                    .filter(side -> !side.equals(thread.owner()))
                    .map(side -> new HealthInputs.OpenQuestion(side, thread.opened().time())));
  }

  private Stream<HealthInputs.OpenQuestion> evidence(HealthPeriod period) {
    return inquiry
        .matters()
        .values()
        .map(MatterFile::exhibits)
        .flatMap(
            exhibits ->
                exhibits
                    .requests()
                    .values()
                    .filter(request -> request.asked().time().isBefore(period.to()))
                    .filter(request -> isOpenAt(request, period.to()))
                    .flatMap(request -> holder(exhibits, request)));
  }

  private static boolean isOpenAt(AccessRequest request, Instant end) {
    return request.answer().filter(answer -> answer.given().time().isBefore(end)).isEmpty();
  }

  private static Stream<HealthInputs.OpenQuestion> holder(
      Exhibits exhibits, AccessRequest request) {
    return exhibits.items().find(request.said().exhibit()).stream()
        .map(item -> new HealthInputs.OpenQuestion(item.holder(), request.asked().time()));
  }
}
