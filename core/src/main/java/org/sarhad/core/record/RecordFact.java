package org.sarhad.core.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.EntryLimits;
import org.sarhad.core.entry.SeenHead;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.json.Text;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.Role;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.tree.Hash;

/// Everything a side can say about the channel itself. Each fact is one entry; who says it, when
/// and where stands in the entry, not here. All of them are released: none ever stands in a private
/// journal.
///
/// As JSON each is the body payload of an entry of its [#kind()].
public sealed interface RecordFact {
  /// The kind, whose word stands in the envelope.
  RecordKind kind();

  /// The body, without salt. Inverse of [#fromJson].
  Json.Obj toJson();

  /// The fact of `kind` in `body`. Inverse of [#toJson()].
  ///
  /// @throws MalformedJsonException when the body is not the one spelling of such a fact
  static RecordFact fromJson(RecordKind kind, Json.Obj body) throws MalformedJsonException {
    return switch (kind) {
      case GENESIS -> Genesis.fromJson(body);
      case ACK -> Ack.fromJson(body);
      case PEER_ACCEPTED -> PeerAccepted.fromJson(body);
      case OFFICER_GRANTED -> new OfficerGranted(Officer.fromJson(body));
      case OFFICER_REVOKED -> OfficerRevoked.fromJson(body);
      case ROLE_GRANTED -> RoleGranted.fromJson(body);
      case ROLE_REVOKED -> RoleRevoked.fromJson(body);
      case READ -> Read.fromJson(body);
      case REVEALED -> Revealed.fromJson(body);
      case ERASED -> Erased.fromJson(body);
      case ERASURE_CONFIRMED -> ErasureConfirmed.fromJson(body);
      case FORK_PUBLISHED -> ForkPublished.fromJson(body);
      case KEY_ROTATED -> KeyRotated.fromJson(body);
      case KEYS_REVOKED -> KeysRevoked.fromJson(body);
      case SUCCESSOR -> Successor.fromJson(body);
    };
  }

  /// The first entry of a log (04-1): whose it is, by which keys, and who its first officers are.
  /// Signed by the node alone: there are no officers yet.
  ///
  /// @param self the side; equal to what was compared when pairing
  /// @param recovery the [RecoverySignature#commitment] to the recovery key
  /// @param custodians the first officers; at least one administrator among them
  /// @param peers sides already accepted, by log; may be none
  record Genesis(SideKeys self, Hash recovery, List<Officer> custodians, List<SideKeys> peers)
      implements RecordFact {
    private static final int CUSTODIANS_MAX = 16;
    private static final int PEERS_MAX = EntryLimits.SEEN_MAX;

    /// @throws IllegalArgumentException when nobody could administer the node, or lists are too
    ///   long
    public Genesis {
      custodians = List.copyOf(custodians);
      peers = List.copyOf(peers);
      if (custodians.size() > CUSTODIANS_MAX || peers.size() > PEERS_MAX) {
        throw new IllegalArgumentException(
            "%d custodians and %d peers; at most %d of each"
                .formatted(custodians.size(), peers.size(), CUSTODIANS_MAX));
      }
      if (custodians.stream().noneMatch(officer -> officer.roles().contains(Role.ADMIN))) {
        throw new IllegalArgumentException("no administrator among the custodians");
      }
      if (custodians.stream().map(Officer::id).distinct().count() < custodians.size()) {
        throw new IllegalArgumentException("one custodian twice");
      }
      TreeSet<Bytes> used = new TreeSet<>();
      Stream.concat(self.all(), custodians.stream().map(Officer::key))
          .forEach(
              key -> {
                if (!used.add(key.key())) {
                  throw new IllegalArgumentException("key " + key.name() + " has two jobs");
                }
              });
    }

    @Override
    public RecordKind kind() {
      return RecordKind.GENESIS;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("custodians", Json.arr(custodians.stream().map(Officer::toJson)))
          .put("peers", Json.arr(peers.stream().map(SideKeys::toJson)))
          .putSha256("recovery", recovery)
          .put("self", self.toJson())
          .build();
    }

    private static Genesis fromJson(Json.Obj json) throws MalformedJsonException {
      json.allowOnly("custodians", "peers", "recovery", "self");
      List<Officer> custodians = new ArrayList<>();
      for (Json.Obj officer : json.array("custodians").objects()) {
        custodians.add(Officer.fromJson(officer));
      }
      List<SideKeys> peers = new ArrayList<>();
      for (Json.Obj peer : json.array("peers").objects()) {
        peers.add(SideKeys.fromJson(peer));
      }
      SideKeys self = SideKeys.fromJson(json.object("self"));
      Hash recovery = json.sha256("recovery");
      try {
        return new Genesis(self, recovery, custodians, peers);
      } catch (IllegalArgumentException misfit) {
        throw new MalformedJsonException(
            "genesis", String.valueOf(misfit.getMessage()), "members that agree");
      }
    }
  }

