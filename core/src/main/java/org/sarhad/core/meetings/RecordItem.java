package org.sarhad.core.meetings;

import java.util.SortedMap;
import java.util.TreeMap;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Bodies;
import org.sarhad.core.register.Wording;

/// One item of a joint record, and what came of it (protocol clause 10-3.5).
public sealed interface RecordItem {
  /// Most characters of a subject.
  int SUBJECT_MAX = 400;

  /// Most characters of what came of it.
  int TEXT_MAX = 6_000;

  /// What was discussed.
  Wording subject();

  /// The JSON form.
  Json.Obj toJson();

  /// Reads the JSON form.
  ///
  /// @throws MalformedJsonException when a member is not as it should be
  /// @throws IllegalArgumentException when a value is not
  static RecordItem fromJson(Json.Obj json) throws MalformedJsonException {
    Wording subject = Bodies.wording(json, "subject");
    String outcome = json.text("outcome");
    return switch (outcome) {
      case "agreed" -> new Agreed(subject, Bodies.wording(json, "text"));
      case "noted" -> new Noted(subject, positions(json.object("positions")));
      case "deferred" -> new Deferred(subject, Bodies.wording(json, "text"));
      default -> throw new MalformedJsonException("outcome", outcome, "agreed, noted or deferred");
    };
  }

  private static SortedMap<PartyId, Wording> positions(Json.Obj json)
      throws MalformedJsonException {
    TreeMap<PartyId, Wording> positions = new TreeMap<>();
    for (String party : json.names()) {
      positions.put(PartyId.of(party), Wording.fromJson(json.object(party)));
    }
    return positions;
  }

  private static JsonBuilder begin(Wording subject, String outcome) {
    return Json.obj().put("outcome", outcome).put("subject", subject.toJson());
  }

  /// All agreed on a text.
  ///
  /// @param text what they agreed on
  record Agreed(Wording subject, Wording text) implements RecordItem {
    /// @throws IllegalArgumentException when a text is too long
    public Agreed {
      subject.atMost("subject", SUBJECT_MAX);
      text.atMost("text", TEXT_MAX);
    }

    @Override
    public Json.Obj toJson() {
      return begin(subject, "agreed").put("text", text.toJson()).build();
    }
  }

  /// Each side's position was noted, in its own words, side by side.
  ///
  /// @param positions of two sides or more
  record Noted(Wording subject, SortedMap<PartyId, Wording> positions) implements RecordItem {
    /// @throws IllegalArgumentException when a text is too long, or there is but one position
    public Noted {
      positions = Ordered.map(positions);
      subject.atMost("subject", SUBJECT_MAX);
      positions.values().forEach(position -> position.atMost("position", TEXT_MAX));
      if (positions.size() < 2) {
        throw new IllegalArgumentException(
            positions.size() + " positions noted; expected those of at least two sides");
      }
    }

    @Override
    public Json.Obj toJson() {
      JsonBuilder each = Json.obj();
      positions.forEach((party, position) -> each.put(party.value(), position.toJson()));
      return begin(subject, "noted").put("positions", each.build()).build();
    }
  }

  /// To be gone on with another time.
  ///
  /// @param text until when, or until what is known
  record Deferred(Wording subject, Wording text) implements RecordItem {
    /// @throws IllegalArgumentException when a text is too long
    public Deferred {
      subject.atMost("subject", SUBJECT_MAX);
      text.atMost("text", TEXT_MAX);
    }

    @Override
    public Json.Obj toJson() {
      return begin(subject, "deferred").put("text", text.toJson()).build();
    }
  }
}
