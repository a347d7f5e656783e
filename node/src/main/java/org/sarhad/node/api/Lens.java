package org.sarhad.node.api;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sarhad.core.barter.VoucherRef;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.joint.Border;
import org.sarhad.core.joint.CrossingPasses;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.register.Word;
import org.sarhad.core.response.Deadline;
import org.sarhad.core.response.Incident;
import org.sarhad.core.response.IncidentId;
import org.sarhad.core.response.Ladder;
import org.sarhad.core.response.LineAlarm;
import org.sarhad.core.response.ResponseClocks;
import org.sarhad.core.response.ResponseSettings;
import org.sarhad.core.response.ResponseState;
import org.sarhad.core.response.Said;
import org.sarhad.node.account.Account;
import org.sarhad.node.account.Accounts;
import org.sarhad.node.api.view.ActivityViews.SaidView;
import org.sarhad.node.api.view.IncidentViews.Author;
import org.sarhad.node.api.view.LadderView;
import org.sarhad.node.api.view.OverviewView.ClockView;
import org.sarhad.node.machine.LinkState;
import org.sarhad.node.machine.LinkView;
import org.sarhad.node.machine.NodeView;

/// One look at the node by one caller: the newest view, the time, and what this caller may see of
/// it. Made for one answer and then dropped.
final class Lens {
  private final NodeView view;
  private final Parties parties;
  private final ResponseSettings settings;
  private final Accounts accounts;
  private final Border border;
  private final Instant now;
  private final boolean releasedOnly;
  private final Map<OfficerId, Optional<String>> names = new HashMap<>();

  /// @param border the operational line, as this node has it
  /// @param releasedOnly whether what is internal is hidden from this caller
  Lens(
      NodeView view,
      Parties parties,
      ResponseSettings settings,
      Accounts accounts,
      Border border,
      Instant now,
      boolean releasedOnly) {
    this.view = view;
    this.parties = parties;
    this.settings = settings;
    this.accounts = accounts;
    this.border = border;
    this.now = now;
    this.releasedOnly = releasedOnly;
  }

  NodeView view() {
    return view;
  }

  Parties parties() {
    return parties;
  }

  ResponseSettings settings() {
    return settings;
  }

  /// The operational line, as this node has it.
  Border border() {
    return border;
  }

  ResponseState response() {
    return view.response();
  }

  Instant now() {
    return now;
  }

  PartyId own() {
    return parties.ownId();
  }

  boolean releasedOnly() {
    return releasedOnly;
  }

  /// Whether this caller may see what was said.
  boolean shows(Said said) {
    return said.released() || !releasedOnly;
  }

  /// Whether this caller may see the incident at all.
  boolean shows(Incident incident) {
    return incident.isKnownTo(own()) && (incident.isReleased() || !releasedOnly);
  }

