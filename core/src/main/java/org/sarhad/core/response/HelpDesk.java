package org.sarhad.core.response;

import java.util.Optional;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.party.PartyId;

/// One side's word in all threads of assistance, and its log of calls.
///
/// @param threads by name, whoever opened them
/// @param calls what this side logged, by name
/// @param answers what this side said to calls that the other logged
/// @param lastThread highest number given to a thread, 0 for none
/// @param lastCall highest number given to a call, 0 for none
public record HelpDesk(
    PersistentMap<AssistanceId, HelpThread> threads,
    PersistentMap<HotlineId, Said> calls,
    PersistentMap<HotlineId, Said> answers,
    int lastThread,
    int lastCall) {
  static final HelpDesk EMPTY =
      new HelpDesk(PersistentMap.empty(), PersistentMap.empty(), PersistentMap.empty(), 0, 0);

  /// What this side said in `assistance`; an empty thread when nothing.
  public HelpThread thread(AssistanceId assistance) {
    return threads.getOrElse(assistance, HelpThread.EMPTY);
  }

  Folded<HelpDesk> apply(FactContext context, AssistanceFact fact) {
    HelpThread thread = thread(fact.assistance());
    boolean own = fact.assistance().owner().equals(context.author());
    Said said = new Said(context, fact, Optional.empty());
    return switch (fact) {
      case AssistanceFact.Requested _, AssistanceFact.Offered _ -> {
        if (!own) {
          yield Folded.unchanged(this, Anomaly.NOT_THE_OWNER);
        }
        yield thread.opened().isPresent()
            ? Folded.unchanged(this, Anomaly.NAME_TAKEN)
            : Folded.to(with(fact.assistance(), thread.withOpened(said)));
      }
      case AssistanceFact.Answered _ -> {
        if (own) {
          yield Folded.unchanged(this, Anomaly.ANSWERS_ITSELF);
        }
        yield thread.answered().isPresent()
            ? Folded.unchanged(this, Anomaly.SAID_BEFORE)
            : Folded.to(with(fact.assistance(), thread.withAnswered(said)));
      }
      case AssistanceFact.Committed committed -> {
        if (!allOf(committed, context.author())) {
          yield Folded.unchanged(this, Anomaly.NOT_THE_OWNER);
        }
        yield own && !isOffer(thread)
            ? Folded.unchanged(this, Anomaly.ANSWERS_ITSELF)
            : Folded.to(with(fact.assistance(), thread.withItem(said)));
      }
      case AssistanceFact.Said _ ->
          own && thread.opened().isEmpty()
              ? Folded.unchanged(this, Anomaly.UNKNOWN_SUBJECT)
              : Folded.to(with(fact.assistance(), thread.withItem(said)));
      case AssistanceFact.Ended _ -> {
        if (own && thread.opened().isEmpty()) {
          yield Folded.unchanged(this, Anomaly.UNKNOWN_SUBJECT);
        }
        yield thread.ended().isPresent()
            ? Folded.unchanged(this, Anomaly.SAID_BEFORE)
            : Folded.to(with(fact.assistance(), thread.withEnded(said)));
      }
      case AssistanceFact.ConditionsAnswered answered -> {
        if (!own) {
          yield Folded.unchanged(this, Anomaly.NOT_THE_OWNER);
        }
        yield thread.opened().isEmpty()
            ? Folded.unchanged(this, Anomaly.UNKNOWN_SUBJECT)
            : replied(said, thread.replies().conditions().containsKey(answered.answer()));
      }
      case AssistanceFact.ExtensionAsked _ ->
          own && thread.opened().isEmpty()
              ? Folded.unchanged(this, Anomaly.UNKNOWN_SUBJECT)
              : Folded.to(with(fact.assistance(), thread.withItem(said)));
      case AssistanceFact.ExtensionAnswered answered ->
          replied(said, thread.replies().extensions().containsKey(answered.question()));
      case AssistanceFact.CostStated stated ->
          thread.hasCommittedIn(stated.commitment())
              ? Folded.to(with(fact.assistance(), thread.withItem(said)))
              : Folded.unchanged(this, Anomaly.UNKNOWN_SUBJECT);
      case AssistanceFact.CostAnswered answered ->
          replied(said, thread.replies().costs().containsKey(answered.statement()));
    };
  }

  private Folded<HelpDesk> replied(Said said, boolean isSaidBefore) {
    if (isSaidBefore) {
      return Folded.unchanged(this, Anomaly.SAID_BEFORE);
    }
    AssistanceId id = ((AssistanceFact) said.fact()).assistance();
    HelpThread thread = thread(id);
    return Folded.to(with(id, thread.with(thread.replies().with(said), said)));
  }

  Folded<HelpDesk> apply(FactContext context, HotlineFact fact) {
    boolean own = fact.hotline().owner().equals(context.author());
    Said said = new Said(context, fact, Optional.empty());
    return switch (fact) {
      case HotlineFact.Logged logged -> {
        if (!own) {
          yield Folded.unchanged(this, Anomaly.NOT_THE_OWNER);
        }
        yield calls.containsKey(logged.hotline())
            ? Folded.unchanged(this, Anomaly.NAME_TAKEN)
            : Folded.to(
                new HelpDesk(
                    threads,
                    calls.put(logged.hotline(), said),
                    answers,
                    lastThread,
                    Math.max(lastCall, logged.hotline().number())));
      }
      case HotlineFact.Answered answered -> {
        if (own) {
          yield Folded.unchanged(this, Anomaly.ANSWERS_ITSELF);
        }
        yield answers.containsKey(answered.hotline())
            ? Folded.unchanged(this, Anomaly.SAID_BEFORE)
            : Folded.to(
                new HelpDesk(
                    threads, calls, answers.put(answered.hotline(), said), lastThread, lastCall));
      }
    };
  }

  private static boolean isOffer(HelpThread thread) {
    return thread
        .opened()
        .map(Said::fact)
        .filter(AssistanceFact.Offered.class::isInstance)
        .isPresent();
  }

  private static boolean allOf(AssistanceFact.Committed committed, PartyId author) {
    return committed.units().stream().allMatch(unit -> unit.owner().equals(author));
  }

  private HelpDesk with(AssistanceId id, HelpThread thread) {
    int last = thread.opened().isPresent() ? Math.max(lastThread, id.number()) : lastThread;
    return new HelpDesk(threads.put(id, thread), calls, answers, last, lastCall);
  }
}
