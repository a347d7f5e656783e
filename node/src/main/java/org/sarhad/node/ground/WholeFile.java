package org.sarhad.node.ground;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;
import org.sarhad.tlog.Bytes;

/// A file that is kept byte for byte.
final class WholeFile {
  private static final int STEP_BYTES = 64 << 10;

  private WholeFile() {}

  /// All bytes of `in`, which is not closed.
  ///
  /// @param name of the file, for sentences
  /// @param most how many there may be
  /// @param progress told how many are read
  /// @throws MalformedSurveyException when there are more
  static Bytes read(String name, InputStream in, int most, LongConsumer progress)
      throws IOException, MalformedSurveyException {
    var kept = new ByteArrayOutputStream();
    byte[] step = new byte[STEP_BYTES];
    for (int count = in.read(step); count >= 0; count = in.read(step)) {
      kept.write(step, 0, count);
      progress.accept(kept.size());
      if (kept.size() > most) {
        throw new MalformedSurveyException(
            "%s is longer than %d MiB. Draw it with fewer points.".formatted(name, most >> 20));
      }
    }
    return Bytes.of(kept.toByteArray());
  }
}