  /// "This many entries of the joint order are final here, and this is what they come to." The
  /// other side compares; a difference is an alarm. It also lets entries become final when its
  /// author has nothing else to say.
  ///
  /// @param finalEntries entries of all logs together that are final on the author's node
  /// @param state the hash of the joint state after them
  record Ack(long finalEntries, Hash state) implements RecordFact {
    /// @throws IllegalArgumentException when the count is negative
    public Ack {
      if (finalEntries < 0) {
        throw new IllegalArgumentException(finalEntries + " final entries");
      }
    }

    @Override
    public RecordKind kind() {
      return RecordKind.ACK;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj().put("final", finalEntries).putHash("state", state).build();
    }

    private static Ack fromJson(Json.Obj json) throws MalformedJsonException {
      json.allowOnly("final", "state");
      return new Ack(json.integer("final", 0, EntryLimits.INDEX_MAX), json.hash("state"));
    }
  }

  /// A person of this side compared the peer's keys and accepted them.
  record PeerAccepted(SideKeys peer) implements RecordFact {
    @Override
    public RecordKind kind() {
      return RecordKind.PEER_ACCEPTED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj().put("peer", peer.toJson()).build();
    }

    private static PeerAccepted fromJson(Json.Obj json) throws MalformedJsonException {
      json.allowOnly("peer");
      return new PeerAccepted(SideKeys.fromJson(json.object("peer")));
    }
  }

  /// From here on this officer signs with this key and holds these roles. Said again of the same
  /// officer it replaces both.
  record OfficerGranted(Officer officer) implements RecordFact {
    @Override
    public RecordKind kind() {
      return RecordKind.OFFICER_GRANTED;
    }

    @Override
    public Json.Obj toJson() {
      return officer.toJson();
    }
  }

  /// From here on this officer's key signs nothing.
  record OfficerRevoked(OfficerId officer, KeyEnd why) implements RecordFact {
    @Override
    public RecordKind kind() {
      return RecordKind.OFFICER_REVOKED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj().put("officer", officer.value()).put("why", why.code()).build();
    }

    private static OfficerRevoked fromJson(Json.Obj json) throws MalformedJsonException {
      json.allowOnly("officer", "why");
      return new OfficerRevoked(
          json.as("officer", OfficerId::of),
          json.as(
              "why",
              code ->
                  KeyEnd.find(code)
                      .orElseThrow(() -> new IllegalArgumentException("left, lost or stolen"))));
    }
  }

  /// From here on the officer also holds this role.
  record RoleGranted(OfficerId officer, Role role) implements RecordFact {
    @Override
    public RecordKind kind() {
      return RecordKind.ROLE_GRANTED;
    }

    @Override
    public Json.Obj toJson() {
      return roleToJson(officer, role);
    }

    private static RoleGranted fromJson(Json.Obj json) throws MalformedJsonException {
      json.allowOnly("officer", "role");
      return new RoleGranted(json.as("officer", OfficerId::of), Officer.role(json.text("role")));
    }
  }

  /// From here on the officer no longer holds this role.
  record RoleRevoked(OfficerId officer, Role role) implements RecordFact {
    @Override
    public RecordKind kind() {
      return RecordKind.ROLE_REVOKED;
    }

    @Override
    public Json.Obj toJson() {
      return roleToJson(officer, role);
    }

