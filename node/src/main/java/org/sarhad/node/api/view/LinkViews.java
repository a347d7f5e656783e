package org.sarhad.node.api.view;

import java.util.List;
import java.util.Optional;

/// The link and pairing, as the contract has them.
public final class LinkViews {
  private LinkViews() {}

  /// `Link` of the contract.
  public record Link(Card own, List<LinkStateView> states, Optional<Restore> restore) {}

  /// A restore that is under way.
  public record Restore(long done, long total) {}

  /// `BundleImported` of the contract.
  public record Imported(long entries, long size) {}

  /// `SelfTest` of the contract.
  public record SelfTest(boolean passed, List<Step> steps) {}

  /// One step of it.
  public record Step(String step, boolean passed, String sentence, long millis) {}

  /// `Pairing` of the contract.
  public record Pairing(String state, Card own, Optional<Card> pending, Optional<Card> peer) {}

  /// `PairingCard` of the contract.
  public record Card(
      PartyView party,
      String origin,
      String address,
      String fingerprint,
      List<String> keys,
      String certificate) {}
}
