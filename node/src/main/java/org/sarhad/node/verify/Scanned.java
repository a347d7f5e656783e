package org.sarhad.node.verify;

import java.util.List;
import java.util.Optional;
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

/// What was scanned from one print: an entry, what it says, and the proof that it was logged.
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

  /// The three in `texts`, the contents of the codes of one print in any order.
  ///
  /// @throws MalformedException when a part is missing, cannot be read, or is there twice
  public static Scanned read(List<String> texts) throws MalformedException {
    Optional<PaperEntry> entry = Optional.empty();
    Optional<Bytes> proof = Optional.empty();
    for (var text : Pieces.join(texts)) {
      if (text.startsWith(Exhibit.PROOF.utf8())) {
        proof = Optional.of(once("proofs", proof, Bytes.ofUtf8(ended(text))));
      } else if (text.startsWith(POLICY)) {
        throw new MalformedScanException(
            "scan",
            text,
            "no policy. Compare its keys with those you were given, then name it with --policy");
      } else {
        entry = Optional.of(once("entries", entry, PaperEntry.parse(text)));
      }
    }
    if (entry.isEmpty() || proof.isEmpty()) {
      throw new MalformedScanException(
          "scan",
          entry.isEmpty() ? "no entry" : "no proof",
          "the codes of the entry and of its proof");
    }
    return new Scanned(Entry.parse(entry.get().entry()), entry.get().payloads(), proof.get());
  }

  private static <T> T once(String what, Optional<T> known, T found) throws MalformedScanException {
    if (known.filter(one -> !one.equals(found)).isPresent()) {
      throw new MalformedScanException("scan", "two " + what, "one print at a time");
    }
    return found;
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
