package org.sarhad.node.print;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.sarhad.tlog.Bytes;

/// Makes PDF files of sheets, one at a time: what it takes of memory while it works is a bounded
/// thing, however many ask.
public final class Press {
  private static final String MAKER = "Sarhad";

  private final ReentrantLock turn = new ReentrantLock();

  /// `sheet` as a PDF; the same sheet gives the same bytes. A page takes some milliseconds, and the
  /// first sheet of a node half a second more.
  public Bytes print(Sheet sheet) {
    turn.lock();
    try {
      // First of all: it tells the JDK's graphics that there is no screen.
      Typeface.prepare();
      return pressed(sheet);
    } catch (IOException e) {
      throw new UncheckedIOException("a sheet that cannot be set", e);
    } finally {
      turn.unlock();
    }
  }

  private static Bytes pressed(Sheet sheet) throws IOException {
    try (var document = new PDDocument()) {
      describe(document, sheet);
      attach(document, sheet);
      try (var pages = new Pages(document, sheet.style())) {
        var setter = new Setter(pages);
        for (var block : sheet.blocks()) {
          setter.set(block);
        }
      }
      var file = new ByteArrayOutputStream();
      document.save(file, CompressParameters.NO_COMPRESSION);
      return Bytes.of(file.toByteArray());
    }
  }

  private static void describe(PDDocument document, Sheet sheet) {
    var time = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    time.setTimeInMillis(sheet.time().toEpochMilli());
    var information = document.getDocumentInformation();
    information.setTitle(sheet.title());
    information.setCreator(MAKER);
    information.setCreationDate(time);
    document.getDocumentCatalog().setLanguage(sheet.style().language());
    // The file's identifier is made of this, where it would be made of the clock.
    document.setDocumentId(sheet.time().toEpochMilli());
  }

  private static void attach(PDDocument document, Sheet sheet) throws IOException {
    var files = new TreeMap<String, PDComplexFileSpecification>();
    for (var attachment : sheet.files()) {
      var content = new ByteArrayInputStream(attachment.content().toArray());
      var file = new PDEmbeddedFile(document, content, COSName.FLATE_DECODE);
      file.setSubtype(attachment.media());
      file.setSize(attachment.content().size());
      var named = new PDComplexFileSpecification();
      named.setFile(attachment.name());
      named.setFileUnicode(attachment.name());
      named.setEmbeddedFile(file);
      named.setEmbeddedFileUnicode(file);
      files.put(attachment.name(), named);
    }
    var tree = new PDEmbeddedFilesNameTreeNode();
    tree.setNames(files);
    var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
    names.setEmbeddedFiles(tree);
    document.getDocumentCatalog().setNames(names);
  }
}
