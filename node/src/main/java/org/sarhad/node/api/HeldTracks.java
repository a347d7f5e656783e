package org.sarhad.node.api;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.sarhad.core.joint.Accord;
import org.sarhad.core.tracks.LineVersion;
import org.sarhad.core.tracks.Sighting;
import org.sarhad.core.tracks.Taking;
import org.sarhad.core.tracks.Track;
import org.sarhad.core.tracks.TrackEvent;
import org.sarhad.core.tracks.TrackLimits;
import org.sarhad.core.tracks.TrackPicture;
import org.sarhad.core.tracks.TrackRefusal;
import org.sarhad.core.tracks.WatchedLine;

/// The picture of tracks that this node holds, in memory only (protocol clause 20-2). When the line
/// or what was agreed changes it begins anew: nothing is concluded across two lines. Thread-safe.
final class HeldTracks {
  /// How many things are followed at once; some 30 MB.
  static final int THINGS_MAX = 50_000;

  /// How many positions of a batch are named that were refused.
  static final int NAMED_MAX = 100;

  /// How often it is looked at what has become old.
  private static final Duration SWEEP_EVERY = Duration.ofSeconds(1);

  private final Supplier<Optional<WatchedLine>> file;
  private final Consumer<Sighting> also;
  private final ReentrantLock lock = new ReentrantLock();
  private Optional<Made> last = Optional.empty();
  private long pictures;
  private Optional<Instant> sweptAt = Optional.empty();

  /// A picture, and by what it was made.
  ///
  /// @param number counted from 1 in this run of the node
  private record Made(
      long number, Optional<WatchedLine> line, TrackLimits limits, TrackPicture picture) {
    Made(long number, Optional<WatchedLine> line, TrackLimits limits) {
      this(number, line, limits, new TrackPicture(line, limits));
    }

    boolean isOf(Optional<WatchedLine> otherLine, TrackLimits otherLimits) {
      return line.equals(otherLine) && limits.equals(otherLimits);
    }
  }

  /// @param file the operational line of this node now; empty when there is none, or it is not one
  ///   line
  /// @param also told of every position that is taken
  HeldTracks(Supplier<Optional<WatchedLine>> file, Consumer<Sighting> also) {
    this.file = file;
    this.also = also;
  }

  /// What became of a batch.
  ///
  /// @param line by which it was judged
  /// @param taken how many positions are in the picture
  /// @param refused how many are not, by reason
  /// @param refusedFirst which ones, from 0: the first [#NAMED_MAX] of them
  /// @param events what happened
  record Batch(
      Optional<WatchedLine> line,
      int taken,
      Map<TrackRefusal, Integer> refused,
      SortedMap<Integer, TrackRefusal> refusedFirst,
      List<TrackEvent> events) {}

  /// Takes `sightings` in their order, all of them before anybody else's.
  Batch take(Accord agreed, List<Sighting> sightings, Instant now) {
    var events = new ArrayList<TrackEvent>();
    var refused = new EnumMap<TrackRefusal, Integer>(TrackRefusal.class);
    var named = new TreeMap<Integer, TrackRefusal>();
    lock.lock();
    try {
      var made = made(agreed);
      for (int number = 0; number < sightings.size(); number++) {
        switch (made.picture().take(sightings.get(number), now)) {
          case Taking.Taken taken -> {
            events.addAll(taken.events());
            also.accept(sightings.get(number));
          }
          case Taking.Refused(TrackRefusal why) -> {
            refused.merge(why, 1, Integer::sum);
            if (named.size() < NAMED_MAX) {
              named.put(number, why);
            }
          }
        }
      }
      int missing = refused.values().stream().mapToInt(Integer::intValue).sum();
      return new Batch(
          made.line(), sightings.size() - missing, refused, named, List.copyOf(events));
    } finally {
      lock.unlock();
    }
  }

  /// A place in what has been taken: whoever shows it again is given what came after it.
  ///
  /// @param picture which of the pictures of this run
  /// @param taken how many sightings that had taken
  record Mark(long picture, long taken) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})");

    /// Inverse of [#toString()]; empty for what is no mark.
    static Optional<Mark> parse(String text) {
      var parts = FORM.matcher(text);
      return parts.matches()
          ? Optional.of(new Mark(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))))
          : Optional.empty();
    }

    @Override
    public String toString() {
      return picture + "-" + taken;
    }
  }

  /// What is followed.
  ///
  /// @param line by which it was judged
  /// @param followed how many things there are
  /// @param mark to ask with next time
  /// @param isWhole whether `tracks` are all there are, not only what is new
  /// @param tracks the latest first
  record Seen(
      Optional<WatchedLine> line, int followed, Mark mark, boolean isWhole, List<Track> tracks) {}

  /// What has been seen since `mark`, as it is at `now`; everything that is followed without one,
  /// and if that one is of another picture. Each thing once, however often it was seen: whoever
  /// asks seldom is given no more than whoever asks often. O(things, without a mark).
  Seen since(Optional<Mark> mark, Accord agreed, Instant now) {
    lock.lock();
    try {
      var made = made(agreed);
      var picture = made.picture();
      picture.forget(now);
      var known = mark.filter(one -> one.picture() == made.number());
      var tracks = picture.since(known.map(Mark::taken).orElse(0L), now);
      return new Seen(
          made.line(),
          picture.size(),
          new Mark(made.number(), picture.taken()),
          known.isEmpty(),
          tracks);
    } finally {
      lock.unlock();
    }
  }

  /// What has become old since somebody last asked that, in whole seconds. O(things).
  List<TrackEvent> turnedStale(Accord agreed, Instant now) {
    lock.lock();
    try {
      var since = sweptAt.orElse(now);
      if (sweptAt.isPresent() && since.plus(SWEEP_EVERY).isAfter(now)) {
        return List.of();
      }
      sweptAt = Optional.of(now);
      return made(agreed).picture().turnedStale(since, now);
    } finally {
      lock.unlock();
    }
  }

  private Made made(Accord agreed) {
    var line = line(agreed);
    var limits = agreed.trackLimits(THINGS_MAX);
    var known = last.filter(made -> made.isOf(line, limits));
    var made = known.orElseGet(() -> new Made(++pictures, line, limits));
    last = Optional.of(made);
    return made;
  }

  /// This node's line, with the larger of its own uncertainty and the agreed one.
  private Optional<WatchedLine> line(Accord agreed) {
    int agreedM = agreed.trackTerms().line().map(LineVersion::uncertaintyM).orElse(0);
    return file.get().map(line -> line.atLeast(agreedM));
  }
}
