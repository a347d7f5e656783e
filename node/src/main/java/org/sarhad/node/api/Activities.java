package org.sarhad.node.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.activity.Activity;
import org.sarhad.core.activity.ActivityFact;
import org.sarhad.core.activity.ActivityKind;
import org.sarhad.core.activity.ActivityState;
import org.sarhad.core.activity.Area;
import org.sarhad.core.activity.Deconfliction;
import org.sarhad.core.activity.Notice;
import org.sarhad.core.activity.Overlap;
import org.sarhad.core.activity.Presence;
import org.sarhad.core.activity.Window;
import org.sarhad.core.crossing.Crossing;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.geo.Distance;
import org.sarhad.core.joint.Statement;
import org.sarhad.core.json.Json;
import org.sarhad.core.modalities.CycleSettings;
import org.sarhad.core.modalities.Settings;
import org.sarhad.core.modalities.ZoneSettings;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Word;
import org.sarhad.core.register.Wording;
import org.sarhad.node.api.view.ActivityViews;

/// Notices of activity as the contract shows them: by everything that is known, with what comes
/// near what (protocol clause 12-8).
final class Activities {
  private static final Comparator<Activity> SOONEST_FIRST =
      Comparator.comparing((Activity one) -> one.notice().window().from())
          .thenComparing(Activity::id);

  private final Lens lens;
  private final Entries entries;
  private final ActivityState known;
  private final ActivityState agreed;
  private final Settings settings;
  private final Map<String, List<Overlap>> near;

  Activities(Lens lens) {
    this.lens = lens;
    this.entries = new Entries(lens);
    this.known = lens.view().expected().activities();
    this.agreed = lens.view().agreed().activities();
    this.settings = lens.view().agreed().modalities().settings();
    this.near = near();
  }

  /// What is to come and what goes on, the soonest first.
  List<Activity> live() {
    return known.live(lens.now());
  }

  /// All of them, the latest beginning first.
  List<Activity> all() {
    return known.activities().values().sorted(SOONEST_FIRST.reversed()).toList();
  }

  /// The activity of which that entry gave notice.
  Optional<Activity> find(EntryId id) {
    return known.activity(id);
  }

  ActivityViews.ActivityView view(Activity activity) {
    var latest = activity.latest();
    var told = new Receiving(lens.view()).told(latest.entry());
    return new ActivityViews.ActivityView(
        lens.entryName(activity.id()),
        activity.id().toString(),
        activity.by().value(),
        Codes.of(activity.stage(lens.now())),
        agreed.activity(activity.id()).equals(Optional.of(activity)),
        body(latest.said()),
        lens.entryName(latest.entry()),
        latest.entry().toString(),
        activity.versions().size() - 1,
        known.parties().stream().filter(activity::isAcknowledgedBy).map(PartyId::value).toList(),
        told,
        shortBy(activity, told.orElse(latest.at())),
        longerBy(activity),
        near.getOrDefault(activity.id().toString(), List.of()).stream()
            .map(overlap -> warning(activity, overlap))
            .toList());
  }

  private Optional<Long> shortBy(Activity activity, Instant told) {
    return activity
        .shortBy(
            settings.get(
                isExercise(activity)
                    ? CycleSettings.EXERCISE_NOTICE
                    : ZoneSettings.ACTIVITY_NOTICE),
            told)
        .map(missing -> missing.toSeconds());
  }

  private Optional<Long> longerBy(Activity activity) {
    return isExercise(activity)
        ? activity
            .longerBy(settings.get(CycleSettings.EXERCISE_LENGTH))
            .map(excess -> excess.toSeconds())
        : Optional.empty();
  }

  private static boolean isExercise(Activity activity) {
    return activity.notice().kind() == ActivityKind.EXERCISE;
  }

  private static Json.Obj body(Notice notice) {
    return new ActivityFact.Given(notice).toJson();
  }

  // ---- what comes near what -------------------------------------------------------------------

