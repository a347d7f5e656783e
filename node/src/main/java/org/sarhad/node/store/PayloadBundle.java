package org.sarhad.node.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;
import org.sarhad.tlog.tree.TilePath;

/// The payloads of up to 256 neighbouring entries, in a file beside their entry bundle; 05-4.
///
/// @param items sorted by slot, each (slot, hash) once; 65 535 at most
record PayloadBundle(List<Item> items) {
  /// No payloads.
  static final PayloadBundle EMPTY = new PayloadBundle(List.of());

  private static final byte[] MAGIC = "SARHADP1".getBytes(StandardCharsets.US_ASCII);
  private static final int ROW_BYTES = 1 + 1 + 4 + Hash.SIZE;
  private static final int ITEMS_MAX = 65_535;
  private static final byte HELD = 0;
  private static final byte ERASED = 1;

  /// A payload, or what is left of one that was erased.
  ///
  /// @param slot index of its entry, modulo 256
  /// @param bytes the payload; empty if it was erased
  record Item(int slot, Hash sha256, Optional<Bytes> bytes) {
    static Item held(int slot, Bytes bytes) {
      return new Item(slot, Merkle.sha256(bytes), Optional.of(bytes));
    }

    Item erased() {
      return new Item(slot, sha256, Optional.empty());
    }

    boolean isAt(int slot, Hash sha256) {
      return this.slot == slot && this.sha256.equals(sha256);
    }
  }

  PayloadBundle {
    items = items.stream().sorted(Comparator.comparingInt(Item::slot)).toList();
    if (items.size() > ITEMS_MAX) {
      throw new IllegalArgumentException(
          items.size() + " payloads in a bundle: expected at most 65535");
    }
  }

  /// This bundle and `more`. What is here already, held or erased, stays as it is: an erased
  /// payload that arrives again is not taken.
  PayloadBundle with(List<Item> more) {
    var all = new ArrayList<>(items);
    for (var item : more) {
      if (all.stream().noneMatch(known -> known.isAt(item.slot, item.sha256))) {
        all.add(item);
      }
    }
    return new PayloadBundle(all);
  }

  /// This bundle without the bytes of any payload with that hash.
  PayloadBundle without(Hash sha256) {
    return new PayloadBundle(
        items.stream().map(item -> item.sha256.equals(sha256) ? item.erased() : item).toList());
  }

  /// The bytes of the file. Inverse of [#parse].
  Bytes bytes() {
    int size = MAGIC.length + 2 + items.size() * ROW_BYTES + 4;
    for (var item : items) {
      size = Math.addExact(size, item.bytes.map(Bytes::size).orElse(0));
    }
    var out = ByteBuffer.allocate(size);
    out.put(MAGIC).putShort((short) items.size());
    for (var item : items) {
      out.put((byte) item.slot).put(item.bytes.isPresent() ? HELD : ERASED);
      out.putInt(item.bytes.map(Bytes::size).orElse(0)).put(item.sha256.toArray());
    }
    out.putInt(crc(out.array(), out.position()));
    items.forEach(item -> item.bytes.ifPresent(bytes -> bytes.putInto(out)));
    return Bytes.of(out.flip());
  }

  /// What is wrong with the file of a payload bundle.
  static final class MalformedPayloadsException extends Exception {
    private static final long serialVersionUID = 1;

    MalformedPayloadsException(String what) {
      super(what);
    }
  }

  /// The bundle in `file`, every payload compared with its hash.
  static PayloadBundle parse(Bytes file) throws MalformedPayloadsException {
    var items = new ArrayList<Item>();
    var rows = parseTable(file);
    int at = tableBytes(rows.size());
    for (var row : rows) {
      if (file.size() - at < row.sizeBytes) {
        throw new MalformedPayloadsException("it ends within payload " + row.sha256.hex());
      }
      var bytes = file.slice(at, at + row.sizeBytes);
      at += row.sizeBytes;
      if (row.isHeld && !Merkle.sha256(bytes).equals(row.sha256)) {
        throw new MalformedPayloadsException("payload " + row.sha256.hex() + " has another hash");
      }
      items.add(new Item(row.slot, row.sha256, row.isHeld ? Optional.of(bytes) : Optional.empty()));
    }
    if (at != file.size()) {
      throw new MalformedPayloadsException(file.size() - at + " bytes follow the last payload");
    }
    return new PayloadBundle(items);
  }

  /// One line of the table at the head of the file.
  record Row(int slot, boolean isHeld, int sizeBytes, Hash sha256) {}

  /// How many bytes of the file a table of `rows` rows takes.
  static int tableBytes(int rows) {
    return MAGIC.length + 2 + rows * ROW_BYTES + 4;
  }

  /// The table at the head of `file`; what follows it is not looked at.
  static List<Row> parseTable(Bytes file) throws MalformedPayloadsException {
    var in = file.asByteBuffer();
    if (file.size() < tableBytes(0) || !file.startsWith(Bytes.of(MAGIC))) {
      throw new MalformedPayloadsException("it does not begin like a payload bundle");
    }
    int count = in.getShort(MAGIC.length) & 0xffff;
    int end = tableBytes(count);
    if (file.size() < end || in.getInt(end - 4) != crc(file.slice(0, end).toArray(), end - 4)) {
      throw new MalformedPayloadsException("its table is not what was written");
    }
    in.position(MAGIC.length + 2);
    var rows = new ArrayList<Row>(count);
    var hash = new byte[Hash.SIZE];
    for (int i = 0; i < count; i++) {
      int slot = in.get() & 0xff;
      boolean isHeld = in.get() == HELD;
      int sizeBytes = in.getInt();
      in.get(hash);
      rows.add(new Row(slot, isHeld, sizeBytes, Hash.of(hash)));
    }
    return rows;
  }

  private static int crc(byte[] bytes, int end) {
    var crc = new CRC32C();
    crc.update(bytes, 0, end);
    return (int) crc.getValue();
  }

  /// The path of the bundle beside entry bundle `index`, relative to the log's directory.
  static String path(long index) {
    return new TilePath.Entries(index, TilePath.FULL_WIDTH)
        .path()
        .replaceFirst("^tile/entries/", "payload/");
  }
}
