package org.sarhad.e2e.browser;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;

/// Reads a code from a picture of a paper, as a telephone would.
final class PaperScan {
  private PaperScan() {}

  /// What the one code in `picture` says. Tries what a telephone tries one frame after another.
  static String read(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
    var source = new RGBLuminanceSource(width, height, pixels);
    for (var seen : List.of(new HybridBinarizer(source), new GlobalHistogramBinarizer(source))) {
      for (var how : List.of(DecodeHintType.TRY_HARDER, DecodeHintType.PURE_BARCODE)) {
        try {
          return new QRCodeReader().decode(new BinaryBitmap(seen), Map.of(how, true)).getText();
        } catch (ReaderException _) {
          // The next look may see it.
        }
      }
    }
    throw new AssertionError("no code can be read from %d x %d".formatted(width, height));
  }
}
