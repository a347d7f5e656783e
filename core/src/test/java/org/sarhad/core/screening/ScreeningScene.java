package org.sarhad.core.screening;

import java.util.Optional;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.Verdict;
import org.sarhad.core.testing.Voices;

/// Two sides that screen, for tests: each has two compliance officers.
final class ScreeningScene {
  static final PartyId IR = Sides.IR;
  static final PartyId PK = Sides.PK;
  static final ScreeningSettings AGREED = ScreeningSettings.defaults();

  final Voices voices = Voices.of("ir", "pk");
  ScreeningState state = ScreeningState.of(voices.parties());

  /// By the first officer of `side`; it has to hold.
  EntryId say(PartyId side, ScreeningFact fact) {
    return hear(voices.says(side, Role.COMPLIANCE), fact);
  }

  /// By the second one.
  EntryId second(PartyId side, ScreeningFact fact) {
    return hear(second(voices.says(side, Role.COMPLIANCE)), fact);
  }

  private EntryId hear(ActEntry entry, ScreeningFact fact) {
    Verdict.accepted(
        ScreeningRules.decide(state, entry.context(), entry.seen(), fact, AGREED), fact);
    state = state.apply(entry, fact, AGREED);
    if (state.voids().containsKey(entry.id())) {
      throw new AssertionError(fact + " is void: " + state.voids().get(entry.id()));
    }
    return entry.id();
  }

  /// The refusal of `fact`, which is void when it stands there all the same.
  ScreeningRefusal refuse(ActEntry entry, ScreeningFact fact) {
    ScreeningRefusal refusal =
        Verdict.refused(
                ScreeningRules.decide(state, entry.context(), entry.seen(), fact, AGREED), fact)
            .refusal();
    ScreeningState after = state.apply(entry, fact, AGREED);
    if (!after.voids().find(entry.id()).equals(Optional.of(refusal))
        || !after.subjects().equals(state.subjects())) {
      throw new AssertionError(fact + " is refused, and not void");
    }
    return refusal;
  }

  ScreeningRefusal refuse(PartyId side, ScreeningFact fact) {
    return refuse(voices.says(side, Role.COMPLIANCE), fact);
  }

  /// The same entry, signed by the second officer.
  static ActEntry second(ActEntry entry) {
    FactContext context = entry.context();
    return new ActEntry(
        new FactContext(
            context.entry(),
            context.author(),
            context.released(),
            context.time(),
            Optional.of(OfficerId.of(context.author() + ".sarhad.example/officer/2b2b")),
            context.roles()),
        entry.seen(),
        entry.leaf());
  }

  /// `side` goes by a list of the United Nations from `file`.
  ListState takes(PartyId side, String file) {
    ListState list = Lists.state("un", file);
    say(side, new ScreeningFact.ListTaken(list));
    return list;
  }

  /// Two officers of `side` decide.
  EntryId decide(PartyId side, ScreeningFact.Proposed proposed) {
    EntryId proposal = say(side, proposed);
    second(side, new ScreeningFact.Confirmed(proposal));
    return proposal;
  }

  Standing standing(PartyId side) {
    return state.standing(side, Lists.RICE, voices.time(), AGREED);
  }
}
