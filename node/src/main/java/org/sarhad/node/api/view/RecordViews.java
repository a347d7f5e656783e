package org.sarhad.node.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.response.Words;
import org.sarhad.node.api.view.IncidentViews.Author;

/// The record and its proofs, as the contract has them.
public final class RecordViews {
  private RecordViews() {}

  /// `Heads` of the contract.
  public record Heads(List<LogHead> logs, Optional<StateHash> stateHash) {}

  /// What both sides computed.
  public record StateHash(String own, Optional<Boolean> equal, long at) {}

  /// `LogHead` of the contract.
  public record LogHead(
      String log,
      String origin,
      String kind,
      long size,
      Optional<Long> signedSize,
      Optional<String> root,
      Optional<Instant> signedAt,
      Optional<String> checkpoint,
      List<CosignatureView> cosignatures,
      boolean frozen) {}

  /// `CosignatureView` of the contract.
  public record CosignatureView(String name, String algorithm, long size, Instant at) {}

  /// `EntryPage` of the contract.
  public record EntryPage(List<Row> items, Optional<String> next) {}

  /// `EntryRow` of the contract.
  public record Row(
      String entry,
      String kind,
      Author by,
      Instant time,
      String release,
      Optional<String> incident,
      String summary,
      Optional<Prose> words,
      LadderView ladder,
      boolean unread,
      boolean known) {}

  /// `Prose` of the contract.
  public record Prose(String lang, String text) {
    /// As the author wrote them.
    public static Prose of(Words words) {
      return new Prose(words.language(), words.text());
    }
  }

  /// `EntryDetail` of the contract.
  public record Detail(
      Row row,
      String bytes,
      String leafHash,
      Object envelope,
      Optional<Object> body,
      List<Signature> signatures,
      List<PayloadView> payloads,
      List<SeenView> seen,
      Optional<Long> lamport) {}

  /// A signature line.
  public record Signature(String name, String keyId, boolean verified) {}

  /// A payload and where it is.
  public record PayloadView(String role, String media, String sha256, long size, String state) {}

  /// What the author had verified.
  public record SeenView(String origin, long size, String root) {}

  /// `EntryProof` of the contract.
  public record ProofView(
      String entry,
      String origin,
      long index,
      String leafHash,
      long size,
      String root,
      List<String> hashes,
      String checkpoint,
      List<CosignatureView> cosignatures,
      String tlogProof,
      String policy,
      String command) {}

  /// `EntryPaper` of the contract.
  public record Paper(String entry, List<Symbol> codes, Optional<String> policy, String command) {}

  /// One code.
  public record Symbol(String holds, int part, int of, int modules, String bits) {}

  /// `EvidenceList` of the contract.
  public record EvidenceList(List<EvidenceItem> items) {}

  /// A piece of evidence.
  public record EvidenceItem(
      String id,
      String kind,
      Instant at,
      String about,
      String sentence,
      long sizeBytes,
      Optional<String> command,
      Optional<Long> firstDifference) {}
}
