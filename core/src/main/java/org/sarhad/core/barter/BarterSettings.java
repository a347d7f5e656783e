package org.sarhad.core.barter;

import java.util.SortedSet;
import org.sarhad.core.data.Ordered;

/// What is agreed about the barter account. It comes in from outside, from the version of the
/// modalities in force at the place of the entry that is judged (protocol clause 08-1.2).
///
/// @param swing the highest limit that a side can be given
/// @param credit the highest technical credit that a side can be given
/// @param freeSwing what may be owed without interest
/// @param interest per year of 365 days, in ten-thousandths of what is owed beyond that
/// @param overDelivery how much more than was reserved may be delivered, in ten-thousandths
/// @param tolerance by how much sent and received may differ, in ten-thousandths of what was sent
/// @param periodMonths months from one statement to the next, 1 to 12
/// @param settlementDays days after a period in which what is beyond a limit is settled
/// @param barred goods that are not traded: codes of the Harmonized System, each with all its parts
public record BarterSettings(
    Money swing,
    Money credit,
    Money freeSwing,
    long interest,
    long overDelivery,
    long tolerance,
    long periodMonths,
    long settlementDays,
    SortedSet<String> barred) {
  /// Copies its collection.
  public BarterSettings {
    barred = Ordered.set(barred);
  }

  /// Whether `commodity` is one of what is not traded, a part of one, or has one as a part: who
  /// says less of what goods are is not the freer for it.
  public boolean bars(String commodity) {
    return barred.stream()
        .anyMatch(code -> commodity.startsWith(code) || code.startsWith(commodity));
  }
}
