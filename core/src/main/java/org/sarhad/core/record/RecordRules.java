package org.sarhad.core.record;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Envelope;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.entry.Seen;
import org.sarhad.core.fact.Authored;
import org.sarhad.core.fact.Decision;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.Role;
import org.sarhad.tlog.Bytes;

/// Who may state what about the channel (docs/protocol/04-keys-and-people.md).
///
/// The same objections decide a request of one's own and judge a fact of the other side; a fact
/// without objection is what [ChannelState#apply] lets take effect.
public final class RecordRules {
  /// First words of the kinds whose payloads are never erased.
  private static final List<String> KEPT =
      List.of(RecordKind.APPLICATION, "act", "modalities", "crossing", "barter", "screening");

  /// One of them that is a text like any other.
  private static final Kind REPORT = Kind.of("crossing.reported");

  private RecordRules() {}

  /// The entries of the channel's logs, as far as this node holds them.
  @FunctionalInterface
  public interface EnvelopeReader {
    /// The envelope at `id`; empty when this node does not hold the entry.
    Optional<Envelope> find(EntryId id);
  }

  /// Decides whether `fact` can be stated now, by one's own side.
  ///
  /// @param context of the entry it would become: next index, the officer with their roles
  /// @param seen what that entry would say it has seen
  /// @param entries for what only the author's node can check: that a payload to be erased or
  ///   revealed is one
  /// @return the fact itself, released; or the first refusal that applies
  public static Decision<RecordFact, RecordFact, RecordRefusal> decide(
      ChannelState state, FactContext context, Seen seen, RecordFact fact, EnvelopeReader entries) {
    Optional<RecordRefusal> objection =
        objection(state, context, seen, fact).or(() -> objectionToPayload(fact, entries));
    return objection
        .<Decision<RecordFact, RecordFact, RecordRefusal>>map(
            refusal -> Decision.refuse(refusal, fact.kind().kind().value()))
        .orElseGet(() -> Decision.accept(List.of(Authored.released(fact)), fact));
  }

  /// Why `fact` does not hold where it stands; empty when it does. A function of the fact's own log
  /// and of what its author had seen; for a log that ended or was followed, of the joint order.
  ///
  /// @param seen what the entry says it has seen
  static Optional<RecordRefusal> objection(
      ChannelState state, FactContext context, Seen seen, RecordFact fact) {
    Origin log = context.entry().origin();
    Optional<SideState> side = state.sides().find(log);
    if (side.isEmpty() || !side.get().party().equals(context.author())) {
      return Optional.of(RecordRefusal.NOT_A_SIDE);
    }
    if (!context.released()) {
      return Optional.of(RecordRefusal.NOT_RELEASED);
    }
    if (!side.get().isBegun() && fact.kind() != RecordKind.GENESIS) {
      return Optional.of(RecordRefusal.NO_GENESIS);
    }
    return objectionToSpeaker(context, fact)
        .or(() -> new Judge(state, context, seen, side.get()).objection(fact));
  }

  private static Optional<RecordRefusal> objectionToSpeaker(FactContext context, RecordFact fact) {
    boolean entitled =
        switch (fact) {
          case RecordFact.Genesis _,
              RecordFact.Ack _,
              RecordFact.ErasureConfirmed _,
              RecordFact.ForkPublished _,
              RecordFact.KeysRevoked _,
              RecordFact.Successor _ ->
              true;
          case RecordFact.PeerAccepted _,
              RecordFact.OfficerGranted _,
              RecordFact.OfficerRevoked _,
              RecordFact.RoleGranted _,
              RecordFact.RoleRevoked _ ->
              context.has(Role.ADMIN);
          case RecordFact.KeyRotated rotated ->
              rotated.recovery().isPresent() || context.has(Role.ADMIN);
          case RecordFact.Erased _ -> context.has(Role.CHIEF) || context.has(Role.COMPLIANCE);
          case RecordFact.Read _, RecordFact.Revealed _ ->
              context.roles().stream().anyMatch(role -> role != Role.OBSERVER);
        };
    if (entitled) {
      return Optional.empty();
    }
    return Optional.of(
        context.officer().isEmpty() ? RecordRefusal.NO_OFFICER : RecordRefusal.ROLE_MISSING);
  }

  private static Optional<RecordRefusal> objectionToPayload(
      RecordFact fact, EnvelopeReader entries) {
    return switch (fact) {
      case RecordFact.Erased(PayloadId payload, String _) -> objectionTo(payload, entries);
      case RecordFact.Revealed(PayloadId payload) -> objectionTo(payload, entries);
      case RecordFact.Genesis _,
          RecordFact.Ack _,
          RecordFact.PeerAccepted _,
          RecordFact.OfficerGranted _,
          RecordFact.OfficerRevoked _,
          RecordFact.RoleGranted _,
          RecordFact.RoleRevoked _,
          RecordFact.Read _,
          RecordFact.ErasureConfirmed _,
          RecordFact.ForkPublished _,
          RecordFact.KeyRotated _,
          RecordFact.KeysRevoked _,
          RecordFact.Successor _ ->
          Optional.empty();
    };
  }

