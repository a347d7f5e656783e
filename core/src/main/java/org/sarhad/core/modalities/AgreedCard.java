package org.sarhad.core.modalities;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.json.Text;

/// The part of a run card that both sides have agreed on: what a code-word means to both, and what
/// each of them then does. Which own units are looked for stays each side's business.
///
/// As JSON `{"fa":"طوفان","priority":1,"steps":["tell_peer"],"ur":"طوفان","word":"TUFAN"}`.
///
/// @param word the word in the record: 2 to 24 of `A`-`Z`, `0`-`9` and `-`, beginning with a letter
/// @param persian its spelling in Persian; an identifier of at most 40 characters
/// @param urdu its spelling in Urdu; the same
/// @param priority 1 (life in danger) to 5 (information)
/// @param steps 1 to 11, each once, in the order in which they are done
public record AgreedCard(
    String word, String persian, String urdu, int priority, List<CardStep> steps)
    implements Comparable<AgreedCard> {
  private static final Pattern WORD = Pattern.compile("[A-Z][A-Z0-9-]{1,23}");
  private static final int PRIORITY_MAX = 5;

  /// @throws IllegalArgumentException naming the part that is not as above
  public AgreedCard {
    steps = List.copyOf(steps);
    if (!WORD.matcher(word).matches()) {
      throw new IllegalArgumentException(
          "code-word \"" + word + "\" is not 2 to 24 capital letters. Maybe \"TUFAN\"?");
    }
    checkSpelling(persian);
    checkSpelling(urdu);
    if (priority < 1 || priority > PRIORITY_MAX) {
      throw new IllegalArgumentException("priority " + priority + " of " + word + " is not 1 to 5");
    }
    if (steps.isEmpty() || steps.stream().distinct().count() != steps.size()) {
      throw new IllegalArgumentException("steps of " + word + ": expected some, each once");
    }
  }

  private static void checkSpelling(String spelling) {
    Optional<String> flaw = Text.flawInIdentifier(spelling, 40);
    if (flaw.isPresent()) {
      throw new IllegalArgumentException("code-word \"" + spelling + "\" has " + flaw.get());
    }
  }

  @Override
  public int compareTo(AgreedCard other) {
    return word.compareTo(other.word);
  }

  /// As it stands in a document.
  public Json.Obj toJson() {
    return Json.obj()
        .put("fa", persian)
        .put("priority", priority)
        .put("steps", Json.arr(steps.stream().map(step -> Json.of(step.code()))))
        .put("ur", urdu)
        .put("word", word)
        .build();
  }

  static AgreedCard fromJson(Json.Obj json) throws MalformedJsonException {
    json.allowOnly("fa", "priority", "steps", "ur", "word");
    List<CardStep> steps = new ArrayList<>();
    for (String code : json.array("steps").texts()) {
      steps.add(
          CardStep.find(code)
              .orElseThrow(
                  () -> new MalformedJsonException("a step of a card", code, "a known step")));
    }
    return new AgreedCard(
        json.text("word"),
        json.text("fa"),
        json.text("ur"),
        json.smallInteger("priority", 1, PRIORITY_MAX),
        steps);
  }
}
