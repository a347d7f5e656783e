package org.sarhad.core.tracks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.core.geo.LineIndex;
import org.sarhad.core.geo.Position;
import org.sarhad.core.testing.Seeded;

/// Where things are, what happened in between, and what is forgotten (protocol clauses 20-2 and
/// 20-4).
class TrackPictureTest {
  private final TrackPicture picture = new TrackPicture(Optional.of(Lines.LINE), Lines.LIMITS);

  private Taking take(Sighting sighting) {
    return picture.take(sighting, sighting.fix().at());
  }

  private List<TrackEvent> events(Sighting sighting) {
    return ((Taking.Taken) take(sighting)).events();
  }

  /// Positions minute by minute, metres east of the line, each certain to 10 m; the band is 1 km on
  /// either side.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-5000                           | ",
        "-5000 -4000                     | ",
        "-5000 5000                      | CROSSED",
        "5000 -5000                      | CROSSED",
        "-5000 -500                      | ENTERED_BAND",
        "-5000 -500 -4000                | ENTERED_BAND LEFT_BAND",
        "-5000 500                       | ENTERED_BAND POSSIBLY_CROSSED",
        // Once, however long it stays there and whatever way it goes.
        "-5000 500 -500 600 -600 700     | ENTERED_BAND POSSIBLY_CROSSED",
        "-5000 500 -4000                 | ENTERED_BAND POSSIBLY_CROSSED LEFT_BAND",
        "-5000 500 4000                  | ENTERED_BAND POSSIBLY_CROSSED LEFT_BAND CROSSED",
        "-5000 -500 4000                 | ENTERED_BAND LEFT_BAND CROSSED",
        "-5000 500 -4000 500             | "
            + "ENTERED_BAND POSSIBLY_CROSSED LEFT_BAND ENTERED_BAND POSSIBLY_CROSSED",
        // Nobody knows where it came from.
        "500 -500                        | ",
        "500 4000                        | LEFT_BAND",
        "500 4000 -4000                  | LEFT_BAND CROSSED",
        "-4000 4000 -4000                | CROSSED CROSSED"
      })
  void whatHappens(String metres, String expected) {
    List<String> happened = new ArrayList<>();
    String[] steps = metres.trim().split(" ", -1);
    for (int minute = 0; minute < steps.length; minute++) {
      events(Lines.sighting(Integer.parseInt(steps[minute]), 10, minute))
          .forEach(event -> happened.add(event.kind().name()));
    }
    assertThat(String.join(" ", happened)).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void aCrossingSaysFromWhenToWhen() {
    events(Lines.sighting(-5_000, 10, 0));
    events(Lines.sighting(500, 10, 1));
    TrackEvent crossed = events(Lines.sighting(5_000, 20, 2)).getLast();
    assertThat(crossed.before()).isEqualTo(Lines.fix(-5_000, 10, 0));
    assertThat(crossed.after()).isEqualTo(Lines.fix(5_000, 20, 2));
    assertThat(crossed.from()).isEqualTo(LineSide.LEFT);
  }

  @Test
  void whoTurnsBackBetweenTwoSightingsMayHaveCrossed() {
    // Round a corner of the line: both ends certainly on one side, the straight way over the other.
    WatchedLine corner =
        new WatchedLine(
            LineIndex.of(
                List.of(
                    Position.ofDegrees(28, 60),
                    Position.ofDegrees(28.5, 61),
                    Position.ofDegrees(28, 62))),
            Lines.LINE.left(),
            Lines.LINE.right(),
            Lines.VERSION);
    TrackPicture cornered = new TrackPicture(Optional.of(corner), Lines.LIMITS);
    cornered.take(at(28.3, 60.4, 0), Lines.minute(0));
    Taking.Taken taken = (Taking.Taken) cornered.take(at(28.3, 61.6, 9), Lines.minute(9));
    assertThat(taken.track().side()).isEqualTo(LineSide.LEFT);
    assertThat(taken.events())
        .extracting(TrackEvent::kind)
        .containsExactly(TrackEvent.Kind.POSSIBLY_CROSSED);
    assertThat(taken.track().isSuspected()).isFalse();
  }

  private static Sighting at(double latitude, double longitude, int minute) {
    return new Sighting(
        new TrackId("a"),
        ThingKind.DRONE,
        new TrackFix(Position.ofDegrees(latitude, longitude), 0, Lines.minute(minute)),
        Optional.empty());
  }

  @Test
  void anApproachIsToldOnceUntilItEnds() {
    List<TrackEvent> told = new ArrayList<>();
    told.addAll(events(moving(-9_000, 90, 0)));
    told.addAll(events(moving(-8_000, 90, 1)));
    told.addAll(events(moving(-8_000, 270, 2)));
    told.addAll(events(moving(-8_000, 90, 3)));
    assertThat(told)
        .extracting(TrackEvent::kind)
        .containsExactly(TrackEvent.Kind.APPROACHING, TrackEvent.Kind.APPROACHING);
    assertThat(told.getFirst().minutes().orElseThrow()).isBetween(8, 9);
    assertThat(told.getLast().after().at()).isEqualTo(Lines.minute(3));
  }

  private static Sighting moving(int eastM, int course, int minute) {
    Sighting still = Lines.sighting(eastM, 10, minute);
    return new Sighting(still.id(), still.kind(), still.fix(), Optional.of(new Motion(course, 60)));
  }

  /// Minute by minute again, of a vehicle that does 5 km in a minute at the most: what is doubted,
  /// what is believed after that, and that no jump is ever a crossing.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-5000 5000                | JUMPED                  | true  | LEFT",
        // Once for all of them.
        "-5000 15000 30000         | JUMPED                  | true  | LEFT",
        // One wrong position, and it is where it was: nothing is lost.
        "-5000 9000 -5000          | JUMPED                  | false | LEFT",
        "-2000 9000 -1000 2000     | JUMPED ENTERED_BAND LEFT_BAND CROSSED | false | RIGHT",
        // Borne out by the next it is another thing, or one that nobody saw cross.
        "-5000 5000 6000           | JUMPED                  | false | RIGHT",
        "-5000 9000 9000 7000      | JUMPED                  | false | RIGHT",
        // From there on it is followed as before.
        "-5000 9000 6000 1500 -2000 | JUMPED CROSSED         | false | LEFT",
        "-2000 2000                | CROSSED                 | false | RIGHT"
      })
  void aJumpIsNoCrossing(String metres, String expected, boolean isDoubted, LineSide side) {
    TopSpeeds slow = new TopSpeeds(300, 300, 3_000, 500, 120);
    TrackLimits limits =
        new TrackLimits(
            Lines.LIMITS.retention(), Duration.ofMinutes(5), Duration.ofMinutes(15), slow, 10);
    TrackPicture strict = new TrackPicture(Optional.of(Lines.LINE), limits);
    List<String> happened = new ArrayList<>();
    String[] steps = metres.trim().split(" ", -1);
    for (int minute = 0; minute < steps.length; minute++) {
      Sighting next = Lines.sighting(Integer.parseInt(steps[minute]), 10, minute);
      Taking.Taken taken = (Taking.Taken) strict.take(next, Lines.minute(minute));
      taken.events().forEach(event -> happened.add(event.kind().name()));
      assertThat(taken.track().newest()).isEqualTo(next);
    }
    Track track = strict.all(Lines.minute(steps.length)).getFirst();
    assertThat(String.join(" ", happened)).isEqualTo(expected);
    assertThat(track.doubted().isPresent()).isEqualTo(isDoubted);
    assertThat(track.side()).isEqualTo(side);
  }

  /// Whatever is reported, a crossing that is asserted is one that the kind can have made.
  @Test
  void noCrossingIsFasterThanItsKind() {
    int[] crossings = new int[1];
    Seeded.check(
        200,
        random -> {
          TopSpeeds slow = new TopSpeeds(300, 300, 3_000, 500, 120);
          TrackJudge judge = new TrackJudge(Optional.of(Lines.LINE), Duration.ZERO, slow);
          Optional<Track> track = Optional.empty();
          for (int minute = 0; minute < 60; minute++) {
            Sighting next = Lines.sighting(random.nextInt(-9_000, 9_000), 0, minute);
            Taking.Taken taken = judge.judge(track, next);
            for (TrackEvent event : taken.events()) {
              if (event.kind() == TrackEvent.Kind.CROSSED) {
                crossings[0]++;
                assertThat(slow.allow(next.kind(), event.before(), event.after())).isTrue();
              }
            }
            track = Optional.of(taken.track());
          }
        });
    assertThat(crossings[0]).isGreaterThan(500);
  }

  @Test
  void whatTurnsOldIsSaidOnce() {
    take(Lines.sighting(-5_000, 10, 0));
    Instant old = Lines.minute(5);
    assertThat(picture.turnedStale(Lines.START, old)).isEmpty();
    TrackEvent stale = picture.turnedStale(old, old.plusSeconds(1)).getFirst();
    assertThat(stale.kind()).isEqualTo(TrackEvent.Kind.STALE);
    assertThat(stale.before()).isEqualTo(Lines.fix(-5_000, 10, 0)).isEqualTo(stale.after());
    assertThat(picture.turnedStale(old.plusSeconds(1), Lines.minute(9))).isEmpty();
    take(Lines.sighting(-5_000, 10, 9));
    assertThat(picture.turnedStale(Lines.minute(9), Lines.minute(15))).hasSize(1);
  }

  @Test
  void whatWasSeenSinceAMark() {
    for (int i = 0; i < 9; i++) {
      picture.take(named(i, 0), Lines.minute(0));
    }
    long mark = picture.taken();
    assertThat(picture.since(mark, Lines.minute(1))).isEmpty();
    picture.take(named(3, 1), Lines.minute(1));
    picture.take(named(7, 2), Lines.minute(2));
    picture.take(named(3, 3), Lines.minute(3));
    // Each thing once, the latest first: whoever asks seldom is told no more than whoever asks
    // often.
    assertThat(picture.since(mark, Lines.minute(3)))
        .extracting(track -> track.latest().id().value())
        .containsExactly("thing-3", "thing-7");
    assertThat(picture.since(0, Lines.minute(3))).hasSize(9);
  }

  @Test
  void topSpeedsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new TopSpeeds(300, 0, 3_000, 500, 120)).hasMessageContaining("0 km/h");
    assertThatThrownBy(() -> new TopSpeeds(300, 250, 4_001, 500, 120))
        .hasMessageContaining("4001 km/h");
    TopSpeeds each = new TopSpeeds(1, 2, 3, 4, 5);
    assertThat(Arrays.stream(ThingKind.values()).map(each::of)).containsExactly(1, 2, 3, 4, 5);
  }

  /// To the metre: 60 km/h for a minute and the second on top are 1016 m, beside both radii.
  @Test
  void aRadiusIsNoSpeed() {
    TopSpeeds slow = new TopSpeeds(300, 60, 3_000, 500, 120);
    TrackFix here = Lines.fix(0, 20, 0);
    assertThat(slow.allow(ThingKind.VEHICLE, here, Lines.fix(1_040, 10, 1))).isTrue();
    assertThat(slow.allow(ThingKind.VEHICLE, here, Lines.fix(1_060, 10, 1))).isFalse();
    assertThat(slow.allow(ThingKind.DRONE, here, Lines.fix(1_060, 10, 1))).isTrue();
  }

  @Test
  void withoutALineNothingFollows() {
    TrackPicture lineless = new TrackPicture(Optional.empty(), Lines.LIMITS);
    for (int minute = 0; minute < 4; minute++) {
      Sighting next = moving(minute % 2 == 0 ? -5_000 : 5_000, 90, minute);
      Taking.Taken taken = (Taking.Taken) lineless.take(next, Lines.minute(minute));
      assertThat(taken.events()).isEmpty();
      assertThat(taken.track().side()).isEqualTo(LineSide.BAND);
    }
  }

  @Test
  void aPositionIsOldAfterTheAgreedTimeAndForgottenAfterAnother() {
    take(Lines.sighting(-5_000, 10, 0));
    Track track = picture.find(new TrackId("radar-1:7"), Lines.minute(5)).orElseThrow();
    assertThat(track.isStaleAt(Lines.minute(5), Lines.LIMITS.staleAfter())).isFalse();
    assertThat(track.isStaleAt(Lines.minute(6), Lines.LIMITS.staleAfter())).isTrue();
    assertThat(track.ageAt(Lines.minute(6))).isEqualTo(Duration.ofMinutes(6));
    assertThat(track.ageAt(Lines.START.minusSeconds(3))).isZero();
    assertThat(picture.all(Lines.minute(60))).containsExactly(track);
    assertThat(picture.all(Lines.minute(61))).isEmpty();
    assertThat(picture.find(track.latest().id(), Lines.minute(61))).isEmpty();
    assertThat(picture.size()).isEqualTo(1);
    picture.forget(Lines.minute(61));
    assertThat(picture.size()).isZero();
  }

  @Test
  void whatIsForgottenIsNoWitnessOfACrossing() {
    take(Lines.sighting(-5_000, 10, 0));
    assertThat(events(Lines.sighting(5_000, 10, 61))).isEmpty();
    // Nor does its name belong to a thing of that kind any more.
    assertThat(take(Lines.sighting(ThingKind.BOAT, 5_000, 10, 130)))
        .isInstanceOf(Taking.Taken.class);
  }

  @Test
  void thePictureIsBounded() {
    for (int i = 0; i < Lines.LIMITS.things(); i++) {
      assertThat(picture.take(named(i, 0), Lines.minute(0))).isInstanceOf(Taking.Taken.class);
    }
    assertThat(picture.take(named(100, 1), Lines.minute(1)))
        .isEqualTo(new Taking.Refused(TrackRefusal.FULL));
    assertThat(picture.take(named(5, 1), Lines.minute(1))).isInstanceOf(Taking.Taken.class);
    assertThat(picture.size()).isEqualTo(Lines.LIMITS.things());
    // Once they are forgotten there is room again.
    assertThat(picture.take(named(100, 61), Lines.minute(61))).isInstanceOf(Taking.Taken.class);
    assertThat(picture.size()).isEqualTo(2);
  }

  private static Sighting named(int number, int minute) {
    Sighting one = Lines.sighting(-5_000, 10, minute);
    return new Sighting(new TrackId("thing-" + number), one.kind(), one.fix(), one.motion());
  }

  /// Whatever comes, nothing older replaces what is newer, nothing is there that is older than the
  /// retention, and there are no more things than was said.
  @Test
  void whateverComesThePictureHolds() {
    Seeded.check(
        100,
        random -> {
          TrackPicture any = new TrackPicture(Optional.of(Lines.LINE), Lines.LIMITS);
          Instant now = Lines.START;
          for (int i = 0; i < 400; i++) {
            now = now.plusSeconds(random.nextInt(120));
            Sighting one = Lines.sighting(random.nextInt(-9_000, 9_000), random.nextInt(500), 0);
            TrackFix fix =
                new TrackFix(
                    one.fix().position(),
                    one.fix().radiusM(),
                    now.plusSeconds(random.nextInt(-4_000, 20)));
            TrackId id = new TrackId("t" + random.nextInt(150));
            Optional<Track> former = any.find(id, now);
            Taking taking = any.take(new Sighting(id, one.kind(), fix, Optional.empty()), now);
            Optional<Track> expected =
                taking instanceof Taking.Taken(Track track, var _) ? Optional.of(track) : former;
            assertThat(any.find(id, now)).isEqualTo(expected);
            former.ifPresent(
                known ->
                    assertThat(expected.orElseThrow().latest().fix().at())
                        .isAfterOrEqualTo(known.latest().fix().at()));
            assertThat(any.size()).isLessThanOrEqualTo(Lines.LIMITS.things());
            for (Track track : any.all(now)) {
              assertThat(track.ageAt(now)).isLessThanOrEqualTo(Lines.LIMITS.retention());
            }
          }
        });
  }

  @Test
  void limitsOutOfRangeAreRefused() {
    Duration minute = Duration.ofMinutes(1);
    for (TrackLimitsArguments bad :
        Arrays.asList(
            new TrackLimitsArguments(Duration.ZERO, minute, minute, 1),
            new TrackLimitsArguments(minute, Duration.ZERO, minute, 1),
            new TrackLimitsArguments(minute, minute, minute.negated(), 1),
            new TrackLimitsArguments(minute, minute, minute, 0),
            new TrackLimitsArguments(minute, minute, minute, 1_000_001))) {
      assertThatThrownBy(
              () ->
                  new TrackLimits(
                      bad.retention, bad.staleAfter, bad.forecast, Lines.SPEEDS, bad.things))
          .hasMessageContaining("limits of tracks");
    }
  }

  private record TrackLimitsArguments(
      Duration retention, Duration staleAfter, Duration forecast, int things) {}
}
