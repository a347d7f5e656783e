package org.sarhad.core.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sarhad.core.response.Samples.IR;
import static org.sarhad.core.response.Samples.PK;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.Role;
import org.sarhad.core.response.HistoryItem.Property;
import org.sarhad.core.response.HistoryItem.ReportedClaim;
import org.sarhad.core.response.HistoryItem.ReportedDate;
import org.sarhad.tlog.Bytes;

/// FEATURE UNDER TEST: what happened before the record, with every figure kept and no proof of
/// notice (docs/domain/response.md §7).
class H01_ImportedHistoryTest {
  private static final Optional<Integer> NONE = Optional.empty();

  private final Scene scene = new Scene();

  @Test
  void anImportedItemSaysWhatItIs() {
    scene.ask(
        IR, Role.CLERK, new ResponseRequest.ImportHistory(Samples.history(), Audience.RELEASE));
    Said said = scene.at(PK).side(IR).shelf().history().first().orElseThrow().value();

    assertThat(Ladder.of(said, scene).imported()).isTrue();
    assertThat(HistoryItem.LABEL).isEqualTo("imported, no proof of notice");
    assertThat(said.fact())
        .isEqualTo(new HistoryFact.Imported(new HistoryId(IR, 1), Samples.history()));
  }

  @Test
  void bothSidesMayImportTheSameMatterAndEachStandsByItsOwn() {
    var request = new ResponseRequest.ImportHistory(Samples.history(), Audience.RELEASE);
    scene.ask(IR, Role.CLERK, request);
    scene.ask(PK, Role.INVESTIGATOR, request);
    assertThat(scene.joint().side(IR).shelf().history()).hasSize(1);
    assertThat(scene.joint().side(PK).shelf().history()).hasSize(1);
  }

  /// The figures of 13 February 2019 as the reports had them.
  @Test
  void figuresThatDifferAreAllKeptAndSpannedButNeverAveraged() {
    HistoryItem item =
        withClaims(
            claim("at least 20", Optional.of(20), NONE, NONE, true),
            claim("at least 41", Optional.of(41), NONE, NONE, true),
            claim("27", NONE, Optional.of(27), NONE, false),
            claim("at least 27", Optional.of(27), NONE, NONE, false),
            claim("nearly 30", NONE, NONE, Optional.of(30), false));

    Figures killed = Figures.of(item, Property.KILLED);

    assertThat(killed.claims()).hasSize(5);
    assertThat(killed.lowest()).hasValue(20);
    assertThat(killed.highest()).hasValue(41);
    assertThat(killed.overlap()).contains(new Figures.Range(27, 27));
    assertThat(Figures.of(item, Property.INJURED).claims()).isEmpty();
    assertThat(Figures.of(item, Property.INJURED).lowest()).isEmpty();
  }

  @Test
  void figuresThatContradictEachOtherHaveNoOverlap() {
    HistoryItem item =
        withClaims(
            claim("3 to 4", Optional.of(3), NONE, Optional.of(4), false),
            claim("5 to 6", Optional.of(5), NONE, Optional.of(6), false));
    assertThat(Figures.of(item, Property.KILLED).overlap()).isEmpty();
  }

  @Test
  void aFileComesBackAsItWent() throws MalformedJsonException {
    var file = new HistoryFile("From the newspapers", List.of(Samples.history()));
    assertThat(HistoryFile.parse(file.print())).isEqualTo(file);
  }

  @Test
  void aFileMayBeWrittenByHandButNotWrongly() throws MalformedJsonException {
    String good = new HistoryFile("From the newspapers", List.of(Samples.history())).print().utf8();
    assertThat(HistoryFile.parse(Bytes.ofUtf8(good.replace(",", ",\n  "))).items()).hasSize(1);

    for (String bad :
        List.of(
            "[]",
            good.replace("sarhad.history/1", "sarhad.history/2"),
            good.replace("\"killed\"", "\"lost\""),
            good.replace("2019-02-13\"", "13.2.2019\""),
            good.replace("\"figure\"", "\"number\""),
            good.replace("{\"claims\"", "{\"aaa\":1,\"claims\""),
            new HistoryFile("Twice", List.of(Samples.history(), Samples.history()))
                .print()
                .utf8())) {
      assertThat(bad).isNotEqualTo(good);
      assertThatThrownBy(() -> HistoryFile.parse(Bytes.ofUtf8(bad)))
          .as(bad)
          .isInstanceOf(MalformedJsonException.class);
    }
  }

  private static HistoryItem withClaims(ReportedClaim... claims) {
    HistoryItem item = Samples.history();
    return new HistoryItem(
        item.externalId(),
        item.title(),
        item.occurred(),
        item.soil(),
        item.place(),
        Arrays.asList(claims));
  }

  private static ReportedClaim claim(
      String figure,
      Optional<Integer> low,
      Optional<Integer> best,
      Optional<Integer> high,
      boolean superseded) {
    return new ReportedClaim(
        Property.KILLED,
        figure,
        low,
        best,
        high,
        "agencies",
        "report",
        new ReportedDate("2019-02-13"),
        superseded);
  }
}
