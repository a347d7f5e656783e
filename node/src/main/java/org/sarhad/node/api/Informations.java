package org.sarhad.node.api;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.information.Clarification;
import org.sarhad.core.information.InformationClock;
import org.sarhad.core.information.InformationDeadline;
import org.sarhad.core.information.InformationFact;
import org.sarhad.core.information.InformationRequest;
import org.sarhad.core.information.InformationState;
import org.sarhad.core.information.InformationTally;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Word;
import org.sarhad.node.api.view.ActivityViews.SaidView;
import org.sarhad.node.api.view.InformationViews;

/// Requests of information as the contract shows them: by everything that is known, with the time
/// that each has (protocol clause 13-4).
final class Informations {
  private final Lens lens;
  private final InformationState known;
  private final InformationState agreed;
  private final InformationClock clock;

  Informations(Lens lens) {
    this.lens = lens;
    this.known = lens.view().expected().information();
    this.agreed = lens.view().agreed().information();
    this.clock =
        new InformationClock(
            lens.view().agreed().informationSettings(),
            new Receiving(lens.view()),
            lens.own(),
            lens.now(),
            lens.silentSince());
  }

  /// Those that are not over, the soonest due first and what has no time yet last.
  List<InformationRequest> open() {
    return known.open().stream()
        .sorted(
            Comparator.comparing(
                    (InformationRequest one) -> clock.deadline(one).due().orElse(Instant.MAX))
                .thenComparing(InformationRequest::id))
        .toList();
  }

  /// All of them, the newest first.
  List<InformationRequest> all() {
    return known
        .requests()
        .values()
        .sorted(
            Comparator.comparing((InformationRequest one) -> one.asked().at())
                .thenComparing(InformationRequest::id)
                .reversed())
        .toList();
  }

  /// The request that was made by that entry.
  Optional<InformationRequest> find(EntryId id) {
    return known.request(id);
  }

  InformationViews.RequestView view(InformationRequest request) {
    return new InformationViews.RequestView(
        lens.entryName(request.id()),
        request.id().toString(),
        request.by().value(),
        request.to().value(),
        Codes.of(request.stage()),
        agreed.request(request.id()).equals(Optional.of(request)),
        request.asked().at(),
        request.age(lens.now()).toSeconds(),
        request.asked().said().toJson(),
        deadline(clock.deadline(request)));
  }

  private static InformationViews.DeadlineView deadline(InformationDeadline deadline) {
    return new InformationViews.DeadlineView(
        Codes.of(deadline.status()),
        deadline.since(),
        deadline.limit(),
        deadline.due(),
        deadline.left().map(left -> left.toSeconds()));
  }

  InformationViews.Detail detail(InformationRequest request) {
    return new InformationViews.Detail(
        view(request),
        request.received().map(word -> said(request.to(), word)),
        request.clarifications().values().map(one -> question(request, one)).toList(),
        request.answers().values().map(word -> said(request.to(), word)).toList(),
        request.deferrals().values().map(word -> said(request.to(), word)).toList(),
        request.withdrawn().map(word -> said(request.by(), word)));
  }

  private InformationViews.QuestionView question(InformationRequest request, Clarification one) {
    return new InformationViews.QuestionView(
        said(request.to(), one.asked()), one.given().map(word -> said(request.by(), word)));
  }

  private SaidView said(PartyId by, Word<? extends InformationFact> word) {
    return lens.said(by, word, word.said().toJson());
  }

  /// One row for each side, of what was asked in `[from, to)`.
  InformationViews.Tallies tallies(Instant from, Instant to) {
    return new InformationViews.Tallies(
        from,
        to,
        InformationTally.of(known, clock, from, to).stream().map(Informations::tally).toList());
  }

  private static InformationViews.TallyView tally(InformationTally tally) {
    return new InformationViews.TallyView(
        tally.side().value(),
        tally.asked(),
        tally.urgent(),
        tally.deferred(),
        coded(tally.statuses()),
        coded(tally.replies()),
        coded(tally.grounds()));
  }

  private static <E extends Enum<E>> Map<String, Integer> coded(SortedMap<E, Integer> counts) {
    var coded = new LinkedHashMap<String, Integer>();
    counts.forEach((code, count) -> coded.put(Codes.of(code), count));
    return coded;
  }
}
