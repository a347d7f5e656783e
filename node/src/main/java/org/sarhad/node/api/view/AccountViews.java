package org.sarhad.node.api.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Accounts and audit, as the contract has them.
public final class AccountViews {
  private AccountViews() {}

  /// `AccountList` of the contract.
  public record Accounts(List<AccountView> items) {}

  /// `Account` of the contract.
  public record AccountView(
      String login,
      String name,
      List<String> roles,
      String state,
      String officer,
      String officerKey,
      Instant createdAt,
      Optional<Instant> lastSignIn,
      Optional<Instant> lockedUntil,
      Optional<Instant> lockedSince) {}

  /// `AuditPage` of the contract.
  public record AuditPage(List<AuditLine> items, Optional<String> next) {}

  /// One line of it.
  public record AuditLine(
      Instant at,
      String what,
      String outcome,
      Optional<String> login,
      Optional<String> operation,
      Optional<String> code,
      Optional<String> address,
      Optional<String> detail,
      String entry) {}
}
