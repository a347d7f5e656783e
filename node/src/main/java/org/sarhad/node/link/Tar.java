package org.sarhad.node.link;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.sarhad.tlog.Bytes;

/// The headers of the tape archive that an offline bundle is (06-8.2): POSIX ustar, regular files
/// only. See [TarWriter] and [TarArchive].
///
/// Any `tar` opens what is written here. What is read is held to much less than the format allows:
/// relative names of plain characters, no links, devices or directories, sums that are right.
final class Tar {
  /// Headers and contents begin at multiples of this many bytes.
  static final int BLOCK = 512;

  private static final int NAME_MAX = 100;
  private static final int SIZE_AT = 124;
  private static final int SIZE_DIGITS = 12;
  private static final int SUM_AT = 148;
  private static final int SUM_SIZE = 8;
  private static final int TYPE_AT = 156;
  private static final int MAGIC_AT = 257;
  private static final Bytes MAGIC = Bytes.ofUtf8("ustar\0" + "00");

  private Tar() {}

  /// What a header says.
  ///
  /// @param name of the file
  /// @param size in bytes; checked against nothing
  record Header(String name, long size) {

    /// The header in a block of 512 bytes.
    static Header parse(Bytes block) throws MalformedTarException {
      var name = Tar.name(block);
      return new Header(name, checkedSize(block, name));
    }

    /// The block. Inverse of [#parse].
    byte[] bytes() {
      var header = new byte[BLOCK];
      put(header, 0, name);
      put(header, 100, "0000644\0" + "0000000\0" + "0000000\0");
      put(header, SIZE_AT, "%011o\0".formatted(size));
      // No time of change: the same members are to give the same bytes.
      put(header, 136, "00000000000\0");
      header[TYPE_AT] = '0';
      MAGIC.copyTo(header, MAGIC_AT);
      put(header, SUM_AT, "%06o\0 ".formatted(sum(header)));
      return header;
    }
  }

  /// How many zeros follow a content of `size` bytes.
  static int padding(long size) {
    return (int) (-size & (BLOCK - 1));
  }

  /// Whether a file in a bundle may be called so: relative, of `[A-Za-z0-9._/-]`, at most 100
  /// characters, without empty, `.` or `..` parts.
  static boolean isName(String name) {
    return name.matches("[A-Za-z0-9._/-]{1,%d}".formatted(NAME_MAX))
        && Arrays.stream(name.split("/", -1))
            .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
  }

  private static void put(byte[] header, int at, String text) {
    Bytes.ofUtf8(text).copyTo(header, at);
  }

  private static String name(Bytes header) throws MalformedTarException {
    int end = header.indexOf((byte) 0, 0);
    var name = header.slice(0, Math.clamp(end, 0, NAME_MAX)).findUtf8().orElse("");
    if (!isName(name)) {
      throw malformed("name in the archive", name, "a relative path of plain characters");
    }
    return name;
  }

  private static long checkedSize(Bytes header, String name) throws MalformedTarException {
    if (!header.slice(MAGIC_AT, MAGIC_AT + 5).equals(MAGIC.slice(0, 5))) {
      throw malformed("header of " + name, "other bytes", "the mark of a POSIX archive");
    }
    if (octal(header, SUM_AT, SUM_SIZE) != sum(header.toArray())) {
      throw malformed("header of " + name, "a sum that does not add up", "the sum of its bytes");
    }
    byte type = header.at(TYPE_AT);
    if (type != '0' && type != 0) {
      throw malformed("type of " + name, Byte.toString(type), "a regular file");
    }
    return octal(header, SIZE_AT, SIZE_DIGITS);
  }

  /// The sum over a header with its own field taken for blanks.
  private static int sum(byte[] header) {
    var blanked = header.clone();
    Arrays.fill(blanked, SUM_AT, SUM_AT + SUM_SIZE, (byte) ' ');
    int sum = 0;
    for (byte b : blanked) {
      sum += Byte.toUnsignedInt(b);
    }
    return sum;
  }

  private static long octal(Bytes header, int at, int digits) throws MalformedTarException {
    var text = new String(header.slice(at, at + digits).toArray(), StandardCharsets.US_ASCII);
    var number = text.replace('\0', ' ').strip();
    if (!number.matches("[0-7]{1,11}")) {
      throw malformed("number in a header", text, "octal digits");
    }
    return Long.parseLong(number, 8);
  }

  static MalformedTarException malformed(String what, String found, String expected) {
    return new MalformedTarException(what, found, expected);
  }
}