  private static Optional<RecordRefusal> objectionTo(PayloadId payload, EnvelopeReader entries) {
    Optional<Envelope> entry = entries.find(payload.entry());
    boolean isPayload =
        entry.stream()
            .flatMap(envelope -> envelope.payloads().stream())
            .anyMatch(ref -> ref.sha256().equals(payload.sha256()));
    if (!isPayload) {
      return Optional.of(RecordRefusal.NO_SUCH_PAYLOAD);
    }
    return isKept(entry.orElseThrow().kind())
        ? Optional.of(RecordRefusal.RECORD_FACT)
        : Optional.empty();
  }

  /// Whether the payloads of entries of `kind` are never erased (02-7.5): who could sign what, who
  /// is bound by what, which unit was where by whose leave, and what is owed, depends on them.
  public static boolean isKept(Kind kind) {
    return KEPT.contains(kind.application()) && !kind.equals(REPORT);
  }

  /// The objections that look at one fact where it stands.
  private record Judge(ChannelState state, FactContext context, Seen seen, SideState side) {

    Optional<RecordRefusal> objection(RecordFact fact) {
      return switch (fact) {
        case RecordFact.Genesis genesis -> toGenesis(genesis);
        case RecordFact.Ack _ -> none();
        case RecordFact.PeerAccepted _ -> none();
        case RecordFact.OfficerGranted(Officer officer) -> toGrant(officer);
        case RecordFact.OfficerRevoked(OfficerId officer, KeyEnd _) ->
            toOfficer(officer).or(() -> toLeaving(officer));
        case RecordFact.RoleGranted(OfficerId officer, Role role) ->
            toOfficer(officer)
                .or(() -> when(rolesOf(officer).contains(role), RecordRefusal.ROLE_HELD));
        case RecordFact.RoleRevoked(OfficerId officer, Role role) ->
            toOfficer(officer)
                .or(() -> when(!rolesOf(officer).contains(role), RecordRefusal.ROLE_NOT_HELD))
                .or(() -> role == Role.ADMIN ? toLeaving(officer) : none());
        case RecordFact.Read(List<EntryId> entries) -> toRead(entries);
        case RecordFact.Revealed(PayloadId payload) -> toReveal(payload);
        case RecordFact.Erased(PayloadId payload, String _) -> toErasure(payload);
        case RecordFact.ErasureConfirmed(PayloadId payload) -> toConfirmation(payload);
        case RecordFact.ForkPublished published -> toFork(published);
        case RecordFact.KeyRotated rotated -> toRotation(rotated);
        case RecordFact.KeysRevoked revoked -> toRevocation(revoked);
        case RecordFact.Successor successor -> toSuccession(successor);
      };
    }

    private Optional<RecordRefusal> toGenesis(RecordFact.Genesis genesis) {
      if (side.isBegun() || index() != 0) {
        return Optional.of(RecordRefusal.GENESIS_TWICE);
      }
      return when(!genesis.self().equals(side.roster().keysAt(0)), RecordRefusal.GENESIS_MISMATCH);
    }

    private Optional<RecordRefusal> toGrant(Officer officer) {
      Bytes key = officer.key().key();
      if (side.roster().isKeyTaken(key, Optional.of(officer.id()), index())) {
        return Optional.of(RecordRefusal.KEY_IN_USE);
      }
      return officer.roles().contains(Role.ADMIN) ? none() : toLeaving(officer.id());
    }

    /// To whatever leaves `officer` without the administrator's role.
    private Optional<RecordRefusal> toLeaving(OfficerId officer) {
      boolean isAdmin = rolesOf(officer).contains(Role.ADMIN);
      return when(
          isAdmin && !side.roster().hasOtherAdmin(officer, index()), RecordRefusal.LAST_ADMIN);
    }

    private Optional<RecordRefusal> toOfficer(OfficerId officer) {
      Optional<Standing> standing = side.roster().standingAt(officer, index());
      if (standing.isEmpty()) {
        return Optional.of(RecordRefusal.OFFICER_UNKNOWN);
      }
      return switch (standing.get()) {
        case Standing.Good _ -> none();
        case Standing.Ended _ -> Optional.of(RecordRefusal.OFFICER_ENDED);
      };
    }

    private Optional<RecordRefusal> toRead(List<EntryId> entries) {
      if (entries.stream().anyMatch(entry -> isOwn(entry))) {
        return Optional.of(RecordRefusal.OWN_ENTRY);
      }
      return when(
          entries.stream().anyMatch(entry -> entry.index() >= seen.sizeOf(entry.origin())),
          RecordRefusal.NOT_SEEN);
    }

