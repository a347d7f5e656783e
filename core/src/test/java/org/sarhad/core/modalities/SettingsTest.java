package org.sarhad.core.modalities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.act.Quorum;
import org.sarhad.core.act.Seats;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.Release;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonLimits;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.Sides;
import org.sarhad.tlog.Bytes;

/// The catalogue, its types, and how values fit together: protocol clauses 08-3 and 08-4.
class SettingsTest {
  private static final Path CHAPTER =
      Path.of(System.getProperty("sarhad.root", ".."), "docs", "protocol", "08-modalities.md");

  private static List<String> chapter = List.of();

  @BeforeAll
  static void read() throws IOException {
    chapter = Files.readAllLines(CHAPTER);
  }

  /// What a program is told to be the range is the range.
  @Test
  void aValueKeepsToTheBoundsThatAreSaid() throws MalformedJsonException {
    List<Setting<?>> bounded =
        settings().filter(setting -> setting.type().bounds().isPresent()).toList();
    assertThat(bounded).hasSizeGreaterThan(30);
    for (Setting<?> setting : bounded) {
      ValueType.Bounds bounds = setting.type().bounds().orElseThrow();
      setting.read(bound(setting, bounds.min()));
      setting.read(bound(setting, bounds.max()));
      for (long outside : List.of(bounds.min() - 1, bounds.max() + 1)) {
        assertThatThrownBy(() -> setting.read(bound(setting, outside)))
            .as(setting.key())
            .isInstanceOf(MalformedJsonException.class);
      }
    }
  }

  private static Binding bound(Setting<?> setting, long value) {
    return new Binding(setting.key(), setting.type().unit(), Json.of(value));
  }

  private static Stream<Setting<?>> settings() {
    return Catalogue.all().stream();
  }

  // ---- the catalogue --------------------------------------------------------------------------

  @Test
  void everyKeyStandsOnce() {
    TreeSet<String> keys = new TreeSet<>();
    settings().forEach(setting -> assertThat(keys.add(setting.key())).as(setting.key()).isTrue());

    assertThat(keys).hasSizeGreaterThan(70);
    assertThat(keys)
        .allSatisfy(key -> assertThat(Catalogue.find(key, Catalogue.NEWEST)).isPresent());
  }

  @Test
  void anInitialValueIsOneOfItsType() throws Exception {
    for (Setting<?> setting : Catalogue.all()) {
      assertInitial(setting);
    }
  }

  private static <T> void assertInitial(Setting<T> setting) throws Exception {
    if (setting.initial().isPresent()) {
      T value = setting.initial().get();
      assertThat(setting.read(setting.to(value))).as(setting.key()).isEqualTo(value);
    }
    assertThat(setting.meaning()).as(setting.key()).hasSizeBetween(10, 80).doesNotEndWith(".");
    assertThat(setting.since()).isBetween(1, Catalogue.NEWEST);
  }

  /// The chapter that the sides read says the same as the program.
  @Test
  void everySettingIsInTheChapterAsItIs() {
    settings().forEach(setting -> assertThat(chapter).contains(row(setting)));
  }

  private static <T> String row(Setting<T> setting) {
    String range =
        switch (setting.type()) {
          case ValueType.Span span -> span.min() + " to " + span.max();
          case ValueType.Whole whole -> whole.min() + " to " + whole.max();
          default -> "";
        };
    String initial = setting.initial().map(v -> setting.type().write(v).toString()).orElse("none");
    String shown = initial.length() > 90 ? "see 8.3.8" : initial;

    return "| `%s` | %s | %s | %s | %s | %s |"
        .formatted(
            setting.key(),
            setting.type().word(),
            setting.type().unit().orElse(""),
            range,
            shown,
            setting.meaning());
  }

  @Test
  void theChapterNamesNoOtherSetting() {
    List<String> rows =
        chapter.stream()
            .filter(
                line -> line.matches("\\| `[a-z0-9_.]+` \\| .* \\| .* \\| .* \\| .* \\| .* \\|"))
            .toList();

    assertThat(rows).hasSize(Catalogue.all().size());
  }

  // ---- types ----------------------------------------------------------------------------------

  @Test
  void aValueIsInItsRange() {
    settings().forEach(SettingsTest::assertRange);
  }

  private static <T> void assertRange(Setting<T> setting) {
    switch (setting.type()) {
      case ValueType.Span span -> assertRange(setting, span.min(), span.max());
      case ValueType.Whole whole -> assertRange(setting, whole.min(), whole.max());
      default -> {
        // No range.
      }
    }
  }

