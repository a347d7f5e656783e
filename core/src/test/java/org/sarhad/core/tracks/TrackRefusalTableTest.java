package org.sarhad.core.tracks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.Verdict;
import org.sarhad.core.testing.Voices;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

/// Every refusal of a sighting and of a fact about tracks, and what is folded (protocol clauses
/// 20-2.3, 20-6 and 20-7).
class TrackRefusalTableTest {
  private static final PartyId IR = Sides.IR;
  private static final Instant NOW = Lines.minute(6);

  private final Voices voices = Voices.of("ir", "pk").at(NOW);
  private TracksState state = TracksState.of(voices.parties());

  @ParameterizedTest
  @EnumSource
  void everyRefusalIsGivenForItsReason(TrackRefusal refusal) {
    assertThat(provoke(refusal)).isEqualTo(refusal);
  }

  /// The switch has no default: a new refusal does not compile before it has its case here.
  private TrackRefusal provoke(TrackRefusal refusal) {
    return switch (refusal) {
      case NOT_A_SIDE -> refuse(Voices.of("tm").at(NOW).node(PartyId.of("tm")), Lines.crossed());
      case NOT_RELEASED -> refuse(voices.internal(IR, Role.CHIEF), Lines.crossed());
      case ROLE_MISSING -> refuse(voices.says(IR, Role.CLERK), Lines.crossed());
      case OTHER_SIDES ->
          refuse(voices.node(IR), new TrackFact.Crossed(Lines.observation(), PartyId.of("tm")));
      case NO_LINE ->
          refuse(
              voices.node(IR),
              Lines.crossed(),
              new TrackTerms(Optional.empty(), Lines.TERMS.retention(), Lines.SPEEDS));
      case OTHER_LINE -> {
        assertThat(refuse(voices.node(IR), Lines.crossed(), agreed(1_001)))
            .isEqualTo(TrackRefusal.OTHER_LINE);
        yield refuse(
            voices.node(IR),
            Lines.crossed(),
            new TrackTerms(
                Optional.of(new LineVersion(Merkle.sha256(Bytes.ofUtf8("another")), 1_000)),
                Lines.TERMS.retention(),
                Lines.SPEEDS));
      }
      case FROM_FUTURE -> {
        assertThat(taken(Lines.sighting(0, 0, 7), NOW)).isEqualTo(TrackRefusal.FROM_FUTURE);
        voices.at(Lines.minute(3));
        yield refuse(voices.node(IR), Lines.crossed());
      }
      case TOO_OLD -> {
        assertThat(taken(Lines.sighting(0, 0, 0), Lines.minute(61)))
            .isEqualTo(TrackRefusal.TOO_OLD);
        voices.at(Lines.minute(65));
        yield refuse(voices.node(IR), Lines.crossed());
      }
      case TOO_FAST -> {
        // 5500 m less both radii in four minutes and a second: 81 km/h.
        assertThat(refuse(voices.node(IR), Lines.crossed(), vehicles(80)))
            .isEqualTo(TrackRefusal.TOO_FAST);
        Verdict.accepted(
            TrackRules.decide(state, voices.node(IR).context(), Lines.crossed(), vehicles(81)),
            "just possible");
        yield refuse(voices.node(IR), Lines.possiblyCrossed(), vehicles(80));
      }
      case SAID_BEFORE -> {
        say(voices.node(IR), Lines.crossed());
        yield refuse(voices.node(IR), Lines.crossed());
      }
      case NOT_NEWER -> {
        assertThat(taken(Lines.sighting(0, 0, 3), NOW, Lines.sighting(5, 0, 3)))
            .isEqualTo(TrackRefusal.NOT_NEWER);
        yield taken(Lines.sighting(0, 0, 2), NOW, Lines.sighting(5, 0, 3));
      }
      case OTHER_THING ->
          taken(Lines.sighting(ThingKind.BOAT, 0, 0, 4), NOW, Lines.sighting(5, 0, 3));
      case FULL -> {
        TrackLimits one =
            new TrackLimits(
                Lines.LIMITS.retention(),
                Duration.ofMinutes(5),
                Duration.ofMinutes(15),
                Lines.SPEEDS,
                1);
        TrackPicture picture = new TrackPicture(Optional.of(Lines.LINE), one);
        picture.take(Lines.sighting(5, 0, 3), NOW);
        Sighting next = Lines.sighting(5, 0, 4);
        yield why(
            picture.take(
                new Sighting(new TrackId("b"), next.kind(), next.fix(), next.motion()), NOW));
      }
    };
  }

