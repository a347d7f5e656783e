package org.sarhad.core.market;

import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Payload;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Bodies;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;

/// Everything a side can say on the market by itself. Each fact is one entry; who says it, when and
/// where stands in the entry, not here. All of them are released (protocol clause 17-3).
///
/// As JSON each is the body payload of an entry of its [#kind()].
public sealed interface MarketFact {
  /// The kind, whose word stands in the envelope.
  MarketFactKind kind();

  /// The body, without salt. Inverse of [#fromJson].
  Json.Obj toJson();

  /// The fact of `kind` in `body`; only in its one spelling.
  ///
  /// @throws MalformedJsonException when the body is not such a fact
  static MarketFact fromJson(MarketFactKind kind, Json.Obj body) throws MalformedJsonException {
    return Bodies.closed(kind.kind().value(), body, json -> read(kind, json), MarketFact::toJson);
  }

  private static MarketFact read(MarketFactKind kind, Json.Obj json) throws MalformedJsonException {
    return switch (kind) {
      case STATED ->
          new Stated(json.as("protocol", EntryId::parse), Bid.fromJson(json.object("bid")));
      case WITHDRAWN -> new Withdrawn(json.as("bid", EntryId::parse));
      case SEALED -> new Sealed(json.as("protocol", EntryId::parse), json.sha256("commitment"));
      case REVEALED ->
          new Revealed(
              json.as("seal", EntryId::parse),
              json.as("salt", MarketFact::salt),
              Bid.fromJson(json.object("bid")));
    };
  }

  private static Bytes salt(String text) {
    return Bytes.parseBase64(text)
        .orElseThrow(() -> new IllegalArgumentException("expected bytes in base64"));
  }

  /// "We need this", or "we offer this".
  ///
  /// @param protocol the act that made the protocol
  /// @param bid what
  record Stated(EntryId protocol, Bid bid) implements MarketFact {
    @Override
    public MarketFactKind kind() {
      return MarketFactKind.STATED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj().put("bid", bid.toJson()).put("protocol", protocol.toString()).build();
    }
  }

  /// "Not any more."
  ///
  /// @param bid the entry that stated or sealed it
  record Withdrawn(EntryId bid) implements MarketFact {
    @Override
    public MarketFactKind kind() {
      return MarketFactKind.WITHDRAWN;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj().put("bid", bid.toString()).build();
    }
  }

  /// "We bid, and show you what when all have bid."
  ///
  /// @param protocol the act that made the protocol
  /// @param commitment [#commitment] of the bid; all else of it is hidden, even which way it goes
  record Sealed(EntryId protocol, Hash commitment) implements MarketFact {
    @Override
    public MarketFactKind kind() {
      return MarketFactKind.SEALED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .putSha256("commitment", commitment)
          .put("protocol", protocol.toString())
          .build();
    }
  }

  /// What had been sealed, said openly, with the salt by which everybody can check it.
  ///
  /// @param seal the entry that sealed it; the bid is known by that one
  /// @param salt 32 bytes
  /// @param bid what
  record Revealed(EntryId seal, Bytes salt, Bid bid) implements MarketFact {
    /// @throws IllegalArgumentException when the salt has another size
    public Revealed {
      if (salt.size() != Payload.SALT_BYTES) {
        throw new IllegalArgumentException(
            "salt of " + salt.size() + " bytes; expected " + Payload.SALT_BYTES);
      }
    }

    @Override
    public MarketFactKind kind() {
      return MarketFactKind.REVEALED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("bid", bid.toJson())
          .put("salt", salt.base64())
          .put("seal", seal.toString())
          .build();
    }
  }

  /// What a seal commits to: SHA-256 of the salted payload `{"_salt":…,"bid":…,"by":…,
  /// "protocol":…}`. It names the side, so that nobody can copy the seal of another one and then
  /// wait for what it says (as 09-3.2).
  ///
  /// @param salt 32 bytes that nobody can guess
  public static Hash commitment(PartyId by, EntryId protocol, Bid bid, Bytes salt) {
    return payload(by, protocol, bid, salt).sha256();
  }

  /// The payload itself, to be attached to the entry that seals it and withheld until it is
  /// revealed.
  static Payload payload(PartyId by, EntryId protocol, Bid bid, Bytes salt) {
    return Payload.salted(
        Json.obj()
            .put("bid", bid.toJson())
            .put("by", by.value())
            .put("protocol", protocol.toString())
            .build(),
        salt);
  }
}
