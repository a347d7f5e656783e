package org.sarhad.node.lists;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/// Reads a list of sanctions, whichever of the known ones it is.
///
/// Two tries of one file give the same list; two files that differ in a byte have different hashes.
/// Time and memory grow with the file; a list of 20 MB takes about a second.
public final class ListReader {
  /// Most bytes of a file. The largest list of today has less than a tenth.
  public static final long BYTES_MAX = 256L << 20;

  private static final int BEGINNING = 512;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private ListReader() {}

  /// The list in `file`, which is read to its end and not closed.
  ///
  /// @throws MalformedListException when it is none that could be read; nothing of it is used
  /// @throws IOException when the file cannot be read
  public static ReadList read(InputStream file) throws MalformedListException, IOException {
    return read(file, BYTES_MAX);
  }

  static ReadList read(InputStream file, long bytesMax) throws MalformedListException, IOException {
    var hashed = new HashedFile(file, bytesMax);
    try {
      return read(hashed);
    } catch (MalformedListException e) {
      throw hashed.isTooLarge() ? tooLarge(bytesMax) : e;
    }
  }

  private static ReadList read(HashedFile hashed) throws MalformedListException, IOException {
    var file = new BufferedInputStream(hashed);
    skipByteOrderMark(file);
    file.mark(BEGINNING);
    var beginning = new String(file.readNBytes(BEGINNING), StandardCharsets.UTF_8).strip();
    file.reset();
    if (beginning.startsWith("<")) {
      return readXml(file, hashed);
    }
    if (beginning.replace("\"", "").startsWith(UkTable.BEGINNING)) {
      return readTable(file, hashed);
    }
    throw new MalformedListException(ListFlaw.FORMAT_UNKNOWN, 1, beginning);
  }

  private static void skipByteOrderMark(InputStream file) throws IOException {
    file.mark(BYTE_ORDER_MARK.length);
    if (!Arrays.equals(file.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
      file.reset();
    }
  }

  private static ReadList readXml(InputStream file, HashedFile hashed)
      throws MalformedListException, IOException {
    try (var xml = ElementReader.of(file)) {
      var root = xml.root();
      var form =
          ListForm.ofRoot(root.name())
              .orElseThrow(
                  () ->
                      new MalformedListException(
                          ListFlaw.FORMAT_UNKNOWN, root.line(), "<" + root.name() + ">"));
      var list = new ListBuilder(form.format());
      var dated = new Dated(form.date(root));
      xml.each(
          form.records(),
          record -> {
            dated.offer(form.date(record));
            form.read(record, list);
          });
      checkSize(hashed);
      return list.build(dated.day(root.line()), hashed.hash());
    }
  }

  /// The first date that is said counts.
  private static final class Dated {
    private Optional<LocalDate> day;

    Dated(Optional<LocalDate> day) {
      this.day = day;
    }

    void offer(Optional<LocalDate> other) {
      day = day.or(() -> other);
    }

    LocalDate day(int line) throws MalformedListException {
      return day.orElseThrow(() -> new MalformedListException(ListFlaw.NO_DATE, line, "no date"));
    }
  }

  private static ReadList readTable(InputStream file, HashedFile hashed)
      throws MalformedListException, IOException {
    var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    checkSize(hashed);
    return UkTable.read(text).build(UkTable.date(text), hashed.hash());
  }

  private static void checkSize(HashedFile hashed) throws MalformedListException {
    if (hashed.isTooLarge()) {
      throw new MalformedListException(ListFlaw.TOO_LARGE, 0, "its size");
    }
  }

  private static MalformedListException tooLarge(long bytesMax) {
    return new MalformedListException(ListFlaw.TOO_LARGE, 0, "more than " + bytesMax + " bytes");
  }
}
