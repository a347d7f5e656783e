package org.sarhad.node.api;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.Payload;
import org.sarhad.node.api.view.ActViews;
import org.sarhad.node.api.view.RecordViews;
import org.sarhad.node.machine.NodeView;
import org.sarhad.node.paper.PaperCode;
import org.sarhad.node.paper.PaperCopy;
import org.sarhad.node.paper.PaperEntry;
import org.sarhad.node.paper.PaperProof;
import org.sarhad.node.paper.PaperSet;
import org.sarhad.node.paper.Pieces;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.proof.TlogProof;

/// What goes beside an entry on paper, or beside a joint act, so that a person who trusts nobody
/// can check the words.
final class PaperOperations {
  private final Surface surface;

  PaperOperations(Surface surface) {
    this.surface = surface;
  }

  List<Operation> list() {
    return List.of(
        Operation.get(
            "printEntry", RecordOperations.ENTRY + "/paper", Access.signedIn(), this::paper),
        Operation.get("printAct", ActOperations.ONE + "/paper", Access.signedIn(), this::act));
  }

  private Answer paper(Call call) {
    var lens = surface.look(call);
    return RecordOperations.find(lens, call)
        .map(entry -> Answer.ok(paper(set(lens, call.entryName(), List.of(entry)))))
        .orElseGet(() -> Answer.unknown(call.entryName()));
  }

  private static RecordViews.Paper paper(PaperSet set) {
    var codes = Stream.concat(set.copies().getFirst().codes().stream(), set.keys().stream());
    return new RecordViews.Paper(set.name(), symbols(codes), set.policy(), set.command());
  }

  /// Everything that was said about an act, under one policy: whoever holds the sheet checks all
  /// signatures of both sides at once.
  private Answer act(Call call) {
    var lens = surface.look(call);
    var acts = new Acts(lens);
    return lens.entry(call)
        .flatMap(acts::find)
        .map(act -> Answer.ok(sheet(set(lens, call.entryName(), acts.said(act).toList()))))
        .orElseGet(() -> Answer.unknown(call.entryName()));
  }

  private static ActViews.Sheet sheet(PaperSet set) {
    return new ActViews.Sheet(
        set.name(),
        set.copies().stream()
            .map(copy -> new ActViews.SheetEntry(copy.name(), symbols(copy.codes().stream())))
            .toList(),
        symbols(set.keys().stream()),
        set.policy(),
        set.command());
  }

  private static List<RecordViews.Symbol> symbols(Stream<PaperCode> codes) {
    return codes
        .map(
            code ->
                new RecordViews.Symbol(
                    code.holds().word(),
                    code.part(),
                    code.of(),
                    code.symbol().modules(),
                    code.symbol().bits().base64()))
        .toList();
  }

  // ---- what goes on paper ---------------------------------------------------------------------

  /// What goes on a paper about the entry `name`, which prints `entries`.
  static PaperSet set(Lens lens, String name, List<Entry> entries) {
    var view = lens.view();
    return new PaperSet(
        name,
        entries.stream().map(entry -> copy(lens, entry)).toList(),
        policy(view, entries.stream().flatMap(entry -> proof(view, entry).stream()).toList()));
  }

  private static PaperCopy copy(Lens lens, Entry entry) {
    return new PaperCopy(
        lens.entryName(entry.id()),
        onPaper(lens.view(), entry),
        proof(lens.view(), entry).map(found -> found.bytes().utf8()));
  }

  private static Optional<TlogProof> proof(NodeView view, Entry entry) {
    return view.proof(entry.id()).map(PaperProof::of);
  }

  /// The keys for these proofs, if there is any.
  private static Optional<String> policy(NodeView view, List<TlogProof> proofs) {
    return proofs.isEmpty()
        ? Optional.empty()
        : Optional.of(Trust.of(view, proofs.stream().map(TlogProof::head).toList()).bytes().utf8());
  }

  /// The entry with what it says, or by itself where that is not here or is more than goes on
  /// paper.
  private static PaperEntry onPaper(NodeView view, Entry entry) {
    List<Bytes> payloads =
        entry.envelope().payloads().stream()
            .filter(ref -> ref.media().equals(Payload.JSON_MEDIA))
            .flatMap(ref -> view.payload(entry.id(), ref.sha256()).stream())
            .toList();
    var whole = new PaperEntry(entry.bytes(), payloads);
    return Pieces.fits(whole.text()) ? whole : new PaperEntry(entry.bytes(), List.of());
  }
}
