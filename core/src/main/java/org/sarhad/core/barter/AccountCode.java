package org.sarhad.core.barter;

import java.util.List;

/// The chart of accounts (protocol clause 14-5.1). *A* is the side whose name comes first, *B* the
/// other one. A debit of a clearing account says that B owes A more.
public enum AccountCode {
  /// Clearing: goods and services.
  GOODS("1000"),
  /// Clearing: energy.
  ENERGY("1010"),
  /// Clearing: transport and port dues.
  TRANSPORT("1020"),
  /// Clearing: interest.
  INTEREST_OWED("1030"),
  /// Clearing: what stands beside the limit, as a technical credit.
  TECHNICAL_CREDIT("1090"),
  /// What A has delivered.
  DELIVERED_BY_A("2A00"),
  /// What B has delivered.
  DELIVERED_BY_B("2B00"),
  /// What is reserved for deliveries by A.
  RESERVED_BY_A("3A00"),
  /// What is reserved for deliveries by B.
  RESERVED_BY_B("3B00"),
  /// What A has despatched and B has not received.
  IN_TRANSIT_FROM_A("4A00"),
  /// What B has despatched and A has not received.
  IN_TRANSIT_FROM_B("4B00"),
  /// Differences of weight and measure.
  MEASURE("5100"),
  /// Allowances for quality.
  QUALITY("5200"),
  /// What is disputed.
  DISPUTED("5300"),
  /// Interest.
  INTEREST("6000"),
  /// Owed for what was not taken.
  NOT_TAKEN("6100"),
  /// Settled in goods.
  SETTLED_IN_GOODS("7100"),
  /// Settled in convertible money.
  SETTLED_IN_MONEY("7200"),
  /// Carried forward as a loan.
  CARRIED_FORWARD("7300"),
  /// What a balance has become more, or less, with the worth of the unit of account.
  RESTATED("8000"),
  /// Where contracted quantities come from: the counter of all others of its ledger.
  CONTRACTED("9000"),
  /// Contracted, and not reserved.
  OPEN("9100");

  private final String code;

  AccountCode(String code) {
    this.code = code;
  }

  /// The number in the chart: `1000`.
  public String code() {
    return code;
  }

  /// The parts of the one account: what they come to together is owed.
  public static List<AccountCode> clearing() {
    return List.of(GOODS, ENERGY, TRANSPORT, INTEREST_OWED, TECHNICAL_CREDIT);
  }

  /// Whether it is one of these.
  boolean isClearing() {
    return switch (this) {
      case GOODS, ENERGY, TRANSPORT, INTEREST_OWED, TECHNICAL_CREDIT -> true;
      case DELIVERED_BY_A,
          DELIVERED_BY_B,
          RESERVED_BY_A,
          RESERVED_BY_B,
          IN_TRANSIT_FROM_A,
          IN_TRANSIT_FROM_B,
          MEASURE,
          QUALITY,
          DISPUTED,
          INTEREST,
          NOT_TAKEN,
          SETTLED_IN_GOODS,
          SETTLED_IN_MONEY,
          CARRIED_FORWARD,
          RESTATED,
          CONTRACTED,
          OPEN ->
          false;
    };
  }

  /// Those of them that deliveries are booked on.
  static List<AccountCode> deliveries() {
    return List.of(GOODS, ENERGY, TRANSPORT);
  }

  /// What has to be nothing, or carried by name, at the end of a year.
  public static List<AccountCode> differences() {
    return List.of(MEASURE, QUALITY, DISPUTED);
  }

  /// The account of that number.
  ///
  /// @throws IllegalArgumentException when the chart has none
  public static AccountCode of(String code) {
    for (AccountCode account : values()) {
      if (account.code.equals(code)) {
        return account;
      }
    }
    throw new IllegalArgumentException("account \"" + code + "\" is not in the chart");
  }
}
