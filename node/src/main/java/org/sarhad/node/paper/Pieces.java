package org.sarhad.node.paper;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

/// Texts in pieces that each fit into one code.
///
/// A text of at most [#BYTES_MAX] bytes is its own only piece. A longer one is cut, and every piece
/// begins with a line that says which it is and of what:
///
/// ```
/// sarhad-piece 2/3 1a2b3c4d
/// ```
///
/// The last word is the beginning of the SHA-256 of the whole text without its last line feed: it
/// tells which pieces belong together and that they were put together right.
///
/// Programs that scan like to drop a line feed or a blank at an end. No cut is made beside one, and
/// a line feed at the end of a whole text is put back where the format wants it.
public final class Pieces {
  /// The most that goes into one code, in bytes of UTF-8: a symbol of 137 modules at a level that
  /// survives a fold of the paper.
  public static final int BYTES_MAX = 1_300;

  /// The most pieces of one text.
  public static final int COUNT_MAX = 64;

  private static final int HEAD_BYTES_MAX = 32;
  private static final int DIGEST_DIGITS = 8;
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String MARK = "sarhad-piece ";
  private static final Pattern HEAD =
      Pattern.compile(MARK + "([1-9][0-9]?)/([1-9][0-9]?) ([0-9a-f]{8})\n");

  private Pieces() {}

  /// Whether `text` is short enough to be printed at all.
  public static boolean fits(String text) {
    return cut(text).size() <= COUNT_MAX;
  }

  /// `text` as the texts of one or more codes.
  public static List<String> cut(String text) {
    int size = sizeOf(text);
    if (size <= BYTES_MAX) {
      return List.of(text);
    }
    int room = BYTES_MAX - HEAD_BYTES_MAX;
    int count = (size + room - 1) / room;
    var shares = shares(text, Math.min(room, size / count + HEAD_BYTES_MAX));
    var pieces = new ArrayList<String>();
    for (int i = 0; i < shares.size(); i++) {
      pieces.add(
          "%s%d/%d %s\n%s".formatted(MARK, i + 1, shares.size(), digest(text), shares.get(i)));
    }
    return pieces;
  }

  private static List<String> shares(String text, int bytesMax) {
    var shares = new ArrayList<String>();
    int from = 0;
    while (from < text.length()) {
      int to = end(text, from, bytesMax);
      shares.add(text.substring(from, to));
      from = to;
    }
    return shares;
  }

  /// Where a share that begins at `from` ends: as far as it may, and not beside white space.
  private static int end(String text, int from, int bytesMax) {
    int to = from;
    int last = from;
    int bytes = 0;
    while (to < text.length()) {
      int c = text.codePointAt(to);
      bytes += sizeOf(Character.toString(c));
      if (bytes > bytesMax) {
        return last > from ? last : to;
      }
      to += Character.charCount(c);
      boolean solid = !Character.isWhitespace(c);
      if (solid && to < text.length() && !Character.isWhitespace(text.codePointAt(to))) {
        last = to;
      }
    }
    return to;
  }

  /// The whole texts in what was scanned, in any order, pieces given twice or more included.
  ///
  /// @throws MalformedPaperException when a piece is missing or is not what was printed
  public static List<String> join(List<String> scanned) throws MalformedPaperException {
    var whole = new ArrayList<String>();
    Map<String, TreeMap<Integer, String>> cut = new LinkedHashMap<>();
    for (var text : scanned) {
      var tidy = tidy(text);
      var head = HEAD.matcher(tidy);
      if (!head.lookingAt()) {
        whole.add(tidy);
        continue;
      }
      cut.computeIfAbsent(head.group(2) + " " + head.group(3), _ -> new TreeMap<>())
          .put(Integer.parseInt(head.group(1)), tidy.substring(head.end()));
    }
    for (var text : cut.entrySet()) {
      whole.add(joined(text.getKey(), text.getValue()));
    }
    return whole;
  }

  /// As it was printed, whatever editor it went through.
  private static String tidy(String scanned) {
    var text = scanned.startsWith(BYTE_ORDER_MARK) ? scanned.substring(1) : scanned;
    return text.replace("\r\n", "\n");
  }

  private static String joined(String name, SortedMap<Integer, String> pieces)
      throws MalformedPaperException {
    int count = Integer.parseInt(name.substring(0, name.indexOf(' ')));
    var digest = name.substring(name.indexOf(' ') + 1);
    for (int number = 1; number <= count; number++) {
      if (!pieces.containsKey(number)) {
        throw new MalformedPaperException(
            "text " + digest,
            "pieces " + pieces.keySet() + " of " + count,
            "piece %d too".formatted(number));
      }
    }
    // A scanner may have added a line feed to a piece as well.
    var text =
        String.join("", pieces.values().stream().map(piece -> without(piece, '\n')).toList());
    if (!digest(text).equals(digest)) {
      throw new MalformedPaperException("text " + digest, digest(text), "the text as printed");
    }
    return text;
  }

  private static String without(String text, char last) {
    return !text.isEmpty() && text.charAt(text.length() - 1) == last
        ? text.substring(0, text.length() - 1)
        : text;
  }

  private static String digest(String text) {
    return Merkle.sha256(Bytes.ofUtf8(without(text, '\n'))).hex().substring(0, DIGEST_DIGITS);
  }

  private static int sizeOf(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
