package org.sarhad.core.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sarhad.core.response.Samples.IR;
import static org.sarhad.core.response.Samples.PK;
import static org.sarhad.core.response.Scene.WATCH;

import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.response.Sitrep.Letter;

/// FEATURE UNDER TEST: numbered situation reports, their text, their draft (docs/domain/response.md
/// §4.6). Scenario step 18.
class F01_SitrepTest {
  private final Scene scene = new Scene();
  private final IncidentId id = scene.alert(PK, Audience.RELEASE);

  @Test
  void reportsAreNumberedPerIncidentAndSide() {
    assertThat(issue(id, Audience.RELEASE)).isEqualTo("SITREP 1");
    assertThat(issue(id, Audience.INTERNAL)).isEqualTo("SITREP 2");
    assertThat(issue(id, Audience.RELEASE)).isEqualTo("SITREP 3");
    assertThat(issue(scene.alert(PK, Audience.RELEASE), Audience.RELEASE)).isEqualTo("SITREP 1");
    assertThat(scene.incident(IR, id).sitreps()).hasSize(2);
  }

  @Test
  void theTextIsReadableOverARadio() {
    issue(id, Audience.RELEASE);
    assertThat(SitrepText.print(scene.last(PK, id)))
        .isEqualTo(
            """
            SITREP 1: UPDATE, SHORT FORM
            INCIDENT: INC-PK-1
            FROM: PK
            AUDIENCE: BOTH SIDES
            AS OF: 2019-04-22T12:00:00.000Z
            A. IDENTITY OF THE INCIDENT: INC-PK-1 TUFAN
            C. SITUATION: Search goes on
               east of the post
            RESTRICTIONS ON WHAT WE COULD OBSERVE: no observation 03:52 to 04:46Z
            ENTRY: pk.sarhad.example/joint#1
            END
            """);
  }

  @Test
  void anExerciseSaysSoFirstAndLast() {
    IncidentId exercise =
        IncidentId.parse(
            scene.ask(
                PK,
                WATCH,
                new ResponseRequest.OpenIncident(scene.alertNow(), true, Audience.RELEASE)));
    issue(exercise, Audience.INTERNAL);
    assertThat(SitrepText.print(scene.last(PK, exercise)))
        .startsWith("EXERCISE EXERCISE EXERCISE\n")
        .endsWith("EXERCISE EXERCISE EXERCISE\nEND\n")
        .contains("AUDIENCE: INTERNAL");
  }

  @Test
  void onlyASitrepPrintsAsOne() {
    assertThatThrownBy(() -> SitrepText.print(scene.last(PK, id)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("response.alert");
  }

  @Test
  void aDraftForTheOtherSideHoldsReleasedFactsOnly() {
    UnitId shown = scene.unit(PK, Audience.RELEASE);
    UnitId secret = scene.unit(PK, Audience.INTERNAL);
    scene.task(PK, id, shown, Audience.RELEASE);
    scene.task(PK, id, secret, Audience.INTERNAL);
    scene.request(PK, id);

    SortedMap<Letter, Words> internal =
        SitrepDraft.of(scene.incident(PK, id), PK, Audience.INTERNAL);
    SortedMap<Letter, Words> released =
        SitrepDraft.of(scene.incident(PK, id), PK, Audience.RELEASE);

    assertThat(internal.toString()).contains("U-PK-1", "U-PK-2");
    assertThat(released.toString())
        .contains("U-PK-1", "AR-PK-1 REQUESTED")
        .doesNotContain("U-PK-2");
    assertThat(released.keySet())
        .containsExactly(Letter.A, Letter.B, Letter.C, Letter.E, Letter.F, Letter.I);
  }

  @Test
  void theShortFormEndsAtF() {
    assertThat(Letter.values())
        .filteredOn(Letter::inShortForm)
        .containsExactly(Letter.A, Letter.B, Letter.C, Letter.D, Letter.E, Letter.F);
    assertThat(Letter.values()).hasSize(13);
  }

  private String issue(IncidentId incident, Audience audience) {
    return scene.ask(
        PK,
        WATCH,
        new ResponseRequest.IssueSitrep(
            incident,
            Sitrep.Form.SHORT,
            Sitrep.Phase.UPDATE,
            scene.now(),
            Map.of(
                Letter.C, Words.en("Search goes on\neast of the post"),
                Letter.A, Words.en("INC-PK-1 TUFAN")),
            Words.en("no observation 03:52 to 04:46Z"),
            audience));
  }
}
