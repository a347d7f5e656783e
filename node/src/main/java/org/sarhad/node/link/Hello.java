package org.sarhad.node.link;

import java.time.Instant;
import java.util.Optional;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonLimits;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.record.SideKeys;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.MalformedException;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;

/// The answer to a greeting (`GET /hello`, ours): who answers and, for a peer it is paired with,
/// where the two logs stand. Everything in it is checked again before it is used: heads by their
/// signatures, the card against the one a person confirmed.
///
/// @param card who answers
/// @param time the answering node's clock
/// @param standing how far it is with the asker; empty for a stranger
public record Hello(PairingCard card, Instant time, Optional<Standing> standing) {
  /// The largest answer that is read, in bytes.
  public static final int BYTES_MAX = 128 * 1024;

  private static final JsonLimits LIMITS = JsonLimits.ofBytes(BYTES_MAX);

  /// Where two logs stand, as the answering node sees it.
  ///
  /// @param own its own newest head
  /// @param cosigned the newest of its own heads that the asker cosigned, with the asker's lines:
  ///   what the asker is known to have known
  /// @param held the newest head of the asker's log that it accepted
  /// @param mirrored how many entries of the asker's log it has cosigned
  /// @param isFrozen whether it has proof that the asker's log forked
  public record Standing(
      Optional<SignedCheckpoint> own,
      Optional<SignedCheckpoint> cosigned,
      Optional<SignedCheckpoint> held,
      long mirrored,
      boolean isFrozen) {}

  /// The answer as canonical JSON. Inverse of [#parse].
  public Bytes bytes() {
    var json = Json.obj().put("card", cardJson(card)).put("time", time).put("v", 1);
    standing.ifPresent(
        known -> {
          json.put("frozen", known.isFrozen()).put("mirrored", known.mirrored());
          known.own().ifPresent(head -> json.put("own", head.bytes().base64()));
          known.cosigned().ifPresent(head -> json.put("cosigned", head.bytes().base64()));
          known.held().ifPresent(head -> json.put("held", head.bytes().base64()));
        });
    return json.build().canonical();
  }

  /// The greeting in `bytes`. No signature is verified.
  public static Hello parse(Bytes bytes) throws MalformedHelloException {
    try {
      var json = Json.parseCanonicalObject(bytes, LIMITS);
      json.integer("v", 1, 1);
      var card = readCard(json.object("card"));
      return new Hello(card, json.time("time"), readStanding(json));
    } catch (MalformedJsonException e) {
      throw new MalformedHelloException("greeting", e);
    }
  }

  /// A card as canonical JSON, as it is kept once it is confirmed. Inverse of [#parseCard].
  public static Bytes cardBytes(PairingCard card) {
    return cardJson(card).canonical();
  }

  /// The card in `bytes`.
  public static PairingCard parseCard(Bytes bytes) throws MalformedHelloException {
    try {
      return readCard(Json.parseCanonicalObject(bytes, LIMITS));
    } catch (MalformedJsonException e) {
      throw new MalformedHelloException("card", e);
    }
  }

  private static Json.Obj cardJson(PairingCard card) {
    return Json.obj()
        .put("address", card.address())
        .put("keys", card.keys().toJson())
        .putSha256("tls", card.tlsKey())
        .build();
  }

  private static PairingCard readCard(Json.Obj json) throws MalformedJsonException {
    json.allowOnly("address", "keys", "tls");
    return new PairingCard(
        SideKeys.fromJson(json.object("keys")), json.sha256("tls"), json.text("address"));
  }

  private static Optional<Standing> readStanding(Json.Obj json)
      throws MalformedJsonException, MalformedHelloException {
    json.allowOnly("card", "cosigned", "frozen", "held", "mirrored", "own", "time", "v");
    if (!json.has("mirrored")) {
      return Optional.empty();
    }
    return Optional.of(
        new Standing(
            head(json, "own"),
            head(json, "cosigned"),
            head(json, "held"),
            json.integer("mirrored", 0, Json.INTEGER_MAX),
            json.bool("frozen")));
  }

  private static Optional<SignedCheckpoint> head(Json.Obj json, String name)
      throws MalformedJsonException, MalformedHelloException {
    var base64 = json.findText(name);
    if (base64.isEmpty()) {
      return Optional.empty();
    }
    var note =
        Bytes.parseBase64(base64.get())
            .orElseThrow(() -> new MalformedHelloException(name, base64.get(), "base64"));
    try {
      return Optional.of(SignedCheckpoint.parse(note));
    } catch (MalformedException e) {
      throw new MalformedHelloException(name, e.found(), e.expected());
    }
  }
}
