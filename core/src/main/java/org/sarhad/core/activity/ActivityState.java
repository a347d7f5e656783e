package org.sarhad.core.activity;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.UnaryOperator;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Outcomes;
import org.sarhad.core.register.Word;
import org.sarhad.tlog.tree.Hash;

/// The notices of activity of a channel, folded in the final joint order (protocol clause 12-9).
/// Immutable. No joint act is about activities: each side says its own.
///
/// @param parties the sides of the channel
/// @param activities by the entry that gave notice of them
/// @param outcomes what became of each fact
public record ActivityState(
    SortedSet<PartyId> parties,
    PersistentMap<EntryId, Activity> activities,
    Outcomes<ActivityRefusal> outcomes) {
  private static final Comparator<Activity> SOONEST_FIRST =
      Comparator.comparing((Activity activity) -> activity.notice().window().from())
          .thenComparing(Activity::id);

  /// Copies its collection.
  public ActivityState {
    parties = Ordered.set(parties);
  }

  /// No notices yet.
  ///
  /// @param parties the sides of the channel
  public static ActivityState of(SortedSet<PartyId> parties) {
    return new ActivityState(parties, PersistentMap.empty(), Outcomes.of("activity"));
  }

  /// This state on a channel of these sides: sides are given before an entry is folded, as the
  /// channel has them there. What was said is the same; O(sides).
  public ActivityState among(SortedSet<PartyId> sides) {
    return sides.equals(parties) ? this : new ActivityState(sides, activities, outcomes);
  }

  /// This state after `fact`, which stands in `entry`. Total: a fact that does not hold changes
  /// nothing but is kept in [#voids()]. O(log n), and what was said about the activity.
  public ActivityState apply(ActEntry entry, ActivityFact fact) {
    Optional<ActivityRefusal> objection = ActivityRules.objection(this, entry, fact);
    return objection.isPresent()
        ? with(outcomes.voided(entry, objection.get()))
        : held(entry, fact).with(outcomes.held(entry));
  }

  /// This state: no act changes anything here.
  public ActivityState moved(ActEntry entry, Act act) {
    return this;
  }

  private ActivityState held(ActEntry entry, ActivityFact fact) {
    PartyId author = entry.context().author();
    return switch (fact) {
      case ActivityFact.Given(Notice notice) ->
          with(Activity.of(author, Word.in(entry.context(), notice)));
      case ActivityFact.Changed changed ->
          changed(
              changed.activity(),
              activity -> activity.changed(Word.in(entry.context(), changed.notice())));
      case ActivityFact.Cancelled cancelled ->
          changed(
              cancelled.activity(),
              activity -> activity.cancelled(Word.in(entry.context(), cancelled)));
      case ActivityFact.Acknowledged acknowledged ->
          changed(
              acknowledged.activity(),
              activity -> activity.acknowledged(author, Word.in(entry.context(), acknowledged)));
      case ActivityFact.Commented commented ->
          changed(
              commented.activity(),
              activity -> activity.commented(author, Word.in(entry.context(), commented)));
    };
  }

  // ---- asking ---------------------------------------------------------------------------------

  /// The digest by which two nodes compare their states (protocol clause 12-9.2).
  public Hash digest() {
    return outcomes.digest();
  }

  /// Facts that do not hold, by entry.
  public PersistentMap<EntryId, ActivityRefusal> voids() {
    return outcomes.voids();
  }

  /// The activity of which the entry `id` gave notice, if one did.
  public Optional<Activity> activity(EntryId id) {
    return activities.find(id);
  }

  /// What is to come or going on at `now`, the soonest first. O(n log n).
  public List<Activity> live(Instant now) {
    return activities
        .values()
        .filter(activity -> activity.isLive(now))
        .sorted(SOONEST_FIRST)
        .toList();
  }

  /// What is to come or going on at `now` and no person of `side` has taken note of, the soonest
  /// first. O(n log n).
  public List<Activity> unacknowledged(PartyId side, Instant now) {
    return live(now).stream()
        .filter(activity -> !activity.by().equals(side))
        .filter(activity -> !activity.isAcknowledgedBy(side))
        .toList();
  }

  /// What is live at `now`, as values to be compared in [Deconfliction].
  public List<Presence> presences(Instant now) {
    return live(now).stream().map(Presence::of).toList();
  }

  private ActivityState changed(EntryId id, UnaryOperator<Activity> change) {
    return with(change.apply(activities.get(id)));
  }

  private ActivityState with(Activity activity) {
    return new ActivityState(parties, activities.put(activity.id(), activity), outcomes);
  }

  private ActivityState with(Outcomes<ActivityRefusal> next) {
    return new ActivityState(parties, activities, next);
  }
}
