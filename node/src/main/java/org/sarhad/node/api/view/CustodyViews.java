package org.sarhad.node.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Exhibits and their custody, as the contract has them.
public final class CustodyViews {
  private CustodyViews() {}

  /// `ExhibitPage` of the contract.
  public record Page(List<ExhibitView> items, int total, Optional<String> next) {}

  /// `Exhibit` of the contract.
  public record ExhibitView(
      String exhibit,
      String id,
      String party,
      Instant registeredAt,
      boolean isFinal,
      String sha256,
      String copy,
      Optional<String> of,
      Optional<String> original,
      Optional<MatterViews.WordsView> redaction,
      String level,
      Instant levelSince,
      Optional<DescriptionView> description,
      Optional<ManifestView> manifest,
      Optional<CustodianView> custodian,
      List<TransferView> custody,
      List<String> copies,
      List<RequestView> requests) {}

  /// `ExhibitDescription` of the contract.
  public record DescriptionView(
      MatterViews.WordsView words,
      String media,
      long sizeBytes,
      Instant collectedFrom,
      Instant collectedTo,
      GeoViews.PlaceView place,
      CustodianView custodian) {}

  /// `ExhibitManifest` of the contract.
  public record ManifestView(String digest, int chunks, long sizeBytes) {}

  /// `Custodian` of the contract.
  public record CustodianView(String organisation, String function) {}

  /// `CustodyTransfer` of the contract.
  public record TransferView(
      String entry,
      Instant at,
      CustodianView from,
      CustodianView to,
      MatterViews.WordsView reason,
      Instant statedAt) {}

  /// `AccessRequest` of the contract.
  public record RequestView(
      String request,
      String id,
      String party,
      Instant at,
      String wanted,
      MatterViews.WordsView reason,
      Optional<AnswerView> answer) {}

  /// `AccessAnswer` of the contract.
  public record AnswerView(
      String entry, String party, Instant at, String answer, MatterViews.WordsView reason) {}
}
