package org.sarhad.bench.harness;

import java.util.Locale;
import java.util.Optional;

/// One measured quantity.
///
/// @param row the name of the row it belongs to
/// @param subject what was measured: ours, or what it is compared with
/// @param load under which load or on how much
/// @param unit of the samples
/// @param target what it ought to be, if that was promised
public record Figure(
    String row,
    String subject,
    String load,
    String unit,
    Samples samples,
    Optional<Target> target) {

  /// A number as a person reads it: three significant digits below a hundred, none of the fraction
  /// above.
  static String number(double value) {
    double size = Math.abs(value);
    int digits = size >= 100 || value == Math.rint(value) ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
    return String.format(Locale.ROOT, "%,." + digits + "f", value).replace(',', ' ');
  }
}
