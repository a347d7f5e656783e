package org.sarhad.node.api;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.sarhad.core.act.Act;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.inquiry.Dissent;
import org.sarhad.core.inquiry.FindingTerms;
import org.sarhad.core.modalities.RecordSettings;
import org.sarhad.core.response.ReportFact;
import org.sarhad.core.response.ResponseFact;
import org.sarhad.core.response.Said;
import org.sarhad.node.paper.PaperSet;
import org.sarhad.node.print.Press;
import org.sarhad.node.print.Sheet;
import org.sarhad.node.sheet.ActSheet;
import org.sarhad.node.sheet.DailySheet;
import org.sarhad.node.sheet.FindingSheet;
import org.sarhad.node.sheet.Signed;
import org.sarhad.node.sheet.SitrepSheet;
import org.sarhad.node.sheet.Voice;
import org.sarhad.node.words.Language;

/// Documents as PDF files, in the language that is asked for. Whoever may read a thing may print
/// it, and what they may not read is not in it.
final class PdfOperations {
  private static final String MEDIA = "application/pdf";
  private static final String ENTRY = "/{log}/{index}/pdf";

  private final Surface surface;
  private final Press press = new Press();

  PdfOperations(Surface surface) {
    this.surface = surface;
  }

  List<Operation> list() {
    return List.of(
        Operation.get(
            "downloadSitrep",
            "/api/v1/incidents/{incident}/sitreps" + ENTRY,
            Access.signedIn(),
            call -> print(call, "sitrep", (lens, voice) -> sitrep(lens, voice, call))),
        Operation.get(
            "downloadDailyReport",
            "/api/v1/reports/daily" + ENTRY,
            Access.signedIn(),
            call -> print(call, "daily", (lens, voice) -> daily(lens, voice, call))),
        Operation.get(
            "downloadAct",
            "/api/v1/acts" + ENTRY,
            Access.signedIn(),
            call -> print(call, "act", (lens, voice) -> act(lens, voice, call))),
        Operation.get(
            "downloadFinding",
            "/api/v1/inquiry/findings" + ENTRY,
            Access.signedIn(),
            call -> print(call, "finding", (lens, voice) -> finding(lens, voice, call))));
  }

  private Answer print(Call call, String what, BiFunction<Lens, Voice, Optional<Sheet>> maker)
      throws MalformedRequestException {
    var query = call.query();
    var language = query.choice("language", Language.byCode(), Language.EN);
    query.finish();
    var lens = surface.look(call);
    var parties = lens.parties();
    var voice = Voice.of(language, parties.own(), parties.peers(lens.view()));
    var fileName = "%s-%s-%s.pdf".formatted(what, RecordOperations.fileName(call), language.code());
    return maker
        .apply(lens, voice)
        .map(press::print)
        .<Answer>map(file -> new Answer.Bytes(MEDIA, file, fileName))
        .orElseGet(() -> Answer.unknown(call.entryName()));
  }

  // ---- reports --------------------------------------------------------------------------------

  private static Optional<Sheet> sitrep(Lens lens, Voice voice, Call call) {
    return lens.incident(call.part("incident"))
        .flatMap(
            incident ->
                find(lens, call, incident.sitreps().stream())
                    .flatMap(
                        said ->
                            fact(lens, said, ReportFact.SitrepIssued.class)
                                .map(
                                    fact ->
                                        SitrepSheet.of(
                                            voice,
                                            incident.id(),
                                            fact.sitrep(),
                                            signed(lens, said),
                                            paper(lens, said)))));
  }

  private static Optional<Sheet> daily(Lens lens, Voice voice, Call call) {
    var filed = lens.response().sides().values().flatMap(side -> side.shelf().daily().values());
    return find(lens, call, filed)
        .flatMap(
            said ->
                fact(lens, said, ReportFact.DailyReported.class)
                    .map(
                        fact ->
                            DailySheet.of(
                                voice, fact.report(), signed(lens, said), paper(lens, said))));
  }

  /// The one among `all` that the path names, if this caller may see it.
  private static Optional<Said> find(Lens lens, Call call, Stream<Said> all) {
    var id = lens.entry(call);
    return all.filter(lens::shows).filter(said -> id.equals(Optional.of(said.entry()))).findFirst();
  }

  /// What the entry says; empty when that is not here any more.
  private static <F extends ResponseFact> Optional<F> fact(Lens lens, Said said, Class<F> type) {
    return lens.view()
        .entry(said.entry())
        .flatMap(new Entries(lens)::fact)
        .filter(type::isInstance)
        .map(type::cast);
  }

  private static Signed signed(Lens lens, Said said) {
    return new Signed(lens.author(said), said.time(), lens.entryName(said.entry()));
  }

  private static PaperSet paper(Lens lens, Said said) {
    var entry = lens.view().entry(said.entry()).orElseThrow();
    return PaperOperations.set(lens, lens.entryName(said.entry()), List.of(entry));
  }

  // ---- what sides agree on --------------------------------------------------------------------

  private static Optional<Sheet> act(Lens lens, Voice voice, Call call) {
    var acts = new Acts(lens);
    return lens.entry(call)
        .flatMap(acts::find)
        .flatMap(
            act ->
                acts.detail(act)
                    .map(
                        detail ->
                            ActSheet.of(
                                voice,
                                detail,
                                act.proposal().said().terms(),
                                paper(lens, acts, act, Stream.of()))));
  }

  private static Optional<Sheet> finding(Lens lens, Voice voice, Call call) {
    var acts = new Acts(lens);
    var inquiry = lens.view().expected().inquiry();
    var act = lens.entry(call).flatMap(acts::find);
    var file = act.flatMap(one -> inquiry.findFile(one.id()));
    var found = act.flatMap(one -> inquiry.act(one.id()));
    if (found.isEmpty() || !(found.get().terms() instanceof FindingTerms terms)) {
      return Optional.empty();
    }
    var dissents = file.orElseThrow().joint().dissentsFrom(found.get().id());
    var annexed = dissents.stream().map(Dissent::annexed).map(stamp -> stamp.entry());
    var usual = lens.view().expected().modalities().settings().get(RecordSettings.RELEASE_FINDING);
    return Optional.of(
        new FindingSheet(voice, lens::entryName, usual)
            .of(
                acts.view(act.orElseThrow()),
                found.get(),
                terms,
                file.orElseThrow().said().title(),
                dissents,
                paper(lens, acts, act.orElseThrow(), annexed)));
  }

  /// The proposal, everything else said about it, and what was `annexed` to it.
  private static PaperSet paper(Lens lens, Acts acts, Act act, Stream<EntryId> annexed) {
    Stream<Entry> proposal = lens.view().entry(act.id()).stream();
    Stream<Entry> others = annexed.flatMap(id -> lens.view().entry(id).stream());
    var entries =
        Stream.of(proposal, acts.said(act), others).flatMap(all -> all).distinct().toList();
    return PaperOperations.set(lens, lens.entryName(act.id()), entries);
  }
}
