package org.sarhad.core.entry;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// How an entry names one of its payloads (protocol clause 02-4): a commitment to its exact bytes.
///
/// @param role what it is to the entry: `body` is what the entry's kind defines, others are
///   attachments; 1 to 32 characters of `[a-z0-9_]`, beginning with a letter
/// @param media the media type, lower case, without parameters; `application/json` is salted JSON,
///   see [Payload]
/// @param sha256 SHA-256 of the bytes
/// @param sizeBytes how many bytes, 0 to [EntryLimits#PAYLOAD_BYTES_MAX]
/// @param revealBy until when the author promises to show it; empty when it is not withheld
public record PayloadRef(
    String role, String media, Hash sha256, int sizeBytes, Optional<Instant> revealBy) {
  /// The role of the payload whose content the entry's kind defines.
  public static final String BODY = "body";

  private static final int ROLE_MAX = 32;
  private static final int MEDIA_MAX = 127;

  /// @throws IllegalArgumentException naming what is not as described
  public PayloadRef {
    checkedRole(role);
    checkedMedia(media);
    if (sizeBytes < 0 || sizeBytes > EntryLimits.PAYLOAD_BYTES_MAX) {
      throw new IllegalArgumentException(
          "payload of %d bytes; expected 0 to %d"
              .formatted(sizeBytes, EntryLimits.PAYLOAD_BYTES_MAX));
    }
  }

  /// Whether it is withheld until [#revealBy()].
  public boolean isSealed() {
    return revealBy.isPresent();
  }

  /// Whether `bytes` are the payload that was named: the check of a reveal, and of everything that
  /// comes over the link. Equal to `sha256sum` of a file and its size.
  public boolean isOf(Bytes bytes) {
    return bytes.size() == sizeBytes && Merkle.sha256(bytes).equals(sha256);
  }

  /// This reference, withheld until `time`.
  public PayloadRef sealedUntil(Instant time) {
    return new PayloadRef(role, media, sha256, sizeBytes, Optional.of(time));
  }

  Json.Obj toJson() {
    JsonBuilder json =
        Json.obj()
            .put("media", media)
            .put("role", role)
            .putSha256("sha256", sha256)
            .put("size", sizeBytes);
    revealBy.ifPresent(time -> json.put("reveal_by", time));
    return json.build();
  }

  static PayloadRef fromJson(Json.Obj json) throws MalformedJsonException {
    json.allowOnly("media", "reveal_by", "role", "sha256", "size");
    Hash sha256 = json.sha256("sha256");
    int sizeBytes = json.smallInteger("size", 0, EntryLimits.PAYLOAD_BYTES_MAX);
    Optional<Instant> revealBy = json.findTime("reveal_by");
    return new PayloadRef(
        json.as("role", PayloadRef::checkedRole),
        json.as("media", PayloadRef::checkedMedia),
        sha256,
        sizeBytes,
        revealBy);
  }

  static String checkedMedia(String media) {
    if (!isMedia(media)) {
      throw new IllegalArgumentException(
          "media type \"" + media + "\" is not type/subtype in lower case without parameters");
    }
    return media;
  }

  private static String checkedRole(String role) {
    if (!isWord(role, "", ROLE_MAX)) {
      throw new IllegalArgumentException("payload role \"" + role + "\" is not [a-z][a-z0-9_]*");
    }
    return role;
  }

  private static boolean isMedia(String media) {
    int slash = media.indexOf('/');
    return slash > 0
        && media.length() <= MEDIA_MAX
        && isWord(media.substring(0, slash), "!#$&-^.+", MEDIA_MAX)
        && isWord(media.substring(slash + 1), "!#$&-^.+", MEDIA_MAX);
  }

  private static boolean isWord(String word, String marks, int lengthMax) {
    if (word.isEmpty() || word.length() > lengthMax) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean isInner = i > 0 && ((c >= '0' && c <= '9') || c == '_' || marks.indexOf(c) >= 0);
      if (!(c >= 'a' && c <= 'z') && !isInner) {
        return false;
      }
    }
    return true;
  }
}
