package org.sarhad.node.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.geo.Position;
import org.sarhad.core.modalities.Affected;
import org.sarhad.core.modalities.ClockSettings;
import org.sarhad.core.modalities.LiveDeadline;
import org.sarhad.core.modalities.Setting;
import org.sarhad.core.response.Deadline;
import org.sarhad.core.response.Duty;
import org.sarhad.core.response.Incident;
import org.sarhad.core.response.ResponseSettings;

/// What new modalities would find under way, as far as one caller may see it: the duties of the
/// response that run or are missed, and where the live incidents are.
///
/// A duty of which nothing can be said is left out: one whose clock has not begun because the
/// question has not been delivered, one of a side that is out of sight, and one whose end somebody
/// asked for by name, which no clock moves.
final class UnderWay implements Affected {
  private final Lens lens;

  UnderWay(Lens lens) {
    this.lens = lens;
  }

  @Override
  public Instant asOf() {
    return lens.now();
  }

  @Override
  public Stream<LiveDeadline> deadlines() {
    return lens.deadlines().stream().filter(UnderWay::isReckoned).flatMap(this::clocks);
  }

  private static boolean isReckoned(Deadline deadline) {
    return switch (deadline.status()) {
      case RUNNING, OVERDUE -> true;
      case NOT_DELIVERED, CANNOT_BE_JUDGED -> false;
    };
  }

  /// The clocks that run about one duty: its own, and for an own duty to acknowledge those that
  /// call somebody else.
  private Stream<LiveDeadline> clocks(Deadline deadline) {
    var clocks = lens.settings().clocks();
    var own =
        Stream.of(deadline)
            .filter(one -> isBy(one, lengthOf(one.key().duty(), clocks)))
            .map(one -> live(clockOf(one.key().duty()), one));
    boolean calls =
        deadline.key().duty() == Duty.ACKNOWLEDGE && deadline.owner().equals(lens.own());
    return calls
        ? Stream.concat(
            own,
            Stream.of(
                live(ClockSettings.ESCALATE, deadline),
                live(ClockSettings.ESCALATE_CHIEF, deadline)))
        : own;
  }

  private static boolean isBy(Deadline deadline, Duration length) {
    return Duration.between(deadline.started().plus(length), deadline.key().due())
            .abs()
            .compareTo(Duration.ofMillis(1))
        <= 0;
  }

  private static LiveDeadline live(Setting<Duration> clock, Deadline deadline) {
    return new LiveDeadline(clock.key(), deadline.started());
  }

  private static Setting<Duration> clockOf(Duty duty) {
    return switch (duty) {
      case TELL_PEER -> ClockSettings.TELL_PEER;
      case ACKNOWLEDGE -> ClockSettings.ACKNOWLEDGE;
      case ANSWER_ASSISTANCE -> ClockSettings.ANSWER_ASSISTANCE;
      case SITREP -> ClockSettings.SITREP;
    };
  }

  private static Duration lengthOf(Duty duty, ResponseSettings.Clocks clocks) {
    return switch (duty) {
      case TELL_PEER -> clocks.tellPeer();
      case ACKNOWLEDGE -> clocks.acknowledge();
      case ANSWER_ASSISTANCE -> clocks.answerAssistance();
      case SITREP -> clocks.sitrep();
    };
  }

  @Override
  public Stream<Position> openIncidents() {
    return lens.response()
        .liveIncidents()
        .filter(lens::shows)
        .flatMap(incident -> position(incident).stream());
  }

  private static Optional<Position> position(Incident incident) {
    return incident.alert().flatMap(alert -> alert.where().position());
  }
}
