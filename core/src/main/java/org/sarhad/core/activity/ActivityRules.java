package org.sarhad.core.activity;

import static org.sarhad.core.register.Objections.when;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.fact.Authored;
import org.sarhad.core.fact.Decision;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.Objections;
import org.sarhad.tlog.tree.Merkle;

/// What may be said about activities, by whom and when (docs/protocol, 12-handover-and-notices.md,
/// clause 12-7).
public final class ActivityRules {
  /// Who may speak about activities for their side (protocol clause 12-7.1).
  public static final Set<Role> SPEAKERS =
      Ordered.set(Role.WATCH_OFFICER, Role.LIAISON, Role.SECTOR_COMMANDER, Role.CHIEF);

  /// How many versions a notice may have.
  public static final int VERSIONS_MAX = 64;

  private ActivityRules() {}

  /// Decides whether `fact` can be stated now, by one's own side.
  ///
  /// @param state as this node knows it: what is final, and on top of it what is not yet
  /// @param context of the entry it would become: next index, the officer with their roles
  /// @param seen what that entry would say it has seen
  /// @return the fact itself, released; or the first refusal that applies
  public static Decision<ActivityFact, ActivityFact, ActivityRefusal> decide(
      ActivityState state, FactContext context, Seen seen, ActivityFact fact) {
    return objection(state, new ActEntry(context, seen, Merkle.EMPTY_ROOT), fact)
        .<Decision<ActivityFact, ActivityFact, ActivityRefusal>>map(
            refusal -> Decision.refuse(refusal, fact.kind().kind().value()))
        .orElseGet(() -> Decision.accept(List.of(Authored.released(fact)), fact));
  }

  /// Why `fact` does not hold where it stands; empty when it does.
  static Optional<ActivityRefusal> objection(
      ActivityState state, ActEntry entry, ActivityFact fact) {
    FactContext context = entry.context();
    if (!state.parties().contains(context.author())) {
      return Optional.of(ActivityRefusal.NOT_A_SIDE);
    }
    if (!context.released()) {
      return Optional.of(ActivityRefusal.NOT_RELEASED);
    }
    return when(context.officer().isEmpty(), ActivityRefusal.NO_OFFICER)
        .or(() -> when(!Objections.hasOneOf(context, SPEAKERS), ActivityRefusal.ROLE_MISSING))
        .or(() -> new Judge(state, entry).objection(fact));
  }

  /// The objections that look at one fact where it stands.
  private record Judge(ActivityState state, ActEntry entry) {
    Optional<ActivityRefusal> objection(ActivityFact fact) {
      return switch (fact) {
        case ActivityFact.Given given -> toWindow(given.notice());
        case ActivityFact.Changed changed ->
            toOwn(changed.activity())
                .or(() -> toWindow(changed.notice()))
                .or(() -> toChange(activity(changed.activity()), changed.notice()));
        case ActivityFact.Cancelled cancelled -> toOwn(cancelled.activity());
        case ActivityFact.Acknowledged acknowledged ->
            toKnown(acknowledged.activity())
                .or(() -> toNote(activity(acknowledged.activity()), acknowledged));
        case ActivityFact.Commented commented -> toKnown(commented.activity());
      };
    }

    private Optional<ActivityRefusal> toKnown(EntryId id) {
      return state.activity(id).isEmpty()
          ? Optional.of(ActivityRefusal.ACTIVITY_UNKNOWN)
          : when(!entry.knows(id), ActivityRefusal.NOT_SEEN);
    }

    /// What a side does with its own notice it does in its own log, so it knows how that stands.
    private Optional<ActivityRefusal> toOwn(EntryId id) {
      return toKnown(id)
          .or(() -> when(!activity(id).by().equals(author()), ActivityRefusal.NOT_YOURS))
          .or(() -> when(activity(id).cancelled().isPresent(), ActivityRefusal.ACTIVITY_CANCELLED))
          .or(() -> when(isOver(activity(id).notice()), ActivityRefusal.ACTIVITY_OVER));
    }

    private Optional<ActivityRefusal> toWindow(Notice notice) {
      return when(isOver(notice), ActivityRefusal.WINDOW_PAST);
    }

    private Optional<ActivityRefusal> toChange(Activity activity, Notice notice) {
      return when(activity.notice().equals(notice), ActivityRefusal.UNCHANGED)
          .or(
              () ->
                  when(
                      activity.versions().size() >= VERSIONS_MAX,
                      ActivityRefusal.CHANGED_TOO_OFTEN));
    }

    /// A note that crosses a change, or a cancellation, is heard: it is about what was read.
    private Optional<ActivityRefusal> toNote(
        Activity activity, ActivityFact.Acknowledged acknowledged) {
      EntryId latest = activity.latest().entry();
      boolean isKnown =
          activity.hasVersion(acknowledged.version()) && entry.knows(acknowledged.version());
      return when(activity.by().equals(author()), ActivityRefusal.OWN_ACTIVITY)
          .or(
              () ->
                  when(
                      activity.cancelled().filter(word -> entry.knows(word.entry())).isPresent(),
                      ActivityRefusal.ACTIVITY_CANCELLED))
          .or(() -> when(!isKnown, ActivityRefusal.VERSION_UNKNOWN))
          .or(
              () ->
                  when(
                      !acknowledged.version().equals(latest) && entry.knows(latest),
                      ActivityRefusal.NOT_LATEST))
          .or(
              () ->
                  when(
                      acknowledged.beside().filter(other -> !isOther(activity, other)).isPresent(),
                      ActivityRefusal.OTHER_UNKNOWN))
          .or(
              () ->
                  when(isSaidBefore(activity, acknowledged), ActivityRefusal.ALREADY_ACKNOWLEDGED));
    }

    private boolean isOther(Activity activity, EntryId other) {
      return !activity.id().equals(other)
          && state.activity(other).isPresent()
          && entry.knows(other);
    }

    private boolean isSaidBefore(Activity activity, ActivityFact.Acknowledged acknowledged) {
      return activity
          .acknowledgedBy(author())
          .anyMatch(
              word ->
                  word.said().version().equals(acknowledged.version())
                      && word.said().beside().equals(acknowledged.beside())
                      && (acknowledged.text().isEmpty()
                          || word.said().text().equals(acknowledged.text())));
    }

    private boolean isOver(Notice notice) {
      return notice.window().isOver(entry.context().time());
    }

    private Activity activity(EntryId id) {
      return state.activity(id).orElseThrow();
    }

    private PartyId author() {
      return entry.context().author();
    }
  }
}
