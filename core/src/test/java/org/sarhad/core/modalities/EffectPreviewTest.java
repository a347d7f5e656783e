package org.sarhad.core.modalities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.act.Seats;
import org.sarhad.core.geo.Areas;
import org.sarhad.core.geo.Position;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.Sides;

/// What a document would do, before it is signed: protocol clause 08-9.2.
class EffectPreviewTest {
  private static final Instant NOW = Sides.EIGHT;
  private static final Settings BEFORE = Docs.version(1).settings();

  /// Duties and incidents of a test.
  private record UnderWay(List<LiveDeadline> running, List<Position> incidents)
      implements Affected {
    @Override
    public Instant asOf() {
      return NOW;
    }

    @Override
    public Stream<LiveDeadline> deadlines() {
      return running.stream();
    }

    @Override
    public Stream<Position> openIncidents() {
      return incidents.stream();
    }
  }

  @Test
  void whatSaysTheSameHasNoEffect() {
    assertThat(preview(Docs.version(2, ClockSettings.TELL_PEER.to(minutes(15))))).isEmpty();
    assertThat(
            preview(
                Docs.version(
                    2,
                    PeopleSettings.QUORUMS.to(
                        PeopleSettings.QUORUMS
                            .initial()
                            .orElseThrow()
                            .with("finding", Seats.of(Role.CHIEF, 1))))))
        .as("a row that says what holds for the others")
        .isEmpty();
  }

  @Test
  void aValueIsChanged() {
    assertThat(
            preview(
                Docs.version(
                    2,
                    ClockSettings.TELL_PEER.to(minutes(30)),
                    PeopleSettings.SUSPEND.to(Role.SECTOR_COMMANDER),
                    ZoneSettings.REFERENCE_LINE.to(Samples.LINE))))
        .containsExactly(
            new Effect.ValueChange(
                "zone.reference_line",
                Optional.empty(),
                Optional.empty(),
                Optional.of(Samples.LINE.toJson())),
            new Effect.ValueChange(
                "clock.tell_peer",
                Optional.of("min"),
                Optional.of(Json.of(15)),
                Optional.of(Json.of(30))),
            new Effect.ValueChange(
                "role.suspend",
                Optional.empty(),
                Optional.of(Json.of("chief")),
                Optional.of(Json.of("sector_commander"))));
  }

  @Test
  void cardsComeGoAndChange() {
    AgreedCard nasim = AgreedCards.INITIAL.find("NASIM").orElseThrow();
    AgreedCard tufan = AgreedCards.INITIAL.find("TUFAN").orElseThrow();
    AgreedCard fresh = new AgreedCard("DARYA", "دریا", "دریا", 2, List.of(CardStep.TELL_PEER));
    AgreedCard slower = new AgreedCard("TUFAN", tufan.persian(), tufan.urdu(), 2, tufan.steps());
    List<AgreedCard> cards = new ArrayList<>(AgreedCards.INITIAL.cards());
    cards.remove(nasim);
    cards.set(cards.indexOf(tufan), slower);
    cards.add(fresh);

    assertThat(
            preview(
                Docs.version(
                    2,
                    ZoneSettings.RUN_CARDS.to(new AgreedCards(cards.stream().sorted().toList())))))
        .containsExactly(
            new Effect.CardChange("DARYA", Optional.empty(), Optional.of(fresh)),
            new Effect.CardChange("NASIM", Optional.of(nasim), Optional.empty()),
            new Effect.CardChange("TUFAN", Optional.of(tufan), Optional.of(slower)));
  }

  @Test
  void seatsComeAndGo() {
    SeatTable table =
        PeopleSettings.QUORUMS
            .initial()
            .orElseThrow()
            .with("crossing", Seats.of(Role.CHIEF, 2))
            .with("handover", Seats.of(Role.CHIEF, 1));

    assertThat(
            preview(
                Docs.version(
                    2,
                    PeopleSettings.QUORUMS.to(table),
                    PeopleSettings.QUORUM_OTHER.to(Seats.of(Role.CHIEF, 1).and(Role.CLERK, 1)))))
        .containsExactly(
            new Effect.QuorumChange(Optional.of(ActKind.of("crossing")), Role.CHIEF, 1, 2),
            new Effect.QuorumChange(
                Optional.of(ActKind.of("handover")), Role.SECTOR_COMMANDER, 1, 0),
            new Effect.QuorumChange(Optional.of(ActKind.of("handover")), Role.CHIEF, 0, 1),
            new Effect.QuorumChange(Optional.empty(), Role.CLERK, 0, 1));
  }

