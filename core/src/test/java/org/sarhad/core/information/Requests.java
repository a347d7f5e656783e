package org.sarhad.core.information;

import java.util.Optional;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Wording;

/// Requests for tests: about a lorry that went over the line.
final class Requests {
  static final Wording TEXT = Wording.of("en", "Where did the lorry load its goods?");

  private Requests() {}

  static InformationFact.Asked ordinary(PartyId to) {
    return new InformationFact.Asked(
        to,
        Urgency.ORDINARY,
        Optional.empty(),
        Wording.of("ur", "ٹرک کا مال"),
        TEXT,
        Wording.of("fa", "رد کالای قاچاق"),
        Ordered.set());
  }

  static InformationFact.Asked urgent(PartyId to) {
    return new InformationFact.Asked(
        to,
        Urgency.URGENT,
        Optional.of(Wording.of("en", "It is on the road now")),
        TEXT,
        TEXT,
        TEXT,
        Ordered.set());
  }

  static InformationFact received(EntryId id) {
    return new InformationFact.Received(id, Optional.empty(), Optional.empty());
  }

  static InformationFact indirect(EntryId id) {
    return new InformationFact.Received(
        id, Optional.of(Access.INDIRECT), Optional.of(Wording.of("en", "Customs has it")));
  }

  static InformationFact askedBack(EntryId id) {
    return new InformationFact.ClarificationAsked(id, Wording.of("en", "Which lorry?"));
  }

  static InformationFact explained(EntryId id, EntryId question) {
    return new InformationFact.ClarificationGiven(id, question, Wording.of("en", "The green one"));
  }

  static InformationFact answered(EntryId id) {
    return answered(id, Reply.FULL, Optional.empty());
  }

  static InformationFact answered(EntryId id, Reply reply, Optional<Ground> ground) {
    return new InformationFact.Answered(id, reply, ground, TEXT, Ordered.set());
  }

  static InformationFact withdrawn(EntryId id) {
    return new InformationFact.Withdrawn(id, Wording.of("en", "It was found"));
  }
}