    private Optional<RecordRefusal> toReveal(PayloadId payload) {
      if (!isOwn(payload.entry())) {
        return Optional.of(RecordRefusal.NOT_OWN_ENTRY);
      }
      Optional<Seal> seal = state.seals().find(payload);
      if (seal.isEmpty()) {
        return Optional.of(RecordRefusal.NOT_SEALED);
      }
      return when(seal.get().shown().isPresent(), RecordRefusal.ALREADY_REVEALED);
    }

    private Optional<RecordRefusal> toErasure(PayloadId payload) {
      if (!isOwn(payload.entry()) || payload.entry().index() >= index()) {
        return Optional.of(RecordRefusal.NOT_OWN_ENTRY);
      }
      return when(state.erasures().containsKey(payload), RecordRefusal.ALREADY_ERASED);
    }

    private Optional<RecordRefusal> toConfirmation(PayloadId payload) {
      if (isOwn(payload.entry())) {
        return Optional.of(RecordRefusal.OWN_ENTRY);
      }
      // By what its author had seen, not by what we happen to have folded: equal on both nodes.
      Optional<Erasure> erasure =
          state
              .erasures()
              .find(payload)
              .filter(known -> known.by().index() < seen.sizeOf(known.by().origin()));
      if (erasure.isEmpty()) {
        return Optional.of(RecordRefusal.NOT_ERASED);
      }
      return when(
          erasure.get().confirmed().containsKey(context.author()), RecordRefusal.ALREADY_CONFIRMED);
    }

    private Optional<RecordRefusal> toFork(RecordFact.ForkPublished published) {
      if (!state.sides().containsKey(published.log())) {
        return Optional.of(RecordRefusal.LOG_UNKNOWN);
      }
      return when(
          state.forksOf(published.log()).containsKey(context.author()),
          RecordRefusal.ALREADY_PUBLISHED);
    }

    private Optional<RecordRefusal> toRotation(RecordFact.KeyRotated rotated) {
      Bytes key = rotated.next().key();
      if (side.roster().isKeyTaken(key, Optional.empty(), index())) {
        return Optional.of(RecordRefusal.KEY_IN_USE);
      }
      try {
        side.roster().keysAt(index()).rotated(rotated.use(), rotated.next());
      } catch (IllegalArgumentException _) {
        return Optional.of(RecordRefusal.KEY_UNFIT);
      }
      Bytes statement =
          KeyStatement.rotation(
              state.channel(), context.entry().origin(), rotated.use(), rotated.next());
      boolean isHeld =
          state
              .verifier()
              .verify(
                  rotated.next().type(), key, statement.toArray(), rotated.possession().toArray());
      if (!isHeld) {
        return Optional.of(RecordRefusal.NO_POSSESSION);
      }
      return rotated.recovery().flatMap(recovery -> toRecovery(recovery, side, statement));
    }

    private Optional<RecordRefusal> toRevocation(RecordFact.KeysRevoked revoked) {
      Optional<SideState> ended = state.sides().find(revoked.log());
      if (ended.isEmpty()) {
        return Optional.of(RecordRefusal.LOG_UNKNOWN);
      }
      Bytes statement = KeyStatement.revocation(state.channel(), revoked.log(), revoked.size());
      return toRecovery(revoked.recovery(), ended.get(), statement)
          .or(() -> when(ended.get().end().isPresent(), RecordRefusal.ALREADY_ENDED));
    }

    private Optional<RecordRefusal> toSuccession(RecordFact.Successor successor) {
      Optional<SideState> ended = state.sides().find(successor.ended());
      if (ended.isEmpty() || !ended.get().party().equals(side.party())) {
        return Optional.of(RecordRefusal.LOG_UNKNOWN);
      }
      Bytes statement =
          KeyStatement.succession(
              state.channel(), successor.ended(), successor.last(), context.entry().origin());
      boolean isOver =
          ended.get().end().isPresent() || state.forks().containsKey(successor.ended());
      return toRecovery(successor.recovery(), ended.get(), statement)
          .or(() -> when(!isOver, RecordRefusal.NOT_ENDED));
    }

    private Optional<RecordRefusal> toRecovery(
        RecoverySignature recovery, SideState of, Bytes statement) {
      return when(
          !recovery.holds(of.roster().recovery(), statement, state.verifier()),
          RecordRefusal.NO_RECOVERY);
    }

    private Set<Role> rolesOf(OfficerId officer) {
      return side.roster().officerAt(officer, index()).map(Officer::roles).orElse(Set.of());
    }

    private boolean isOwn(EntryId entry) {
      return entry.origin().equals(context.entry().origin());
    }

    private long index() {
      return context.entry().index();
    }

    private static Optional<RecordRefusal> when(boolean applies, RecordRefusal refusal) {
      return applies ? Optional.of(refusal) : none();
    }

    private static Optional<RecordRefusal> none() {
      return Optional.empty();
    }
  }
}
