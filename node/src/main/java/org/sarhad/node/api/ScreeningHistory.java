package org.sarhad.node.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.Origin;
import org.sarhad.core.register.Word;
import org.sarhad.core.screening.ScreeningFact;
import org.sarhad.core.screening.ScreeningFactKind;
import org.sarhad.core.screening.ScreeningState;
import org.sarhad.core.screening.SubjectId;
import org.sarhad.node.api.view.ScreeningViews;

/// Everything that the sides have said about one trading party, as it stands in their logs: what
/// overtook what, and what did not hold.
final class ScreeningHistory {
  private static final int SCANNED_MAX = 20_000;
  private static final int CHUNK = 512;

  /// Most words that are shown of one party.
  private static final int WORDS_MAX = 200;

  private final Lens lens;
  private final Entries entries;
  private final ScreeningState known;
  private final SubjectId subject;
  private final List<ScreeningViews.HistoryView> words = new ArrayList<>();
  private boolean isWhole = true;

  private ScreeningHistory(Lens lens, SubjectId subject) {
    this.lens = lens;
    this.entries = new Entries(lens);
    this.known = lens.view().expected().screening();
    this.subject = subject;
  }

  /// What was said of `subject`. Reads the newest 20 000 entries of each log.
  static ScreeningHistory of(Lens lens, SubjectId subject) {
    var history = new ScreeningHistory(lens, subject);
    lens.view().channel().sides().keys().forEach(history::read);
    history.words.sort(
        Comparator.comparing((ScreeningViews.HistoryView word) -> word.said().at()).reversed());
    return history;
  }

  /// The newest first.
  List<ScreeningViews.HistoryView> words() {
    return List.copyOf(words.subList(0, Math.min(WORDS_MAX, words.size())));
  }

  /// Whether there is nothing older than what was read.
  boolean isWhole() {
    return isWhole && words.size() <= WORDS_MAX;
  }

  private void read(Origin origin) {
    long size = lens.view().log(origin).map(log -> log.size()).orElse(0L);
    long first = Math.max(0, size - SCANNED_MAX);
    isWhole &= first == 0;
    for (long at = first; at < size; at += CHUNK) {
      for (var entry : lens.view().entries(origin, at, Math.min(size, at + CHUNK))) {
        fact(entry).filter(this::isAbout).ifPresent(fact -> add(entry, fact));
      }
    }
  }

  private Optional<ScreeningFact> fact(Entry entry) {
    return ScreeningFactKind.find(entry.envelope().kind())
        .flatMap(
            kind ->
                entries
                    .body(entry)
                    .flatMap(
                        body -> {
                          try {
                            return Optional.of(ScreeningFact.fromJson(kind, body));
                          } catch (MalformedJsonException _) {
                            return Optional.empty();
                          }
                        }));
  }

  private boolean isAbout(ScreeningFact fact) {
    return switch (fact) {
      case ScreeningFact.Held held -> held.subject().equals(subject);
      case ScreeningFact.Proposed proposed -> proposed.subject().equals(subject);
      case ScreeningFact.Confirmed confirmed ->
          known
              .proposals()
              .find(confirmed.proposal())
              .filter(key -> key.subject().equals(subject))
              .isPresent();
      case ScreeningFact.BasisRecorded recorded -> recorded.subject().equals(subject);
      case ScreeningFact.BasisEnded ended -> isOfBasis(ended.basis());
      case ScreeningFact.BasisDrawn drawn -> isOfBasis(drawn.basis());
      case ScreeningFact.BasisReturned returned ->
          known.draws().find(returned.draw()).filter(this::isOfBasis).isPresent();
      case ScreeningFact.ListTaken _, ScreeningFact.ListEnded _ -> false;
    };
  }

  private boolean isOfBasis(EntryId basis) {
    return known
        .bases()
        .find(basis)
        .filter(known -> known.recorded().said().subject().equals(subject))
        .isPresent();
  }

  private void add(Entry entry, ScreeningFact fact) {
    words.add(
        new ScreeningViews.HistoryView(
            fact.kind().kind().value(),
            lens.said(
                entries.author(entry),
                new Word<>(entry.id(), entry.envelope().time(), fact),
                fact.toJson()),
            known.voids().find(entry.id()).map(why -> "screening." + Codes.of(why))));
  }
}
