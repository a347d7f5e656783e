package org.sarhad.core.travel;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sarhad.core.party.PartyId;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// A grid as bytes (protocol clause 19-2.3): a line that says what it is, the frame, the sides, the
/// gates, and the cells as runs of equal ones. A grid has one spelling, so its SHA-256 is its name.
public final class GridFile {
  /// Largest file, in bytes.
  public static final int BYTES_MAX = 16 * 1024 * 1024;

  private static final Bytes MAGIC = Bytes.ofUtf8("sarhad grid v1\n");
  private static final int OPEN = 1;
  private static final int CHANGES_HAND = 2;
  private static final int NAME_MAX = 64;
  private static final int BYTE = 0xff;
  private static final int SEVEN_BITS = 0x7f;
  private static final int MORE = 0x80;
  private static final int RUN_BYTES_MAX = 4;

  private final Bytes file;
  private int at;

  private GridFile(Bytes file) {
    this.file = file;
  }

  /// The name of a grid: the SHA-256 of its bytes.
  public static Hash name(Bytes file) {
    return Merkle.sha256(file);
  }

  // ---- reading --------------------------------------------------------------------------------

  /// Inverse of [#write]. O(cells).
  ///
  /// @throws MalformedGridException when it is anything else: cut short, longer than it says, or
  ///   with a cell, a gate or a frame that cannot be
  public static CostGrid parse(Bytes file) throws MalformedGridException {
    if (file.size() > BYTES_MAX) {
      throw new MalformedGridException("its size", file.size() + " bytes", "at most " + BYTES_MAX);
    }
    if (!file.startsWith(MAGIC)) {
      throw new MalformedGridException(
          "its first line",
          file.slice(0, Math.min(file.size(), MAGIC.size())).hex(),
          "\"sarhad grid v1\"");
    }
    var reader = new GridFile(file);
    reader.at = MAGIC.size();
    return reader.grid();
  }

  private CostGrid grid() throws MalformedGridException {
    try {
      var frame = new GridFrame(number(), number(), number(), number(), number(), number());
      var left = new PartyId(text());
      var right = new PartyId(text());
      List<Gate> gates = new ArrayList<>();
      int count = octet();
      for (int i = 0; i < count; i++) {
        gates.add(gate());
      }
      return new CostGrid(frame, left, right, gates, cells(frame.cells()));
    } catch (IllegalArgumentException e) {
      throw new MalformedGridException(
          "before byte " + at, String.valueOf(e.getMessage()), "a grid as it can be");
    }
  }

  private Gate gate() throws MalformedGridException {
    String name = text();
    int left = number();
    int right = number();
    int flags = octet();
    if (flags > (OPEN | CHANGES_HAND)) {
      throw new MalformedGridException(
          "a gate before byte " + at, Integer.toString(flags), "flags from 0 to 3");
    }
    return new Gate(name, left, right, (flags & OPEN) != 0, (flags & CHANGES_HAND) != 0);
  }

  private byte[] cells(int count) throws MalformedGridException {
    byte[] cells = new byte[count];
    int before = -1;
    int filled = 0;
    while (filled < count) {
      int value = octet();
      int run = run();
      if (!CostGrid.isValue(value) || value == before || run < 1 || run > count - filled) {
        throw new MalformedGridException(
            "a run before byte " + at,
            run + " cells of " + value,
            "another kind of cell than before, at least 1 and at most " + (count - filled));
      }
      Arrays.fill(cells, filled, filled + run, (byte) value);
      filled += run;
      before = value;
    }
    if (at < file.size()) {
      throw new MalformedGridException(
          "its end", (file.size() - at) + " bytes behind the last cell", "none");
    }
    return cells;
  }

  private int octet() throws MalformedGridException {
    if (at >= file.size()) {
      throw new MalformedGridException("byte " + at, "the end", "more: it was cut short");
    }
    return file.at(at++) & BYTE;
  }

  private int number() throws MalformedGridException {
    int value = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      value = (value << Byte.SIZE) | octet();
    }
    return value;
  }

  private String text() throws MalformedGridException {
    int length = octet();
    if (length > NAME_MAX || length > file.size() - at) {
      throw new MalformedGridException(
          "a name before byte " + at, length + " bytes", "at most " + NAME_MAX + " that are there");
    }
    Bytes text = file.slice(at, at + length);
    at += length;
    return text.findUtf8()
        .orElseThrow(() -> new MalformedGridException("a name", text.hex(), "UTF-8"));
  }

  /// A length in groups of seven bits, the lowest first; as short as it can be.
  private int run() throws MalformedGridException {
    int length = 0;
    for (int group = 0; group < RUN_BYTES_MAX; group++) {
      int octet = octet();
      length |= (octet & SEVEN_BITS) << (7 * group);
      if ((octet & MORE) == 0) {
        if (octet == 0 && group > 0) {
          break;
        }
        return length;
      }
    }
    throw new MalformedGridException(
        "a run before byte " + at, "a length that is too long", "it in its shortest form");
  }

  // ---- writing --------------------------------------------------------------------------------

  /// Inverse of [#parse]. O(cells).
  public static Bytes write(CostGrid grid) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(MAGIC.toArray());
    GridFrame frame = grid.frame();
    write(out, frame.southMicro());
    write(out, frame.westMicro());
    write(out, frame.heightMicro());
    write(out, frame.widthMicro());
    write(out, frame.columns());
    write(out, frame.rows());
    write(out, grid.left().value());
    write(out, grid.right().value());
    out.write(grid.gates().size());
    for (Gate gate : grid.gates()) {
      write(out, gate.name());
      write(out, gate.left());
      write(out, gate.right());
      out.write((gate.isOpen() ? OPEN : 0) | (gate.changesHand() ? CHANGES_HAND : 0));
    }
    writeCells(out, grid);
    return Bytes.of(out.toByteArray());
  }

  private static void writeCells(ByteArrayOutputStream out, CostGrid grid) {
    int cells = grid.frame().cells();
    for (int from = 0; from < cells; ) {
      int to = from + 1;
      while (to < cells && grid.valueOf(to) == grid.valueOf(from)) {
        to++;
      }
      out.write(grid.valueOf(from));
      int run = to - from;
      for (; run > SEVEN_BITS; run >>>= 7) {
        out.write((run & SEVEN_BITS) | MORE);
      }
      out.write(run);
      from = to;
    }
  }

  private static void write(ByteArrayOutputStream out, int number) {
    for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      out.write(number >>> shift);
    }
  }

  private static void write(ByteArrayOutputStream out, String name) {
    byte[] text = Bytes.ofUtf8(name).toArray();
    out.write(text.length);
    out.writeBytes(text);
  }
}
