package org.sarhad.node.machine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.Decision;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.inquiry.ClaimFact;
import org.sarhad.core.joint.AccordRules;
import org.sarhad.core.joint.Border;
import org.sarhad.core.joint.CrossingPasses;
import org.sarhad.core.joint.CrossingRequests;
import org.sarhad.core.joint.HandoverRequests;
import org.sarhad.core.joint.Objection;
import org.sarhad.core.joint.Statement;
import org.sarhad.core.json.Json;
import org.sarhad.core.market.MarketFact;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Role;
import org.sarhad.core.posture.PostureFact;
import org.sarhad.core.posture.PostureFactKind;
import org.sarhad.core.posture.PostureRules;
import org.sarhad.core.record.KeyEnd;
import org.sarhad.core.record.Officer;
import org.sarhad.core.record.PayloadId;
import org.sarhad.core.record.RecordFact;
import org.sarhad.core.record.RecordRules;
import org.sarhad.core.response.RequestContext;
import org.sarhad.core.response.ResponseRequest;
import org.sarhad.core.response.ResponseRules;
import org.sarhad.core.response.ResponseSettings;
import org.sarhad.node.intake.IntakeRecord;
import org.sarhad.node.link.Hello;
import org.sarhad.node.link.PairingCard;
import org.sarhad.tlog.BugException;
import org.sarhad.tlog.tree.Merkle;

/// Where officers' requests are decided: who asks, whether they may, and what is written if so.
/// Touches nothing but the [Batch] it is given; a refused request leaves nothing behind.
final class Desk {
  private final NodeIdentity self;
  private final Supplier<ResponseSettings> response;
  private final Supplier<Border> border;
  private final RecordRules.EnvelopeReader entries;
  private final LongSupplier missing;
  private final BooleanSupplier isDisagreeing;

  /// @param response what the response goes by at this moment
  /// @param border the operational line, as this node has it at this moment
  /// @param missing how many own entries are known to be missing here
  /// @param isDisagreeing whether a peer is known to have computed another joint state
  Desk(
      NodeIdentity self,
      Supplier<ResponseSettings> response,
      Supplier<Border> border,
      RecordRules.EnvelopeReader entries,
      LongSupplier missing,
      BooleanSupplier isDisagreeing) {
    this.self = self;
    this.response = response;
    this.border = border;
    this.entries = entries;
    this.missing = missing;
    this.isDisagreeing = isDisagreeing;
  }

  /// Decides what only the record and its rules decide. Requests about the link, whose answer waits
  /// for something, are the node's.
  Outcome decide(NodeRequest request, Session session, Batch batch) {
    return switch (request) {
      case NodeRequest.Audit(AuditFact fact) -> audit(fact, batch);
      case NodeRequest.Respond(ResponseRequest asked) -> respond(asked, session, batch);
      case NodeRequest.State(Statement statement) -> agree(statement, session, batch);
      case NodeRequest.Seal(ClaimFact.Stated said, Instant revealBy) ->
          seal(said, revealBy, session, batch);
      case NodeRequest.SealBid(MarketFact.Stated said) -> seal(said, session, batch);
      case NodeRequest.Plan(PostureFact.Planned plan) -> plan(plan, session, batch);
      case NodeRequest.MarkRead(List<EntryId> read) -> markRead(read, session, batch);
      case NodeRequest.GrantOfficer grant ->
          state(
              new RecordFact.OfficerGranted(new Officer(grant.key(), grant.roles())),
              session,
              batch);
      case NodeRequest.SetRoles set -> setRoles(set.officer(), set.roles(), session, batch);
      case NodeRequest.RevokeOfficer(OfficerId officer, KeyEnd why) ->
          state(new RecordFact.OfficerRevoked(officer, why), session, batch);
      case NodeRequest.Erase(EntryId entry, var sha256, String basis) ->
          state(new RecordFact.Erased(new PayloadId(entry, sha256), basis), session, batch);
      case NodeRequest.ConfirmPairing(PairingCard card, String fingerprint) ->
          confirm(card, fingerprint, session, batch);
      case NodeRequest.Unpair(var peer) -> {
        if (batch.standing().peers().find(peer).filter(PeerStanding::isPaired).isEmpty()) {
          yield refused(NodeRefusal.PEER_UNKNOWN, peer.value());
        }
        yield asAdmin(
            session,
            batch,
            () -> {
              batch.keep(new IntakeRecord.Unpaired(peer));
              return accepted(batch);
            });
      }
      case NodeRequest.WaiveGuard _ ->
          asAdmin(
              session,
              batch,
              () -> {
                long size = batch.standing().own().tree().size();
                batch.keep(new IntakeRecord.GuardWaived(batch.now().wall(), size));
                return accepted(batch);
              });
      case NodeRequest.TestLink _, NodeRequest.RestoreFromPeer _, NodeRequest.ImportBundle _ ->
          throw new BugException("not for the desk: " + request);
    };
  }

