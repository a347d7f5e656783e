package org.sarhad.core.inquiry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.time.UtcTime;

/// What the sides establish together (protocol clause 09-7). A later version supersedes an earlier
/// one as an act does (07-5.7); the earlier one stays.
///
/// @param matter of which matter
/// @param standard how sure one has to be for what is established here
/// @param items property by property; 1 to 64, ascending by their subjects
/// @param remedies what follows from it, for the register of commitments; at most 16
/// @param words what else is to be said; empty, or in up to 4 languages
public record FindingTerms(
    EntryId matter, Standard standard, List<Item> items, List<Remedy> remedies, List<Words> words)
    implements InquiryTerms {
  private static final int ITEMS_MAX = 64;
  private static final int REMEDIES_MAX = 16;
  private static final int WORDS_MAX = 4;

  /// How sure one has to be. The usual three of international fact-finding, least first.
  public enum Standard {
    /// A reasonable person would believe it.
    REASONABLE_GROUNDS,
    /// Highly probable.
    CLEAR_AND_CONVINCING,
    /// No reasonable doubt is left.
    BEYOND_REASONABLE_DOUBT
  }

  /// What is established of one property.
  ///
  /// @param subject the row it belongs to
  /// @param outcome what came out
  /// @param restsOn claims and exhibits it rests on, by their entries; ascending, at most 64
  public record Item(Subject subject, Outcome outcome, List<EntryId> restsOn) {
    private static final int RESTS_ON_MAX = 64;

    /// @throws IllegalArgumentException when a value is not one of the subject's, or what it rests
    ///   on is too much or not in order
    public Item {
      restsOn = List.copyOf(restsOn);
      Codes.requireAtMost("grounds", restsOn.size(), RESTS_ON_MAX);
      Lists.requireAscending("ground", restsOn);
      for (Value value : outcome.everyValue().toList()) {
        if (!subject.property().takes(value)
            || !Subject.of(subject.property(), value).equals(subject)) {
          throw new IllegalArgumentException(value.toJson() + " is no value of " + subject);
        }
      }
    }

    private Json.Obj toJson() {
      return outcome
          .putInto(Json.obj())
          .putTextIfPresent("category", subject.category().map(Codes::of))
          .put("property", subject.property().code())
          .putIfPresent("rests_on", Lists.entries(restsOn))
          .putTextIfPresent("unit", subject.unit().map(Codes::of))
          .build();
    }

    private static Item read(Json.Obj json) throws MalformedJsonException {
      return new Item(
          new Subject(
              Codes.read(json, "property", Property.class),
              Codes.find(json, "unit", Unit.class),
              Codes.find(json, "category", Category.class)),
          Outcome.fromJson(json),
          Lists.entries(json, "rests_on"));
    }
  }

  /// What follows from a finding.
  ///
  /// @param owner which side owes it
  /// @param words what
  /// @param due by when, if a date was set
  public record Remedy(PartyId owner, Words words, Optional<Instant> due) {
    /// Longest text: it is the title of a commitment (protocol clause 10-6.2).
    public static final int TEXT_MAX = 600;

    /// @throws IllegalArgumentException when the date has no spelling, or the text is too long
    public Remedy {
      due.ifPresent(UtcTime::print);
      Codes.requireAtMost("characters of a remedy", words.text().length(), TEXT_MAX);
    }

    private Json.Obj toJson() {
      return Json.obj()
          .putTextIfPresent("due", due.map(UtcTime::print))
          .put("owner", owner.value())
          .put("words", words.toJson())
          .build();
    }

    private static Remedy read(Json.Obj json) throws MalformedJsonException {
      return new Remedy(
          json.as("owner", PartyId::of),
          Words.fromJson(json.object("words")),
          json.findTime("due"));
    }
  }

  /// @throws IllegalArgumentException when a list is empty where it may not be, too long, or not in
  ///   order
  public FindingTerms {
    items = List.copyOf(items);
    remedies = List.copyOf(remedies);
    words = List.copyOf(words);
    if (items.isEmpty()) {
      throw new IllegalArgumentException("a finding of nothing");
    }
    Codes.requireAtMost("items", items.size(), ITEMS_MAX);
    Lists.requireAscending("subject", items.stream().map(Item::subject).toList());
    Codes.requireAtMost("remedies", remedies.size(), REMEDIES_MAX);
    Codes.requireAtMost("languages", words.size(), WORDS_MAX);
  }

  @Override
  public InquiryActKind kind() {
    return InquiryActKind.FINDING;
  }

  @Override
  public Json.Obj toJson() {
    return Json.obj()
        .put("items", Json.arr(items.stream().map(Item::toJson)))
        .put("matter", matter.toString())
        .putIfPresent("remedies", Lists.written(remedies, Remedy::toJson))
        .put("standard", Codes.of(standard))
        .putIfPresent("words", Lists.written(words, Words::toJson))
        .build();
  }

  static FindingTerms read(Json.Obj json) throws MalformedJsonException {
    return new FindingTerms(
        json.as("matter", EntryId::parse),
        Codes.read(json, "standard", Standard.class),
        Lists.read(json, "items", Item::read),
        Lists.read(json, "remedies", Remedy::read),
        Lists.read(json, "words", Words::fromJson));
  }
}