  /// The incident called `name`, if there is one and this caller may see it.
  Optional<Incident> incident(String name) {
    try {
      return response().incident(IncidentId.parse(name)).filter(this::shows);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// All running and missed duties this caller may see, soonest due first.
  List<Deadline> deadlines() {
    return ResponseClocks.review(response(), own(), settings, now, silentSince(), view)
        .deadlines()
        .stream()
        .filter(
            deadline ->
                response().incident(deadline.key().incident()).filter(this::shows).isPresent())
        .toList();
  }

  /// Own units that hold at the line, or are beyond it without a leave, the oldest first.
  List<LineAlarm> lineAlarms() {
    return releasedOnly
        ? List.of()
        : LineAlarm.of(
            response(),
            own(),
            border.soil(),
            CrossingPasses.of(view.expected(), border.line()),
            now);
  }

  /// The running and missed duties about one incident, soonest due first.
  List<Deadline> deadlines(Incident incident) {
    return ResponseClocks.about(incident, own(), settings, now, silentSince(), view);
  }

  /// Since when a peer is out of sight; empty while every one is heard.
  Optional<Instant> silentSince() {
    return view.links().stream()
        .filter(link -> link.state() == LinkState.SILENT)
        .map(LinkView::since)
        .min(Comparator.naturalOrder());
  }

  String entryName(EntryId entry) {
    return parties.entryName(view, entry);
  }

  /// What a voucher is called in paths: `ir/17`, and `ir/17/3` for the third line of an act of
  /// many.
  String voucherName(VoucherRef ref) {
    return entryName(ref.entry()) + (ref.line() == 0 ? "" : "/" + ref.line());
  }

  /// The entry that the path of `call` names, if its log is here.
  Optional<EntryId> entry(Call call) {
    return parties.entry(view, call.entryName());
  }

  /// What a side said of something between the sides.
  ///
  /// @param body as it stands in the entry
  SaidView said(PartyId by, Word<?> word, Json.Obj body) {
    return new SaidView(
        entryName(word.entry()),
        word.entry().toString(),
        author(by, view.entry(word.entry()).flatMap(entry -> entry.author()), Optional.empty()),
        word.at(),
        body);
  }

  LadderView ladder(Ladder ladder, EntryId entry) {
    return ladder(ladder, Optional.of(view.isFinal(entry)));
  }

  /// A ladder of the past: whether the place of its entry was final then is not known.
  LadderView ladderThen(Ladder ladder) {
    return ladder(ladder, Optional.empty());
  }

  private LadderView ladder(Ladder ladder, Optional<Boolean> isFinal) {
    var way = ladder.way();
    return new LadderView(
        ladder.authored(),
        way.durable(),
        way.published(),
        way.received()
            .flatMap(
                receipt ->
                    receipt
                        .bracket()
                        .notAfter()
                        .map(
                            latest ->
                                new LadderView.Bracket(
                                    receipt.bracket().notBefore(), latest, receipt.signedBy()))),
        way.read()
            .map(
                read ->
                    new LadderView.Read(
                        read.at(),
                        read.role().map(Role::code),
                        Optional.of(entryName(read.entry())))),
        ladder
            .acted()
            .map(
                acted ->
                    new LadderView.Acted(
                        acted.at(), acted.kind().code(), Optional.of(entryName(acted.entry())))),
        isFinal,
        Optional.of(ladder.imported()));
  }

  Author author(Said said) {
    return author(
        said.author(),
        said.context().officer(),
        said.context().roles().stream().min(Comparator.naturalOrder()));
  }

  Author author(PartyId party, Optional<OfficerId> officer, Optional<Role> role) {
    return new Author(
        party.value(),
        officer.map(OfficerId::value),
        role.map(Role::code),
        party.equals(own()) ? officer.flatMap(this::nameOf) : Optional.empty());
  }

  /// What colleagues call the desk behind a key of this side.
  Optional<String> nameOf(OfficerId officer) {
    return names.computeIfAbsent(officer, o -> accounts.findBy(o).map(Account::name));
  }

  /// A unit at the line is a clock that is overdue from the beginning: it sounds until it has gone.
  ClockView clock(LineAlarm alarm) {
    return new ClockView(
        switch (alarm.where()) {
          case AT_LINE -> "line_held";
          case ACROSS -> "line_crossed";
        },
        alarm.unit().toString(),
        response().side(own()).units().incidentOf(alarm.unit()).map(Object::toString),
        own().value(),
        Optional.empty(),
        Optional.of(alarm.since()),
        alarm.since(),
        Codes.of(Deadline.Status.OVERDUE),
        true);
  }

  ClockView clock(Deadline deadline) {
    var key = deadline.key();
    return new ClockView(
        switch (key.duty()) {
          case TELL_PEER -> "notify";
          case ACKNOWLEDGE -> "acknowledge";
          case ANSWER_ASSISTANCE -> "assistance_answer";
          case SITREP -> "sitrep";
        },
        key.subject(),
        Optional.of(key.incident().toString()),
        deadline.owner().value(),
        deadline.escalatedTo().stream().max(Comparator.naturalOrder()).map(Role::code),
        Optional.of(deadline.started()),
        key.due(),
        Codes.of(deadline.status()),
        deadline.audible());
  }
}