  @Test
  void aLineIsDrawn() {
    assertThat(preview(Docs.version(2, RedLines.ESCORT.to(true))))
        .containsExactly(new Effect.LineChange("red_line.escort", true));
  }

  @Test
  void sectorsComeAndIncidentsWithThem() {
    UnderWay underWay =
        new UnderWay(
            List.of(), List.of(Areas.at(28.5, 60.5), Areas.at(28.6, 60.5), Areas.at(20, 60)));
    Settings zoned = Docs.version(2, ZoneSettings.SECTORS.to(Areas.ZONE)).settings();

    assertThat(EffectPreview.of(BEFORE, zoned, underWay).effects())
        .containsExactly(
            new Effect.SectorChange(
                "north", Optional.empty(), Optional.of(Areas.square(29, 60, 1))),
            new Effect.SectorChange(
                "south", Optional.empty(), Optional.of(Areas.square(28, 60, 1))),
            new Effect.IncidentsMove(2, 0));
    assertThat(EffectPreview.of(zoned, BEFORE, underWay).effects())
        .contains(new Effect.IncidentsMove(0, 2));
  }

  @Test
  void runningDutiesAreCounted() {
    UnderWay underWay =
        new UnderWay(
            List.of(
                tell(Duration.ofMinutes(5)),
                tell(Duration.ofMinutes(12)),
                tell(Duration.ofMinutes(15)),
                tell(Duration.ofMinutes(16)),
                new LiveDeadline("clock.sitrep", NOW)),
            List.of());

    assertThat(moved(10, underWay))
        .contains(new Effect.DeadlinesMove("clock.tell_peer", minutes(15), minutes(10), 4, 2, 0));
    assertThat(moved(20, underWay))
        .contains(new Effect.DeadlinesMove("clock.tell_peer", minutes(15), minutes(20), 4, 0, 1));
    assertThat(moved(15, underWay)).isEmpty();
  }

  private static List<Effect> moved(long minutes, Affected affected) {
    Settings after = Docs.version(2, ClockSettings.TELL_PEER.to(minutes(minutes))).settings();
    return EffectPreview.of(BEFORE, after, affected).effects();
  }

  /// The figure of the issue: below a second over 100 000 entries. Everything changes at once, and
  /// the zone has all the corners it may have.
  @Test
  void aPreviewOverAHundredThousandDutiesTakesLessThanASecond() {
    List<LiveDeadline> running =
        IntStream.range(0, 100_000).mapToObj(i -> tell(Duration.ofSeconds(i % 3_600))).toList();
    List<Position> incidents =
        IntStream.range(0, 10_000)
            .mapToObj(i -> new Position(27_000_000 + i * 300, 60_000_000 + i * 100))
            .toList();
    Settings after =
        Docs.version(
                2,
                ClockSettings.TELL_PEER.to(minutes(10)),
                ClockSettings.SITREP.to(minutes(30)),
                ZoneSettings.SECTORS.to(Areas.ZONE))
            .settings();

    long began = System.nanoTime();
    List<Effect> effects =
        EffectPreview.of(BEFORE, after, new UnderWay(running, incidents)).effects();
    Duration took = Duration.ofNanos(System.nanoTime() - began);

    assertThat(took).isLessThan(Duration.ofSeconds(1));
    assertThat(effects).anyMatch(e -> e instanceof Effect.IncidentsMove);
    // Seconds 601 to 900 of each hour are late at once; 28 hours and 800 seconds have passed.
    assertThat(effects)
        .contains(
            new Effect.DeadlinesMove(
                "clock.tell_peer",
                minutes(15),
                minutes(10),
                100_000,
                IntStream.range(0, 100_000)
                    .filter(i -> i % 3_600 > 600 && i % 3_600 <= 900)
                    .count(),
                0));
  }

  private static List<Effect> preview(Document after) {
    return EffectPreview.of(BEFORE, after.settings(), Affected.nothing(NOW)).effects();
  }

  private static LiveDeadline tell(Duration ago) {
    return new LiveDeadline("clock.tell_peer", NOW.minus(ago));
  }

  private static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }
}
