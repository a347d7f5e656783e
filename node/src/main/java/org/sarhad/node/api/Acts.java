package org.sarhad.node.api;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActRef;
import org.sarhad.core.act.Assent;
import org.sarhad.core.act.Delegation;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Envelope;
import org.sarhad.core.joint.Accord;
import org.sarhad.core.joint.Objection;
import org.sarhad.core.joint.Statement;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.api.view.ActViews;
import org.sarhad.node.api.view.IncidentViews.Author;

/// Joint acts as the contract shows them: what is known of each, and whether it can still change.
final class Acts {
  private final Lens lens;
  private final Entries entries;
  private final Accord agreed;
  private final Accord expected;

  Acts(Lens lens) {
    this.lens = lens;
    this.entries = new Entries(lens);
    this.agreed = lens.view().agreed();
    this.expected = lens.view().expected();
  }

  /// All acts that are known, the newest proposals first.
  Stream<Act> all() {
    return expected
        .acts()
        .acts()
        .values()
        .sorted(Comparator.comparing((Act act) -> timeOf(act.id())).reversed());
  }

  /// The act that was proposed by that entry.
  Optional<Act> find(EntryId id) {
    return expected.acts().act(id);
  }

  ActViews.ActView view(Act act) {
    var said = act.proposal().said();
    return new ActViews.ActView(
        lens.entryName(act.id()),
        act.proposal().leaf().toString(),
        said.act().value(),
        act.proposal().proposer().value(),
        timeOf(act.id()),
        said.expires(),
        said.modalities(),
        act.stage().code(),
        isFinal(act),
        act.isBeingWithdrawn(),
        lens.entryName(act.by()),
        expected.flaw(act).map(Acts::flaw),
        said.counters().map(ActRef::entry).map(lens::entryName),
        said.supersedes().map(ActRef::entry).map(lens::entryName),
        act.proposal().quorum().seats().keys().map(party -> side(act, party)).toList(),
        said.terms());
  }

  /// Whether its stage is one that nothing tentative can change any more.
  private boolean isFinal(Act act) {
    return agreed.acts().act(act.id()).map(Act::stage).equals(Optional.of(act.stage()));
  }

  private ActViews.SideView side(Act act, PartyId party) {
    Map<String, Integer> seats = new LinkedHashMap<>();
    act.proposal()
        .quorum()
        .seatsOf(party)
        .orElseThrow()
        .counts()
        .forEach(seat -> seats.put(seat.key().code(), seat.value()));
    return new ActViews.SideView(
        party.value(), seats, act.assentsOf(party).map(assent -> assent(party, assent)).toList());
  }

  private ActViews.AssentView assent(PartyId party, Assent assent) {
    return new ActViews.AssentView(
        lens.entryName(assent.entry()),
        lens.author(party, Optional.of(assent.officer()), Optional.of(assent.as().role())),
        assent.as().role().code(),
        assent.as().delegation().map(lens::entryName),
        timeOf(assent.entry()));
  }

  private Instant timeOf(EntryId id) {
    return lens.view().entry(id).map(Entry::envelope).map(Envelope::time).orElse(Instant.EPOCH);
  }

  // ---- one act --------------------------------------------------------------------------------

  /// The act with the exact bytes under signature and everything that was said about it.
  Optional<ActViews.Detail> detail(Act act) {
    return lens.view()
        .entry(act.id())
        .map(
            entry ->
                new ActViews.Detail(
                    view(act),
                    entry.bytes().utf8(),
                    entries.body(entry).map(Object::toString).orElse(""),
                    statements(act)));
  }

  private List<ActViews.StatementView> statements(Act act) {
    return said(act).map(this::statement).toList();
  }

  /// The entries in which something was said about it, its proposal among them, oldest first.
  Stream<Entry> said(Act act) {
    return expected
        .acts()
        .statementsAbout(act.id())
        .flatMap(entry -> lens.view().entry(entry).stream())
        .sorted(Comparator.comparing(entry -> entry.envelope().time()));
  }

  private ActViews.StatementView statement(Entry entry) {
    var envelope = entry.envelope();
    Optional<ActFact> fact =
        entries
            .body(entry)
            .flatMap(body -> Statement.read(envelope.kind(), body))
            .flatMap(
                said ->
                    said instanceof Statement.OnAct(var one) ? Optional.of(one) : Optional.empty());
    return new ActViews.StatementView(
        lens.entryName(entry.id()),
        envelope.kind().value(),
        lens.author(entries.author(entry), entry.author(), Optional.empty()),
        envelope.time(),
        fact.flatMap(Acts::reason),
        expected
            .acts()
            .voids()
            .find(entry.id())
            .map(
                why ->
                    new ActViews.VoidView(
                        "act." + why.name().toLowerCase(Locale.ROOT), why.sentence())));
  }

  private static ActViews.VoidView flaw(Objection found) {
    return new ActViews.VoidView(
        found.area() + "." + found.refusal().name().toLowerCase(Locale.ROOT),
        found.refusal().sentence());
  }

  private static Optional<String> reason(ActFact fact) {
    return switch (fact) {
      case ActFact.Refused refused -> Optional.of(refused.reason());
      case ActFact.Withdrawn withdrawn -> Optional.of(withdrawn.reason());
      case ActFact.Proposed _,
          ActFact.Assented _,
          ActFact.Expired _,
          ActFact.Contested _,
          ActFact.Delegated _,
          ActFact.DelegationEnded _ ->
          Optional.empty();
    };
  }

  // ---- lending --------------------------------------------------------------------------------

  /// What officers have lent each other, as far as it is known.
  List<ActViews.DelegationView> delegations() {
    return expected.acts().delegations().values().map(this::view).toList();
  }

  private ActViews.DelegationView view(Delegation lent) {
    return new ActViews.DelegationView(
        lens.entryName(lent.entry()),
        lent.party().value(),
        author(lent, lent.from()),
        author(lent, lent.said().to()),
        lent.said().role().code(),
        lent.said().kinds().stream().map(kind -> kind.value()).toList(),
        lent.said().until(),
        lent.ended().map(lens::entryName));
  }

  private Author author(Delegation lent, OfficerId officer) {
    return lens.author(lent.party(), Optional.of(officer), Optional.empty());
  }
}
