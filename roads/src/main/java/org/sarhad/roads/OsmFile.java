package org.sarhad.roads;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// An extract of OpenStreetMap, read once, from its beginning to its end: PBF, or XML, packed by
/// gzip or not. Which of them it is, its first bytes say, whatever it is called.
///
/// The decoders are GraphHopper's. They run in the thread that asks, block by block: nothing waits
/// for a thread that has gone, a flaw comes up where it is met, and no more than a block is held.
///
/// @param path where it lies
record OsmFile(Path path) {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int HEAD_BYTES = 16;
  private static final byte[] PBF = "\n\tOSMHeader".getBytes(StandardCharsets.US_ASCII);
  private static final int PBF_AT = 4;

  /// Gives all of it to `elements`, in its order.
  ///
  /// @throws UnfitFileException when it is no such file, was cut short or is damaged
  void read(CountedStream.Progress progress, Elements elements)
      throws IOException, UnfitFileException {
    if (!Files.isRegularFile(path)) {
      throw unfit(Flaw.NO_FILE, "is no file. Maybe the path is misspelt.");
    }
    try (var counted = new CountedStream(Files.newInputStream(path), Files.size(path), progress);
        var in = new BufferedInputStream(counted, BUFFER_BYTES)) {
      in.mark(HEAD_BYTES);
      byte[] head = in.readNBytes(HEAD_BYTES);
      in.reset();
      decode(head, in, elements);
    } catch (EOFException | ZipException e) {
      throw broken("it ends in the middle, or is damaged", e);
    }
  }

  private void decode(byte[] head, InputStream in, Elements elements)
      throws IOException, UnfitFileException {
    if (head.length == 0) {
      throw unfit(Flaw.NOT_OSM, "is empty.");
    }
    if (isPbf(head)) {
      new PbfBlocks(this, in).read(elements);
    } else if (isGzip(head)) {
      try (var plain = new GZIPInputStream(in, BUFFER_BYTES)) {
        new XmlElements(this, plain).read(elements);
      }
    } else if (isXml(head)) {
      new XmlElements(this, in).read(elements);
    } else if (head[0] == 'B' && head[1] == 'Z') {
      throw unfit(Flaw.NOT_OSM, "is packed by bzip2. Unpack it first, or take the PBF.");
    } else {
      throw unfit(
          Flaw.NOT_OSM, "is no extract of OpenStreetMap: neither PBF nor XML, packed or not.");
    }
  }

  private static boolean isPbf(byte[] head) {
    boolean isHead = head.length >= PBF_AT + PBF.length;
    for (int i = 0; isHead && i < PBF.length; i++) {
      isHead = head[PBF_AT + i] == PBF[i];
    }
    return isHead;
  }

  private static boolean isGzip(byte[] head) {
    return head.length > 1 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b;
  }

  private static boolean isXml(byte[] head) {
    return new String(head, StandardCharsets.ISO_8859_1).stripLeading().startsWith("<");
  }

  // ---- what is said of it ---------------------------------------------------------------------

  /// @param rest of the sentence that begins with the file
  UnfitFileException unfit(Flaw flaw, String rest) {
    return new UnfitFileException(flaw, "%s %s".formatted(path, rest));
  }

  /// @param how it is broken
  /// @param cause what a decoder said
  UnfitFileException broken(String how, Throwable cause) {
    return new UnfitFileException(
        Flaw.BROKEN, "%s is broken: %s. Copy it again.".formatted(path, how), cause);
  }
}
