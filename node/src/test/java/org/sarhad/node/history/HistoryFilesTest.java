package org.sarhad.node.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.response.Figures;
import org.sarhad.core.response.HistoryFile;
import org.sarhad.core.response.HistoryItem;
import org.sarhad.core.response.HistoryItem.Property;
import org.sarhad.core.response.HistoryItem.ReportedClaim;
import org.sarhad.tlog.Bytes;

/// The lists that ship with the node: readable, sourced, with their conflicting figures in them.
class HistoryFilesTest {
  private static final String APRIL = "april-2019.json";
  private static final String PUBLIC = "public-incidents.json";

  @ParameterizedTest
  @ValueSource(strings = {APRIL, PUBLIC})
  void everyClaimHasASourceAndNothingIsEmpty(String name) throws Exception {
    HistoryFile file = read(name);
    assertThat(file.note()).isNotBlank();
    assertThat(file.items()).isNotEmpty();
    for (HistoryItem item : file.items()) {
      assertThat(item.claims()).as(item.externalId()).isNotEmpty();
      assertThat(item.claims())
          .allSatisfy(
              claim -> {
                assertThat(claim.source()).isNotBlank();
                assertThat(claim.figure()).isNotBlank();
                assertThat(claim.saidBy()).isNotBlank();
              });
    }
  }

  @Test
  void february2019KeepsEveryFigure() throws Exception {
    Figures killed = Figures.of(item(APRIL, "2019-02-13-khash-zahedan"), Property.KILLED);

    assertThat(killed.claims())
        .extracting(ReportedClaim::figure)
        .contains(
            "at least 20",
            "at least 41",
            "27",
            "27 members of the Revolutionary Guards",
            "at least 27 security personnel",
            "nearly 30 members of the Revolutionary Guards");
    assertThat(killed.lowest()).hasValue(20);
    assertThat(killed.highest()).hasValue(41);
    assertThat(killed.claims()).filteredOn(ReportedClaim::superseded).hasSize(3);
  }

  @Test
  void april2019KeepsBothNumbersOfBuses() throws Exception {
    Figures vehicles = Figures.of(item(APRIL, "2019-04-18-ormara"), Property.VEHICLES);
    assertThat(vehicles.overlap()).isEmpty();
    assertThat(vehicles.lowest()).hasValue(3);
    assertThat(vehicles.highest()).hasValue(6);
  }

  @Test
  void lulakdanKeepsAllFourFigures() throws Exception {
    assertThat(Figures.of(item(PUBLIC, "2018-10-16-lulakdan"), Property.ABDUCTED).claims())
        .extracting(claim -> claim.best().orElseThrow())
        .containsExactly(10, 11, 12, 14);
  }

  @Test
  void noItemOfThePublicListIsMissing() throws Exception {
    Optional<Path> list = shared("facts/incidents-public-reports.json");
    assumeTrue(
        list.isPresent(),
        "needs shared/facts/incidents-public-reports.json beside the project; not there");
    String text = Files.readString(list.orElseThrow());
    List<HistoryItem> items = read(PUBLIC).items();
    assertThat(text.split("\"id\":", -1)).hasSize(items.size() + 1);
    for (HistoryItem item : items) {
      assertThat(text).contains("\"id\":\"" + item.externalId() + "\"");
      item.claims().forEach(claim -> assertThat(text).contains(claim.source()));
    }
  }

  private static HistoryItem item(String file, String name)
      throws IOException, MalformedJsonException {
    return read(file).items().stream()
        .filter(item -> item.externalId().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static HistoryFile read(String name) throws IOException, MalformedJsonException {
    try (InputStream in =
        HistoryFilesTest.class.getResourceAsStream("/org/sarhad/history/" + name)) {
      assertThat(in).as(name).isNotNull();
      return HistoryFile.parse(Bytes.of(in.readAllBytes()));
    }
  }

  private static Optional<Path> shared(String file) {
    Path root = Path.of(System.getProperty("sarhad.root", "."));
    return Stream.of("../shared", "../../shared")
        .map(folder -> root.resolve(folder).resolve(file))
        .filter(Files::isReadable)
        .findFirst();
  }
}
