package org.sarhad.core.modalities;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;

/// The code-words that both sides know, with what each sets going.
///
/// @param cards at most 64, in the order of their words
public record AgreedCards(List<AgreedCard> cards) {
  private static final int CARDS_MAX = 64;

  /// What holds where no document says otherwise: seven words that Persian and Urdu share and that
  /// an English speaker can say.
  public static final AgreedCards INITIAL =
      new AgreedCards(
          List.of(
              card(
                  "BARQ",
                  "برق",
                  "برق",
                  1,
                  CardStep.ACCOUNT_FOR_OWN,
                  CardStep.TELL_PEER,
                  CardStep.LOG_IMPACTS,
                  CardStep.HOLD_AT_LINE,
                  CardStep.KEEP_SCENE),
              card(
                  "MARHAM",
                  "مرهم",
                  "مرہم",
                  1,
                  CardStep.WARN_HOSPITAL,
                  CardStep.TELL_PEER,
                  CardStep.OPEN_FAST_LANE,
                  CardStep.ACCOUNT_FOR_OWN),
              card(
                  "MASHAL",
                  "مشعل",
                  "مشعل",
                  2,
                  CardStep.WATCH_SPREAD,
                  CardStep.TELL_PEER,
                  CardStep.OPEN_FAST_LANE,
                  CardStep.ACCOUNT_FOR_OWN),
              card("NASIM", "نسیم", "نسیم", 4, CardStep.ACCOUNT_FOR_OWN),
              card(
                  "SAHRA",
                  "صحرا",
                  "صحرا",
                  2,
                  CardStep.SHARE_LAST_SEEN,
                  CardStep.ACCOUNT_FOR_OWN,
                  CardStep.TELL_PEER,
                  CardStep.HOLD_AT_LINE),
              card(
                  "SAYA",
                  "سایه",
                  "سایہ",
                  1,
                  CardStep.SHARE_LAST_SEEN,
                  CardStep.TELL_PEER,
                  CardStep.CLOSE_EXIT_ROADS,
                  CardStep.HOLD_AT_LINE,
                  CardStep.KEEP_SCENE),
              card(
                  "TUFAN",
                  "طوفان",
                  "طوفان",
                  1,
                  CardStep.ACCOUNT_FOR_OWN,
                  CardStep.TELL_PEER,
                  CardStep.CLOSE_EXIT_ROADS,
                  CardStep.HOLD_AT_LINE,
                  CardStep.NAME_HOST_OFFICER,
                  CardStep.KEEP_SCENE)));

  /// @throws IllegalArgumentException when there are too many, or the words do not ascend
  public AgreedCards {
    cards = List.copyOf(cards);
    if (cards.size() > CARDS_MAX) {
      throw new IllegalArgumentException(cards.size() + " run cards; at most " + CARDS_MAX);
    }
    for (int i = 1; i < cards.size(); i++) {
      if (cards.get(i - 1).compareTo(cards.get(i)) >= 0) {
        throw new IllegalArgumentException(
            "code-word \"" + cards.get(i).word() + "\" does not ascend");
      }
    }
  }

  /// The card of `word`, if both sides know that word.
  public Optional<AgreedCard> find(String word) {
    return cards.stream().filter(card -> card.word().equals(word)).findFirst();
  }

  private static AgreedCard card(
      String word, String persian, String urdu, int priority, CardStep... steps) {
    return new AgreedCard(word, persian, urdu, priority, List.of(steps));
  }

  Json.Arr toJson() {
    return Json.arr(cards.stream().map(AgreedCard::toJson));
  }

  static AgreedCards fromJson(Json.Arr json) throws MalformedJsonException {
    List<AgreedCard> cards = new ArrayList<>();
    for (Json.Obj card : json.objects()) {
      cards.add(AgreedCard.fromJson(card));
    }
    return new AgreedCards(cards);
  }
}