    private static RoleRevoked fromJson(Json.Obj json) throws MalformedJsonException {
      json.allowOnly("officer", "role");
      return new RoleRevoked(json.as("officer", OfficerId::of), Officer.role(json.text("role")));
    }
  }

  /// The signing officer opened these entries of other sides: the rung *read* of the ladder.
  ///
  /// @param entries 1 to 256, ascending, none twice
  record Read(List<EntryId> entries) implements RecordFact {
    /// Most entries in one fact.
    public static final int ENTRIES_MAX = 256;

    /// @throws IllegalArgumentException when there are none, too many, or they do not ascend
    public Read {
      entries = List.copyOf(entries);
      if (entries.isEmpty() || entries.size() > ENTRIES_MAX) {
        throw new IllegalArgumentException(
            entries.size() + " entries read; expected 1 to " + ENTRIES_MAX);
      }
      for (int i = 1; i < entries.size(); i++) {
        if (entries.get(i - 1).compareTo(entries.get(i)) >= 0) {
          throw new IllegalArgumentException("entry " + entries.get(i) + " does not ascend");
        }
      }
    }

    @Override
    public RecordKind kind() {
      return RecordKind.READ;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("entries", Json.arr(entries.stream().map(entry -> Json.of(entry.toString()))))
          .build();
    }

    private static Read fromJson(Json.Obj json) throws MalformedJsonException {
      json.allowOnly("entries");
      List<String> texts = json.array("entries").texts();
      try {
        return new Read(texts.stream().map(EntryId::parse).toList());
      } catch (IllegalArgumentException refusal) {
        throw new MalformedJsonException(
            "member \"entries\"", String.valueOf(refusal.getMessage()), "ascending entries");
      }
    }
  }

  /// A payload that was withheld is shown: it is served from now on, and everybody can compare it
  /// with what was sealed.
  record Revealed(PayloadId payload) implements RecordFact {
    @Override
    public RecordKind kind() {
      return RecordKind.REVEALED;
    }

    @Override
    public Json.Obj toJson() {
      return payload.toJson().build();
    }

    private static Revealed fromJson(Json.Obj json) throws MalformedJsonException {
      json.allowOnly("entry", "sha256");
      return new Revealed(PayloadId.fromJson(json));
    }
  }

  /// A payload of the author's own log is gone, with its salt. The entry, its hash and every proof
  /// stay.
  ///
  /// @param payload which
  /// @param basis on what ground, for people: prose of 1 to 500 characters, without personal data
  record Erased(PayloadId payload, String basis) implements RecordFact {
    private static final int BASIS_MAX = 500;

    /// @throws IllegalArgumentException when the basis is not prose
    public Erased {
      Optional<String> flaw = Text.flawInProse(basis, BASIS_MAX);
      if (flaw.isPresent()) {
        throw new IllegalArgumentException("basis of an erasure has " + flaw.get());
      }
    }

    @Override
    public RecordKind kind() {
      return RecordKind.ERASED;
    }

    @Override
    public Json.Obj toJson() {
      return payload.toJson().put("basis", basis).build();
    }

    private static Erased fromJson(Json.Obj json) throws MalformedJsonException {
      json.allowOnly("basis", "entry", "sha256");
      PayloadId payload = PayloadId.fromJson(json);
      return json.as("basis", basis -> new Erased(payload, basis));
    }
  }

  /// This side's copy of what another side erased is gone too.
  record ErasureConfirmed(PayloadId payload) implements RecordFact {
    @Override
    public RecordKind kind() {
      return RecordKind.ERASURE_CONFIRMED;
    }

    @Override
    public Json.Obj toJson() {
      return payload.toJson().build();
    }

    private static ErasureConfirmed fromJson(Json.Obj json) throws MalformedJsonException {
      json.allowOnly("entry", "sha256");
      return new ErasureConfirmed(PayloadId.fromJson(json));
    }
  }

  /// A log was shown with two histories; the proof is an attachment of this entry (01-9.2).
  ///
  /// @param log the log
  /// @param common entries both histories have in common, as far as this side can prove
  /// @param evidence SHA-256 of the fork proof
  record ForkPublished(Origin log, long common, Hash evidence) implements RecordFact {
    /// @throws IllegalArgumentException when the size is negative
    public ForkPublished {
      if (common < 0) {
        throw new IllegalArgumentException(common + " common entries");
      }
    }

