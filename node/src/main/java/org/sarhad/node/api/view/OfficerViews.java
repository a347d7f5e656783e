package org.sarhad.node.api.view;

import java.util.List;
import java.util.Optional;

/// Officers of the sides, as the record has them.
public final class OfficerViews {
  private OfficerViews() {}

  /// `OfficerList` of the contract.
  public record OfficerList(List<OfficerView> items) {}

  /// `RosterOfficer` of the contract.
  public record OfficerView(
      String party, String officer, List<String> roles, Optional<String> name) {}
}
