package org.sarhad.node.api.view;

import java.util.List;
import java.util.Optional;

/// A list of incidents from before the record, as the contract shows it before and after it is
/// entered.
public final class IncidentListViews {
  private IncidentListViews() {}

  /// `IncidentListPreview` of the contract.
  ///
  /// @param digest SHA-256 of the list, in hexadecimal: what is entered must be what was looked at
  /// @param label what every screen and print says of it
  public record Preview(
      String digest, String label, List<ItemView> items, int claims, List<FaultView> faults) {}

  /// `IncidentListItem` of the contract.
  ///
  /// @param known the matter that was imported with exactly these words before
  public record ItemView(
      int line, String name, Object matter, List<Object> claims, Optional<String> known) {}

  /// `IncidentListFault` of the contract.
  public record FaultView(int line, String what) {}

  /// `IncidentListEntered` of the contract.
  public record Entered(List<String> matters, List<String> entries, List<RefusedView> refused) {}

  /// `IncidentListRefused` of the contract.
  public record RefusedView(String name, String code, String sentence) {}
}