    @Override
    public RecordKind kind() {
      return RecordKind.FORK_PUBLISHED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("common", common)
          .putSha256("evidence", evidence)
          .put("log", log.value())
          .build();
    }

    private static ForkPublished fromJson(Json.Obj json) throws MalformedJsonException {
      json.allowOnly("common", "evidence", "log");
      return new ForkPublished(
          json.as("log", Origin::of),
          json.integer("common", 0, EntryLimits.INDEX_MAX),
          json.sha256("evidence"));
    }
  }

  /// From here on another key is in force. The entry itself is signed with the old one, or, when
  /// that is lost, vouched for by the recovery key.
  ///
  /// @param use what the key is for
  /// @param next the key that follows
  /// @param possession signature by `next` over [KeyStatement#rotation]
  /// @param recovery the recovery key's signature over the same; needed when a node key is lost
  record KeyRotated(
      KeyUse use, VerifierKey next, Bytes possession, Optional<RecoverySignature> recovery)
      implements RecordFact {
    @Override
    public RecordKind kind() {
      return RecordKind.KEY_ROTATED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("next", next.text())
          .put("possession", possession.base64())
          .putIfPresent("recovery", recovery.map(RecoverySignature::toJson))
          .put("use", use.code())
          .build();
    }

    private static KeyRotated fromJson(Json.Obj json) throws MalformedJsonException {
      json.allowOnly("next", "possession", "recovery", "use");
      Optional<Json.Obj> recovery = json.findObject("recovery");
      return new KeyRotated(
          json.as(
              "use",
              code ->
                  KeyUse.find(code)
                      .orElseThrow(() -> new IllegalArgumentException("node, log or mirror"))),
          Keys.read(json, "next"),
          Keys.readSignature(json, "possession"),
          recovery.isPresent()
              ? Optional.of(RecoverySignature.fromJson(recovery.get()))
              : Optional.empty());
    }
  }

  /// The keys of a log are revoked (04-6): it ends at a size, because nothing beyond can be
  /// trusted. May stand in any log of the channel: the recovery key speaks for itself.
  ///
  /// @param log the log that ends
  /// @param size how many of its entries stand
  /// @param recovery over [KeyStatement#revocation]
  record KeysRevoked(Origin log, long size, RecoverySignature recovery) implements RecordFact {
    /// @throws IllegalArgumentException when the size is negative
    public KeysRevoked {
      if (size < 0) {
        throw new IllegalArgumentException("a log of " + size + " entries");
      }
    }

    @Override
    public RecordKind kind() {
      return RecordKind.KEYS_REVOKED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("log", log.value())
          .put("recovery", recovery.toJson())
          .put("size", size)
          .build();
    }

    private static KeysRevoked fromJson(Json.Obj json) throws MalformedJsonException {
      json.allowOnly("log", "recovery", "size");
      return new KeysRevoked(
          json.as("log", Origin::of),
          json.integer("size", 0, EntryLimits.INDEX_MAX),
          RecoverySignature.fromJson(json.object("recovery")));
    }
  }

  /// This log follows one of the same party that ended.
  ///
  /// @param ended the log that ended
  /// @param last its last common head
  /// @param recovery over [KeyStatement#succession], by the recovery key of `ended`
  record Successor(Origin ended, SeenHead last, RecoverySignature recovery) implements RecordFact {
    @Override
    public RecordKind kind() {
      return RecordKind.SUCCESSOR;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("ended", ended.value())
          .put("recovery", recovery.toJson())
          .putHash("root", last.root())
          .put("size", last.size())
          .build();
    }

    private static Successor fromJson(Json.Obj json) throws MalformedJsonException {
      json.allowOnly("ended", "recovery", "root", "size");
      return new Successor(
          json.as("ended", Origin::of),
          new SeenHead(json.integer("size", 1, EntryLimits.INDEX_MAX), json.hash("root")),
          RecoverySignature.fromJson(json.object("recovery")));
    }
  }

  private static Json.Obj roleToJson(OfficerId officer, Role role) {
    return Json.obj().put("officer", officer.value()).put("role", role.code()).build();
  }
}
