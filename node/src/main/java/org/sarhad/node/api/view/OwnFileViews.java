package org.sarhad.node.api.view;

import java.util.List;
import java.util.Optional;

/// What a side has in its own files about those who trade, as the contract has it: for its own
/// compliance officers.
public final class OwnFileViews {
  private OwnFileViews() {}

  /// `ListFile` of the contract.
  public record ListView(
      String source,
      String format,
      String dated,
      String sha256,
      int entities,
      long firms,
      long vessels,
      int persons,
      int aircraft,
      long leftOut,
      List<FlawView> remarks,
      boolean isAll) {}

  /// `FileRemark` of the contract.
  public record FlawView(
      int line, Optional<String> reference, String code, String sentence, String detail) {}

  /// `OwnTable` of the contract.
  public record TableView(boolean isTaken, int parties, List<FlawView> remarks, boolean isAll) {}

  /// `OwnParties` of the contract.
  public record Page(List<RowView> items, long total, Optional<String> next) {}

  /// `OwnPartyRow` of the contract.
  public record RowView(String subject, String sort, int hits, int highest, boolean isLookedFor) {}

  /// `OwnParty` of the contract.
  public record PartyView(
      String subject,
      String sort,
      List<String> names,
      List<String> numbers,
      ScreenViews.Found found) {}
}
