package org.sarhad.node.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.Payload;
import org.sarhad.node.api.view.ActViews;
import org.sarhad.node.api.view.RecordViews;
import org.sarhad.node.machine.NodeView;
import org.sarhad.node.paper.PaperEntry;
import org.sarhad.node.paper.PaperProof;
import org.sarhad.node.paper.Pieces;
import org.sarhad.node.paper.QrSymbol;
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
        .map(entry -> Answer.ok(paper(lens.view(), entry, call)))
        .orElseGet(() -> Answer.unknown(call.entryName()));
  }

  private static RecordViews.Paper paper(NodeView view, Entry entry, Call call) {
    var proof = proof(view, entry);
    var symbols = new ArrayList<>(proven(view, entry, proof));
    var policy = policy(view, proof.stream().toList());
    policy.ifPresent(keys -> symbols.addAll(symbols("keys", keys)));
    return new RecordViews.Paper(call.entryName(), symbols, policy, command("1.txt 2.txt", call));
  }

  /// Everything that was said about an act, under one policy: whoever holds the sheet checks all
  /// signatures of both sides at once.
  private Answer act(Call call) {
    var lens = surface.look(call);
    var acts = new Acts(lens);
    return lens.entry(call)
        .flatMap(acts::find)
        .map(act -> Answer.ok(sheet(lens, acts.said(act).toList(), call)))
        .orElseGet(() -> Answer.unknown(call.entryName()));
  }

  private static ActViews.Sheet sheet(Lens lens, List<Entry> said, Call call) {
    var view = lens.view();
    var policy = policy(view, said.stream().flatMap(entry -> proof(view, entry).stream()).toList());
    return new ActViews.Sheet(
        call.entryName(),
        said.stream()
            .map(
                entry ->
                    new ActViews.SheetEntry(
                        lens.entryName(entry.id()), proven(view, entry, proof(view, entry))))
            .toList(),
        policy.map(keys -> symbols("keys", keys)).orElse(List.of()),
        policy,
        command("*.txt", call));
  }

  private static Optional<TlogProof> proof(NodeView view, Entry entry) {
    return view.proof(entry.id()).map(PaperProof::of);
  }

  /// An entry and, where a signed head covers it, its proof.
  private static List<RecordViews.Symbol> proven(
      NodeView view, Entry entry, Optional<TlogProof> proof) {
    var symbols = new ArrayList<>(symbols("entry", onPaper(view, entry)));
    proof.ifPresent(found -> symbols.addAll(symbols("proof", found.bytes().utf8())));
    return symbols;
  }

  /// The keys for these proofs, if there is any.
  private static Optional<String> policy(NodeView view, List<TlogProof> proofs) {
    return proofs.isEmpty()
        ? Optional.empty()
        : Optional.of(Trust.of(view, proofs.stream().map(TlogProof::head).toList()).bytes().utf8());
  }

  private static String command(String files, Call call) {
    return "./sarhad verify --scanned %s --policy %s.policy"
        .formatted(files, RecordOperations.fileName(call));
  }

  /// The entry with what it says, or by itself where that is not here or is more than goes on
  /// paper.
  private static String onPaper(NodeView view, Entry entry) {
    List<Bytes> payloads =
        entry.envelope().payloads().stream()
            .filter(ref -> ref.media().equals(Payload.JSON_MEDIA))
            .flatMap(ref -> view.payload(entry.id(), ref.sha256()).stream())
            .toList();
    var whole = new PaperEntry(entry.bytes(), payloads).text();
    return Pieces.fits(whole) ? whole : new PaperEntry(entry.bytes(), List.of()).text();
  }

  private static List<RecordViews.Symbol> symbols(String holds, String text) {
    var pieces = Pieces.cut(text);
    var symbols = new ArrayList<RecordViews.Symbol>();
    for (int i = 0; i < pieces.size(); i++) {
      var symbol = QrSymbol.of(pieces.get(i));
      symbols.add(
          new RecordViews.Symbol(
              holds, i + 1, pieces.size(), symbol.modules(), symbol.bits().base64()));
    }
    return symbols;
  }
}
