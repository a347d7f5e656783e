package org.sarhad.core.act;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.EntryLimits;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.json.Text;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Role;
import org.sarhad.core.time.UtcTime;

/// Everything a side can say about a joint act. Each fact is one entry; who says it, when and where
/// stands in the entry, not here. All of them are released (protocol clauses 07-1, 07-2).
///
/// As JSON each is the body payload of an entry of its [#kind()].
public sealed interface ActFact {
  /// The kind, whose word stands in the envelope.
  ActFactKind kind();

  /// The body, without salt. Inverse of [#fromJson].
  Json.Obj toJson();

  /// The act that was proposed before and that this is about; empty for a proposal, and for what is
  /// lent.
  default Optional<ActRef> about() {
    return switch (this) {
      case Assented assented -> Optional.of(assented.act());
      case Refused refused -> Optional.of(refused.act());
      case Withdrawn withdrawn -> Optional.of(withdrawn.act());
      case Expired expired -> Optional.of(expired.act());
      case Contested contested -> Optional.of(contested.act());
      case Proposed _, Delegated _, DelegationEnded _ -> Optional.empty();
    };
  }

  /// The entries of all acts that this names: the one it is about, those it answers or replaces.
  default List<EntryId> names() {
    Stream<ActRef> refs =
        this instanceof Proposed proposed
            ? Stream.of(proposed.counters(), proposed.supersedes()).flatMap(Optional::stream)
            : about().stream();
    return refs.map(ActRef::entry).distinct().toList();
  }

  /// The fact of `kind` in `body`; only in its one spelling.
  ///
  /// @throws MalformedJsonException when the body is not such a fact
  static ActFact fromJson(ActFactKind kind, Json.Obj body) throws MalformedJsonException {
    String word = kind.kind().value();
    ActFact fact;
    try {
      fact =
          switch (kind) {
            case PROPOSED -> Proposed.read(body);
            case ASSENTED -> Assented.read(body);
            case REFUSED -> Refused.read(body);
            case WITHDRAWN -> Withdrawn.read(body);
            case EXPIRED -> new Expired(ActRef.fromJson(body.object("act")));
            case CONTESTED -> Contested.read(body);
            case DELEGATED -> Delegated.read(body);
            case DELEGATION_ENDED -> DelegationEnded.read(body);
          };
    } catch (IllegalArgumentException misfit) {
      throw new MalformedJsonException(
          word, String.valueOf(misfit.getMessage()), "members as the kind defines them");
    }
    // Closed: nothing is signed that was not understood, and no two bodies mean the same fact.
    if (!fact.toJson().equals(body)) {
      throw new MalformedJsonException(
          word, body.toString(), "only the members of this kind, each in its one spelling");
    }
    return fact;
  }

