package org.sarhad.core.modalities;

import java.time.Duration;
import java.util.List;

/// What the barter account goes by. Amounts are in ten-thousandths of the unit of account, rates in
/// ten-thousandths of the whole.
public final class TradeSettings {
  /// A hundred thousand million units of account.
  private static final long AMOUNT_MAX = 1_000_000_000_000_000L;

  /// How much either side may be allowed to owe.
  public static final Setting<Long> SWING =
      Setting.count("barter.swing", 0, 0, AMOUNT_MAX, "the most that a side can be let owe");

  /// How much of that bears no interest.
  public static final Setting<Long> FREE_SWING =
      Setting.count("barter.free_swing", 0, 0, AMOUNT_MAX, "what a side owes without interest");

  /// Interest beyond that.
  public static final Setting<Long> INTEREST =
      Setting.count("barter.interest", 0, 0, 10_000, "interest of a year, in ten-thousandths");

  /// UCP 600 art. 30(b): five per cent more or less, unless the quantity is said to be exact.
  public static final Setting<Long> OVER_DELIVERY =
      Setting.count(
          "barter.over_delivery", 500, 0, 2_000, "delivered beyond a reservation, ten-thousandths");

  /// The trade allowance for weighing of bulk goods.
  public static final Setting<Long> TOLERANCE =
      Setting.count(
          "barter.tolerance", 50, 0, 1_000, "sent and received may differ, in ten-thousandths");

  /// From one statement to the next.
  public static final Setting<Long> PERIOD =
      Setting.count("barter.period", 3, 1, 12, "months from one statement to the next");

  /// What is beyond a limit at the end of a period is settled by then.
  public static final Setting<Duration> SETTLEMENT =
      Setting.days("barter.settlement", 90, 365, "what is beyond a limit is settled");

  private TradeSettings() {}

  static List<Setting<?>> all() {
    return List.of(SWING, FREE_SWING, INTEREST, OVER_DELIVERY, TOLERANCE, PERIOD, SETTLEMENT);
  }
}
