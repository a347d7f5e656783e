package org.sarhad.core.energy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.sarhad.core.act.Act;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.act.ActRef;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.act.Capacity;
import org.sarhad.core.barter.Contract;
import org.sarhad.core.barter.ContractTerms.Weighed;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.Quantity;
import org.sarhad.core.barter.ShortfallTerms;
import org.sarhad.core.barter.UnitCode;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.Books;
import org.sarhad.core.testing.Sides;
import org.sarhad.core.testing.Verdict;
import org.sarhad.core.testing.Voices;

/// A line from Iran to Pakistan in a test, over which a megawatt hour flows in each quarter.
final class EnergyScene {
  static final PartyId IR = Sides.IR;
  static final PartyId PK = Sides.PK;
  static final LocalDate DAY = LocalDate.of(2019, 4, 21);
  static final long EACH = 1_000_000;
  static final long WHOLE = EACH * Quarters.COUNT;
  static final List<Band> BANDS =
      List.of(new Band("low", 0), new Band("high", 28), new Band("low", 92));

  final Voices voices;
  final Books books;
  EnergyState state;

  EnergyScene(String... parties) {
    voices = Voices.of(parties);
    books = Books.open(voices);
    state = EnergyState.of(voices.parties());
  }

  EnergyScene() {
    this("ir", "pk");
  }

  // ---- lines ----------------------------------------------------------------------------------

  EntryId contract(Weighed weighed) {
    return books.contract(IR, new Quantity(1_000_000_000_000L, UnitCode.WHR), weighed);
  }

  static LineTerms terms(EntryId contract) {
    return terms(contract, 0);
  }

  static LineTerms terms(EntryId contract, int loss) {
    return new LineTerms(
        "jakigur-mand", contract, Metering.ENDS, loss, BANDS, 30 * WHOLE, Optional.empty());
  }

  /// A line under a contract that goes by `weighed`.
  EntryId line(Weighed weighed, int loss) {
    return agree(terms(contract(weighed), loss), Optional.empty()).id();
  }

  EntryId line() {
    return line(Weighed.OUTTURN, 0);
  }

  Act agree(LineTerms terms, Optional<ActRef> supersedes) {
    Act act = sign(proposed(terms.toJson(), supersedes), Ordered.set(IR, PK));
    assertThat(state.voids().find(act.by())).as("%s", terms).isEmpty();
    assertThat(state.lines().get(act.id()).terms()).isEqualTo(terms);
    return act;
  }

  static ActFact.Proposed proposed(Json.Obj terms, Optional<ActRef> supersedes) {
    ActFact.Proposed plain = ActFact.Proposed.of(LineTerms.KIND, terms, Capacity.of(Role.CHIEF));
    return supersedes.isEmpty() ? plain : plain.superseding(supersedes.get());
  }

  private Act sign(ActFact.Proposed said, SortedSet<PartyId> sides) {
    ActEntry proposal = voices.says(IR, Role.CHIEF);
    ActEntry assent = voices.says(PK, Role.CHIEF);
    Act act = Voices.act(proposal, assent, said, sides);
    state = state.moved(assent, act, books.state());
    return act;
  }

  EnergyRefusal refuse(Json.Obj terms, SortedSet<PartyId> sides) {
    EnergyState before = state;
    ActFact.Proposed said = proposed(terms, Optional.empty());
    Optional<EnergyRefusal> asked = EnergyRules.objection(state, sides, said, books.state());
    Act act = sign(said, sides);
    assertThat(EnergyRules.objectionToAssent(before, act, books.state())).isEqualTo(asked);
    assertThat(state.voids().find(act.by())).isEqualTo(asked);
    assertThat(state.lines()).isEqualTo(before.lines());
    return asked.orElseThrow();
  }

  EnergyRefusal refuse(LineTerms terms) {
    return refuse(terms.toJson(), Ordered.set(IR, PK));
  }

  void end(Act act, ActStage stage) {
    ActEntry entry = voices.says(PK, Role.CHIEF);
    state = state.moved(entry, Voices.at(act, stage, entry), books.state());
  }

  // ---- facts ----------------------------------------------------------------------------------

  static EnergyFact.Scheduled schedule(EntryId line, LocalDate day, int version, long each) {
    return new EnergyFact.Scheduled(new LineDay(line, day), version, Quarters.even(each));
  }

