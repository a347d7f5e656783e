package org.sarhad.core.modalities;

import java.time.Duration;
import java.util.List;

/// What the barter account and its deliveries go by. Amounts are in ten-thousandths of the unit of
/// account, rates in ten-thousandths of the whole.
public final class TradeSettings {
  /// A hundred thousand million units of account.
  private static final long AMOUNT_MAX = 1_000_000_000_000_000L;

  /// How much either side may be allowed to owe.
  public static final Setting<Long> SWING =
      Setting.count("barter.swing", 0, 0, AMOUNT_MAX, "the most that a side can be let owe");

  /// How much of what it owes may stand beside its limit.
  public static final Setting<Long> CREDIT =
      Setting.count(
          "barter.credit", 0, 0, AMOUNT_MAX, "technical credit beside the limit, at the most");

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

  /// Arms, and what is made for them or for the core of a reactor. What can be used for both is no
  /// chapter of its own: lists of it are the sides' to agree on.
  public static final Setting<Commodities> BARRED =
      Setting.of(
          "barter.barred",
          new ValueType.Goods(),
          Commodities.of("2844", "2845", "3601", "3602", "8401", "8710", "890610", "93"),
          "goods that are not traded, with all their parts");

  /// Two scales of 0.15 per cent each differ by 0.2121.
  public static final Setting<Long> BIAS_DEVIATION =
      Setting.count(
          "barter.bias_deviation",
          2_121,
          1,
          100_000,
          "how much two honest scales differ, standard deviation in millionths");

  /// Half of the difference that is looked for.
  public static final Setting<Long> BIAS_SLACK =
      Setting.count(
          "barter.bias_slack",
          500,
          0,
          3_000,
          "of each difference let pass, in thousandths of that deviation");

  /// 13.5 false alarms in a hundred series of 200 deliveries (docs/protocol, 18-6.4).
  public static final Setting<Long> BIAS_THRESHOLD =
      Setting.count(
          "barter.bias_threshold",
          6_000,
          1_000,
          50_000,
          "summed up, from here on two scales disagree, in thousandths of that deviation");

  private TradeSettings() {}

  static List<Setting<?>> all() {
    return List.of(
        SWING,
        CREDIT,
        FREE_SWING,
        INTEREST,
        OVER_DELIVERY,
        TOLERANCE,
        PERIOD,
        SETTLEMENT,
        BARRED,
        BIAS_DEVIATION,
        BIAS_SLACK,
        BIAS_THRESHOLD);
  }
}
