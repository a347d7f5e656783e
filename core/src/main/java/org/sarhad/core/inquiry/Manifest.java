package org.sarhad.core.inquiry;

import java.util.List;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// A large file as chunks, so that it can be sent piece by piece, taken up again where a link broke
/// off, and checked piece by piece (protocol clause 09-5.6).
///
/// Every chunk has 4 MiB, the last one what is left. The whole is known by its own SHA-256, which
/// the exhibit is registered by.
///
/// @param sizeBytes of the file, 1 to 2 GiB
/// @param chunks SHA-256 of each chunk, in order; as many as the size asks for, at most 512
public record Manifest(long sizeBytes, List<Hash> chunks) {
  /// Bytes of a chunk.
  public static final int CHUNK_BYTES = 4 << 20;

  /// @throws IllegalArgumentException when the size is out of range, or there are more or fewer
  ///   chunks than it asks for
  public Manifest {
    chunks = List.copyOf(chunks);
    if (sizeBytes < 1 || sizeBytes > Description.SIZE_MAX) {
      throw new IllegalArgumentException("manifest of a file of " + sizeBytes + " bytes");
    }
    if (chunks.size() != count(sizeBytes)) {
      throw new IllegalArgumentException(
          "%d chunks of a file of %d bytes; expected %d"
              .formatted(chunks.size(), sizeBytes, count(sizeBytes)));
    }
  }

  private static int count(long sizeBytes) {
    return (int) ((sizeBytes + CHUNK_BYTES - 1) / CHUNK_BYTES);
  }

  /// How many bytes the chunk at `index` has.
  ///
  /// @throws IndexOutOfBoundsException when there is no such chunk
  public int sizeOf(int index) {
    if (index < 0 || index >= chunks.size()) {
      throw new IndexOutOfBoundsException("chunk " + index + " of " + chunks.size());
    }
    return (int) Math.min(CHUNK_BYTES, sizeBytes - (long) index * CHUNK_BYTES);
  }

  /// Whether `bytes` are the chunk at `index`.
  public boolean isChunk(int index, Bytes bytes) {
    return index >= 0
        && index < chunks.size()
        && bytes.size() == sizeOf(index)
        && Merkle.sha256(bytes).equals(chunks.get(index));
  }

  /// SHA-256 over `sarhad chunks v1`, a line feed, and one line of size and one of each chunk: by
  /// which two sides can say that they have the same manifest.
  public Hash digest() {
    StringBuilder text = new StringBuilder("sarhad chunks v1\n").append(sizeBytes).append('\n');
    chunks.forEach(chunk -> text.append(chunk.hex()).append('\n'));
    return Merkle.sha256(Bytes.ofUtf8(text.toString()));
  }

  Json.Obj toJson() {
    return Json.obj()
        .put("chunks", Json.arr(chunks.stream().map(chunk -> Json.of(chunk.hex()))))
        .put("size", sizeBytes)
        .build();
  }

  static Manifest fromJson(Json.Obj json) throws MalformedJsonException {
    json.allowOnly("chunks", "size");
    return new Manifest(
        json.integer("size", 1, Description.SIZE_MAX),
        Lists.texts(json, "chunks", Manifest::chunk));
  }

  private static Hash chunk(String hex) {
    return Hash.parseHex(hex)
        .orElseThrow(() -> new IllegalArgumentException("\"" + hex + "\" is no SHA-256"));
  }
}