  static EnergyFact.Metered metered(EntryId line, LocalDate day, int version, Reading reading) {
    return new EnergyFact.Metered(new LineDay(line, day), version, reading);
  }

  /// A reading of the meter `serial` without gaps, the same in every quarter.
  static Reading reading(String serial, long from, long each) {
    return new Reading(
        serial,
        from,
        from + each * Quarters.COUNT,
        Quarters.even(each),
        Collections.nCopies(Quarters.COUNT, Quality.MEASURED));
  }

  /// The same, without figures for `count` quarters from `gap` on, of which the register knows.
  static Reading gappy(String serial, long from, long each, int gap, int count) {
    List<Long> wh = new ArrayList<>(Collections.nCopies(Quarters.COUNT, each));
    List<Quality> quality = new ArrayList<>(Collections.nCopies(Quarters.COUNT, Quality.MEASURED));
    for (int i = gap; i < gap + count; i++) {
      wh.set(i, 0L);
      quality.set(i, Quality.GAP);
    }
    return new Reading(serial, from, from + each * Quarters.COUNT, new Quarters(wh), quality);
  }

  EntryId say(PartyId side, EnergyFact fact) {
    ActEntry entry = voices.says(side, Role.CLERK);
    Verdict.accepted(EnergyRules.decide(state, entry, fact, books.state()), fact);
    state = state.apply(entry, fact, books.state());
    assertThat(state.voids().find(entry.id())).isEmpty();
    return entry.id();
  }

  /// Why `fact` is refused when asked, and void when said all the same: both alike.
  EnergyRefusal refuse(ActEntry entry, EnergyFact fact) {
    EnergyState before = state;
    var refused = Verdict.refused(EnergyRules.decide(state, entry, fact, books.state()), fact);
    state = state.apply(entry, fact, books.state());
    assertThat(state.voids().get(entry.id())).isEqualTo(refused.refusal());
    assertThat(state.days()).isEqualTo(before.days());
    assertThat(state.digest()).isNotEqualTo(before.digest());
    return refused.refusal();
  }

  EnergyRefusal refuse(PartyId side, EnergyFact fact) {
    return refuse(voices.says(side, Role.CLERK), fact);
  }

  // ---- take or pay ----------------------------------------------------------------------------

  /// Nothing flowed in all of that month.
  void stoodStill(EntryId line, YearMonth month) {
    for (int day = 1; day <= month.lengthOfMonth(); day++) {
      meter(line, month.atDay(day), 0, 0);
    }
  }

  /// Why a side does not sign that so much was not taken under `contract`.
  Optional<EnergyRefusal> untaken(EntryId contract, YearMonth month, long wattHours) {
    ShortfallTerms terms =
        new ShortfallTerms(
            1, DAY, contract, month, new Quantity(wattHours, UnitCode.WHR), Money.ZERO);
    ActFact.Proposed said =
        ActFact.Proposed.of(
            terms.kind().act().orElseThrow(), terms.toJson(), Capacity.of(Role.CHIEF));
    return EnergyRules.objectionToUntaken(state, said, books.state(), Books.TOLERANCE);
  }

  EnergyRefusal refuseUntaken(EntryId line, YearMonth month, long wattHours) {
    return untaken(contractOf(line).id(), month, wattHours).orElseThrow();
  }

  // ---- closing --------------------------------------------------------------------------------

  /// Both meters have said so much for each quarter of `day`, on from where they were.
  void meter(EntryId line, LocalDate day, long sent, long received) {
    LineDay yesterday = new LineDay(line, day.minusDays(1));
    say(IR, metered(line, day, 1, reading("A-1", register(yesterday, IR), sent)));
    say(PK, metered(line, day, 1, reading("B-1", register(yesterday, PK), received)));
  }

  private long register(LineDay of, PartyId side) {
    return state.day(of).reading(side).map(Reading::to).orElse(0L);
  }

  DayClose close(EntryId line, LocalDate day) {
    return state.close(new LineDay(line, day), books.state(), Books.TOLERANCE).orElseThrow();
  }

  Quarters accepted(EntryId line, LocalDate day) {
    return state.accepted(new LineDay(line, day), books.state(), Books.TOLERANCE).orElseThrow();
  }

  DayClose.Closed closed(EntryId line, LocalDate day) {
    return (DayClose.Closed) close(line, day);
  }

  Contract contractOf(EntryId line) {
    return books.state().trade().contracts().get(state.lines().get(line).terms().contract());
  }
}
