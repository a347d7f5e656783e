package org.sarhad.tlog.checkpoint;

import java.util.List;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.Decimal;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// The head of a log at one moment: its name, how many entries it has, and the root over them;
/// tlog-checkpoint.
///
/// Three lines of text, each ended by a newline:
///
/// ```
/// example.com/behind-the-sofa
/// 20852163
/// CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
/// ```
///
/// @param origin the log's name: not empty, no control characters
/// @param size how many entries the tree has, 0 or more
/// @param root the root of the tree
/// @param extensions further lines of the log's own, none empty. We write none: ML-DSA cosignatures
///   do not cover them. Read because others may.
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
  /// The size of the largest origin in bytes of UTF-8: what ML-DSA cosignatures have room for.
  public static final int ORIGIN_BYTES_MAX = 255;

  /// Throws [IllegalArgumentException] if a part is not as described above.
  public Checkpoint {
    extensions = List.copyOf(extensions);
    if (!isLine(origin) || Bytes.ofUtf8(origin).size() > ORIGIN_BYTES_MAX) {
      throw new IllegalArgumentException(
          "origin \"%s\" is empty, too long or not one line".formatted(origin));
    }
    if (size < 0) {
      throw new IllegalArgumentException("tree size %d is negative".formatted(size));
    }
    for (var extension : extensions) {
      if (!isLine(extension)) {
        throw new IllegalArgumentException(
            "extension \"%s\" is empty or not one line".formatted(extension));
      }
    }
  }

  /// A checkpoint without extension lines.
  public Checkpoint(String origin, long size, Hash root) {
    this(origin, size, root, List.of());
  }

  /// The head of a log that has no entries yet.
  public static Checkpoint empty(String origin) {
    return new Checkpoint(origin, 0, Merkle.EMPTY_ROOT);
  }

  /// The checkpoint in `text`, the text of a note. Printing the result gives `text` again.
  public static Checkpoint parse(String text) throws MalformedCheckpointException {
    if (!text.endsWith("\n")) {
      throw malformed("checkpoint", text, "lines, each ended by a newline");
    }
    var lines = text.substring(0, text.length() - 1).split("\n", -1);
    if (lines.length < 3) {
      throw malformed("checkpoint", text, "an origin, a size and a root");
    }
    for (var line : lines) {
      if (!isLine(line)) {
        throw malformed(
            "checkpoint", line, "lines that are not empty and have no control characters");
      }
    }
    if (Bytes.ofUtf8(lines[0]).size() > ORIGIN_BYTES_MAX) {
      throw malformed("origin", lines[0], "at most 255 bytes");
    }
    long size =
        Decimal.parse(lines[1])
            .orElseThrow(() -> malformed("tree size", lines[1], Decimal.EXPECTED));
    var root =
        Hash.parseBase64(lines[2])
            .orElseThrow(() -> malformed("root", lines[2], "canonical base64 of 32 bytes"));
    return new Checkpoint(lines[0], size, root, List.of(lines).subList(3, lines.length));
  }

  /// The text of the note. Inverse of [#parse].
  public String text() {
    var text = new StringBuilder(origin).append('\n').append(size).append('\n').append(root);
    extensions.forEach(line -> text.append('\n').append(line));
    return text.append('\n').toString();
  }

  private static boolean isLine(String line) {
    for (int i = 0; i < line.length(); ) {
      int c = line.codePointAt(i);
      if (c < 0x20 || Character.getType(c) == Character.SURROGATE) {
        return false;
      }
      i += Character.charCount(c);
    }
    return !line.isEmpty();
  }

  private static MalformedCheckpointException malformed(
      String what, String found, String expected) {
    return new MalformedCheckpointException(what, found, expected);
  }
}
