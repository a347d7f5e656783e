package org.sarhad.core.inquiry;

import java.util.List;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;

/// What was seen at a joint visit, in words that all sides sign (protocol clause 09-6.5).
///
/// @param visit the act of the visit, by the entry of its proposal
/// @param words in 1 to 4 languages
/// @param exhibits what was collected or looked at; ascending, at most 64
public record MinutesTerms(EntryId visit, List<Words> words, List<EntryId> exhibits)
    implements InquiryTerms {
  private static final int WORDS_MAX = 4;
  private static final int EXHIBITS_MAX = 64;

  /// @throws IllegalArgumentException when there are no words, too many, or the exhibits are not in
  ///   order
  public MinutesTerms {
    words = List.copyOf(words);
    exhibits = List.copyOf(exhibits);
    if (words.isEmpty()) {
      throw new IllegalArgumentException("minutes without words");
    }
    Codes.requireAtMost("languages", words.size(), WORDS_MAX);
    Codes.requireAtMost("exhibits", exhibits.size(), EXHIBITS_MAX);
    Lists.requireAscending("exhibit", exhibits);
  }

  @Override
  public InquiryActKind kind() {
    return InquiryActKind.JOINT_MINUTES;
  }

  @Override
  public Json.Obj toJson() {
    return Json.obj()
        .putIfPresent("exhibits", Lists.entries(exhibits))
        .put("visit", visit.toString())
        .putIfPresent("words", Lists.written(words, Words::toJson))
        .build();
  }

  static MinutesTerms read(Json.Obj json) throws MalformedJsonException {
    return new MinutesTerms(
        json.as("visit", EntryId::parse),
        Lists.read(json, "words", Words::fromJson),
        Lists.entries(json, "exhibits"));
  }
}
