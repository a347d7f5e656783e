package org.sarhad.node.exhibit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.inquiry.Description;
import org.sarhad.core.inquiry.Manifest;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonLimits;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;

/// What is known of a file that is held whole: the text of `card` beside its bytes (05-7.3).
///
/// @param since when it was whole, by this node's clock
/// @param by the login of whoever uploaded it, or the name of the side it came from
/// @param from the side it came from; empty for an upload
/// @param media the media type it is said to be; never looked at but shown
/// @param sizeBytes of it
/// @param chunkBytes of a chunk
/// @param chunks SHA-256 of each chunk, in order
/// @param exhibits the exhibits that were ever seen to be known by it: from then on only the record
///   can let it go
/// @param isErased whether its bytes are being deleted, or were
public record HeldCard(
    Instant since,
    String by,
    Optional<PartyId> from,
    String media,
    long sizeBytes,
    int chunkBytes,
    List<Hash> chunks,
    SortedSet<EntryId> exhibits,
    boolean isErased) {
  private static final JsonLimits LIMITS = JsonLimits.ofBytes(128 << 10);

  /// More exhibits than this of one and the same file are not written down; the first hold it.
  private static final int EXHIBITS_MAX = 256;

  /// @throws IllegalArgumentException when size and chunks do not go together, or a text is none
  public HeldCard {
    chunks = List.copyOf(chunks);
    exhibits = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(exhibits));
    if (chunks.size() != new ChunkPlan(sizeBytes, chunkBytes).count()) {
      throw new IllegalArgumentException(
          "%d chunks of a file of %d bytes".formatted(chunks.size(), sizeBytes));
    }
    if (by.isEmpty() || !PartCard.isMedia(media)) {
      throw new IllegalArgumentException("media \"%s\" by \"%s\"".formatted(media, by));
    }
  }

  static HeldCard of(PartCard part, Instant since, List<Hash> chunks) {
    return new HeldCard(
        since,
        part.by(),
        part.from(),
        part.media(),
        part.sizeBytes(),
        part.chunkBytes(),
        chunks,
        new TreeSet<>(),
        false);
  }

  /// How it falls into chunks.
  public ChunkPlan plan() {
    return new ChunkPlan(sizeBytes, chunkBytes);
  }

  /// Whether these are the chunks that `manifest` says.
  public boolean fits(Manifest manifest) {
    return manifest.sizeBytes() == sizeBytes && manifest.chunks().equals(chunks);
  }

  HeldCard naming(SortedSet<EntryId> more) {
    var all = new TreeSet<>(exhibits);
    more.stream().limit(Math.max(0, EXHIBITS_MAX - all.size())).forEach(all::add);
    return new HeldCard(since, by, from, media, sizeBytes, chunkBytes, chunks, all, isErased);
  }

  HeldCard erased() {
    return new HeldCard(since, by, from, media, sizeBytes, chunkBytes, chunks, exhibits, true);
  }

  /// The text of it.
  Bytes bytes() {
    return Json.obj()
        .put("by", by)
        .put("chunk", chunkBytes)
        .put("chunks", Json.arr(chunks.stream().map(chunk -> Json.of(chunk.hex()))))
        .put("erased", isErased)
        .put("exhibits", Json.arr(exhibits.stream().map(entry -> Json.of(entry.toString()))))
        .putTextIfPresent("from", from.map(PartyId::value))
        .put("media", media)
        .put("since", since)
        .put("size", sizeBytes)
        .build()
        .canonical();
  }

  /// The card that `text` is; the inverse of [#bytes].
  static HeldCard parse(Bytes text) throws MalformedJsonException {
    var json = Json.parseCanonicalObject(text, LIMITS);
    json.allowOnly("by", "chunk", "chunks", "erased", "exhibits", "from", "media", "since", "size");
    try {
      var card =
          new HeldCard(
              json.time("since"),
              json.text("by"),
              json.findAs("from", PartyId::of),
              json.text("media"),
              json.integer("size", 1, Description.SIZE_MAX),
              json.smallInteger("chunk", 1, Integer.MAX_VALUE),
              json.array("chunks").texts().stream().map(HeldCard::chunk).toList(),
              exhibits(json.array("exhibits").texts()),
              json.bool("erased"));
      if (!card.bytes().equals(text)) {
        throw new IllegalArgumentException("exhibits that do not ascend");
      }
      return card;
    } catch (IllegalArgumentException e) {
      throw new MalformedJsonException("card", text.findUtf8().orElse(""), "a card: " + e);
    }
  }

  private static SortedSet<EntryId> exhibits(List<String> names) {
    var entries = new TreeSet<EntryId>();
    names.forEach(name -> entries.add(EntryId.parse(name)));
    return entries;
  }

  private static Hash chunk(String hex) {
    return Hash.parseHex(hex)
        .orElseThrow(() -> new IllegalArgumentException("\"" + hex + "\" is no SHA-256"));
  }
}
