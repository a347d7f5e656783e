package org.sarhad.node.paper;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;
import org.sarhad.tlog.BugException;
import org.sarhad.tlog.Bytes;

/// A text as a QR code (ISO/IEC 18004): a square of modules, dark or light.
///
/// @param modules modules on a side, 21 to 177; the quiet zone of four around it is the printer's
/// @param bits the modules row by row, a bit each, dark is 1; the first is the highest of its byte
public record QrSymbol(int modules, Bytes bits) {
  /// Level M: an eighth of the symbol may be lost to a stain or a fold.
  private static final ErrorCorrectionLevel LEVEL = ErrorCorrectionLevel.M;

  /// The symbol for `text`, as UTF-8; at most [Pieces#BYTES_MAX] bytes of it.
  public static QrSymbol of(String text) {
    try {
      var matrix =
          Encoder.encode(text, LEVEL, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8")).getMatrix();
      return new QrSymbol(matrix.getWidth(), bits(matrix));
    } catch (WriterException e) {
      throw new BugException("a text that does not fit into a code: " + e.getMessage());
    }
  }

  private static Bytes bits(ByteMatrix matrix) {
    int side = matrix.getWidth();
    var bits = new byte[(side * side + 7) / 8];
    for (int at = 0; at < side * side; at++) {
      if (matrix.get(at % side, at / side) == 1) {
        bits[at / 8] |= (byte) (0x80 >> at % 8);
      }
    }
    return Bytes.of(bits);
  }

  /// Whether the module in column `x` of row `y` is dark.
  public boolean isDark(int x, int y) {
    int at = y * modules + x;
    return (bits.at(at / 8) & 0x80 >> at % 8) != 0;
  }
}