  // ---- the response ---------------------------------------------------------------------------

  private Outcome respond(ResponseRequest request, Session session, Batch batch) {
    var officer = officer(session, batch);
    if (officer.isEmpty()) {
      return refused(NodeRefusal.NOT_AN_OFFICER, session.officer().value());
    }
    var context =
        new RequestContext(
            self.party(),
            session.officer(),
            officer.get().roles(),
            batch.now().wall(),
            border.get().soil(),
            CrossingPasses.of(batch.accord(), border.get().line()),
            missing.getAsLong());
    var decision = ResponseRules.decide(batch.facts().response(), request, response.get(), context);
    return switch (decision) {
      case Decision.Refused(var refusal, String detail) ->
          Outcome.Refused.of("response", refusal, detail);
      case Decision.Accepted(var facts, var reply) -> {
        facts.forEach(fact -> batch.write(Draft.of(fact)));
        yield new Outcome.Accepted(batch.entries(), new Reply.Responded(reply));
      }
    };
  }

  // ---- between the sides ----------------------------------------------------------------------

  /// States something about a joint act or about what rests on one, if its rules have no objection.
  private Outcome agree(Statement statement, Session session, Batch batch) {
    if (officer(session, batch).isEmpty()) {
      return refused(NodeRefusal.NOT_AN_OFFICER, session.officer().value());
    }
    if (statement instanceof Statement.OnAct(ActFact fact)
        && isBinding(fact)
        && isPaused(batch.standing())) {
      return refused(NodeRefusal.JOINT_SIGNING_PAUSED, "");
    }
    var objection = objection(statement, session, batch);
    if (objection.isPresent()) {
      return refused(objection.get());
    }
    batch.write(Draft.of(statement));
    return accepted(batch);
  }

  private Optional<Objection> objection(Statement statement, Session session, Batch batch) {
    var accord = batch.accord();
    var channel = batch.facts().channel();
    var response = batch.facts().response();
    return AccordRules.objection(accord, response, channel, place(session, batch), statement)
        .or(
            () ->
                new CrossingRequests(
                        accord, response, border.get(), entry -> arrival(batch.standing(), entry))
                    .objection(statement))
        .or(
            () ->
                new HandoverRequests(accord, channel, response, self.party()).objection(statement));
  }

  private static Optional<Instant> arrival(Standing standing, EntryId entry) {
    return standing
        .peerOf(entry.origin().value())
        .flatMap(peer -> peer.mirror().receiptTimes().firstOver(entry.index()));
  }

  private static Outcome refused(Objection found) {
    return Outcome.Refused.of(found.area(), found.refusal(), found.detail());
  }

  private Outcome seal(ClaimFact.Stated said, Instant revealBy, Session session, Batch batch) {
    var opening = SealOpening.of(said, batch.salt());
    return seal(
        new Statement.OnInquiry(said),
        new Statement.OnInquiry(opening.seal(self.party(), revealBy)),
        opening::draft,
        session,
        batch);
  }

  private Outcome seal(MarketFact.Stated said, Session session, Batch batch) {
    var opening = new BidOpening(said, batch.salt());
    return seal(
        new Statement.OnMarket(said),
        new Statement.OnMarket(opening.seal(self.party())),
        opening::draft,
        session,
        batch);
  }

