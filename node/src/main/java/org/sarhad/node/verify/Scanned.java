package org.sarhad.node.verify;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.MalformedPayloadException;
import org.sarhad.core.entry.Payload;
import org.sarhad.core.entry.PayloadRef;
import org.sarhad.core.json.Json;
import org.sarhad.node.paper.PaperEntry;
import org.sarhad.node.paper.Pieces;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.MalformedException;
import org.sarhad.tlog.crypto.Verifier;
import org.sarhad.tlog.proof.TlogProof;

/// What was scanned from a print: an entry, what it says, and the proof that it was logged. The
/// print of a joint act has several of them.
///
/// @param entry the entry
/// @param payloads what the paper says that it says
/// @param proof the `.tlog-proof`, in its exact bytes
public record Scanned(Entry entry, List<Bytes> payloads, Bytes proof) {
  private static final String POLICY = "log ";

  /// Copies the list.
  public Scanned {
    payloads = List.copyOf(payloads);
  }

  /// The entries in `texts`, the contents of the codes of one print in any order.
  ///
  /// @return at least one, as they were scanned
  /// @throws MalformedException when a part is missing or cannot be read
  public static List<Scanned> read(List<String> texts) throws MalformedException {
    Set<PaperEntry> entries = new LinkedHashSet<>();
    Set<Bytes> proofs = new LinkedHashSet<>();
    for (var text : Pieces.join(texts)) {
      if (text.startsWith(Exhibit.PROOF.utf8())) {
        proofs.add(Bytes.ofUtf8(ended(text)));
      } else if (text.startsWith(POLICY)) {
        throw new MalformedScanException(
            "scan",
            text,
            "no policy. Compare its keys with those you were given, then name it with --policy");
      } else {
        entries.add(PaperEntry.parse(text));
      }
    }
    if (entries.isEmpty() || proofs.isEmpty()) {
      throw new MalformedScanException(
          "scan",
          entries.isEmpty() ? "no entry" : "no proof",
          "the codes of the entry and of its proof");
    }
    return paired(List.copyOf(entries), List.copyOf(proofs));
  }

  /// Each entry with its proof. One of each are taken together, and judged, whatever they say.
  private static List<Scanned> paired(List<PaperEntry> entries, List<Bytes> proofs)
      throws MalformedException {
    var unused = new ArrayList<>(proofs);
    var scanned = new ArrayList<Scanned>();
    for (var paper : entries) {
      var entry = Entry.parse(paper.entry());
      boolean isAlone = entries.size() == 1 && proofs.size() == 1;
      var proof = isAlone ? proofs.getFirst() : proofOf(entry, proofs);
      unused.remove(proof);
      scanned.add(new Scanned(entry, paper.payloads(), proof));
    }
    if (!unused.isEmpty()) {
      throw new MalformedScanException(
          "scan", "a proof of " + placeOf(unused.getFirst()), "the code of that entry too");
    }
    return List.copyOf(scanned);
  }

  private static Bytes proofOf(Entry entry, List<Bytes> proofs) throws MalformedException {
    for (var proof : proofs) {
      if (placeOf(proof).equals(entry.id().toString())) {
        return proof;
      }
    }
    throw new MalformedScanException(
        "scan", "no proof of " + entry.id(), "the code of its proof too");
  }

  /// The name of the entry that a proof is about, if it is a proof.
  private static String placeOf(Bytes proof) throws MalformedException {
    var parsed = TlogProof.parse(proof);
    return parsed.head().origin() + "#" + parsed.index();
  }

  private static String ended(String text) {
    return text.endsWith("\n") ? text : text + "\n";
  }

  /// Whether this proves, under `keys`, that these words were logged.
  public Exhibit judge(KeyRing keys, Verifier verifier) throws MalformedException {
    if (payloads.stream().anyMatch(payload -> ref(payload).isEmpty())) {
      return new Exhibit(
          false, "This proves nothing: the words are not those whose hash the entry names.");
    }
    var logged = Exhibit.ofProof(proof, Optional.of(entry.bytes()), keys, verifier);
    if (!logged.isProven() || body().isPresent()) {
      return logged;
    }
    return new Exhibit(
        true, logged.sentence() + " What it says is not on the paper, only its hash.");
  }

  /// What the entry says, by its own hash of it; empty where the paper does not carry that.
  public Optional<Json.Obj> body() {
    return payloads.stream()
        .flatMap(payload -> ref(payload).flatMap(ref -> body(ref, payload)).stream())
        .findFirst();
  }

  private Optional<PayloadRef> ref(Bytes payload) {
    return entry.envelope().payloads().stream().filter(ref -> ref.isOf(payload)).findFirst();
  }

  private static Optional<Json.Obj> body(PayloadRef ref, Bytes payload) {
    try {
      return ref.role().equals(PayloadRef.BODY)
              && Payload.open(ref, payload) instanceof Payload.Salted salted
          ? Optional.of(salted.body())
          : Optional.empty();
    } catch (MalformedPayloadException _) {
      return Optional.empty();
    }
  }
}
