package org.sarhad.core.energy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sarhad.core.data.Csv;
import org.sarhad.core.energy.MeterCsv.Refused;
import org.sarhad.core.energy.MeterCsv.Why;
import org.sarhad.core.testing.Mutations;
import org.sarhad.core.testing.Seeded;
import org.sarhad.tlog.Bytes;

/// What a meter exports, and what is not taken of it (protocol clause 18-4.5).
class MeterCsvTest {
  private static final ZoneOffset TEHRAN = ZoneOffset.ofHoursMinutes(4, 30);
  private static final LocalDate DAY = LocalDate.of(2019, 4, 21);
  private static final String HEADING = "serial,from,wh,register,quality\n";

  // ---- what is taken --------------------------------------------------------------------------

  @Test
  void aDayOfAMeterIsRead() {
    MeterCsv read = MeterCsv.of(HEADING + lines("A-1", 96, 7, 5), TEHRAN);

    assertThat(read.refused()).isEmpty();
    assertThat(read.readings())
        .containsExactly(new MeterCsv.OfDay(DAY, EnergyScene.reading("A-1", 7, 5)));
  }

  @Test
  void daysAndMetersAreToldApart() {
    String text = HEADING + lines("B-1", 100, 0, 5) + lines("A-1", 1, 3, 4);
    MeterCsv read = MeterCsv.of(text, TEHRAN);

    assertThat(read.refused()).isEmpty();
    assertThat(read.readings())
        .extracting(of -> of.reading().serial() + " " + of.day() + " " + of.reading().delta())
        .containsExactly("A-1 2019-04-21 4", "B-1 2019-04-21 480", "B-1 2019-04-22 20");
    assertThat(read.readings()).allMatch(of -> of.reading().agrees());
    assertThat(read.readings().getFirst().reading().gaps()).hasSize(95);
  }

  @Test
  void aQuarterThatIsMissingIsAGapAndTheRegisterKnowsOfIt() {
    List<String> lines = new ArrayList<>(List.of(lines("A-1", 96, 7, 5).split("\n", -1)));
    lines.remove(40);
    MeterCsv read = MeterCsv.of(HEADING + String.join("\n", lines), TEHRAN);

    assertThat(read.refused()).isEmpty();
    Reading reading = read.readings().getFirst().reading();
    assertThat(reading.gaps()).containsExactly(40);
    assertThat(reading.filled()).isEqualTo(Quarters.even(5));
  }

  @Test
  void theOrderOfTheLinesIsNoMatter() {
    List<String> lines = new ArrayList<>(lines("A-1", 96, 7, 5).lines().toList());
    Collections.reverse(lines);

    assertThat(MeterCsv.of(HEADING + String.join("\n", lines), TEHRAN).readings())
        .isEqualTo(MeterCsv.of(HEADING + lines("A-1", 96, 7, 5), TEHRAN).readings());
  }

  // ---- what is not ----------------------------------------------------------------------------

  @ParameterizedTest
  @EnumSource
  void everyReasonIsGivenWithItsLineAndValue(Why why) {
    Refused refused = provoke(why);
    assertThat(refused.why()).isEqualTo(why);
    assertThat(refused.line()).isEqualTo(why == Why.TOO_LONG || why == Why.HEADING ? 1 : 3);
  }

  @Test
  void anExportHasSoManyLinesAndNoMore() {
    String full = HEADING + "\n".repeat(MeterCsv.LINES_MAX - 1);
    assertThat(MeterCsv.of(full, TEHRAN).refused()).isEmpty();
    assertThat(MeterCsv.of(full + "\n", TEHRAN).refused())
        .containsExactly(new Refused(1, "100001", Why.TOO_LONG));
  }

  /// The switch has no default: a new reason does not compile before it has its case here.
  private static Refused provoke(Why why) {
    return switch (why) {
      case TOO_LONG -> only("x".repeat(MeterCsv.LENGTH_MAX + 1), "8388609");
      case HEADING -> only("serial,from,wh\n", "serial,from,wh");
      case QUOTE -> second("\"A-1,2019", "A-1,2019\n");
      case FIELDS -> second("A-1,2019-04-21T00:15+04:30,5,17", "A-1,2019-04-21T00:15+04:30,5,17");
      case SERIAL -> second(",2019-04-21T00:15+04:30,5,17,m", "");
      case TIME -> second("A-1,2019-04-21 00:15,5,17,m", "2019-04-21 00:15");
      case NOT_A_QUARTER -> second("A-1,2019-04-21T00:16+04:30,5,17,m", "2019-04-21T00:16+04:30");
      case WH -> second("A-1,2019-04-21T00:15+04:30,-5,17,m", "-5");
      case REGISTER -> second("A-1,2019-04-21T00:15+04:30,5,17.5,m", "17.5");
      case QUALITY -> second("A-1,2019-04-21T00:15+04:30,5,17,-", "-");
      case TWICE -> second("A-1,2019-04-21T00:00+04:30,5,17,m", "2019-04-21T00:00+04:30");
      case REGISTER_BACKWARDS -> second("A-1,2019-04-21T00:15+04:30,5,11,m", "11");
      case REGISTER_DIFFERS -> second("A-1,2019-04-21T00:15+04:30,5,18,m", "18");
    };
  }

