package org.sarhad.node.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sarhad.node.api.view.IncidentViews.Author;

/// Contracts and the room that is reserved for them, as the contract has it. Amounts are whole
/// ten-thousandths of the unit of account, quantities in the unit of the contract.
public final class ContractViews {
  private ContractViews() {}

  /// `ContractPage` of the contract.
  public record Page(
      Instant now,
      String unit,
      Map<String, Integer> stages,
      List<ContractView> items,
      long total,
      Optional<String> next) {}

  /// `Contract` of the contract.
  public record ContractView(
      String act,
      String statement,
      String stage,
      boolean isFinal,
      String proposer,
      List<String> waitingFor,
      Object terms,
      Optional<Long> price,
      Optional<Progress> progress) {}

  /// `ContractProgress` of the contract.
  public record Progress(
      long left,
      long reserved,
      long despatched,
      long inTransit,
      long received,
      long accepted,
      long owed,
      long disputed,
      long holding,
      int permits,
      Optional<Instant> nextExpiry) {}

  /// `PermitPage` of the contract.
  public record Permits(
      Instant now,
      String unit,
      Map<String, Integer> stages,
      List<PermitView> items,
      long total,
      Optional<String> next) {}

  /// `Permit` of the contract.
  public record PermitView(
      String act,
      String statement,
      String stage,
      String proposer,
      List<String> waitingFor,
      String contract,
      Object goods,
      String measure,
      long quantity,
      long most,
      long despatched,
      long accepted,
      long hold,
      long holding,
      long disputed,
      String until,
      Instant over) {}

  /// `ContractDetail` of the contract.
  public record Detail(
      Instant now,
      String unit,
      ContractView contract,
      List<PermitView> permits,
      List<DeliveryView> deliveries,
      long deliveriesTotal,
      Optional<String> deliveriesNext,
      List<String> unpriced,
      List<PaperView> papers,
      long papersTotal,
      Optional<String> papersNext) {}

  /// `ContractDelivery` of the contract.
  public record DeliveryView(
      String despatch,
      String permit,
      long sent,
      Optional<String> receipt,
      Optional<Long> received,
      Optional<String> acceptance,
      Optional<Long> owed,
      Optional<Long> disputed) {}

  /// `ContractPaper` of the contract.
  public record PaperView(String entry, String kind, Author by, Instant at) {}

  /// `PermitDraft` of the contract.
  public record PermitDraft(Instant now, String unit, RoomView room, Object terms) {}

  /// `RoomTest` of the contract.
  public record RoomView(
      String party, long limit, long exposure, long hold, long after, long left, boolean fits) {}
}
