package org.sarhad.core.entry;

import java.util.Optional;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// What was said: a blob, stored beside the log and named in the entry by its SHA-256 (protocol
/// clause 02-4).
public sealed interface Payload {
  /// The media type of salted JSON.
  String JSON_MEDIA = "application/json";

  /// Bytes of salt.
  int SALT_BYTES = 32;

  /// The exact bytes that are stored, sent and hashed.
  Bytes bytes();

  /// The media type that the reference gives.
  String media();

  /// The reference to put into an entry.
  default PayloadRef ref(String role) {
    return new PayloadRef(role, media(), sha256(), bytes().size(), Optional.empty());
  }

  /// SHA-256 of the bytes.
  default Hash sha256() {
    return Merkle.sha256(bytes());
  }

  /// `body` with `salt` in front: `{"_salt":"…", … }`.
  ///
  /// @param salt 32 bytes that nobody can guess; without them a short body could be found by trying
  ///   all that might have been said
  /// @throws IllegalArgumentException when the salt has another size, a member name of `body`
  ///   begins with `_`, or the whole is larger than [EntryLimits#PAYLOAD_BYTES_MAX]
  static Salted salted(Json.Obj body, Bytes salt) {
    return Salted.of(body, salt);
  }

  /// A file as it is. Its name does not hide it: whoever guesses the file can check the guess.
  ///
  /// @throws IllegalArgumentException when it is larger than [EntryLimits#PAYLOAD_BYTES_MAX] or its
  ///   media type is that of salted JSON
  static Raw raw(String media, Bytes bytes) {
    return new Raw(media, bytes);
  }

  /// `bytes` as the payload that `ref` names.
  ///
  /// @throws MalformedPayloadException when they are other bytes, or not of the form that the media
  ///   type asks for
  static Payload open(PayloadRef ref, Bytes bytes) throws MalformedPayloadException {
    if (!ref.isOf(bytes)) {
      throw new MalformedPayloadException(
          "payload \"" + ref.role() + "\"",
          "%d bytes with SHA-256 %s".formatted(bytes.size(), Merkle.sha256(bytes).hex()),
          "%d bytes with SHA-256 %s".formatted(ref.sizeBytes(), ref.sha256().hex()));
    }
    return ref.media().equals(JSON_MEDIA) ? Salted.parse(bytes) : raw(ref.media(), bytes);
  }

  /// JSON with salt.
  final class Salted implements Payload {
    private static final String SALT = "_salt";

    private final Json.Obj body;
    private final Bytes bytes;

    private Salted(Json.Obj body, Bytes bytes) {
      this.body = body;
      this.bytes = bytes;
    }

    private static Salted of(Json.Obj body, Bytes salt) {
      if (salt.size() != SALT_BYTES) {
        throw new IllegalArgumentException("salt of " + salt.size() + " bytes; expected 32");
      }
      var salted = Json.obj().put(SALT, salt.base64());
      for (String name : body.names()) {
        if (name.startsWith("_")) {
          throw new IllegalArgumentException("member name \"" + name + "\" is reserved");
        }
        salted.put(name, body.find(name).orElseThrow());
      }
      Bytes bytes = salted.build().canonical();
      if (bytes.size() > EntryLimits.PAYLOAD_BYTES_MAX) {
        throw new IllegalArgumentException(
            "payload of %d bytes; expected at most %d"
                .formatted(bytes.size(), EntryLimits.PAYLOAD_BYTES_MAX));
      }
      return new Salted(body, bytes);
    }

    /// The salted JSON in `bytes`.
    ///
    /// @throws MalformedPayloadException when they are not canonical, have no salt in front, or
    ///   more than one reserved member
    public static Salted parse(Bytes bytes) throws MalformedPayloadException {
      try {
        Json.Obj json = Json.parseCanonicalObject(bytes, EntryLimits.PAYLOAD);
        json.as(SALT, Salted::checkedSalt);
        // No other name may begin with '_', which sorts before letters: so the salt comes first.
        for (String name : json.names()) {
          if (name.startsWith("_") && !name.equals(SALT)) {
            throw new MalformedPayloadException("payload", name, "no reserved name but \"_salt\"");
          }
        }
        return new Salted(json.without(SALT), bytes);
      } catch (MalformedJsonException fault) {
        throw new MalformedPayloadException("payload", fault);
      }
    }

    private static Bytes checkedSalt(String base64) {
      return Bytes.parseBase64(base64)
          .filter(salt -> salt.size() == SALT_BYTES)
          .orElseThrow(() -> new IllegalArgumentException("32 bytes in base64"));
    }

    /// What was said, without the salt.
    public Json.Obj body() {
      return body;
    }

    @Override
    public Bytes bytes() {
      return bytes;
    }

    @Override
    public String media() {
      return JSON_MEDIA;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Salted that && bytes.equals(that.bytes);
    }

    @Override
    public int hashCode() {
      return bytes.hashCode();
    }

    /// The body; the salt is nobody's business.
    @Override
    public String toString() {
      return body.toString();
    }
  }

  /// A file as it is.
  record Raw(String media, Bytes bytes) implements Payload {
    /// See [Payload#raw].
    public Raw {
      PayloadRef.checkedMedia(media);
      if (bytes.size() > EntryLimits.PAYLOAD_BYTES_MAX || media.equals(JSON_MEDIA)) {
        throw new IllegalArgumentException(
            "raw payload of %d bytes and type %s; expected at most %d bytes that are not %s"
                .formatted(bytes.size(), media, EntryLimits.PAYLOAD_BYTES_MAX, JSON_MEDIA));
      }
    }
  }
}
