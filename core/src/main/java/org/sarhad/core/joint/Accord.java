package org.sarhad.core.joint;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActFactKind;
import org.sarhad.core.act.ActRules;
import org.sarhad.core.act.ActsState;
import org.sarhad.core.act.Expiries;
import org.sarhad.core.act.Signatories;
import org.sarhad.core.fact.Decision;
import org.sarhad.core.fact.RefusalCode;
import org.sarhad.core.modalities.ModalitiesFact;
import org.sarhad.core.modalities.ModalitiesFactKind;
import org.sarhad.core.modalities.ModalitiesRules;
import org.sarhad.core.modalities.ModalitiesState;
import org.sarhad.core.modalities.ResponseTerms;
import org.sarhad.core.modalities.Version;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.record.ChannelState;
import org.sarhad.core.response.ResponseSettings;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// What stands between the sides: their joint acts, and everything that rests on them. Immutable.
///
/// Folded in the joint order. Folded over the final part of it, this is what binds; folded further,
/// over what is not final yet, it is what a node decides on and shows as not yet certain (protocol
/// clause 07-1.3).
///
/// @param acts what was proposed, and how far it is
/// @param modalities the rules that were agreed on
public record Accord(ActsState acts, ModalitiesState modalities) {
  /// Nothing agreed yet.
  public static final Accord NONE = new Accord(ActsState.NONE, ModalitiesState.of());

  // ---- folding --------------------------------------------------------------------------------

  /// This after one more entry, of whatever kind. O(log n), and O(clauses) where a document is
  /// signed.
  ///
  /// @param channel who may sign what: as it stood after that entry, or later
  /// @param entry where it stands, and what its author had seen
  /// @param said what it says, as far as this version knows
  public Accord take(ChannelState channel, ActEntry entry, Optional<Statement> said) {
    ActsState nextActs = acts.enter(entry);
    if (said.isPresent() && said.get() instanceof Statement.OnAct(ActFact fact)) {
      nextActs = nextActs.apply(signatories(channel), entry, fact);
    }
    ModalitiesState nextModalities = modalities;
    for (Act act : nextActs.moved().stream().sorted(Comparator.comparing(Act::id)).toList()) {
      nextModalities = nextModalities.moved(entry, act);
    }
    if (said.isPresent() && said.get() instanceof Statement.OnModalities(ModalitiesFact fact)) {
      nextModalities = nextModalities.apply(entry, fact);
    }
    return new Accord(nextActs, nextModalities);
  }

  /// Equal on two nodes that have folded the same entries with the same result.
  public Hash digest() {
    return Merkle.sha256(
        Bytes.concat(
            Bytes.ofUtf8("sarhad accord v1\n"),
            acts.digest().toBytes(),
            modalities.digest().toBytes()));
  }

  // ---- deciding -------------------------------------------------------------------------------

  /// Why one's own side cannot make `statement` now; empty when it can, by what is known here.
  /// Judged again where it comes to stand.
  ///
  /// @param entry the one it would become; its leaf hash is not looked at
  public Optional<Objection> objection(ChannelState channel, ActEntry entry, Statement statement) {
    return switch (statement) {
      case Statement.OnAct(ActFact fact) ->
          refused(
                  ActFactKind.APPLICATION,
                  ActRules.decide(acts, signatories(channel), entry.context(), entry.seen(), fact))
              .or(() -> toAgreeing(fact));
      case Statement.OnModalities(ModalitiesFact fact) ->
          refused(ModalitiesFactKind.APPLICATION, ModalitiesRules.decide(modalities, entry, fact));
      case Statement.OnChannel _, Statement.OnResponse _ ->
          throw new IllegalArgumentException("nothing between the sides: " + statement);
    };
  }

  private static Optional<Objection> refused(
      String area, Decision<?, ?, ? extends RefusalCode> decision) {
    return switch (decision) {
      case Decision.Accepted<?, ?, ?> _ -> Optional.empty();
      case Decision.Refused<?, ?, ?>(RefusalCode refusal, String detail) ->
          Optional.of(new Objection(area, refusal, detail));
    };
  }

  /// What the application that has the kind of act says to being bound. To say no, and to take
  /// back, is always open.
  private Optional<Objection> toAgreeing(ActFact fact) {
    return switch (fact) {
      case ActFact.Proposed proposed -> toTerms(proposed);
      case ActFact.Assented assented ->
          toTerms(acts.acts().get(assented.act().entry()).proposal().said());
      case ActFact.Refused _,
          ActFact.Withdrawn _,
          ActFact.Expired _,
          ActFact.Contested _,
          ActFact.Delegated _,
          ActFact.DelegationEnded _ ->
          Optional.empty();
    };
  }

  /// No act is made without agreed rules, but the one that makes them (protocol clause 08-7.5).
  private Optional<Objection> toTerms(ActFact.Proposed proposed) {
    return (proposed.act().equals(ModalitiesState.KIND)
            ? ModalitiesRules.objection(modalities, proposed)
            : modalities.objectionToJointActs())
        .map(
            refusal ->
                new Objection(ModalitiesFactKind.APPLICATION, refusal, proposed.act().value()));
  }

  /// What the node of `party` has to say by itself at `now`, because it was announced (protocol
  /// clauses 07-6, 08-6.3, 08-7.2).
  public List<Statement> due(PartyId party, Instant now) {
    return Stream.<Statement>concat(
            Expiries.due(acts, party, now).stream().map(Statement.OnAct::new),
            modalities.due(party, now).stream().map(Statement.OnModalities::new))
        .toList();
  }

  /// The number of the version of the agreed rules that is in force; 0 for none.
  public long version() {
    return modalities.inForce().map(Version::number).orElse(0L);
  }

  /// What the response goes by: what is agreed, or `initial` where nothing is.
  public ResponseSettings response(ResponseSettings initial) {
    return modalities.inForce().isEmpty() ? initial : response(modalities.settings().response());
  }

  private static ResponseSettings response(ResponseTerms agreed) {
    return new ResponseSettings(
        new ResponseSettings.Clocks(
            agreed.tellPeer(),
            agreed.acknowledge(),
            agreed.escalate(),
            agreed.escalateToChief(),
            agreed.answerAssistance(),
            agreed.sitrep()),
        new ResponseSettings.Duplicates(agreed.duplicateRadiusM(), agreed.duplicateWithin()),
        agreed.releasedPositionM(),
        agreed.reportingInterval(),
        new ResponseSettings.Daily(agreed.dailyCutOff().time(), agreed.dailyCutOff().offset()),
        new ResponseSettings.Lengths(agreed.firstLineLength(), agreed.textLength()));
  }

  /// Who signs what, by what is agreed.
  public Signatories signatories(ChannelState channel) {
    return new Signatories(channel, modalities.quorums());
  }
}
