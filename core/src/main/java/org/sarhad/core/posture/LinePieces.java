package org.sarhad.core.posture;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Sectors where none are agreed: pieces of the operational line, 20 km each, by where they begin,
/// `km_0000`, `km_0020` and so on. Coarse enough that what is said of one does not tell where
/// anybody stands.
public final class LinePieces {
  /// How long a piece is, in kilometres; the last one may be shorter.
  public static final int LENGTH_KM = 20;

  private static final int METRES_PER_KM = 1_000;

  private LinePieces() {}

  /// The piece in which a point of the line lies.
  ///
  /// @param metres along the line, from where it begins; below 10 000 km
  public static String at(long metres) {
    return name(metres / (LENGTH_KM * METRES_PER_KM));
  }

  private static String name(long piece) {
    return String.format(Locale.ROOT, "km_%04d", piece * LENGTH_KM);
  }

  /// Whether `names` are all pieces of some line, from its beginning on.
  static boolean areAll(List<String> names) {
    return IntStream.range(0, names.size()).allMatch(i -> names.get(i).equals(name(i)));
  }
}
