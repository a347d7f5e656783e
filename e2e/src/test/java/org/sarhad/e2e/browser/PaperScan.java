package org.sarhad.e2e.browser;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.util.Map;

/// Reads a code from a picture of a paper, as a telephone would.
final class PaperScan {
  private PaperScan() {}

  /// What the one code in `picture` says.
  static String read(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
    var bits = new HybridBinarizer(new RGBLuminanceSource(width, height, pixels));
    try {
      return new QRCodeReader()
          .decode(new BinaryBitmap(bits), Map.of(DecodeHintType.TRY_HARDER, true))
          .getText();
    } catch (ReaderException e) {
      throw new AssertionError("no code can be read from %d x %d".formatted(width, height), e);
    }
  }
}