  /// Overlaps by the names of both that come near each other.
  private Map<String, List<Overlap>> near() {
    var presences = Stream.concat(known.presences(lens.now()).stream(), crossings()).toList();
    var within = Distance.ofMetres(settings.get(ZoneSettings.ACTIVITY_DISTANCE));
    var near = new HashMap<String, List<Overlap>>();
    for (Overlap overlap : Deconfliction.among(presences, within)) {
      near.computeIfAbsent(overlap.one().name(), _ -> new ArrayList<>()).add(overlap);
      near.computeIfAbsent(overlap.other().name(), _ -> new ArrayList<>()).add(overlap);
    }
    return Collections.unmodifiableMap(near);
  }

  /// Crossings that were assented to and are not over, where they have an area.
  private Stream<Presence> crossings() {
    return lens.view()
        .expected()
        .crossings()
        .crossings()
        .values()
        .filter(crossing -> isToBe(crossing))
        .flatMap(Activities::presence);
  }

  private boolean isToBe(Crossing crossing) {
    var begin = crossing.leave().from();
    var when = begin.isAfter(lens.now()) ? begin : lens.now();
    return crossing.leave().units().stream().anyMatch(unit -> crossing.isLeaveFor(unit, when));
  }

  private static Stream<Presence> presence(Crossing crossing) {
    var leave = crossing.leave();
    return leave
        .area()
        .map(
            ring ->
                new Presence(
                    Presence.Source.CROSSING,
                    crossing.id().toString(),
                    leave.visitor(),
                    new Area.Enclosed(ring),
                    new Window(leave.from(), leave.until())))
        .stream();
  }

  private ActivityViews.WarningView warning(Activity activity, Overlap overlap) {
    var isOne = overlap.one().name().equals(activity.id().toString());
    var other = isOne ? overlap.other() : overlap.one();
    var id = EntryId.parse(other.name());
    var sides = known(activity, id);
    return new ActivityViews.WarningView(
        new ActivityViews.PresenceView(
            Codes.of(other.source()),
            lens.entryName(id),
            other.name(),
            other.side().value(),
            lens.view()
                .expected()
                .crossings()
                .crossing(id)
                .map(crossing -> crossing.leave().incident().value())),
        overlap.apart().metres(),
        overlap.together().from(),
        overlap.together().until(),
        sides.stream().map(PartyId::value).toList(),
        !overlap.isOfOneSide() && sides.contains(activity.by()) && sides.contains(other.side()));
  }

  /// The sides that have said that they know of one activity beside the other (12-7.4).
  private List<PartyId> known(Activity activity, EntryId other) {
    return Stream.concat(
            activity.beside(other).stream(),
            known.activity(other).stream().flatMap(one -> one.beside(activity.id()).stream()))
        .map(Activity.Said::side)
        .distinct()
        .sorted()
        .toList();
  }

  // ---- one of them ----------------------------------------------------------------------------

  ActivityViews.Detail detail(Activity activity) {
    return new ActivityViews.Detail(
        view(activity),
        activity.versions().values().map(this::version).toList(),
        activity.acknowledgements().values().map(said -> said(said.side(), said.word())).toList(),
        activity.comments().values().map(said -> said(said.side(), said.word())).toList(),
        activity.cancelled().map(word -> said(activity.by(), word)));
  }

  private ActivityViews.VersionView version(Word<Notice> version) {
    return new ActivityViews.VersionView(
        lens.entryName(version.entry()),
        version.at(),
        body(version.said()),
        reason(version.entry()).map(Wording::toJson));
  }

  /// Why it was changed, as it stands in the entry that changed it.
  private Optional<Wording> reason(EntryId id) {
    return lens.view()
        .entry(id)
        .flatMap(
            entry ->
                entries.body(entry).flatMap(body -> Statement.read(entry.envelope().kind(), body)))
        .flatMap(
            statement ->
                statement instanceof Statement.OnActivities(ActivityFact.Changed changed)
                    ? Optional.of(changed.reason())
                    : Optional.empty());
  }

  private ActivityViews.SaidView said(PartyId by, Word<? extends ActivityFact> word) {
    return lens.said(by, word, word.said().toJson());
  }
}
