package org.sarhad.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `sarhad lists check`: what a list holds, and who on it somebody may be.
class ListsCommandTest {
  private static final Path LISTS =
      Path.of(System.getProperty("sarhad.root", ".."), "docs", "scenarios", "lists");

  @TempDir Path directory;

  @Test
  void itSaysWhatAListHolds() {
    var said = Said.by("lists", "check", LISTS.resolve("uk.xml"));

    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out().lines())
        .contains(
            "United Kingdom, sanctions list (XML)",
            "dated     2019-04-16",
            "firms     1",
            "ships     1",
            "persons   1, none of them kept",
            "left out  0");
    assertThat(said.out()).containsPattern("sha256    [0-9a-f]{64}");
  }

  @Test
  void itSaysWhatItLeftOut() {
    var said = Said.by("lists", "check", LISTS.resolve("uk.csv"));

    assertThat(said.code()).isEqualTo(SarhadCommand.FOUND_WRONG);
    assertThat(said.out())
        .contains("left out  3", "line 8: LINE_MALFORMED. The line has not the fields");
  }

  @Test
  void itSaysWhoSomebodyMayBeAndWhy() {
    var said =
        Said.by(
            "lists",
            "check",
            LISTS.resolve("un.xml"),
            "--name",
            "Desert Wings",
            "--name",
            "Saindak Rice");

    assertThat(said.out())
        .contains("Desert Wings: held", "DESERT WINGS & SONS", "desert ~ desert, same 1000")
        .contains("Saindak Rice: no hit");
  }

  @Test
  void aTableOfPartiesIsScreenedByWhatIsNew() throws Exception {
    var parties =
        Files.writeString(
            directory.resolve("parties.csv"),
            """
            party,sort,name,number
            PK-1,firm,Desert Wings Ltd,
            PK-2,firm,Hamun Star,
            PK-3,firm,Riсe,
            """);
    var newer =
        Files.writeString(
            directory.resolve("newer.xml"),
            Files.readString(LISTS.resolve("un.xml")).replace("GWATAR AIRLINES", "GWADAR AIR"));
    var all = Said.by("lists", "check", newer, "--parties", parties);
    var changed =
        Said.by("lists", "check", newer, "--parties", parties, "--since", LISTS.resolve("un.xml"));

    assertThat(all.code()).isEqualTo(SarhadCommand.FOUND_WRONG);
    assertThat(all.out()).contains("PK-1: held", "PK-2: held", "line 4: NAME_UNFIT.");
    assertThat(changed.out()).contains("PK-1: held", "PK-2: no hit");
    assertThat(Said.by("lists", "check", newer, "--since", LISTS.resolve("eu.xml")).err())
        .contains("is a list of eu, and not an older one of un.");
    Files.write(parties, new byte[] {(byte) 0xFF, (byte) 0xFE});
    assertThat(Said.by("lists", "check", newer, "--parties", parties).err())
        .contains("is not in UTF-8. Save it as UTF-8.");
  }

  @Test
  void aFileThatIsNoListIsToldWithItsCode() throws Exception {
    var file = Files.writeString(directory.resolve("letter.txt"), "Dear Sir,");
    var said = Said.by("lists", "check", file);

    assertThat(said.code()).isEqualTo(SarhadCommand.FAILED);
    assertThat(said.err()).contains("This is no list", "FORMAT_UNKNOWN", "Dear Sir,");
  }

  @Test
  void aNameThatDeceivesIsToldWithWhatIsWrong() {
    var said = Said.by("lists", "check", LISTS.resolve("un.xml"), "--name", "Mаkran");

    assertThat(said.code()).isEqualTo(SarhadCommand.USAGE);
    assertThat(said.err()).contains("CYRILLIC letter U+0430 at 1 in a LATIN word");
  }

  @Test
  void aThresholdBeyondTheScaleIsRefused() {
    var said = Said.by("lists", "check", LISTS.resolve("un.xml"), "--threshold", "1001");

    assertThat(said.code()).isEqualTo(SarhadCommand.USAGE);
    assertThat(said.err()).contains("--threshold is 1001; expected 1 to 1000.");
  }

  @Test
  void aListIsTakenIntoANodeAndWhatToSayIsTold() {
    var node = directory.resolve("a");
    Said.by("keys", "new", "-d", node, "--set", "party.id=ir", "--set", "channel.id=x.example/c");
    var said = Said.by("lists", "take", LISTS.resolve("uk.xml"), "-d", node);

    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out())
        .containsPattern(
            "To go by it: screening.list_taken \\{\"list\":\\{\"dated\":\"2019-04-16\",\"entities\":2,"
                + "\"sha256\":\"[0-9a-f]{64}\",\"source\":\"uk\"}}");
    assertThat(node.resolve("lists")).isNotEmptyDirectory();
  }

  @Test
  void aListIsNotTakenWhereThereIsNoNode() {
    var said = Said.by("lists", "take", LISTS.resolve("uk.xml"), "-d", directory);

    assertThat(said.code()).isEqualTo(SarhadCommand.FAILED);
    assertThat(directory.resolve("lists")).doesNotExist();
  }

  @Test
  void withoutAnythingToDoItTellsWhatThereIs() {
    assertThat(Said.by("lists").out()).contains("check");
    assertThat(Said.by("lists", "--help").code()).isZero();
  }
}
