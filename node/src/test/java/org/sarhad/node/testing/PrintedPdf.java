package org.sarhad.node.testing;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.sarhad.tlog.Bytes;

/// A PDF as somebody else reads it: opened, looked at, scanned.
///
/// With the system property `sarhad.pictures` its pages are kept in that directory, to be looked at
/// by a person.
public final class PrintedPdf implements AutoCloseable {
  private static final float LOOK = 110;

  private final PDDocument document;

  private PrintedPdf(PDDocument document) {
    this.document = document;
  }

  /// Opens `file`; pictures of it are called `name`.
  public static PrintedPdf open(String name, byte[] file) throws IOException {
    var opened = new PrintedPdf(Loader.loadPDF(file));
    var pictures = Optional.ofNullable(System.getProperty("sarhad.pictures"));
    if (pictures.isPresent()) {
      var directory = Files.createDirectories(Path.of(pictures.get()));
      for (int page = 0; page < opened.pages(); page++) {
        ImageIO.write(
            opened.picture(page, LOOK),
            "png",
            directory.resolve("%s-%d.png".formatted(name, page + 1)).toFile());
      }
    }
    return opened;
  }

  public PDDocument document() {
    return document;
  }

  public int pages() {
    return document.getNumberOfPages();
  }

  /// A page as it looks on paper, the first one being 0.
  public BufferedImage picture(int page, float dotsPerInch) throws IOException {
    return new PDFRenderer(document).renderImageWithDPI(page, dotsPerInch);
  }

  /// The files inside it by their names.
  public Map<String, Bytes> files() throws IOException {
    var files = new TreeMap<String, Bytes>();
    var tree = document.getDocumentCatalog().getNames().getEmbeddedFiles();
    for (var file : tree.getNames().entrySet()) {
      files.put(file.getKey(), Bytes.of(file.getValue().getEmbeddedFile().toByteArray()));
    }
    return files;
  }

  /// One of the files inside it, which must be there.
  public Bytes file(String name) throws IOException {
    return Optional.ofNullable(files().get(name))
        .orElseThrow(() -> new AssertionError("no file " + name));
  }

  /// What the codes on a page say, in no order. One that the reader does not see at a resolution it
  /// may see at another one, as a telephone does that is held nearer.
  public List<String> codes(int page, float dotsPerInch) throws IOException {
    var picture = picture(page, dotsPerInch);
    int width = picture.getWidth();
    int height = picture.getHeight();
    var pixels = picture.getRGB(0, 0, width, height, null, 0, width);
    var seen = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
    var codes = new ArrayList<String>();
    try {
      for (var found :
          new QRCodeMultiReader().decodeMultiple(seen, Map.of(DecodeHintType.TRY_HARDER, true))) {
        codes.add(found.getText());
      }
    } catch (NotFoundException _) {
      // A page without codes.
    }
    return codes;
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
