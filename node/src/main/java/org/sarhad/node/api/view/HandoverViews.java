package org.sarhad.node.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Who is responsible for which incident, as the contract has it.
public final class HandoverViews {
  private HandoverViews() {}

  /// `ResponsibilityList` of the contract.
  public record ResponsibilityList(Instant now, List<ResponsibilityView> items) {}

  /// `Responsibility` of the contract.
  public record ResponsibilityView(
      String incident,
      HoldingView whole,
      List<HoldingView> parts,
      List<OfferView> offers,
      List<PassageView> history,
      boolean isFinal) {}

  /// `IncidentPart` of the contract.
  public record PartView(String kind, Optional<String> name) {}

  /// `Holding` of the contract.
  public record HoldingView(
      PartView part, String party, Optional<String> since, Optional<String> basis) {}

  /// `HandoverOffer` of the contract.
  public record OfferView(
      String act,
      PartView part,
      String from,
      String to,
      Instant at,
      String standing,
      Optional<Instant> expires,
      Object terms) {}

  /// `Passage` of the contract.
  public record PassageView(
      PartView part,
      String from,
      String to,
      String act,
      String entry,
      Instant at,
      String cause,
      List<SignatureView> signatures) {}

  /// One of its signatures.
  public record SignatureView(String entry, String party) {}
}
