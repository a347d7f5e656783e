package org.sarhad.core.response;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sarhad.core.fact.Authored;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;

/// Which duties run, which have been missed, and what the node writes down because of it. Pure: the
/// same state, time and view of the link give the same answer.
///
/// Own duties run whatever the link does. The other side's duties are shown beside them, reckoned
/// from its own receipt; while it is out of sight nothing is said about what fell due after it was
/// last seen.
public final class ResponseClocks {
  private final ResponseState state;
  private final PartyId own;
  private final ResponseSettings settings;
  private final ResponseSettings.Clocks clocks;
  private final Instant now;
  private final Optional<Instant> silentSince;
  private final EntryWays ways;

  private ResponseClocks(
      ResponseState state,
      PartyId own,
      ResponseSettings settings,
      Instant now,
      Optional<Instant> silentSince,
      EntryWays ways) {
    this.state = state;
    this.own = own;
    this.settings = settings;
    this.clocks = settings.clocks();
    this.now = now;
    this.silentSince = silentSince;
    this.ways = ways;
  }

  /// What a look at the clocks gives.
  ///
  /// @param deadlines running and missed duties of all sides, soonest due first
  /// @param facts what the node of `own` now writes by itself, all internal; written once, they are
  ///   in the state and are not given again
  /// @param next when to look again because something falls due then; empty when nothing will by
  ///   itself
  public record Review(
      List<Deadline> deadlines, List<Authored<ResponseFact>> facts, Optional<Instant> next) {
    public Review {
      deadlines = List.copyOf(deadlines);
      facts = List.copyOf(facts);
    }
  }

  /// What a look at the own duties about one incident gives.
  ///
  /// @param deadlines of the own side, in no order
  /// @param next when one of them falls due or is to be put before somebody else
  /// @param isWaiting whether one of them will be reckoned anew: it runs from when the question was
  ///   received, and that is not known yet
  record Look(List<Deadline> deadlines, Optional<Instant> next, boolean isWaiting) {}

  /// Looks at the clocks of `own` at `now`. O(live incidents, and what was said about them).
  /// Whoever looks again and again, at what the node is to write only, has [ClockWatch].
  ///
  /// @param silentSince since when the other side is out of sight; empty while the link is live
  /// @param ways when entries were received
  public static Review review(
      ResponseState state,
      PartyId own,
      ResponseSettings settings,
      Instant now,
      Optional<Instant> silentSince,
      EntryWays ways) {
    return new ResponseClocks(state, own, settings, now, silentSince, ways).review();
  }

  private Review review() {
    List<Deadline> deadlines =
        state
            .liveIncidents()
            .filter(incident -> incident.isKnownTo(own))
            .flatMap(this::dutiesAbout)
            .sorted(Deadline.SOONEST_FIRST)
            .toList();
    var facts = new ArrayList<Authored<ResponseFact>>();
    deadlines.stream()
        .filter(deadline -> deadline.owner().equals(own))
        .forEach(deadline -> facts.addAll(factsFor(deadline)));
    return new Review(deadlines, facts, next(deadlines.stream()));
  }

  /// Looks at the clocks of one incident, as [#review] does at all.
  public static List<Deadline> about(
      Incident incident,
      PartyId own,
      ResponseSettings settings,
      Instant now,
      Optional<Instant> silentSince,
      EntryWays ways) {
    return incident.isKnownTo(own) && incident.state().isLive(incident.id())
        ? new ResponseClocks(incident.state(), own, settings, now, silentSince, ways)
            .dutiesAbout(incident)
            .sorted(Deadline.SOONEST_FIRST)
            .toList()
        : List.of();
  }

  /// The clocks of `own` at `now`, to look at the own side's duties about single incidents: its own
  /// run whatever the link does.
  static ResponseClocks at(
      ResponseState state, PartyId own, ResponseSettings settings, Instant now, EntryWays ways) {
    return new ResponseClocks(state, own, settings, now, Optional.empty(), ways);
  }

