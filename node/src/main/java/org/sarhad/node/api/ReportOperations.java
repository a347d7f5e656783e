package org.sarhad.node.api;

import static org.sarhad.core.party.Role.CHIEF;
import static org.sarhad.core.party.Role.CLERK;
import static org.sarhad.core.party.Role.SECTOR_COMMANDER;
import static org.sarhad.core.party.Role.WATCH_OFFICER;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.response.DailyCounts;
import org.sarhad.core.response.DailyReport;
import org.sarhad.core.response.ReportFact;
import org.sarhad.core.response.ResponseRequest;
import org.sarhad.core.response.Said;
import org.sarhad.core.response.SideState;
import org.sarhad.core.response.Words;
import org.sarhad.node.api.view.RecordViews.Prose;
import org.sarhad.node.api.view.ReportViews;

/// The report of the day: what was filed by either side, what the next one will say, and filing it.
final class ReportOperations {
  private static final String ROOT = "/api/v1/reports/daily";
  private static final int RESTRICTIONS_MAX = 2_000;

  private final Surface surface;

  ReportOperations(Surface surface) {
    this.surface = surface;
  }

  List<Operation> list() {
    return List.of(
        Operation.get("listDailyReports", ROOT, Access.signedIn(), this::filed),
        Operation.get("draftDailyReport", ROOT + "/draft", Access.signedIn(), this::draft),
        Operation.post(
            "fileDailyReport",
            ROOT,
            Access.of(WATCH_OFFICER, SECTOR_COMMANDER, CHIEF, CLERK),
            this::file));
  }

  private Answer filed(Call call) throws MalformedRequestException {
    call.query().finish();
    var lens = surface.look(call);
    var daily = lens.settings().daily();
    var sides =
        Stream.concat(
            Stream.of(lens.response().side(lens.own())), lens.response().others(lens.own()));
    return Answer.ok(
        new ReportViews.DailyReports(
            daily.cutOff().toString(),
            daily.zone().getId(),
            sides
                .flatMap(side -> said(side))
                .filter(lens::shows)
                .sorted(Comparator.comparing(Said::time).reversed())
                .map(said -> view(lens, said))
                .toList()));
  }

  private static Stream<Said> said(SideState side) {
    return side.shelf().daily().values();
  }

  private static ReportViews.Filed view(Lens lens, Said said) {
    return new ReportViews.Filed(
        view(((ReportFact.DailyReported) said.fact()).report()),
        lens.author(said),
        said.time(),
        Rooms.audience(said.released()),
        lens.entryName(said.entry()));
  }

  private static ReportViews.Day view(DailyReport report) {
    return new ReportViews.Day(
        report.number(),
        report.day().toString(),
        report.from(),
        report.to(),
        counts(report.counts()),
        counts(report.previous()),
        Optional.of(report.restrictions()).filter(words -> !words.isBlank()).map(Prose::of));
  }

  private static Map<String, Integer> counts(SortedMap<DailyReport.Count, Integer> counts) {
    var coded = new TreeMap<String, Integer>();
    counts.forEach((what, count) -> coded.put(Codes.of(what), count));
    return coded;
  }

  private Answer draft(Call call) throws MalformedRequestException {
    var query = call.query();
    var audience = query.choice("audience", Codes.AUDIENCES, Audience.INTERNAL);
    query.finish();
    var lens = surface.look(call);
    boolean released = lens.releasedOnly() || audience == Audience.RELEASE;
    var days = new DailyCounts(lens.response(), lens.own(), lens.settings().daily());
    var report = days.report(lens.now(), released, Words.NONE);
    return Answer.ok(new ReportViews.Draft(view(report), days.isIssued(report.day(), released)));
  }

  private Answer file(Call call) throws MalformedRequestException {
    var fields = call.body();
    var restrictions = Texts.in(fields).optionalWords("restrictions", RESTRICTIONS_MAX);
    var audience = fields.choice("audience", Codes.AUDIENCES);
    fields.finish();
    return surface.respond(call, new ResponseRequest.IssueDailyReport(restrictions, audience));
  }
}
