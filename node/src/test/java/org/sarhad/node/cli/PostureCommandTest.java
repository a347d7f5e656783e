package org.sarhad.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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
}
