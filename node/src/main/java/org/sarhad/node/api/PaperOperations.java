package org.sarhad.node.api;

import java.util.ArrayList;
import java.util.List;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.Payload;
import org.sarhad.node.api.view.RecordViews;
import org.sarhad.node.machine.NodeView;
import org.sarhad.node.paper.PaperEntry;
import org.sarhad.node.paper.PaperProof;
import org.sarhad.node.paper.Pieces;
import org.sarhad.node.paper.QrSymbol;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.proof.TlogProof;

/// What goes beside an entry on paper, so that a person who trusts nobody can check the words.
final class PaperOperations {
  private final Surface surface;

  PaperOperations(Surface surface) {
    this.surface = surface;
  }

  List<Operation> list() {
    return List.of(
        Operation.get(
            "printEntry", RecordOperations.ENTRY + "/paper", Access.signedIn(), this::paper));
  }

  private Answer paper(Call call) {
    var lens = surface.look(call);
    return RecordOperations.find(lens, call)
        .map(entry -> Answer.ok(paper(lens.view(), entry, call)))
        .orElseGet(() -> Answer.unknown(call.entryName()));
  }

  private static RecordViews.Paper paper(NodeView view, Entry entry, Call call) {
    var proof = view.proof(entry.id()).map(PaperProof::of);
    var symbols = new ArrayList<RecordViews.Symbol>();
    symbols.addAll(symbols("entry", onPaper(view, entry)));
    proof.ifPresent(found -> symbols.addAll(symbols("proof", found.bytes().utf8())));
    var policy = proof.map(found -> policy(view, entry, found));
    policy.ifPresent(keys -> symbols.addAll(symbols("keys", keys)));
    return new RecordViews.Paper(
        call.entryName(),
        symbols,
        policy,
        "./sarhad verify --scanned 1.txt 2.txt --policy %s.policy"
            .formatted(RecordOperations.fileName(call)));
  }

  private static String policy(NodeView view, Entry entry, TlogProof proof) {
    return Trust.of(view, entry.id().origin(), proof.head()).bytes().utf8();
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
