package org.sarhad.core.modalities;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActFactKind;
import org.sarhad.core.act.ActRef;
import org.sarhad.core.geo.Areas;
import org.sarhad.core.geo.Zone;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonLimits;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

/// docs/scenarios/modalities-1.json: the first version of the worked example. It is what a chief
/// would be asked to sign, and everything a document can say is in it.
class ScenarioDocumentTest {
  private static final Path FILE =
      Path.of(System.getProperty("sarhad.root", ".."), "docs", "scenarios", "modalities-1.json");

  private static Document document = Docs.version(1);

  @BeforeAll
  static void read() throws IOException, MalformedJsonException {
    Json json = Json.parse(Bytes.of(Files.readAllBytes(FILE)), JsonLimits.ofBytes(200_000));
    document = Document.fromJson((Json.Obj) json);
  }

  @Test
  void itBindsEverySettingOnce() {
    assertThat(document.clauses().stream().flatMap(c -> c.binding().stream()).map(Binding::key))
        .containsExactlyInAnyOrderElementsOf(Catalogue.all().stream().map(Setting::key).toList());
    assertThat(document.unknown()).isEmpty();
    assertThat(document.settings().loosened()).isEmpty();
  }

  /// The line that the nodes of the example hold, byte for byte.
  @Test
  void itsOperationalLineIsTheOneInTheNodes() throws IOException {
    Path line =
        Path.of(System.getProperty("sarhad.root", ".."))
            .resolve("node/src/main/resources/org/sarhad/demo/line.geojson");
    assertThat(document.settings().get(ZoneSettings.REFERENCE_LINE).sha256())
        .isEqualTo(Merkle.sha256(Bytes.of(Files.readAllBytes(line))));
  }

  /// The same of the ground over which they reckon journeys.
  @Test
  void itsGroundIsTheOneInTheNodes() throws IOException {
    Path grid =
        Path.of(System.getProperty("sarhad.root", ".."))
            .resolve("node/src/main/resources/org/sarhad/demo/travel.grid");
    assertThat(document.settings().get(TravelSettings.GRID).sha256())
        .isEqualTo(Merkle.sha256(Bytes.of(Files.readAllBytes(grid))));
  }

  /// As terms, and inside the body of the proposal with its levels of nesting.
  @Test
  void itFitsIntoAProposal() throws Exception {
    assertThat(document.toJson().canonical().size()).isLessThan(64 * 1024);
    ActFact.Proposed proposal = Docs.proposal(document, 0, Optional.empty());
    Json.Obj body =
        Json.parseCanonicalObject(proposal.toJson().canonical(), JsonLimits.ofBytes(1 << 20));

    assertThat(ActFact.fromJson(ActFactKind.PROPOSED, body)).isEqualTo(proposal);
  }

  @Test
  void itIsInThreeLanguagesEachInItsOwnLetters() {
    assertThat(document.languages()).containsExactly("en", "fa", "ur");
    for (Clause clause : document.clauses()) {
      for (Wording words :
          Stream.concat(clause.heading().stream(), clause.text().stream()).toList()) {
        assertThat(words.in("en"))
            .as("%s", clause.number())
            .matches("[\\p{IsLatin}\\p{Punct}’ 0-9]+");
        assertThat(words.in("fa")).as("%s", clause.number()).doesNotContainPattern("[ٹڈڑںےہھيكىة]");
        assertThat(words.in("ur")).as("%s", clause.number()).doesNotContainPattern("[يكىة]");
        for (String language : List.of("fa", "ur")) {
          assertThat(words.in(language).replace("{value}", ""))
              .as("%s", clause.number())
              .matches("[\\p{IsArabic}\\p{Mn}\\u200c\\s،؛؟.:۔]+");
        }
      }
    }
  }

  /// A number stands once, in the binding: no text states one of its own.
  @Test
  void whereOneLanguageHasAPlaceForTheValueTheOthersHaveIt() {
    for (Clause clause : document.clauses()) {
      clause
          .text()
          .ifPresent(
              words ->
                  assertThat(words.byLanguage().values().map(w -> count(w)).distinct())
                      .as("%s", clause.number())
                      .hasSize(1));
      if (clause.binding().isPresent() && clause.binding().get().unit().isPresent()) {
        assertThat(clause.text().orElseThrow().in("en"))
            .as("%s", clause.number())
            .contains("{value}")
            .doesNotContainPattern("[0-9]");
      }
    }
  }

  private static int count(String text) {
    return text.split("\\{value}", -1).length - 1;
  }

  @Test
  void theTwoChiefsCanSignIt() {
    ModalitiesScene scene = new ModalitiesScene("ir", "pk");
    assertThat(
            ModalitiesRules.objection(scene.state(), Docs.proposal(document, 0, Optional.empty())))
        .isEmpty();
    ActRef act = scene.signed(document);

    assertThat(scene.stage(act)).isEqualTo(VersionStage.IN_FORCE);
    assertThat(scene.state().objectionToJointActs()).isEmpty();
  }

  /// The sectors have common edges and no gap between them along the line, roughly.
  @Test
  void theZoneLiesOnBothSidesOfTheLine() {
    Zone zone = document.settings().get(ZoneSettings.SECTORS);

    assertThat(zone.sectors())
        .extracting(Zone.Sector::name)
        .containsExactly("centre", "north", "south");
    assertThat(zone.find(Areas.at(29.02, 61.46)).orElseThrow().name()).isEqualTo("north");
    assertThat(zone.find(Areas.at(27.25, 62.90)).orElseThrow().name()).isEqualTo("centre");
    assertThat(zone.find(Areas.at(26.05, 61.80)).orElseThrow().name()).isEqualTo("south");
    assertThat(zone.contains(Areas.at(35.69, 51.39))).isFalse();
  }
}
