package org.sarhad.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `sarhad posture solve`, on problems small enough to check by hand.
class PostureCommandTest {
  @TempDir Path directory;

  private Path file(String name, String text) throws Exception {
    return Files.writeString(directory.resolve(name), text);
  }

  /// A road of four villages, 3, 1 and 3 long: two posts, one at either end's pair.
  @Test
  void aProblemIsAnsweredWithItsBoundAndTheTime() throws Exception {
    var road = file("road.txt", " 4 3 2 \n 1 2 3\n 2 3 1\n 3 4 3\n");

    var said = Said.by("posture", "solve", road, "--shakes", 20, "--bound-steps", 200);

    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out())
        .contains("value", "bound", "seconds")
        .containsPattern("road\\.txt +4 +2 +4 +4 +0\\.0000 +\\d+\\.\\d\\d");
  }

  /// The longest way of anybody there is 3: from either end to the village in its half.
  @Test
  void theLongestWayIsAnotherQuestion() throws Exception {
    var road = file("road.txt", " 4 3 2 \n 1 2 3\n 2 3 1\n 3 4 3\n");

    var said = Said.by("posture", "solve", road, "--objective", "center", "--shakes", 20);

    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out()).containsPattern("road\\.txt +4 +2 +3 +3 +0\\.0000");
    assertThat(Said.by("posture", "solve", road, "--objective", "mean").code())
        .isEqualTo(SarhadCommand.USAGE);
  }

  @Test
  void theSameEffortGivesTheSameAnswer() throws Exception {
    var ring = file("ring.txt", "5 5 2 1 2 4 2 3 7 3 4 2 4 5 9 5 1 3");

    var once = Said.by("posture", "solve", ring, "--seed", 7).out();

    assertThat(withoutTime(Said.by("posture", "solve", ring, "--seed", 7).out()))
        .isEqualTo(withoutTime(once));
  }

  private static String withoutTime(String out) {
    return out.replaceAll(" +\\d+\\.\\d\\d\\R", "\n");
  }

  @Test
  void whatIsWrongIsSaidWithTheFile() throws Exception {
    var nothing = Said.by("posture", "solve", directory.resolve("nowhere.txt"));
    assertThat(nothing.code()).isEqualTo(SarhadCommand.FAILED);
    assertThat(nothing.err()).contains("nowhere.txt is no file");

    var other = Said.by("posture", "solve", file("other.txt", "2 1 1\n1 2 x\n"));
    assertThat(other.code()).isEqualTo(SarhadCommand.FAILED);
    assertThat(other.err()).contains("other.txt", "no number at byte 10", "a whole number");

    var much = Said.by("posture", "solve", file("pair.txt", "2 1 1 1 2 4"), "--shakes", 1_000_001);
    assertThat(much.code()).isEqualTo(SarhadCommand.FAILED);
    assertThat(much.err()).contains("at most 1000000");
  }

  @Test
  void withoutMoreItTellsWhatThereIs() {
    assertThat(Said.by("posture").code()).isEqualTo(SarhadCommand.USAGE);
    assertThat(Said.by("posture").out()).contains("solve");
    assertThat(Said.by("posture", "solve").code()).isEqualTo(SarhadCommand.USAGE);
    assertThat(Said.by("posture", "solve", "--help").out())
        .contains("Usage: sarhad posture solve", "--shakes", "--bound-steps", "--seed", "pmed1");
  }

  // ---- coverage files -------------------------------------------------------------------------

  /// Two sides, a point and two sites of each: each reaches its own point in time from its first
  /// site, and the other's as well with fifteen minutes at the line.
  private static final String PAIR =
      """
      coverage
      2 2 60 250 15
      1 3  2 5
      2 1 1
        30 40
        90 90
      2 1 1
        40 30
        90 90
      """;

  @Test
  void aCoverageFileIsAnsweredByTheMostCoverage() throws Exception {
    var said = Said.by("posture", "solve", file("pair.txt", PAIR));

    assertThat(said.code()).as(said.err()).isZero();
    // Two units in reach of both: 15/16 of a weight of 8, in millionths.
    assertThat(said.out()).containsPattern("pair\\.txt +4 +2 +7500000 +7500000 +0\\.0000");
  }

  @Test
  void withoutASolverBesideItIsSaidHowToGetOne() throws Exception {
    var said = Said.by("posture", "solve", file("pair.txt", PAIR), "--exact");

    assertThat(said.code()).isEqualTo(SarhadCommand.FAILED);
    assertThat(said.err())
        .contains("No exact solver lies beside", "SARHAD_SOLVER", "mvn -pl solve");
  }

  @Test
  void whatCannotBeMeantIsSaidInASentence() throws Exception {
    assertSaid(PAIR.replace("2 1 1\n", "2 0 1\n"), "no unit on any side");
    assertSaid(PAIR.replace("2 1 1\n", "2 3 1\n"), "3 units for 2 sites");
    assertSaid(PAIR.replace("1 3  2 5", "1 -3  2 5"), "-3 at byte 25", "weight of a point");
    assertSaid(PAIR.replace("30 40", "-30 40"), "minutes from a site");
    assertSaid(PAIR.substring(0, 40), "no number");
    assertSaid("coverage\n", "points: a whole number from 1");
  }

  private void assertSaid(String text, String... words) throws Exception {
    for (var verb : List.of("solve", "simulate")) {
      var said = Said.by("posture", verb, file("bad.txt", text));
      assertThat(said.code()).as(said.out()).isEqualTo(SarhadCommand.FAILED);
      assertThat(said.err()).contains("bad.txt").contains(words);
    }
  }

  // ---- a year ---------------------------------------------------------------------------------

  @Test
  void aYearIsAnsweredAloneAndTogether() throws Exception {
    var pair = file("pair.txt", PAIR);
    var said = Said.by("posture", "simulate", pair, "--calls-per-day", "4", "--days", 365);

    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out().lines()).hasSize(1 + 4 * 3);
    assertThat(inTime(said.out(), "joint")).isGreaterThan(inTime(said.out(), "alone") + 5);
    assertThat(said.out()).contains("points from 1: ");
    assertThat(Said.by("posture", "simulate", pair, "--calls-per-day", "4", "--days", 365).out())
        .isEqualTo(said.out());
    var learnt =
        Said.by("posture", "simulate", pair, "--calls-per-day", "4", "--days", 365, "--learn");
    assertThat(learnt.code()).as(learnt.err()).isZero();
    assertThat(inTime(learnt.out(), "joint")).isGreaterThan(inTime(learnt.out(), "alone") + 5);
    assertThat(Said.by("posture", "simulate", pair, "--days", 0).err()).contains("0 days");
    assertThat(Said.by("posture", "simulate", pair, "--hours", "1,2,3").err())
        .contains("expected 24 of 0");
    assertThat(Said.by("posture", "simulate", pair, "--service", -1).err())
        .contains("service of -1");
  }

  /// The share in time on both sides' soil.
  private static double inTime(String out, String kind) {
    return out.lines()
        .filter(line -> line.contains(kind) && line.contains("both"))
        .mapToDouble(line -> Double.parseDouble(line.trim().split(" +", -1)[4]))
        .findFirst()
        .orElseThrow();
  }
}
