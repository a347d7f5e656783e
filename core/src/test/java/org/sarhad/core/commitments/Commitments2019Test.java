package org.sarhad.core.commitments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonLimits;
import org.sarhad.core.register.Wording;
import org.sarhad.core.testing.Sides;
import org.sarhad.tlog.Bytes;

/// docs/scenarios/commitments-2019.json: the eleven commitments that the register of the worked
/// example opens with.
class Commitments2019Test {
  private static final Path FILE =
      Path.of(System.getProperty("sarhad.root", ".."), "docs/scenarios/commitments-2019.json");

  private static List<CommitmentTerms> read() throws Exception {
    Json.Obj file =
        (Json.Obj) Json.parse(Bytes.of(Files.readAllBytes(FILE)), JsonLimits.ofBytes(100_000));
    file.allowOnly("about", "commitments");
    List<CommitmentTerms> all = new ArrayList<>();
    for (Json.Obj item : file.array("commitments").objects()) {
      item.allowOnly("ref", "terms");
      assertThat(item.text("ref")).matches("S\\d{1,2}[ab]?");
      all.add(CommitmentTerms.fromJson(item.object("terms")));
    }
    return all;
  }

  @Test
  void thereAreElevenAndNoneHasADate() throws Exception {
    assertThat(read())
        .hasSize(11)
        .allMatch(terms -> terms.due().isEmpty())
        .allMatch(
            terms ->
                terms.source().map(Source::day).equals(Optional.of(LocalDate.of(2019, 4, 22))));
    assertThat(read()).extracting(CommitmentTerms::title).doesNotHaveDuplicates();
  }

  /// In the letters of each language; the Arabic ones look alike and are not found.
  @Test
  void titlesAndMeasuresAreInThreeLanguages() throws Exception {
    for (CommitmentTerms terms : read()) {
      Measure.Described measure = (Measure.Described) terms.measure();
      for (Wording wording : List.of(terms.title(), measure.text())) {
        assertThat(wording.texts().keySet()).containsExactly("en", "fa", "ur");
        for (String language : List.of("fa", "ur")) {
          String text = wording.in(language).orElseThrow();
          assertThat(text).as(text).doesNotContain("ي", "ك", "ى", "ة");
          assertThat(text).as(text).matches("[\\p{IsArabic}\\p{Mn}\\u200c\\s،–۰-۹]+");
        }
        assertThat(wording.in("fa").orElseThrow()).doesNotContainPattern("[ٹڈڑںےہھ]");
      }
    }
  }

  /// One side enters what was stated publicly, the other says that it was.
  @Test
  void theyOpenTheRegister() throws Exception {
    CommitmentScene scene = CommitmentScene.ofTwo();
    for (CommitmentTerms terms : read()) {
      CommitmentId id = scene.register(Sides.IR, terms);
      assertThat(scene.get(id).standing()).isEqualTo(Standing.REGISTERED);
      scene.say(Sides.PK, new CommitmentFact.Acknowledged(id));
    }

    List<MatrixRow> matrix =
        scene.state.matrix(Sides.EIGHT.plus(Duration.ofDays(120)), CommitmentSettings.defaults());
    assertThat(matrix)
        .hasSize(11)
        .allMatch(row -> row.commitment().standing() == Standing.ACKNOWLEDGED)
        .allMatch(row -> row.condition() == Condition.SILENT)
        .allMatch(row -> row.silence().equals(Duration.ofDays(120)));
  }

  /// Or the sides agree on each of them.
  @Test
  void eachOfThemCanBeTheTermsOfAnAct() throws Exception {
    CommitmentScene scene = CommitmentScene.ofTwo();
    for (CommitmentTerms terms : read()) {
      CommitmentId id = CommitmentId.of(scene.agree(terms).id());
      assertThat(scene.get(id).standing()).isEqualTo(Standing.AGREED);
      assertThat(scene.get(id).terms()).isEqualTo(terms);
    }
  }
}
