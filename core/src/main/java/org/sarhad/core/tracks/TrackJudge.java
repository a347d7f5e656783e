package org.sarhad.core.tracks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What follows from the next sighting of a thing (protocol clauses 20-3 and 20-4). Pure. Of a
/// sighting that cannot be, nothing does until the next one bears it out; and then the thing is a
/// new one, of which nobody knows where it came from.
///
/// @param line by which it is judged; empty where none is known, and then nothing follows
/// @param forecast how far ahead an approach is told
/// @param speeds how fast things can be
public record TrackJudge(Optional<WatchedLine> line, Duration forecast, TopSpeeds speeds) {
  private static final double MILLIS_PER_MINUTE = 60_000;

  /// The thing of `former` after `next`, which is later, and what happened in between.
  ///
  /// @param former empty for a thing that is new here
  public Taking.Taken judge(Optional<Track> former, Sighting next) {
    if (former.isEmpty()) {
      return believed(former, next);
    }
    Track known = former.get();
    if (known.doubted().filter(doubted -> canBecome(doubted, next)).isPresent()) {
      Track anew = believed(Optional.empty(), known.doubted().get()).track();
      return believed(Optional.of(anew), next);
    }
    return canBecome(known.latest(), next)
        ? believed(Optional.of(known.doubting(Optional.empty())), next)
        : doubted(known, next);
  }

  private boolean canBecome(Sighting before, Sighting next) {
    return speeds.allow(next.kind(), before.fix(), next.fix());
  }

  /// Said once, until the thing is believed again.
  private static Taking.Taken doubted(Track known, Sighting next) {
    TrackEvent jumped =
        new TrackEvent(
            TrackEvent.Kind.JUMPED,
            next.id(),
            next.kind(),
            known.latest().fix(),
            next.fix(),
            LineSide.BAND,
            Optional.empty());
    return new Taking.Taken(
        known.doubting(Optional.of(next)), known.doubted().isEmpty() ? List.of(jumped) : List.of());
  }

  private Taking.Taken believed(Optional<Track> former, Sighting next) {
    return line.map(known -> new Step(known, former, next, forecastMinutes()).taken())
        .orElseGet(() -> new Taking.Taken(unjudged(next), List.of()));
  }

  private double forecastMinutes() {
    return forecast.toMillis() / MILLIS_PER_MINUTE;
  }

  private static Track unjudged(Sighting next) {
    return new Track(next, LineSide.BAND, Optional.empty(), false, false, Optional.empty());
  }

  /// One step of one thing.
  private static final class Step {
    private final WatchedLine line;
    private final Optional<Track> former;
    private final Optional<Track.Sure> sure;
    private final Sighting next;
    private final WatchedLine.Standing standing;
    private final LineSide side;
    private final OptionalDouble approach;

    Step(WatchedLine line, Optional<Track> former, Sighting next, double forecastMinutes) {
      this.line = line;
      this.former = former;
      this.sure = former.flatMap(Track::sure);
      this.next = next;
      this.standing = line.standing(next.fix());
      this.side = standing.side();
      this.approach =
          side.isCertain() && next.motion().isPresent()
              ? line.minutesToBand(next.fix(), standing, next.motion().get(), forecastMinutes)
              : OptionalDouble.empty();
    }

    Taking.Taken taken() {
      boolean wasSuspected = former.isPresent() && former.get().isSuspected();
      boolean isSuspicious = !wasSuspected && isPossibleCrossing();
      Track track =
          new Track(
              next,
              side,
              side.isCertain() ? Optional.of(new Track.Sure(next.fix(), side)) : sure,
              approach.isPresent(),
              !side.isCertain() && (wasSuspected || isSuspicious),
              Optional.empty());
      return new Taking.Taken(track, events(isSuspicious));
    }

    private List<TrackEvent> events(boolean isSuspicious) {
      boolean wasApproaching = former.isPresent() && former.get().isApproaching();
      if (former.isEmpty() && approach.isEmpty()) {
        return List.of();
      }
      List<TrackEvent> events = new ArrayList<>(2);
      if (approach.isPresent() && !wasApproaching) {
        events.add(event(TrackEvent.Kind.APPROACHING, former.isPresent() ? last() : next.fix()));
      }
      if (former.isPresent() && former.get().side().isCertain() && !side.isCertain()) {
        events.add(event(TrackEvent.Kind.ENTERED_BAND, last()));
      }
      if (former.isPresent() && !former.get().side().isCertain() && side.isCertain()) {
        events.add(event(TrackEvent.Kind.LEFT_BAND, last()));
      }
      if (isSuspicious) {
        events.add(event(TrackEvent.Kind.POSSIBLY_CROSSED, sure.orElseThrow().fix()));
      }
      if (isCrossing()) {
        events.add(event(TrackEvent.Kind.CROSSED, sure.orElseThrow().fix()));
      }
      return events;
    }

    private TrackFix last() {
      return former.orElseThrow().latest().fix();
    }

    private TrackEvent event(TrackEvent.Kind kind, TrackFix before) {
      LineSide from =
          switch (kind) {
            case POSSIBLY_CROSSED, CROSSED -> sure.orElseThrow().side();
            case APPROACHING -> side;
            case ENTERED_BAND, LEFT_BAND -> former.orElseThrow().side();
            case JUMPED, STALE -> LineSide.BAND;
          };
      Optional<Integer> minutes =
          kind == TrackEvent.Kind.APPROACHING
              ? Optional.of((int) Math.ceil(approach.orElseThrow()))
              : Optional.empty();
      return new TrackEvent(kind, next.id(), next.kind(), before, next.fix(), from, minutes);
    }

    /// Certain on one side, then certain on the other.
    private boolean isCrossing() {
      return sure.isPresent() && side.isCertain() && sure.get().side() != side;
    }

    /// Not certain, and more likely on the other side; or certain on the same side, but the
    /// straight way from where it was last seen meets the line.
    private boolean isPossibleCrossing() {
      if (sure.isEmpty() || isCrossing()) {
        return false;
      }
      if (side.isCertain()) {
        return line.isBetween(last(), next.fix());
      }
      LineSide likely = standing.likely();
      return likely.isCertain() && likely != sure.get().side();
    }
  }
}