  /// "This is what we should agree on." Its officer's signature is the first under the act.
  ///
  /// @param act what sort of act; `kind`
  /// @param terms what is to be agreed, in the words of the application that has the kind; at most
  ///   64 KiB of canonical text
  /// @param modalities the version of the agreed rules it is made under, from 0
  /// @param as in which capacity the officer signs
  /// @param expires when the proposer's node will take it back by itself; announced, not judged by
  ///   any clock
  /// @param counters the act this one answers with something else
  /// @param supersedes the act in force that this one takes the place of
  record Proposed(
      ActKind act,
      Json.Obj terms,
      long modalities,
      Capacity as,
      Optional<Instant> expires,
      Optional<ActRef> counters,
      Optional<ActRef> supersedes)
      implements ActFact {
    private static final int TERMS_BYTES_MAX = 64 * 1024;

    /// @throws IllegalArgumentException when the terms are too long, the version is no version, or
    ///   the expiry has no spelling
    public Proposed {
      if (modalities < 0) {
        throw new IllegalArgumentException("version " + modalities + " of the modalities");
      }
      int bytes = terms.canonical().size();
      if (bytes > TERMS_BYTES_MAX) {
        throw new IllegalArgumentException(
            "terms of %d bytes; at most %d, the rest goes into attachments"
                .formatted(bytes, TERMS_BYTES_MAX));
      }
      expires.ifPresent(UtcTime::print);
    }

    /// A plain proposal: without expiry, answering nothing, in nothing's place.
    public static Proposed of(ActKind act, Json.Obj terms, Capacity as) {
      return new Proposed(act, terms, 0, as, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// This, with an announced expiry.
    public Proposed expiring(Instant at) {
      return new Proposed(act, terms, modalities, as, Optional.of(at), counters, supersedes);
    }

    /// This, as an answer to `other`.
    public Proposed countering(ActRef other) {
      return new Proposed(act, terms, modalities, as, expires, Optional.of(other), supersedes);
    }

    /// This, to take the place of `other`.
    public Proposed superseding(ActRef other) {
      return new Proposed(act, terms, modalities, as, expires, counters, Optional.of(other));
    }

    @Override
    public ActFactKind kind() {
      return ActFactKind.PROPOSED;
    }

    @Override
    public Json.Obj toJson() {
      return as.putInto(Json.obj())
          .putIfPresent("counters", counters.map(ActRef::toJson))
          .putTextIfPresent("expires", expires.map(UtcTime::print))
          .put("kind", act.value())
          .put("modalities", modalities)
          .putIfPresent("supersedes", supersedes.map(ActRef::toJson))
          .put("terms", terms)
          .build();
    }

    private static Proposed read(Json.Obj json) throws MalformedJsonException {
      return new Proposed(
          json.as("kind", ActKind::of),
          json.object("terms"),
          json.integer("modalities", 0, EntryLimits.INDEX_MAX),
          Capacity.fromJson(json),
          json.findTime("expires"),
          findRef(json, "counters"),
          findRef(json, "supersedes"));
    }
  }

  /// One officer's yes.
  ///
  /// @param act what they were shown
  /// @param modalities the version whose quorum this helps to reach; the proposal's
  /// @param as in which capacity they sign
  record Assented(ActRef act, long modalities, Capacity as) implements ActFact {
    /// @throws IllegalArgumentException when the version is no version
    public Assented {
      if (modalities < 0) {
        throw new IllegalArgumentException("version " + modalities + " of the modalities");
      }
    }

    @Override
    public ActFactKind kind() {
      return ActFactKind.ASSENTED;
    }

    @Override
    public Json.Obj toJson() {
      return as.putInto(Json.obj().put("act", act.toJson())).put("modalities", modalities).build();
    }

    private static Assented read(Json.Obj json) throws MalformedJsonException {
      return new Assented(
          ActRef.fromJson(json.object("act")),
          json.integer("modalities", 0, EntryLimits.INDEX_MAX),
          Capacity.fromJson(json));
    }
  }

  /// A side's no. One is enough to end an act.
  ///
  /// @param reason for people: prose of 1 to 500 characters
  record Refused(ActRef act, Capacity as, String reason) implements ActFact {
    /// @throws IllegalArgumentException when the reason is not prose
    public Refused {
      checkReason(reason);
    }

    @Override
    public ActFactKind kind() {
      return ActFactKind.REFUSED;
    }

    @Override
    public Json.Obj toJson() {
      return as.putInto(Json.obj().put("act", act.toJson())).put("reason", reason).build();
    }

    private static Refused read(Json.Obj json) throws MalformedJsonException {
      return new Refused(
          ActRef.fromJson(json.object("act")), Capacity.fromJson(json), json.text("reason"));
    }
  }

  /// The proposer takes the act back. It holds against everybody who knows of it, and against
  /// nobody who assented before they knew.
  ///
  /// @param reason for people: prose of 1 to 500 characters
  record Withdrawn(ActRef act, Capacity as, String reason) implements ActFact {
    /// @throws IllegalArgumentException when the reason is not prose
    public Withdrawn {
      checkReason(reason);
    }

    @Override
    public ActFactKind kind() {
      return ActFactKind.WITHDRAWN;
    }

    @Override
    public Json.Obj toJson() {
      return as.putInto(Json.obj().put("act", act.toJson())).put("reason", reason).build();
    }

    private static Withdrawn read(Json.Obj json) throws MalformedJsonException {
      return new Withdrawn(
          ActRef.fromJson(json.object("act")), Capacity.fromJson(json), json.text("reason"));
    }
  }

  /// The announced expiry, written by the proposer's node: a withdrawal like any other (protocol
  /// clause 07-6).
  record Expired(ActRef act) implements ActFact {
    @Override
    public ActFactKind kind() {
      return ActFactKind.EXPIRED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj().put("act", act.toJson()).build();
    }
  }

  /// "This assent is stale, and here are its author's own signatures."
  ///
  /// @param assent where the assent stands
  record Contested(ActRef act, EntryId assent, StaleProof proof) implements ActFact {
    @Override
    public ActFactKind kind() {
      return ActFactKind.CONTESTED;
    }

    @Override
    public Json.Obj toJson() {
      return proof
          .putInto(Json.obj().put("act", act.toJson()).put("assent", assent.toString()))
          .build();
    }

    private static Contested read(Json.Obj json) throws MalformedJsonException {
      return new Contested(
          ActRef.fromJson(json.object("act")),
          json.as("assent", EntryId::parse),
          StaleProof.fromJson(json));
    }
  }

  /// An officer lends a role they hold, for signing acts in this log.
  ///
  /// @param to who may sign from here on
  /// @param role in whose seat
  /// @param kinds for which kinds of act, ascending, at most 16; empty for all
  /// @param until when the node will end it by itself; announced, not judged by any clock
  record Delegated(OfficerId to, Role role, List<ActKind> kinds, Optional<Instant> until)
      implements ActFact {
    private static final int KINDS_MAX = 16;

    /// @throws IllegalArgumentException when there are too many kinds, or they do not ascend
    public Delegated {
      kinds = List.copyOf(kinds);
      if (kinds.size() > KINDS_MAX) {
        throw new IllegalArgumentException(
            kinds.size() + " kinds of act; at most " + KINDS_MAX + ", or none for all");
      }
      for (int i = 1; i < kinds.size(); i++) {
        if (kinds.get(i - 1).compareTo(kinds.get(i)) >= 0) {
          throw new IllegalArgumentException("kind " + kinds.get(i) + " does not ascend");
        }
      }
      until.ifPresent(UtcTime::print);
    }

    @Override
    public ActFactKind kind() {
      return ActFactKind.DELEGATED;
    }

    @Override
    public Json.Obj toJson() {
      Optional<Json> listed =
          kinds.isEmpty()
              ? Optional.empty()
              : Optional.of(Json.arr(kinds.stream().map(kind -> Json.of(kind.value()))));
      return Json.obj()
          .putIfPresent("kinds", listed)
          .put("role", role.code())
          .put("to", to.value())
          .putTextIfPresent("until", until.map(UtcTime::print))
          .build();
    }

    private static Delegated read(Json.Obj json) throws MalformedJsonException {
      List<ActKind> kinds = new ArrayList<>();
      if (json.has("kinds")) {
        for (String kind : json.array("kinds").texts()) {
          kinds.add(new ActKind(kind));
        }
      }
      return new Delegated(
          json.as("to", OfficerId::of),
          json.as("role", Capacity::role),
          kinds,
          json.findTime("until"));
    }
  }

  /// What was lent is taken back, or has run out.
  record DelegationEnded(EntryId delegation, DelegationEnd why) implements ActFact {
    @Override
    public ActFactKind kind() {
      return ActFactKind.DELEGATION_ENDED;
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj().put("delegation", delegation.toString()).put("why", why.code()).build();
    }

    private static DelegationEnded read(Json.Obj json) throws MalformedJsonException {
      return new DelegationEnded(
          json.as("delegation", EntryId::parse), json.as("why", DelegationEnd::of));
    }
  }

  private static Optional<ActRef> findRef(Json.Obj json, String name)
      throws MalformedJsonException {
    Optional<Json.Obj> ref = json.findObject(name);
    return ref.isPresent() ? Optional.of(ActRef.fromJson(ref.get())) : Optional.empty();
  }

  private static void checkReason(String reason) {
    Optional<String> flaw = Text.flawInProse(reason, 500);
    if (flaw.isPresent()) {
      throw new IllegalArgumentException("reason has " + flaw.get());
    }
  }
}