  /// Looks at the own duties about one live incident, whose threads of assistance are `threads`.
  Look look(Incident incident, List<Assistance> threads) {
    if (!incident.isKnownTo(own)) {
      return new Look(List.of(), Optional.empty(), false);
    }
    List<Deadline> deadlines =
        duties(incident, threads.stream()).filter(duty -> duty.owner().equals(own)).toList();
    return new Look(deadlines, next(deadlines.stream()), isWaiting(incident, threads));
  }

  private boolean isWaiting(Incident incident, List<Assistance> threads) {
    return Stream.concat(incident.notice().stream(), threads.stream().map(Assistance::opened))
        .anyMatch(asked -> !asked.author().equals(own) && receivedBy(own, asked).isEmpty());
  }

  private Optional<Instant> next(Stream<Deadline> deadlines) {
    return deadlines
        .flatMap(this::moments)
        .filter(moment -> moment.isAfter(now))
        .min(Comparator.naturalOrder());
  }

  private Stream<Deadline> dutiesAbout(Incident incident) {
    return duties(incident, incident.assistance().stream());
  }

  private Stream<Deadline> duties(Incident incident, Stream<Assistance> threads) {
    return Stream.of(
            tellPeer(incident),
            acknowledge(incident),
            answers(incident, threads),
            sitreps(incident))
        .flatMap(duties -> duties);
  }

  // ---- the four duties ------------------------------------------------------------------------

  private Stream<Deadline> tellPeer(Incident incident) {
    boolean due =
        incident.owner().equals(own)
            && !incident.isReleased()
            && incident.stageOf(own) != Stage.CLOSED
            && incident.alert().filter(this::isForPeer).isPresent();
    return due
        ? incident.reportedAt().stream()
            .map(
                since ->
                    deadline(
                        incident, Duty.TELL_PEER, Optional.empty(), own, since, clocks.tellPeer()))
        : Stream.empty();
  }

  private Stream<Deadline> acknowledge(Incident incident) {
    return incident.notice().stream()
        .flatMap(
            notice ->
                listeners(incident.owner())
                    .filter(party -> incident.acknowledgedBy(party).isEmpty())
                    .filter(party -> incident.stageOf(party) != Stage.CLOSED)
                    .map(
                        party ->
                            answer(
                                incident,
                                Duty.ACKNOWLEDGE,
                                Optional.empty(),
                                party,
                                notice,
                                Optional.empty(),
                                clocks.acknowledge())));
  }

  private Stream<Deadline> answers(Incident incident, Stream<Assistance> threads) {
    return threads
        .filter(thread -> thread.progress() != Assistance.Progress.ENDED)
        .flatMap(
            thread ->
                listeners(thread.owner())
                    .filter(
                        party -> state.side(party).help().thread(thread.id()).answered().isEmpty())
                    .map(
                        party ->
                            answer(
                                incident,
                                Duty.ANSWER_ASSISTANCE,
                                Optional.of(thread.id()),
                                party,
                                thread.opened(),
                                thread.need().answerBy(),
                                clocks.answerAssistance())));
  }

  /// The side that opened a grave incident and has told of it keeps both sides up to date.
  private Stream<Deadline> sitreps(Incident incident) {
    boolean due =
        incident.alert().map(Alert::priority).filter(Priority.P1::equals).isPresent()
            && incident.stageOf(incident.owner()) == Stage.OPEN;
    if (!due) {
      return Stream.empty();
    }
    Optional<Instant> last = incident.file(incident.owner()).lastSitrep();
    return last.or(() -> incident.notice().map(Said::time)).stream()
        .map(
            since ->
                deadline(
                    incident,
                    Duty.SITREP,
                    Optional.empty(),
                    incident.owner(),
                    since,
                    clocks.sitrep()));
  }

  // ---- one deadline ---------------------------------------------------------------------------

