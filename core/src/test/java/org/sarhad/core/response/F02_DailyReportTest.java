package org.sarhad.core.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.response.Samples.IR;
import static org.sarhad.core.response.Samples.PK;
import static org.sarhad.core.response.Scene.WATCH;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.response.DailyReport.Count;

/// FEATURE UNDER TEST: the day in numbers beside the day before, to a stated cut-off, with nothing
/// internal in what is released (docs/domain/response.md §4.6).
class F02_DailyReportTest {
  private final Scene scene = new Scene();

  @Test
  void theDayEndsAtTheCutOffOfItsZone() {
    var tehran = new ResponseSettings.Daily(LocalTime.of(19, 30), ZoneId.of("Asia/Tehran"));
    var counts = new DailyCounts(scene.at(IR), IR, tehran);

    DailyReport before = counts.report(Instant.parse("2019-04-22T14:59:59Z"), true, Words.NONE);
    DailyReport after = counts.report(Instant.parse("2019-04-22T15:00:00Z"), true, Words.NONE);

    assertThat(before.day()).isEqualTo(LocalDate.of(2019, 4, 21));
    assertThat(after.day()).isEqualTo(LocalDate.of(2019, 4, 22));
    assertThat(after.to())
        .as("19:30 in Tehran, summer time of 2019, was 15:00Z")
        .isEqualTo(Instant.parse("2019-04-22T15:00:00Z"));
    assertThat(Duration.between(after.from(), after.to())).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void aReleasedReportCountsReleasedFactsOnly() {
    scene.alert(PK, Audience.INTERNAL);
    IncidentId told = scene.alert(PK, Audience.RELEASE);
    scene.task(PK, told, scene.unit(PK, Audience.INTERNAL), Audience.INTERNAL);
    scene.request(PK, told);
    scene.pass(Duration.ofHours(8));

    DailyReport released = issue(Audience.RELEASE);
    DailyReport internal = issue(Audience.INTERNAL);

    assertThat(released.counts())
        .containsEntry(Count.INCIDENTS_OPENED, 1)
        .containsEntry(Count.NOTICES_GIVEN, 1)
        .containsEntry(Count.ASSISTANCE_REQUESTED, 1)
        .containsEntry(Count.TASKINGS, 0);
    assertThat(internal.counts())
        .containsEntry(Count.INCIDENTS_OPENED, 2)
        .containsEntry(Count.TASKINGS, 1);
    assertThat(released.counts()).hasSize(Count.values().length);
  }

  @Test
  void yesterdayStandsBesideToday() {
    scene.alert(PK, Audience.RELEASE);
    scene.pass(Duration.ofDays(1));
    scene.alert(PK, Audience.RELEASE);
    scene.alert(PK, Audience.RELEASE);
    scene.pass(Duration.ofHours(8));

    DailyReport report = issue(Audience.RELEASE);

    assertThat(report.counts()).containsEntry(Count.INCIDENTS_OPENED, 2);
    assertThat(report.previous()).containsEntry(Count.INCIDENTS_OPENED, 1);
  }

  @Test
  void exercisesAreNotCounted() {
    scene.ask(
        PK, WATCH, new ResponseRequest.OpenIncident(scene.alertNow(), true, Audience.RELEASE));
    scene.pass(Duration.ofHours(8));
    assertThat(issue(Audience.RELEASE).counts()).containsEntry(Count.INCIDENTS_OPENED, 0);
  }

  @Test
  void aDayIsReportedOnceToEachAudience() {
    issue(Audience.RELEASE);
    issue(Audience.INTERNAL);
    assertThat(scene.refuse(PK, WATCH, request(Audience.RELEASE))).isEqualTo(Refusal.ALREADY_SO);
    scene.pass(Duration.ofDays(1));
    assertThat(issue(Audience.RELEASE).number()).isEqualTo(3);
  }

  private DailyReport issue(Audience audience) {
    scene.ask(PK, WATCH, request(audience));
    Said said = scene.at(PK).side(PK).shelf().daily().last().orElseThrow().value();
    return ((ReportFact.DailyReported) said.fact()).report();
  }

  private static ResponseRequest request(Audience audience) {
    return new ResponseRequest.IssueDailyReport(Words.en("none"), audience);
  }
}
