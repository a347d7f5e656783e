package org.sarhad.core.response;

import java.util.Optional;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.fact.FactContext;

/// One side's papers: daily reports, imported history, its own versions of run cards.
///
/// @param daily the daily reports, by number
/// @param history the imported items, by name
/// @param historyNames the same by the name they had in the list they came from
/// @param cards the newest version of each card this side wrote, by code-word
/// @param lastHistory highest number given to an imported item, 0 for none
public record Shelf(
    PersistentMap<Integer, Said> daily,
    PersistentMap<HistoryId, Said> history,
    PersistentMap<String, HistoryId> historyNames,
    PersistentMap<String, RunCard> cards,
    int lastHistory) {
  static final Shelf EMPTY =
      new Shelf(
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty(),
          PersistentMap.empty(),
          0);

  Folded<Shelf> apply(FactContext context, ReportFact.DailyReported fact) {
    int number = fact.report().number();
    return daily.containsKey(number)
        ? Folded.unchanged(this, Anomaly.NAME_TAKEN)
        : Folded.to(
            new Shelf(
                daily.put(number, new Said(context, fact, Optional.empty())),
                history,
                historyNames,
                cards,
                lastHistory));
  }

  Folded<Shelf> apply(FactContext context, HistoryFact fact) {
    return switch (fact) {
      case HistoryFact.Imported(HistoryId id, HistoryItem item) -> {
        if (!id.owner().equals(context.author())) {
          yield Folded.unchanged(this, Anomaly.NOT_THE_OWNER);
        }
        if (history.containsKey(id) || historyNames.containsKey(item.externalId())) {
          yield Folded.unchanged(this, Anomaly.NAME_TAKEN);
        }
        yield Folded.to(
            new Shelf(
                daily,
                history.put(id, new Said(context, fact, Optional.empty())),
                historyNames.put(item.externalId(), id),
                cards,
                Math.max(lastHistory, id.number())));
      }
    };
  }

  Folded<Shelf> apply(RunCardFact fact) {
    return switch (fact) {
      case RunCardFact.Written(RunCard card) -> {
        String word = card.word().latin();
        boolean older = cards.find(word).map(RunCard::version).orElse(0) >= card.version();
        yield older
            ? Folded.unchanged(this, Anomaly.NAME_TAKEN)
            : Folded.to(
                new Shelf(daily, history, historyNames, cards.put(word, card), lastHistory));
      }
    };
  }
}
