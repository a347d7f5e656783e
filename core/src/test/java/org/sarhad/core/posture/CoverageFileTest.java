package org.sarhad.core.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.core.testing.Mutations;
import org.sarhad.core.testing.Seeded;
import org.sarhad.tlog.Bytes;

class CoverageFileTest {
  private static final String PAIR =
      """
      coverage
      3 2 60 250 15
      1 5  2 7  2 0
      2 1 1
        10 70 -1
        50 30 20
      1 2 2
        5 5 5
      """;

  private static CoverageProblem parse(String text) throws MalformedProblemException {
    return CoverageFile.parse(Bytes.ofUtf8(text));
  }

  @Test
  void aProblemIsReadAsItStands() throws MalformedProblemException {
    CoverageProblem pair = parse(PAIR);
    assertThat(pair.demand())
        .containsExactly(
            new CoverageProblem.Demand(0, 5),
            new CoverageProblem.Demand(1, 7),
            new CoverageProblem.Demand(1, 0));
    assertThat(pair.withinMin()).isEqualTo(60);
    assertThat(pair.busy()).isEqualTo(BusyFraction.permille(250));
    assertThat(pair.assistance()).isEqualTo(new Assistance.Crossing(15));
    assertThat(pair.sides().get(0).reach().minutes(0, 2)).isEqualTo(Reach.NEVER);
    assertThat(pair.sides().get(0).reach().minutes(1, 1)).isEqualTo(30);
    assertThat(pair.sides().get(1).units()).isEqualTo(2);
    assertThat(pair.sides().get(1).perSite()).isEqualTo(2);
    assertThat(parse(PAIR.replace("250 15", "250 -1")).assistance())
        .isEqualTo(new Assistance.None());
    assertThat(CoverageFile.isOne(Bytes.ofUtf8(PAIR))).isTrue();
    assertThat(CoverageFile.isOne(Bytes.ofUtf8("4 5 2"))).isFalse();
  }

  @Test
  void howFarAUnitGoesAndHowDeepPointsLieIsReadWhereItIsSaid() throws MalformedProblemException {
    CoverageProblem deep =
        parse(PAIR.replace("15\n1 5  2 7  2 0", "15 depth 5000\n1 5 0  2 7 5000  2 0 5001"));
    assertThat(deep.assistance()).isEqualTo(new Assistance.Crossing(15, 5_000));
    assertThat(deep.demand())
        .extracting(CoverageProblem.Demand::depthM)
        .containsExactly(0, 5_000, 5_001);
    CoverageProblem again = parse(CoverageFile.of(deep));
    assertThat(again.demand()).isEqualTo(deep.demand());
    assertThat(again.assistance()).isEqualTo(deep.assistance());
    assertThatThrownBy(() -> parse(PAIR.replace("15\n", "15 depth 0\n")))
        .hasMessageContaining("metres beyond the line: a whole number from 1 to 50000");
  }

  @Test
  void whatIsWrittenIsReadAgain() throws MalformedProblemException {
    CoverageProblem border = BorderCase.of(1, 15).problem();
    CoverageProblem again = parse(CoverageFile.of(border));
    assertThat(again.demand()).isEqualTo(border.demand());
    assertThat(again.assistance()).isEqualTo(border.assistance());
    Effort short1 = new Effort(1, 0, 1);
    assertThat(Stationing.plan(again, short1)).isEqualTo(Stationing.plan(border, short1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "coverage|cover|another first word",
        "3 2 60|0 2 60|points: a whole number from 1 to 20000",
        "3 2 60|3 3 60|sides: a whole number from 1 to 2",
        "60 250|0 250|minutes to be there",
        "250 15|1000 15|thousandths busy",
        "250 15|250 -2|minutes at the line",
        "1 5  2 7|1 -5  2 7|-5 at byte 25\", expected weight of a point: a whole number from 0",
        "1 5  2 7|3 5  2 7|side of a point: a whole number from 1 to 2",
        "2 1 1|2 3 1|3 units for 2 sites\", expected at most 2",
        "1 2 2|1 2 0|units at a site",
        "1 2 2|1 -2 2|units: a whole number from 0",
        "10 70 -1|10 70 -2|minutes from a site",
        "5 5 5|5 5|no number",
        "5 5 5|5 5 5 5|more at byte",
      })
  void whatIsNoSuchFileIsRefusedWithWhatWasExpected(String part, String instead, String why) {
    assertThatThrownBy(() -> parse(PAIR.replace(part, instead)))
        .isInstanceOf(MalformedProblemException.class)
        .hasMessageContaining("coverage file")
        .hasMessageContaining(why);
  }

  @Test
  void whereThereIsNoUnitThereIsNothingToPlace() {
    assertThatThrownBy(() -> parse(PAIR.replace("2 1 1", "2 0 1").replace("1 2 2", "1 0 2")))
        .hasMessageContaining("no unit on any side");
  }

  @Test
  void damagedFilesAreReadOrRefusedWithTheOneException() {
    int[] met = new int[2];
    Seeded.check(
        3_000,
        random -> {
          try {
            CoverageProblem read = CoverageFile.parse(Mutations.mutate(Bytes.ofUtf8(PAIR), random));
            assertThat(read.sides().stream().mapToInt(CoverageProblem.Side::units).sum())
                .isPositive();
            met[0]++;
          } catch (MalformedProblemException _) {
            met[1]++;
          }
        });
    assertThat(List.of(met[0], met[1])).allMatch(count -> count > 50);
  }
}
