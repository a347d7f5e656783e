package org.sarhad.node.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.fact.RefusalCode.Retry;
import org.sarhad.core.response.Alarms;
import org.sarhad.core.response.Incident;
import org.sarhad.core.response.Said;
import org.sarhad.core.response.Unit;
import org.sarhad.node.api.view.HealthView;
import org.sarhad.node.api.view.OverviewView;
import org.sarhad.node.api.view.OverviewView.ClockView;
import org.sarhad.node.api.view.OverviewView.DutyView;
import org.sarhad.node.api.view.Problem;
import org.sarhad.node.machine.GuardState;

/// The top strip and the wallboard.
final class OverviewOperations {
  private final Surface surface;

  OverviewOperations(Surface surface) {
    this.surface = surface;
  }

  List<Operation> list() {
    return List.of(
        Operation.get("getOverview", "/api/v1/overview", Access.signedIn(), this::overview));
  }

  private Answer overview(Call call) {
    var lens = surface.look(call);
    var view = lens.view();
    return Answer.ok(
        new OverviewView(
            lens.now(),
            lens.parties().own(),
            view.links().stream().map(link -> LinkWords.view(lens, link)).toList(),
            clocks(lens),
            onDuty(lens),
            unread(lens),
            figures(lens),
            exercises(lens),
            view.log(view.self().journal()).map(log -> log.size()).orElse(0L),
            Codes.of(view.guard()),
            Optional.of(view.guardSentence()).filter(sentence -> !sentence.isEmpty()),
            view.displaced(),
            problems(lens)));
  }

  /// What has to be done and by when, the soonest first: what people owe each other, what a
  /// crossing asks for, and who stands at the line.
  private static List<ClockView> clocks(Lens lens) {
    return Stream.of(
            lens.lineAlarms().stream().map(lens::clock),
            new Crossings(lens).clocks().stream(),
            lens.deadlines().stream().map(lens::clock))
        .flatMap(clocks -> clocks)
        .sorted(Comparator.comparing(ClockView::due))
        .toList();
  }

  private static List<DutyView> onDuty(Lens lens) {
    return lens.response().side(lens.own()).watch().watches().stream()
        .flatMap(
            watch ->
                watch.value().holder().stream()
                    .map(holder -> ShiftOperations.duty(lens, watch.key(), holder)))
        .toList();
  }

  /// What the other side told and nobody here has opened, in real incidents that somebody still
  /// works on.
  private static OverviewView.Unread unread(Lens lens) {
    List<Said> unread = unread(lens, false);
    Optional<Instant> oldest = unread.stream().map(Said::time).min(Comparator.naturalOrder());
    return new OverviewView.Unread(unacknowledged(lens, false), unread.size(), oldest);
  }

  private static OverviewView.Exercises exercises(Lens lens) {
    return new OverviewView.Exercises(
        live(lens, true).map(incident -> incident.id().toString()).toList(),
        unacknowledged(lens, true),
        unread(lens, true).size());
  }

  private static Stream<Incident> live(Lens lens, boolean exercises) {
    return lens.response()
        .liveIncidents()
        .filter(lens::shows)
        .filter(incident -> incident.id().exercise() == exercises);
  }

  private static long unacknowledged(Lens lens, boolean exercises) {
    return Alarms.unacknowledged(lens.response(), lens.own()).stream()
        .filter(incident -> incident.id().exercise() == exercises)
        .count();
  }

  private static List<Said> unread(Lens lens, boolean exercises) {
    return live(lens, exercises)
        .map(Incident::said)
        .flatMap(List::stream)
        .filter(said -> !said.author().equals(lens.own()))
        .filter(said -> lens.view().times(said.entry()).read().isEmpty())
        .toList();
  }

  private static OverviewView.FiguresView figures(Lens lens) {
    var own = lens.response().side(lens.own()).units().units();
    return new OverviewView.FiguresView(
        live(lens, false).count(),
        own.values().filter(unit -> !unit.retired()).count(),
        own.values().filter(Unit::isReady).count(),
        lens.response()
            .others(lens.own())
            .flatMap(side -> side.units().units().values())
            .filter(Unit::isShown)
            .count());
  }

  private List<Problem> problems(Lens lens) {
    var problems = new ArrayList<Problem>();
    for (HealthView.Check check : surface.node().ready()) {
      if (!check.ok()) {
        problems.add(
            Problem.of(
                503,
                "node.not_ready",
                "This node is not ready: " + check.name() + ".",
                check.detail().orElse(""),
                Retry.LATER,
                "Tell the administrator."));
      }
    }
    if (lens.view().guard() == GuardState.BEHIND) {
      problems.add(
          Problem.of(
              503,
              "node.behind_own_mirror",
              "This node signs nothing until it is restored.",
              lens.view().guardSentence(),
              Retry.LATER,
              "An administrator restores it from the peer on the link page."));
    }
    return List.copyOf(problems);
  }
}