  private static <T> void assertRange(Setting<T> setting, long min, long max) {
    for (long inside : new long[] {min, max}) {
      Binding bound = new Binding(setting.key(), setting.type().unit(), Json.of(inside));
      assertThat(read(setting, bound)).as(setting.key()).isPresent();
      assertThat(setting.to(read(setting, bound).orElseThrow())).isEqualTo(bound);
    }
    for (long outside : new long[] {min - 1, max + 1}) {
      Binding bound = new Binding(setting.key(), setting.type().unit(), Json.of(outside));
      assertThat(read(setting, bound)).as(setting.key()).isEmpty();
    }
  }

  private static <T> Optional<T> read(Setting<T> setting, Binding binding) {
    try {
      return Optional.of(setting.read(binding));
    } catch (MalformedJsonException _) {
      return Optional.empty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          clock.tell_peer       |     | 15                                    | unit of clock.tell_peer: found "nothing"
          clock.tell_peer       | h   | 15                                    | unit of clock.tell_peer: found "h", expected min
          clock.tell_peer       | min | "15"                                  | member "value": found "15"
          crossing.units        | km2 | 2                                     | unit of crossing.units: found "km2", expected no unit
          red_line.verbatim     |     | 1                                     | member "value": found "1"
          fast_lane.survives_suspension | | "yes"                             | member "value": found "yes"
          clock.daily_cut_off   |     | {"offset":"+04:30","time":"24:00"}    | member "time": found "24:00"
          clock.daily_cut_off   |     | {"offset":"+00:00","time":"19:30"}    | member "offset": found "+00:00"
          clock.daily_cut_off   |     | {"offset":"Asia/Tehran","time":"19:30"} | member "offset": found "Asia/Tehran"
          clock.daily_cut_off   |     | {"offset":"+18:30","time":"19:30"}    | member "offset": found "+18:30"
          clock.daily_cut_off   |     | {"offset":"Z","time":"9:30"}          | member "time": found "9:30"
          clock.daily_cut_off   |     | {"offset":"Z","time":"09:30","x":1}   | a member of an object: found "x"
          role.suspend          |     | "king"                                | a role: found "king"
          role.comment          |     | []                                    | value of role.comment: found "no role at all
          role.comment          |     | ["clerk","chief"]                     | value of role.comment: found
          role.comment          |     | ["chief","chief"]                     | value of role.comment: found
          quorum.other          |     | {}                                    | value of quorum.other: found "seats
          quorum.other          |     | {"chief":9}                           | member "chief": found "9"
          quorum.other          |     | {"king":1}                            | a role: found "king"
          quorum.acts           |     | {"a.b":{"chief":1}}                   | value of quorum.acts: found "kind of act
          quorum.acts           |     | {"a":1}                               | member "a": found "1"
          release.alert         |     | "all"                                 | member "value": found "all"
          assistance.costs      |     | "nobody"                              | member "value": found "nobody"
          zone.reference_line   |     | {"name":"x","sha256":"00","uncertainty_m":1,"version":"1"} | member "sha256": found "00"
          zone.reference_line   |     | {"name":"X","sha256":"{sha}","uncertainty_m":1,"version":"1"} | member "name": found "X"
          zone.reference_line   |     | {"name":"x","sha256":"{sha}","uncertainty_m":100001,"version":"1"} | member "uncertainty_m": found
          zone.reference_line   |     | {"name":"x","sha256":"{sha}","uncertainty_m":1,"version":""} | member "name": found
          zone.sectors          |     | []                                    | value of zone.sectors: found "a zone without
          zone.sectors          |     | [{"name":"a","ring":[0,0,0,1]}]       | value of zone.sectors: found "an area of 2 corners
          zone.sectors          |     | [{"name":"a","ring":[0,0,0,1,1]}]     | the edge of an area: found "5 numbers"
          zone.sectors          |     | [{"name":"A","ring":[0,0,0,9,9,9]}]   | value of zone.sectors: found "sector
          zone.sectors          |     | [{"name":"a","ring":[90000001,0,0,9,9,9]}] | value of zone.sectors: found "latitude
          run_cards             |     | [{"fa":"برق","priority":1,"steps":["shoot"],"ur":"برق","word":"BARQ"}] | a step of a card: found "shoot"
          run_cards             |     | [{"fa":"برق","priority":6,"steps":["tell_peer"],"ur":"برق","word":"BARQ"}] | member "priority": found "6"
          run_cards             |     | [{"fa":"برق","priority":1,"steps":[],"ur":"برق","word":"BARQ"}] | value of run_cards: found "steps of BARQ
          run_cards             |     | [{"fa":"برق","priority":1,"steps":["tell_peer"],"ur":"برق","word":"barq"}] | value of run_cards: found "code-word
          run_cards             |     | [{"fa":"","priority":1,"steps":["tell_peer"],"ur":"برق","word":"BARQ"}] | value of run_cards: found "code-word
          fast_lane.points      |     | [{"kind":"bar","place":{"label":"x"}}] | member "kind": found "bar"
          fast_lane.points      |     | [{"kind":"hospital","place":{"label":""}}] | member "label": found
          """)
  void aValueThatIsNotOfItsTypeIsRefused(String key, String unit, String value, String message)
      throws Exception {
    String filled = value.replace("{sha}", "0".repeat(64));
    Binding binding =
        new Binding(
            key,
            Optional.ofNullable(unit),
            Json.parse(Bytes.ofUtf8(filled), JsonLimits.ofBytes(10_000)));
    Setting<?> setting = Catalogue.find(key, 1).orElseThrow();

    assertThatThrownBy(() -> setting.read(binding))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @EnumSource
  void aUnitOfTimeIsItsOwnInverse(SpanUnit unit) {
    assertThat(unit.in(unit.times(7))).isEqualTo(7);
    assertThat(unit.in(unit.times(7).minusMillis(1))).isEqualTo(6);
  }

  @ParameterizedTest
  @EnumSource
  void aStepIsFoundByItsWord(CardStep step) {
    assertThat(CardStep.find(step.code())).contains(step);
    assertThat(CardStep.find(step.name())).isEmpty();
  }

  @Test
  void nounsRefuseWhatTheyAreNot() {
    assertThatThrownBy(() -> new LocalClock(LocalTime.of(19, 30, 1), ZoneOffset.UTC))
        .hasMessageContaining("whole minutes");
    assertThatThrownBy(() -> new LocalClock(LocalTime.NOON, ZoneOffset.ofTotalSeconds(30)))
        .hasMessageContaining("whole minutes");
    AgreedCard card = AgreedCards.INITIAL.find("TUFAN").orElseThrow();
    assertThatThrownBy(() -> new AgreedCards(List.of(card, card))).hasMessageContaining("ascend");
    assertThat(AgreedCards.INITIAL.find("NOTHING")).isEmpty();
    assertThat(Samples.POINTS.of(LanePoints.Use.HOSPITAL)).hasSize(1);
    assertThat(RoleSet.of(Role.CHIEF).contains(Role.CLERK)).isFalse();
  }

  // ---- fitting together -----------------------------------------------------------------------

  @Test
  void valuesThatContradictEachOtherMakeNoDocument() {
    assertContradicts("clock.acknowledge", ClockSettings.ACKNOWLEDGE.to(minutes(11)));
    assertContradicts("clock.escalate", ClockSettings.ESCALATE.to(minutes(31)));
    assertContradicts(
        "clock.information_urgent", ClockSettings.INFORMATION_URGENT.to(Duration.ofHours(73)));
    assertContradicts(
        "clock.information_indirect", ClockSettings.INFORMATION_INDIRECT.to(Duration.ofDays(8)));
    assertContradicts("crossing.duration", CrossingSettings.HARD_CAP.to(Duration.ofHours(1)));
    assertContradicts("fast_lane.duration", CrossingSettings.HARD_CAP.to(Duration.ofHours(2)));
    assertContradicts(
        "text.first_line",
        RecordSettings.TEXT_FIRST_LINE.to(8_000L),
        RecordSettings.TEXT_LENGTH.to(7_999L));
    assertContradicts(
        "signatures under modalities",
        PeopleSettings.QUORUMS.to(
            PeopleSettings.QUORUMS
                .initial()
                .orElseThrow()
                .with("modalities", Seats.of(Role.CLERK, 2))));
  }

  private static void assertContradicts(String what, Binding... bindings) {
    assertThatThrownBy(() -> Docs.version(1, bindings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(what);
  }

  private static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }

  // ---- red lines ------------------------------------------------------------------------------

  @Test
  void aRedLineIsDrawnWhateverADocumentSays() {
    assertThat(RedLines.drawn()).hasSize(11);
    for (Setting<Boolean> line : RedLines.drawn()) {
      assertThat(line.type()).isEqualTo(new ValueType.RedLine(true));
      assertThat(Docs.version(1, line.to(true)).settings().loosened()).isEmpty();
      assertThat(Docs.version(1, line.to(false)).settings().loosened()).containsExactly(line);
    }
  }

  @Test
  void aLineThatIsOfferedMayBeDrawnAndTakenBack() {
    for (Setting<Boolean> line : List.of(RedLines.NO_PREMISES, RedLines.ESCORT)) {
      assertThat(line.type()).isEqualTo(new ValueType.RedLine(false));
      assertThat(Docs.version(1, line.to(false)).settings().loosened()).isEmpty();
      assertThat(Docs.version(1, line.to(true)).settings().get(line)).isTrue();
    }
  }

  // ---- for those who obey ---------------------------------------------------------------------

  /// What the response starts from, docs/domain/response.md §3.
  @Test
  void theInitialValuesAreThoseOfTheResponse() {
    ResponseTerms terms = Settings.INITIAL.response();

    assertThat(terms.tellPeer()).isEqualTo(minutes(15));
    assertThat(terms.acknowledge()).isEqualTo(minutes(5));
    assertThat(terms.escalate()).isEqualTo(minutes(10));
    assertThat(terms.secondCall()).isEqualTo(Role.SECTOR_COMMANDER);
    assertThat(terms.escalateToChief()).isEqualTo(minutes(30));
    assertThat(terms.answerAssistance()).isEqualTo(minutes(15));
    assertThat(terms.sitrep()).isEqualTo(minutes(60));
    assertThat(terms.reportingInterval()).isEqualTo(minutes(10));
    assertThat(terms.dailyCutOff()).isEqualTo(new LocalClock(LocalTime.of(19, 30), ZoneOffset.UTC));
    assertThat(terms.duplicateRadiusM()).isEqualTo(2_000);
    assertThat(terms.duplicateWithin()).isEqualTo(minutes(30));
    assertThat(terms.releasedPositionM()).isEqualTo(1_000);
    assertThat(terms.firstLineLength()).isEqualTo(500);
    assertThat(terms.textLength()).isEqualTo(8_000);
  }

  @Test
  void aCrossingHasItsLimitsFromTheSettings() {
    Settings settings =
        Docs.version(
                1,
                CrossingSettings.DEPTH.to(5_000L),
                CrossingSettings.LANE_POINTS.to(Samples.POINTS),
                CrossingSettings.LANE_SURVIVES.to(false))
            .settings();

    assertThat(settings.crossing())
        .isEqualTo(
            new CrossingLimits(
                5_000,
                100,
                2,
                minutes(90),
                Duration.ofHours(5),
                Role.SECTOR_COMMANDER,
                CrossingSettings.STOP_ROLES.initial().orElseThrow()));
    assertThat(settings.fastLane())
        .isEqualTo(new FastLane(30_000, minutes(180), 6, Samples.POINTS, false));
  }

  @Test
  void aSettingThatNobodyHasSaidIsNotMadeUp() {
    assertThat(Settings.INITIAL.find(ZoneSettings.REFERENCE_LINE)).isEmpty();
    assertThatThrownBy(() -> Settings.INITIAL.get(ZoneSettings.REFERENCE_LINE))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("zone.reference_line");
    assertThat(Settings.INITIAL.get(RecordSettings.RELEASE_EVIDENCE)).isEqualTo(Release.OWN);
  }

  /// 08-3.6.
  @Test
  void everySideSignsAlikeUnderTheVersionInForceOnly() {
    AgreedQuorums quorums = Settings.INITIAL.quorums(3);
    var three = Ordered.set(Sides.IR, Sides.PK, PartyId.of("om"));

    Quorum handover = quorums.find(ActKind.of("handover"), 3, three).orElseThrow();
    assertThat(handover.seats().keys()).hasSize(3);
    assertThat(handover.seatsOf(Sides.PK)).contains(Seats.of(Role.SECTOR_COMMANDER, 1));
    assertThat(quorums.seats(ActKind.of("contract"))).isEqualTo(Seats.of(Role.CHIEF, 1));
    AgreedQuorums strict =
        new AgreedQuorums(
            3, quorums.kinds().with("barter_acceptance", Seats.of(Role.CLERK, 2)), quorums.other());
    assertThat(strict.seats(ActKind.of("barter_acceptances")))
        .as("an act of many is no way around it")
        .isEqualTo(Seats.of(Role.CLERK, 2));
    assertThat(quorums.seats(ActKind.of("barter_acceptances"))).isEqualTo(Seats.of(Role.CHIEF, 1));
    assertThat(quorums.find(ActKind.of("handover"), 2, three)).isEmpty();
    assertThat(quorums.find(ActKind.of("handover"), 3, Ordered.set(Sides.IR))).isEmpty();
  }
}
