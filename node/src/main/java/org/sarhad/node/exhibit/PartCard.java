package org.sarhad.node.exhibit;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sarhad.core.inquiry.Description;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonLimits;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;

/// What is known of a file that is being gathered: the text of `card` beside its bytes (05-7.2).
///
/// @param begun when, by this node's clock
/// @param by the login of whoever uploads it, or the name of the side it is fetched from
/// @param from the side it is fetched from; empty for an upload
/// @param media the media type it is said to be; never looked at but shown
/// @param sizeBytes of the whole, 1 to 2 GiB
/// @param chunkBytes of a chunk
/// @param sha256 of the whole, as far as it was said beforehand
/// @param outcome what its bytes came to, once all were there
public record PartCard(
    Instant begun,
    String by,
    Optional<PartyId> from,
    String media,
    long sizeBytes,
    int chunkBytes,
    Optional<Hash> sha256,
    Outcome outcome) {
  private static final JsonLimits LIMITS = JsonLimits.ofBytes(4 << 10);
  private static final int BY_MAX = 128;
  private static final Pattern MEDIA =
      Pattern.compile("[a-z][a-z0-9!#$&^.+-]{0,63}/[a-z0-9][a-z0-9!#$&^.+-]{0,63}");

  /// What the bytes of a part came to.
  public sealed interface Outcome {
    /// Not all are there.
    record Gathering() implements Outcome {}

    /// All are there and were checked: they are on their way to their place under `sha256`.
    record Done(Hash sha256) implements Outcome {}

    /// All are there, each as its manifest has it, and the whole is another one than the exhibit
    /// says: the holder signed two things that cannot both be true. Kept as it is.
    record Contradicted(Hash found) implements Outcome {}
  }

  /// @throws IllegalArgumentException when the size is out of range, or a text none
  public PartCard {
    if (sizeBytes < 1 || sizeBytes > Description.SIZE_MAX || chunkBytes < 1) {
      throw new IllegalArgumentException(
          "a file of %d bytes in chunks of %d".formatted(sizeBytes, chunkBytes));
    }
    if (!isMedia(media)) {
      throw new IllegalArgumentException("media type \"" + media + "\"");
    }
    if (by.isEmpty() || by.length() > BY_MAX) {
      throw new IllegalArgumentException("somebody called \"" + by + "\"");
    }
  }

  /// A part to which everything is to be added yet.
  static PartCard begun(
      Instant at, String by, Optional<PartyId> from, Wanted wanted, int chunkBytes) {
    return new PartCard(
        at,
        by,
        from,
        wanted.media(),
        wanted.sizeBytes(),
        chunkBytes,
        wanted.sha256(),
        new Outcome.Gathering());
  }

  /// A file that is to be gathered.
  ///
  /// @param sizeBytes of it
  /// @param media the media type it is said to be
  /// @param sha256 what it must turn out to be; empty when nobody knows beforehand
  public record Wanted(long sizeBytes, String media, Optional<Hash> sha256) {}

  /// Whether `media` is a media type in small letters, without parameters.
  public static boolean isMedia(String media) {
    return MEDIA.matcher(media).matches();
  }

  /// How it falls into chunks.
  public ChunkPlan plan() {
    return new ChunkPlan(sizeBytes, chunkBytes);
  }

  /// Whether an officer of this side uploads it.
  public boolean isUpload() {
    return from.isEmpty();
  }

  /// Whether chunks may still be added.
  public boolean isGathering() {
    return outcome instanceof Outcome.Gathering;
  }

  PartCard with(Outcome next) {
    return new PartCard(begun, by, from, media, sizeBytes, chunkBytes, sha256, next);
  }

  /// The text of it.
  Bytes bytes() {
    var json =
        Json.obj()
            .put("begun", begun)
            .put("by", by)
            .put("chunk", chunkBytes)
            .putTextIfPresent("from", from.map(PartyId::value))
            .put("media", media)
            .putTextIfPresent("sha256", sha256.map(Hash::hex))
            .put("size", sizeBytes);
    switch (outcome) {
      case Outcome.Gathering _ -> {}
      case Outcome.Done(Hash whole) -> json.putSha256("done", whole);
      case Outcome.Contradicted(Hash found) -> json.putSha256("contradicted", found);
    }
    return json.build().canonical();
  }

  /// The card that `text` is; the inverse of [#bytes].
  static PartCard parse(Bytes text) throws MalformedJsonException {
    var json = Json.parseCanonicalObject(text, LIMITS);
    json.allowOnly(
        "begun", "by", "chunk", "contradicted", "done", "from", "media", "sha256", "size");
    var outcome = outcome(json);
    try {
      return new PartCard(
          json.time("begun"),
          json.text("by"),
          json.findAs("from", PartyId::of),
          json.text("media"),
          json.integer("size", 1, Description.SIZE_MAX),
          json.smallInteger("chunk", 1, Integer.MAX_VALUE),
          json.has("sha256") ? Optional.of(json.sha256("sha256")) : Optional.empty(),
          outcome);
    } catch (IllegalArgumentException e) {
      throw new MalformedJsonException("card", text.findUtf8().orElse(""), "a card: " + e);
    }
  }

  private static Outcome outcome(Json.Obj json) throws MalformedJsonException {
    if (json.has("done") && json.has("contradicted")) {
      throw new MalformedJsonException("card", "two outcomes", "one or none");
    }
    if (json.has("done")) {
      return new Outcome.Done(json.sha256("done"));
    }
    return json.has("contradicted")
        ? new Outcome.Contradicted(json.sha256("contradicted"))
        : new Outcome.Gathering();
  }
}
