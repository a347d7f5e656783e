package org.sarhad.node.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sarhad.node.testing.Scribe;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.note.SignatureLine;
import org.sarhad.tlog.proof.TlogProof;
import org.sarhad.tlog.tree.Merkle;

/// What is drawn is read back, by a reader of cameras' pictures, as it was.
class QrSymbolTest {
  private static final int SCALE = 4;
  private static final int QUIET = 4;

  @Test
  void everyLengthThatIsPrintedIsReadBack() throws Exception {
    for (var text :
        List.of(
            "— ir.sarhad.example/node d2KMBq\n",
            "{\"text\":\"واژگون شدن تانکر، پلٹا ہوا ٹینکر\"}",
            "x".repeat(Pieces.BYTES_MAX),
            "ی".repeat(Pieces.BYTES_MAX / 2))) {
      assertThat(read(QrSymbol.of(text))).isEqualTo(text);
    }
  }

  @Test
  void anEntryWithItsWordsAndItsProofAreReadBack() throws Exception {
    var ir = Scribe.begun("ir").say(1);
    var text = new PaperEntry(ir.entry(0), List.of(ir.payload(0))).text();
    var pieces = Pieces.cut(text);
    var scanned = new ArrayList<String>();
    for (var piece : pieces) {
      scanned.add(read(QrSymbol.of(piece)));
    }
    var back = PaperEntry.parse(Pieces.join(scanned).getFirst());
    assertThat(back.entry()).isEqualTo(ir.entry(0));
    assertThat(back.payloads()).containsExactly(ir.payload(0));
  }

  /// A log of a million entries has proofs of 20 hashes; with both Ed25519 lines they still fit
  /// into one code, which holds a `.tlog-proof` that any verifier takes.
  @Test
  void aProofLosesItsLongSignaturesAndNothingElse() throws Exception {
    var ir = Scribe.begun("ir").say(1);
    var hashes =
        IntStream.range(0, 20).mapToObj(i -> Merkle.leaf(Bytes.ofUtf8("leaf " + i))).toList();
    var proof = new TlogProof(Optional.empty(), 0, hashes, ir.head(2));
    assertThat(proof.bytes().size()).isLessThanOrEqualTo(Pieces.BYTES_MAX);
    assertThat(PaperProof.of(proof).bytes()).isEqualTo(proof.bytes());
    assertThat(read(QrSymbol.of(proof.bytes().utf8()))).isEqualTo(proof.bytes().utf8());

    var postQuantum = new SignatureLine("pk.sarhad.example/mirror", 7, Bytes.of(new byte[2_428]));
    var heavy = new TlogProof(Optional.empty(), 0, hashes, ir.head(2).with(List.of(postQuantum)));
    assertThat(heavy.bytes().size()).isGreaterThan(Pieces.BYTES_MAX);
    assertThat(PaperProof.of(heavy).bytes()).isEqualTo(proof.bytes());
  }

  private static String read(QrSymbol symbol) throws Exception {
    int side = (symbol.modules() + 2 * QUIET) * SCALE;
    var pixels = new int[side * side];
    Arrays.fill(pixels, 0xFFFFFF);
    for (int y = 0; y < symbol.modules() * SCALE; y++) {
      for (int x = 0; x < symbol.modules() * SCALE; x++) {
        if (symbol.isDark(x / SCALE, y / SCALE)) {
          pixels[(y + QUIET * SCALE) * side + x + QUIET * SCALE] = 0;
        }
      }
    }
    var picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
    return new QRCodeReader().decode(picture, Map.of(DecodeHintType.TRY_HARDER, true)).getText();
  }
}
