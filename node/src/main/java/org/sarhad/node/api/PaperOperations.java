package org.sarhad.node.api;

import java.util.List;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.Payload;
import org.sarhad.node.api.view.RecordViews;
import org.sarhad.node.machine.NodeView;
import org.sarhad.node.paper.PaperCode;
import org.sarhad.node.paper.PaperCopy;
import org.sarhad.node.paper.PaperEntry;
import org.sarhad.node.paper.PaperProof;
import org.sarhad.node.paper.Pieces;
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
        .map(entry -> Answer.ok(view(copy(lens, entry))))
        .orElseGet(() -> Answer.unknown(call.entryName()));
  }

  private static RecordViews.Paper view(PaperCopy copy) {
    return new RecordViews.Paper(
        copy.name(),
        copy.codes().stream().map(PaperOperations::view).toList(),
        copy.policy(),
        copy.command());
  }

  private static RecordViews.Symbol view(PaperCode code) {
    var symbol = code.symbol();
    return new RecordViews.Symbol(
        code.holds().word(), code.part(), code.of(), symbol.modules(), symbol.bits().base64());
  }

  /// What goes beside `entry` on paper.
  static PaperCopy copy(Lens lens, Entry entry) {
    var view = lens.view();
    var proof = view.proof(entry.id()).map(PaperProof::of);
    return new PaperCopy(
        lens.entryName(entry.id()),
        entry.id().origin().equals(view.self().journal()),
        onPaper(view, entry),
        proof.map(found -> found.bytes().utf8()),
        proof.map(found -> policy(view, entry, found)));
  }

  private static String policy(NodeView view, Entry entry, TlogProof proof) {
    return Trust.of(view, entry.id().origin(), proof.head()).bytes().utf8();
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
