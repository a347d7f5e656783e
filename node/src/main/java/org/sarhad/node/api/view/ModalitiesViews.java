package org.sarhad.node.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The agreed rules, as the contract has them.
public final class ModalitiesViews {
  private ModalitiesViews() {}

  /// `Modalities` of the contract.
  ///
  /// @param line how the node's own file stands to the agreed operational line, if one is agreed
  public record Overview(
      Optional<VersionView> inForce,
      boolean suspended,
      long nextNumber,
      Optional<Reference> supersede,
      List<OfferView> offers,
      List<SuspensionView> suspensions,
      Optional<String> line,
      List<SettingView> settings) {}

  /// `ModalitiesVersion` of the contract.
  public record VersionView(
      long number,
      String act,
      String leaf,
      String since,
      Instant reviewBy,
      boolean reviewOverdue,
      Object document) {}

  /// `ModalitiesOffer` of the contract.
  public record OfferView(String act, Optional<Long> number, String stage) {}

  /// `ModalitiesSuspension` of the contract.
  public record SuspensionView(
      String party,
      Optional<String> since,
      Optional<String> notice,
      boolean emergency,
      Optional<Instant> noticedFor,
      String reason) {}

  /// `ModalitiesSetting` of the contract.
  public record SettingView(
      String key, Optional<String> unit, Optional<Object> value, boolean agreed, String meaning) {}

  /// `ActReference` of the contract.
  public record Reference(String act, String leaf) {}
}