  @Test
  void otherWaysToTheSame() {
    assertThat(second("A-1,2019-04-21T00:15+04:30,,17,m", "").why()).isEqualTo(Why.WH);
    assertThat(second("A-1,2019-04-21T00:15+04:30,1000000000001,17,m", "1000000000001").why())
        .isEqualTo(Why.WH);
    assertThat(second("A-1,2019-04-21T00:15+04:30,5,9007199254740992,m", "9007199254740992").why())
        .isEqualTo(Why.REGISTER);
    assertThat(
            second("A-1,2019-04-21T00:15+04:30,5,99999999999999999999,m", "99999999999999999999")
                .why())
        .isEqualTo(Why.REGISTER);
    assertThat(
            second("A-1,2019-04-21T00:15:00.5+04:30,5,17,m", "2019-04-21T00:15:00.5+04:30").why())
        .isEqualTo(Why.NOT_A_QUARTER);
    assertThat(second("A-1,9999-04-21T00:15+04:30,5,17,m", "9999-04-21T00:15+04:30").why())
        .isEqualTo(Why.TIME);
    assertThat(second("B-1,2019-04-21T00:15+04:30,5,4,m", "4").why())
        .as("less than what flowed")
        .isEqualTo(Why.REGISTER_DIFFERS);
    assertThat(second("A-1,2019-04-21T01:00+04:30,5,16,m", "16").why())
        .as("more flowed than the register moved")
        .isEqualTo(Why.REGISTER_DIFFERS);
    assertThat(second("A-1,2019-04-21T00:30+04:30,5,1000000000018,m", "1000000000018").why())
        .as("more than a line carries in the quarter between")
        .isEqualTo(Why.REGISTER_DIFFERS);
    assertThat(only("x".repeat(1_000), "x".repeat(Refused.VALUE_MAX)).why()).isEqualTo(Why.HEADING);
  }

  @Test
  void theRestIsReadAllTheSame() {
    List<String> lines = new ArrayList<>(lines("A-1", 96, 7, 5).lines().toList());
    lines.set(10, "A-1,nonsense,5,5,m");
    lines.set(20, "A-1,2019-04-21T05:00+04:30,5,3,m");
    MeterCsv read = MeterCsv.of(HEADING + String.join("\n", lines), TEHRAN);

    assertThat(read.refused())
        .containsExactly(
            new Refused(12, "nonsense", Why.TIME), new Refused(22, "3", Why.REGISTER_BACKWARDS));
    assertThat(read.readings().getFirst().reading().gaps()).containsExactly(10, 20);
  }

  /// Whatever the text: every line is either in a reading or in the report, and what was read can
  /// be stated.
  @Test
  void damagedExportsAreReadAsFarAsTheyCanBe() {
    String right = HEADING + lines("A-1", 60, 7, 5) + lines("B-1", 60, 0, 1_000_000);
    Set<Why> met = new TreeSet<>();
    Seeded.check(
        2_000,
        random -> {
          Bytes damaged = Mutations.mutate(Bytes.ofUtf8(right), random);
          String text = new String(damaged.toArray(), StandardCharsets.UTF_8);
          MeterCsv read = MeterCsv.of(text, TEHRAN);
          read.refused().forEach(refused -> met.add(refused.why()));
          long lines = Csv.parse(text).size() - 1L;
          long points =
              read.readings().stream().mapToLong(of -> 96 - of.reading().gaps().size()).sum();
          if (read.refused().stream().noneMatch(refused -> refused.why() == Why.HEADING)) {
            assertThat(points + read.refused().size()).isEqualTo(lines);
          }
          assertThat(read.readings()).allMatch(of -> of.reading().agrees());
          assertThat(read.refused()).isSortedAccordingTo((a, b) -> a.line() - b.line());
        });
    assertThat(met).contains(Why.HEADING, Why.FIELDS, Why.TIME, Why.WH, Why.REGISTER_DIFFERS);
  }

  // ---- exports --------------------------------------------------------------------------------

  /// So many quarters from midnight on.
  private static String lines(String serial, int count, long from, long each) {
    StringBuilder text = new StringBuilder();
    OffsetDateTime begin = DAY.atStartOfDay().atOffset(TEHRAN);
    for (int i = 0; i < count; i++) {
      text.append(serial)
          .append(',')
          .append(begin.plusMinutes(15L * i))
          .append(',')
          .append(each)
          .append(',')
          .append(from + each * (i + 1))
          .append(",m\n");
    }
    return text.toString();
  }

  /// The one refusal where `line` comes behind a right one.
  private static Refused second(String line, String value) {
    return only(HEADING + lines("A-1", 1, 7, 5) + line + "\n", value);
  }

  private static Refused only(String text, String value) {
    MeterCsv read = MeterCsv.of(text, TEHRAN);
    assertThat(read.refused()).hasSize(1);
    assertThat(read.refused().getFirst().value()).isEqualTo(value);
    return read.refused().getFirst();
  }
}
