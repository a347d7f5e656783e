package org.sarhad.core.tracks;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// Where everything is that is followed: the latest of each thing, no more of them than was said,
/// none older than the retention. Not for several threads at once.
///
/// A sighting costs one look into a table and one at the line, and for a thing that is known no
/// memory that is not given back. What is refused changes nothing.
public final class TrackPicture {
  /// How far the clock of a source may be ahead of the node's.
  public static final Duration AHEAD_MAX = Duration.ofSeconds(5);

  private final TrackJudge judge;
  private final TrackLimits limits;

  /// In the order in which they were last seen, by this node: whoever is first is forgotten first.
  private final SequencedMap<TrackId, Numbered> tracks = new LinkedHashMap<>();

  private long taken;

  /// A thing, and the number of the sighting by which it was last seen.
  private record Numbered(long number, Track track) {}

  /// An empty picture.
  ///
  /// @param line by which sides are judged; empty where none is known
  public TrackPicture(Optional<WatchedLine> line, TrackLimits limits) {
    this.judge = new TrackJudge(line, limits.forecast(), limits.speeds());
    this.limits = limits;
  }

  /// Takes `sighting` into the picture at `now`.
  ///
  /// @return the thing as it is now and what happened; or why it is not taken
  public Taking take(Sighting sighting, Instant now) {
    Optional<Track> former = find(sighting.id(), now);
    Optional<TrackRefusal> refusal = objection(former, sighting, now);
    if (refusal.isPresent()) {
      return new Taking.Refused(refusal.get());
    }
    Taking.Taken known = judge.judge(former, sighting);
    tracks.remove(sighting.id());
    tracks.put(sighting.id(), new Numbered(++taken, known.track()));
    return known;
  }

  private Optional<TrackRefusal> objection(Optional<Track> former, Sighting sighting, Instant now) {
    Instant at = sighting.fix().at();
    if (at.isAfter(now.plus(AHEAD_MAX))) {
      return Optional.of(TrackRefusal.FROM_FUTURE);
    }
    if (at.isBefore(now.minus(limits.retention()))) {
      return Optional.of(TrackRefusal.TOO_OLD);
    }
    if (former.isEmpty()) {
      return hasRoomFor(sighting.id(), now) ? Optional.empty() : Optional.of(TrackRefusal.FULL);
    }
    Sighting latest = former.get().newest();
    if (!at.isAfter(latest.fix().at())) {
      return Optional.of(TrackRefusal.NOT_NEWER);
    }
    return sighting.kind() == latest.kind()
        ? Optional.empty()
        : Optional.of(TrackRefusal.OTHER_THING);
  }

  private boolean hasRoomFor(TrackId id, Instant now) {
    if (tracks.size() >= limits.things()) {
      forget(now);
    }
    return tracks.size() < limits.things() || tracks.containsKey(id);
  }

  /// Gives back the room of what is older than the retention at `now`, from the longest unseen on
  /// until one is met that is not. What was reported late waits behind it, and is shown to nobody.
  /// O(things forgotten).
  public void forget(Instant now) {
    Iterator<Numbered> oldest = tracks.values().iterator();
    while (oldest.hasNext() && isForgotten(oldest.next().track(), now)) {
      oldest.remove();
    }
  }

  private boolean isForgotten(Track track, Instant now) {
    return track.latest().fix().at().isBefore(now.minus(limits.retention()));
  }

  /// The thing `id`, if it is followed at `now`.
  public Optional<Track> find(TrackId id, Instant now) {
    return Optional.ofNullable(tracks.get(id))
        .map(Numbered::track)
        .filter(track -> !isForgotten(track, now));
  }

  /// Everything that is followed at `now`, the longest unseen first. O(things).
  public List<Track> all(Instant now) {
    return kept(now).toList();
  }

  private Stream<Track> kept(Instant now) {
    return tracks.values().stream().map(Numbered::track).filter(track -> !isForgotten(track, now));
  }

  /// How many sightings have been taken so far: a mark for [#since].
  public long taken() {
    return taken;
  }

  /// What has been seen since `mark`, the latest first. O(things seen since).
  ///
  /// @param mark an earlier value of [#taken()]
  public List<Track> since(long mark, Instant now) {
    return tracks.sequencedValues().reversed().stream()
        .takeWhile(seen -> seen.number() > mark)
        .map(Numbered::track)
        .filter(track -> !isForgotten(track, now))
        .toList();
  }

  /// What has become old after `since`, until `now`: each thing once, if nobody asks twice about
  /// the same time. O(things).
  public List<TrackEvent> turnedStale(Instant since, Instant now) {
    return kept(now)
        .filter(track -> track.isStaleAt(now, limits.staleAfter()))
        .filter(track -> !track.isStaleAt(since, limits.staleAfter()))
        .map(TrackPicture::stale)
        .toList();
  }

  private static TrackEvent stale(Track track) {
    Sighting latest = track.latest();
    return new TrackEvent(
        TrackEvent.Kind.STALE,
        latest.id(),
        latest.kind(),
        latest.fix(),
        latest.fix(),
        track.side(),
        Optional.empty());
  }

  /// How many things are kept, old ones among them.
  public int size() {
    return tracks.size();
  }
}