  /// Commits to something, and keeps what it says in the journal: both in one frame, so that there
  /// is no seal of this node that it could not open. What would not hold if it were said openly is
  /// not sealed either, since the reveal is judged by this very place (protocol clauses 09-3.4 and
  /// 17-3.7).
  private Outcome seal(
      Statement openly,
      Statement sealed,
      Function<EntryId, Draft> opening,
      Session session,
      Batch batch) {
    if (officer(session, batch).isEmpty()) {
      return refused(NodeRefusal.NOT_AN_OFFICER, session.officer().value());
    }
    var objection = objection(openly, session, batch);
    if (objection.isPresent()) {
      return refused(objection.get());
    }
    var outcome = agree(sealed, session, batch);
    if (!batch.entries().isEmpty()) {
      batch.write(opening.apply(batch.entries().getLast()));
      return accepted(batch);
    }
    return outcome;
  }

  /// Keeps a plan of posts where nobody else reads it.
  private Outcome plan(PostureFact.Planned plan, Session session, Batch batch) {
    if (officer(session, batch).isEmpty()) {
      return refused(NodeRefusal.NOT_AN_OFFICER, session.officer().value());
    }
    var decision =
        PostureRules.plan(
            context(session, batch),
            plan,
            at -> border.get().soil().of(at).equals(Optional.of(self.party())));
    return switch (decision) {
      case Decision.Refused(var refusal, String detail) ->
          Outcome.Refused.of(PostureFactKind.APPLICATION, refusal, detail);
      case Decision.Accepted(var _, var _) -> {
        batch.write(Draft.of(new Statement.OnPosture(plan)));
        yield accepted(batch);
      }
    };
  }

  /// Where it would come to stand. What it would look like there is not known before it is written.
  private ActEntry place(Session session, Batch batch) {
    return new ActEntry(context(session, batch), Scribe.seen(batch.standing()), Merkle.EMPTY_ROOT);
  }

  /// Whether it leads towards being bound. To say no, to take back and to prove is always open.
  private static boolean isBinding(ActFact fact) {
    return switch (fact) {
      case ActFact.Proposed _, ActFact.Assented _, ActFact.Delegated _ -> true;
      case ActFact.Refused _,
          ActFact.Withdrawn _,
          ActFact.Expired _,
          ActFact.Contested _,
          ActFact.DelegationEnded _ ->
          false;
    };
  }

  private boolean isPaused(Standing standing) {
    return isDisagreeing.getAsBoolean()
        || standing.peers().values().anyMatch(peer -> peer.mirror().isFrozen());
  }

  // ---- the channel ----------------------------------------------------------------------------

  /// States one fact about the channel, if its rules have no objection.
  private Outcome state(RecordFact fact, Session session, Batch batch) {
    if (officer(session, batch).isEmpty()) {
      return refused(NodeRefusal.NOT_AN_OFFICER, session.officer().value());
    }
    var decision =
        RecordRules.decide(
            batch.facts().channel(),
            context(session, batch),
            Scribe.seen(batch.standing()),
            fact,
            entries);
    return switch (decision) {
      case Decision.Refused(var refusal, String detail) ->
          Outcome.Refused.of("record", refusal, detail);
      case Decision.Accepted(var _, RecordFact stated) -> {
        batch.write(Draft.of(stated));
        yield accepted(batch);
      }
    };
  }

  private Outcome markRead(List<EntryId> read, Session session, Batch batch) {
    var fresh =
        new TreeSet<>(read)
            .stream()
                .filter(
                    entry ->
                        batch.facts().channel().receiptsOf(entry).stream()
                            .noneMatch(receipt -> receipt.officer().equals(session.officer())))
                .toList();
    return fresh.isEmpty() ? accepted(batch) : state(new RecordFact.Read(fresh), session, batch);
  }

