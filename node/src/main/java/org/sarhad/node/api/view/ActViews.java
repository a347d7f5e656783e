package org.sarhad.node.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sarhad.node.api.view.IncidentViews.Author;

/// Joint acts, as the contract has them.
public final class ActViews {
  private ActViews() {}

  /// `ActList` of the contract.
  public record ActList(List<ActView> items, long total, Optional<String> next) {}

  /// `Act` of the contract.
  public record ActView(
      String act,
      String leaf,
      String kind,
      String proposer,
      Instant proposedAt,
      Optional<Instant> expires,
      long modalities,
      String stage,
      boolean isFinal,
      boolean withdrawing,
      String by,
      Optional<VoidView> flaw,
      Optional<String> counters,
      Optional<String> supersedes,
      List<SideView> sides,
      Object terms) {}

  /// `ActSide` of the contract.
  public record SideView(String party, Map<String, Integer> seats, List<AssentView> signed) {}

  /// `ActAssent` of the contract.
  public record AssentView(
      String entry, Author by, String role, Optional<String> delegation, Instant at) {}

  /// `ActDetail` of the contract.
  public record Detail(ActView act, String bytes, String body, List<StatementView> statements) {}

  /// `ActStatement` of the contract.
  public record StatementView(
      String entry,
      String kind,
      Author by,
      Instant at,
      Optional<String> reason,
      Optional<VoidView> refused) {}

  /// `ActVoid` of the contract.
  public record VoidView(String code, String sentence) {}

  /// `DelegationList` of the contract.
  public record DelegationList(List<DelegationView> items) {}

  /// `Delegation` of the contract.
  public record DelegationView(
      String delegation,
      String party,
      Author from,
      Author to,
      String role,
      List<String> kinds,
      Optional<Instant> until,
      Optional<String> ended) {}

  /// `ActPaper` of the contract: the codes of everything that was said about an act, and of the
  /// keys.
  public record Sheet(
      String act,
      List<SheetEntry> statements,
      List<RecordViews.Symbol> keys,
      Optional<String> policy,
      String command) {}

  /// One entry of such a sheet.
  public record SheetEntry(String entry, List<RecordViews.Symbol> codes) {}
}
