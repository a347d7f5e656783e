package org.sarhad.node.peer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.sarhad.tlog.Bytes;

/// The tape archive of an offline bundle (06-8.2): POSIX ustar, regular files only.
///
/// Any `tar` opens what is written here. What is read is held to much less than the format allows:
/// relative names of plain characters, no links, devices or directories, no name twice, sums that
/// are right, sizes that are there. Nothing is ever unpacked to a disk.
public final class Tar {
  /// The most files an archive may have.
  public static final int MEMBERS_MAX = 65_536;

  /// The largest archive that is read, in bytes.
  public static final int BYTES_MAX = 1 << 30;

  private static final int BLOCK = 512;
  private static final int NAME_MAX = 100;
  private static final int SIZE_AT = 124;
  private static final int SIZE_DIGITS = 12;
  private static final int SUM_AT = 148;
  private static final int SUM_SIZE = 8;
  private static final int TYPE_AT = 156;
  private static final int MAGIC_AT = 257;
  private static final Bytes MAGIC = Bytes.ofUtf8("ustar\0" + "00");

  private Tar() {}

  /// One file.
  ///
  /// @param name relative, of `[A-Za-z0-9._/-]`, at most 100 characters, without empty, `.` or `..`
  ///   parts
  public record Member(String name, Bytes content) {
    /// Throws [IllegalArgumentException] if the name is not as described above.
    public Member {
      if (!isName(name)) {
        throw new IllegalArgumentException("\"%s\" is not a name in a bundle".formatted(name));
      }
    }
  }

  /// `members` as an archive, in their order. The same members give the same bytes.
  public static Bytes write(List<Member> members) {
    var parts = new ArrayList<Bytes>(2 * members.size() + 1);
    for (var member : members) {
      parts.add(header(member));
      int padding = -member.content().size() & (BLOCK - 1);
      parts.add(member.content());
      parts.add(Bytes.of(new byte[padding]));
    }
    parts.add(Bytes.of(new byte[2 * BLOCK]));
    return Bytes.concat(parts.toArray(Bytes[]::new));
  }

  /// The files in `archive`, in their order. They share memory with it.
  public static List<Member> parse(Bytes archive) throws MalformedTarException {
    if (archive.size() > BYTES_MAX) {
      throw malformed("archive", archive.size() + " bytes", "at most " + BYTES_MAX);
    }
    var members = new ArrayList<Member>();
    var names = new HashSet<String>();
    int at = 0;
    while (true) {
      if (archive.size() - at < BLOCK) {
        throw malformed("archive", "its end", "a header or two empty blocks");
      }
      var header = archive.slice(at, at + BLOCK);
      if (isEmpty(header)) {
        return List.copyOf(members);
      }
      at += BLOCK;
      var name = name(header);
      long size = checkedSize(header, name);
      if (size > archive.size() - at) {
        throw malformed("size of " + name, Long.toString(size), "no more than there is");
      }
      if (members.size() == MEMBERS_MAX || !names.add(name)) {
        throw malformed("archive", name, "at most " + MEMBERS_MAX + " files, each once");
      }
      members.add(new Member(name, archive.slice(at, at + (int) size)));
      at += (int) Math.min(size + (-size & (BLOCK - 1)), archive.size() - at);
    }
  }

  private static Bytes header(Member member) {
    var header = new byte[BLOCK];
    put(header, 0, member.name());
    put(header, 100, "0000644\0" + "0000000\0" + "0000000\0");
    put(header, SIZE_AT, "%011o\0".formatted(member.content().size()));
    // No time of change: the same members are to give the same bytes.
    put(header, 136, "00000000000\0");
    header[TYPE_AT] = '0';
    MAGIC.copyTo(header, MAGIC_AT);
    put(header, SUM_AT, "%06o\0 ".formatted(sum(header)));
    return Bytes.of(header);
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

  private static boolean isEmpty(Bytes block) {
    return block.equals(Bytes.of(new byte[BLOCK]));
  }

  private static boolean isName(String name) {
    return name.matches("[A-Za-z0-9._/-]{1,%d}".formatted(NAME_MAX))
        && Arrays.stream(name.split("/", -1))
            .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
  }

  private static MalformedTarException malformed(String what, String found, String expected) {
    return new MalformedTarException(what, found, expected);
  }
}