  private Outcome setRoles(OfficerId officer, Set<Role> roles, Session session, Batch batch) {
    var before =
        batch
            .facts()
            .channel()
            .side(self.origin())
            .roster()
            .officerAt(officer, batch.standing().own().tree().size())
            .map(Officer::roles)
            .orElse(Set.of());
    var steps = new ArrayList<RecordFact>();
    new TreeSet<>(roles)
        .stream()
            .filter(role -> !before.contains(role))
            .forEach(role -> steps.add(new RecordFact.RoleGranted(officer, role)));
    before.stream()
        .filter(role -> !roles.contains(role))
        .forEach(role -> steps.add(new RecordFact.RoleRevoked(officer, role)));
    for (var step : steps) {
      if (state(step, session, batch) instanceof Outcome.Refused refused) {
        return refused;
      }
    }
    return accepted(batch);
  }

  // ---- peers ----------------------------------------------------------------------------------

  private Outcome confirm(PairingCard card, String fingerprint, Session session, Batch batch) {
    if (card.party().equals(self.party()) || card.origin().equals(self.origin())) {
      return refused(NodeRefusal.OWN_CARD, card.party().value());
    }
    var known = batch.standing().peers().find(card.party());
    boolean isOther =
        known
            .filter(peer -> peer.isPaired() && !peer.card().keys().equals(card.keys()))
            .isPresent();
    if (isOther) {
      return refused(NodeRefusal.CARD_CHANGED, card.party().value());
    }
    if (!card.isFingerprint(fingerprint)) {
      return refused(NodeRefusal.FINGERPRINT_WRONG, fingerprint);
    }
    var outcome = state(new RecordFact.PeerAccepted(card.keys()), session, batch);
    if (outcome instanceof Outcome.Accepted) {
      batch.keep(new IntakeRecord.Paired(Hello.cardBytes(card)));
      batch.admit(batch.facts().with(batch.facts().channel().with(card.keys())));
    }
    return outcome;
  }

  // ---- the node itself ------------------------------------------------------------------------

  private Outcome audit(AuditFact fact, Batch batch) {
    var body =
        Json.obj()
            .put("what", fact.what())
            .put("refused", fact.refused())
            .putTextIfPresent("login", fact.login())
            .putTextIfPresent("operation", fact.operation())
            .putTextIfPresent("code", fact.code())
            .putTextIfPresent("address", fact.address())
            .put("detail", fact.detail())
            .build();
    batch.writeAsNode(Draft.internal(AuditFact.KIND, body));
    return accepted(batch);
  }

  private Outcome asAdmin(Session session, Batch batch, Supplier<Outcome> action) {
    var refusal = adminRefusal(session, batch);
    return refusal.isPresent() ? refused(refusal.get(), session.officer().value()) : action.get();
  }

  /// Why `session` may not do what an administrator may; empty if it may.
  Optional<NodeRefusal> adminRefusal(Session session, Batch batch) {
    return officer(session, batch)
        .map(
            officer ->
                officer.roles().contains(Role.ADMIN)
                    ? Optional.<NodeRefusal>empty()
                    : Optional.of(NodeRefusal.ROLE_MAY_NOT))
        .orElse(Optional.of(NodeRefusal.NOT_AN_OFFICER));
  }

  /// The officer of `session`, if enrolled here with that very key.
  private Optional<Officer> officer(Session session, Batch batch) {
    return batch
        .facts()
        .channel()
        .side(self.origin())
        .roster()
        .officerAt(session.officer(), batch.standing().own().tree().size())
        .filter(officer -> session.signer().signsUnder(officer.key()));
  }

  /// The context of the next released entry.
  private FactContext context(Session session, Batch batch) {
    var roles = officer(session, batch).map(Officer::roles).orElse(Set.of());
    return new FactContext(
        new EntryId(self.origin(), batch.standing().own().tree().size()),
        self.party(),
        true,
        batch.now().wall(),
        Optional.of(session.officer()),
        roles);
  }

  private static Outcome accepted(Batch batch) {
    return new Outcome.Accepted(batch.entries(), new Reply.Nothing());
  }

  private static Outcome refused(NodeRefusal refusal, String detail) {
    return Outcome.Refused.of("node", refusal, detail);
  }
}