  private static TrackTerms vehicles(int kmh) {
    return new TrackTerms(
        Optional.of(Lines.VERSION),
        Lines.TERMS.retention(),
        new TopSpeeds(300, kmh, 3_000, 500, 120));
  }

  private static TrackTerms agreed(int uncertaintyM) {
    return new TrackTerms(
        Optional.of(new LineVersion(Lines.FILE, uncertaintyM)),
        Lines.TERMS.retention(),
        Lines.SPEEDS);
  }

  /// Why `sighting` is not taken at `now`, after those before it; what is known stays as it was.
  private static TrackRefusal taken(Sighting sighting, Instant now, Sighting... before) {
    TrackPicture picture = new TrackPicture(Optional.of(Lines.LINE), Lines.LIMITS);
    for (Sighting known : before) {
      assertThat(picture.take(known, now)).isInstanceOf(Taking.Taken.class);
    }
    var known = picture.all(now);
    TrackRefusal refusal = why(picture.take(sighting, now));
    assertThat(picture.all(now)).isEqualTo(known);
    return refusal;
  }

  private static TrackRefusal why(Taking taking) {
    return switch (taking) {
      case Taking.Refused(TrackRefusal why) -> why;
      case Taking.Taken taken -> throw new AssertionError(taken + " is taken");
    };
  }

  // ---- what holds -----------------------------------------------------------------------------

  @Test
  void theNodeSaysItByItselfAndSoMayTheWatch() {
    say(voices.node(IR), Lines.crossed());
    say(voices.says(Sides.PK, Role.WATCH_OFFICER), Lines.crossed());
    say(voices.node(IR), Lines.possiblyCrossed());
    assertThat(state.newestFirst()).hasSize(3);
  }

  @Test
  void moreUncertaintyThanAgreedIsNoOtherLine() {
    ActEntry entry = voices.node(IR);
    Verdict.accepted(
        TrackRules.decide(state, entry.context(), Lines.crossed(), agreed(999)), "more uncertain");
  }

  @Test
  void theNewestOfEachSideAreAtHandTheLatestFirst() {
    for (int i = 0; i < TracksState.KEPT + 3; i++) {
      TrackFix after = new TrackFix(Lines.east(2_500), 80, Lines.minute(4).plusMillis(i));
      Observation seen =
          new Observation(ThingKind.DRONE, IR, Lines.fix(-3_000, 50, 0), after, Lines.VERSION);
      say(voices.node(IR), new TrackFact.PossiblyCrossed(seen));
    }
    say(voices.node(Sides.PK), Lines.possiblyCrossed());
    assertThat(state.newestFirst()).hasSize(TracksState.KEPT + 1);
    assertThat(state.newestFirst().getFirst().said().seen().after().at())
        .isEqualTo(Lines.minute(4).plusMillis(TracksState.KEPT + 2));
  }

  @Test
  void otherSidesKeepWhatWasTold() {
    say(voices.node(IR), Lines.crossed());
    TracksState among = state.among(Voices.of("ir", "tm").parties());
    assertThat(among.newestFirst()).isEqualTo(state.newestFirst());
    assertThat(among.among(among.parties())).isSameAs(among);
    assertThat(among.digest()).isEqualTo(state.digest());
  }

  private void say(ActEntry entry, TrackFact fact) {
    Verdict.accepted(TrackRules.decide(state, entry.context(), fact, Lines.TERMS), fact);
    state = state.apply(entry, fact, Lines.TERMS);
    assertThat(state.voids().isEmpty()).isTrue();
  }

  private TrackRefusal refuse(ActEntry entry, TrackFact fact) {
    return refuse(entry, fact, Lines.TERMS);
  }

  /// The refusal of `fact`, whether it is asked for or stands there already.
  private TrackRefusal refuse(ActEntry entry, TrackFact fact, TrackTerms terms) {
    TracksState after = state.apply(entry, fact, terms);
    assertThat(after.crossings()).isEqualTo(state.crossings());
    TrackRefusal refusal =
        Verdict.refused(TrackRules.decide(state, entry.context(), fact, terms), fact).refusal();
    assertThat(after.voids().find(entry.id())).contains(refusal);
    return refusal;
  }
}