  /// A duty to answer begins when the answerer's node has the question. `by` is the asker's wish;
  /// one that was past before the question arrived is no deadline.
  private Deadline answer(
      Incident incident,
      Duty duty,
      Optional<AssistanceId> thread,
      PartyId answerer,
      Said question,
      Optional<Instant> by,
      Duration within) {
    Optional<Instant> received = receivedBy(answerer, question);
    Instant since = received.orElse(question.time());
    Instant due = by.filter(wish -> wish.isAfter(since)).orElse(since.plus(within));
    Deadline reckoned =
        deadline(incident, duty, thread, answerer, since, Duration.between(since, due));
    return received.isPresent() || answerer.equals(own)
        ? reckoned
        : new Deadline(
            reckoned.key(),
            answerer,
            since,
            Deadline.Status.NOT_DELIVERED,
            reckoned.escalatedTo(),
            false);
  }

  private Optional<Instant> receivedBy(PartyId answerer, Said question) {
    return ways.times(question.entry())
        .received()
        .filter(receipt -> receipt.by().equals(answerer))
        .flatMap(receipt -> receipt.bracket().notAfter());
  }

  private Deadline deadline(
      Incident incident,
      Duty duty,
      Optional<AssistanceId> thread,
      PartyId owner,
      Instant since,
      Duration within) {
    var key = new DeadlineKey(duty, incident.id(), thread, since.plus(within));
    Deadline.Status status = statusOf(key, owner);
    boolean audible =
        owner.equals(own)
            && (status == Deadline.Status.OVERDUE || duty == Duty.ACKNOWLEDGE)
            && incident.alert().map(Alert::priority).filter(Priority::audible).isPresent();
    Set<Role> escalated = state.side(own).clocks().mark(key).escalatedTo();
    return new Deadline(
        key, owner, since, status, owner.equals(own) ? escalated : Set.of(), audible);
  }

  private Deadline.Status statusOf(DeadlineKey key, PartyId owner) {
    if (key.due().isAfter(now)) {
      return !owner.equals(own) && silentSince.isPresent()
          ? Deadline.Status.CANNOT_BE_JUDGED
          : Deadline.Status.RUNNING;
    }
    boolean unseen =
        !owner.equals(own) && silentSince.map(since -> key.due().isAfter(since)).orElse(false);
    return unseen ? Deadline.Status.CANNOT_BE_JUDGED : Deadline.Status.OVERDUE;
  }

  /// What is to be written down about an own deadline and is not yet.
  List<Authored<ResponseFact>> factsFor(Deadline deadline) {
    var facts = new ArrayList<Authored<ResponseFact>>();
    ClockBook.Mark mark = state.side(own).clocks().mark(deadline.key());
    if (deadline.status() == Deadline.Status.OVERDUE && !mark.passed()) {
      facts.add(Authored.internal(new ClockFact.Passed(deadline.key())));
    }
    for (Escalation step : escalations(deadline)) {
      if (!step.at().isAfter(now) && !mark.escalatedTo().contains(step.to())) {
        facts.add(Authored.internal(new ClockFact.Escalated(deadline.key(), step.to())));
      }
    }
    return facts;
  }

  private record Escalation(Instant at, Role to) {}

  private List<Escalation> escalations(Deadline deadline) {
    return deadline.key().duty() == Duty.ACKNOWLEDGE
        ? List.of(
            new Escalation(deadline.started().plus(clocks.escalate()), clocks.secondCall()),
            new Escalation(deadline.started().plus(clocks.escalateToChief()), Role.CHIEF))
        : List.of();
  }

  private Stream<Instant> moments(Deadline deadline) {
    return Stream.concat(
        Stream.of(deadline.key().due()),
        deadline.owner().equals(own)
            ? escalations(deadline).stream().map(Escalation::at)
            : Stream.empty());
  }

  private Stream<PartyId> listeners(PartyId speaker) {
    return state.parties().stream().filter(party -> !party.equals(speaker));
  }

  private boolean isForPeer(Alert alert) {
    return settings.concernsBoth(alert.where())
        && alert
            .codeWord()
            .flatMap(word -> RunCards.find(state, own, settings.cards(), word))
            .map(card -> card.notice().peer())
            .orElse(true);
  }
}
