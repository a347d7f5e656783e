package org.sarhad.core.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.inquiry.InquiryScene.AGENCY;
import static org.sarhad.core.inquiry.InquiryScene.IR;
import static org.sarhad.core.inquiry.InquiryScene.OM;
import static org.sarhad.core.inquiry.InquiryScene.PK;
import static org.sarhad.core.inquiry.InquiryScene.T0;
import static org.sarhad.core.inquiry.InquiryScene.WHY;
import static org.sarhad.core.inquiry.InquiryScene.finding;
import static org.sarhad.core.inquiry.InquiryScene.item;
import static org.sarhad.core.inquiry.InquiryScene.killed;
import static org.sarhad.core.inquiry.InquiryScene.label;
import static org.sarhad.core.inquiry.InquiryScene.press;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Position;

/// How a row of a board stands, and what it is made of (09-8).
class BoardTest {
  private final InquiryScene scene = InquiryScene.of("ir", "pk");
  private final EntryId matter = scene.opened(IR);

  // ---- arithmetic -----------------------------------------------------------------------------

  /// Two sides' ranges: what the joint column shows. An empty bound is open, `-` is no overlap.
  @ParameterizedTest
  @CsvSource({
    "27, 27, 20, 41, 27, 20–41, OVERLAPPING",
    "27, 27, 27, 27, 27, 27–27, AGREED",
    "3, 3, 4, 6, -, 3–6, DISPUTED",
    "4, 4, 4, 6, 4, 4–6, OVERLAPPING",
    "4, 6, 6, 9, 6, 4–9, OVERLAPPING",
    "20, , 27, 27, 27, 20–27+, OVERLAPPING",
    "41, , 27, 27, -, 27–41+, DISPUTED",
    "20, , 41, , 41+, 20–41+, OVERLAPPING",
    "0, 5, 0, 5, 0–5, 0–5, AGREED",
    "1, 9, 3, 4, 3–4, 1–9, OVERLAPPING"
  })
  void overlapAndEnvelope(
      long low,
      Long high,
      long otherLow,
      Long otherHigh,
      String overlap,
      String envelope,
      RowState state) {
    scene.claim(IR, matter, killed(new Span(low, Optional.ofNullable(high))));
    scene.claim(PK, matter, killed(new Span(otherLow, Optional.ofNullable(otherHigh))));

    BoardRow row = scene.row(matter, Property.KILLED);
    assertThat(row.joint().overlap().map(Span::toString).orElse("-")).isEqualTo(overlap);
    assertThat(row.joint().envelope().orElseThrow().toString()).isEqualTo(envelope);
    assertThat(row.state()).isEqualTo(state);
  }

  /// Security forces and civilians are counted apart, and so are wagons and tonnes.
  @Test
  void whatIsNotComparableStandsInRowsOfItsOwn() {
    scene.claim(IR, matter, killed(3));
    scene.claim(
        PK,
        matter,
        Statement.of(
            Property.KILLED, Value.Quantity.persons(Span.exactly(3), Category.CIVIL), T0, AGENCY));
    scene.claim(IR, matter, goods(38, Unit.WAGONS));
    scene.claim(PK, matter, goods(38, Unit.KILOGRAMS));

    assertThat(scene.board(matter).rows())
        .extracting(row -> row.subject().toString())
        .containsExactlyInAnyOrder(
            "killed/security", "killed/civil", "goods_quantity/wagons", "goods_quantity/kilograms");
    assertThat(scene.board(matter).rows())
        .extracting(BoardRow::state)
        .containsOnly(RowState.UNANSWERED);
  }

  @ParameterizedTest
  @CsvSource({
    "28.9, 61.1, 20000, 28.95, 61.1, 1000, OVERLAPPING",
    "28.9, 61.1, 1000, 28.95, 61.1, 1000, DISPUTED",
    "28.9, 61.1, 1000, 28.9, 61.1, 1000, OVERLAPPING"
  })
  void placesOverlapByTheirRadius(
      double lat, double lon, int radius, double lat2, double lon2, int radius2, RowState state) {
    scene.claim(IR, matter, place(Place.at("one", Position.ofDegrees(lat, lon), radius)));
    scene.claim(PK, matter, place(Place.at("other", Position.ofDegrees(lat2, lon2), radius2)));

    assertThat(scene.row(matter, Property.PLACE).state()).isEqualTo(state);
  }

  /// What a machine cannot compare, people have to.
  @Test
  void wordsAreComparedByPeople() {
    EntryId ours =
        scene.claim(
            IR,
            matter,
            Statement.of(Property.DAMAGE, new Value.Account("two lorries"), T0, AGENCY));
    EntryId theirs =
        scene.claim(
            PK,
            matter,
            Statement.of(Property.DAMAGE, new Value.Account("both lorries"), T0, AGENCY));
    scene.claim(IR, matter, place(Place.named("km 12")));
    scene.claim(PK, matter, place(Place.named("twelve")));
    assertThat(scene.board(matter).rows())
        .extracting(BoardRow::state)
        .containsOnly(RowState.UNANSWERED);

    scene.position(PK, ours, Stance.ACCEPT_PART);
    assertThat(scene.row(matter, Property.DAMAGE).state()).isEqualTo(RowState.OVERLAPPING);
    scene.position(IR, theirs, Stance.CANNOT_VERIFY);
    scene.position(PK, ours, Stance.CANNOT_VERIFY);
    assertThat(scene.row(matter, Property.DAMAGE).state()).isEqualTo(RowState.UNVERIFIED);
  }

  // ---- how a row stands -----------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    "ACCEPT, AGREED",
    "DISPUTE, DISPUTED",
    "CANNOT_VERIFY, UNVERIFIED",
    "NONE_YET, UNANSWERED"
  })
  void anAnswerDecidesWhereOneSideClaims(Stance stance, RowState state) {
    EntryId claim = scene.claim(IR, matter, killed(14));
    assertThat(scene.row(matter, Property.KILLED).state()).isEqualTo(RowState.UNANSWERED);

    scene.position(PK, claim, stance);

    BoardRow row = scene.row(matter, Property.KILLED);
    assertThat(row.state()).isEqualTo(state);
    assertThat(row.cells().getLast().answers())
        .singleElement()
        .satisfies(answer -> assertThat(answer.claim()).isEqualTo(claim));
    assertThat(row.cells().getLast().silence().isEmpty()).isEqualTo(stance.isAnswer());
  }

  @Test
  void aPartThatIsAcceptedIsHeld() {
    EntryId claim = scene.claim(IR, matter, killed(Span.between(4, 6)));
    scene.say(
        PK,
        new ClaimFact.PositionTaken(
            claim,
            Stance.ACCEPT_PART,
            Optional.of(killed(Span.between(4, 5)).value()),
            Optional.of(WHY),
            List.of()));

    BoardRow row = scene.row(matter, Property.KILLED);
    assertThat(row.state()).isEqualTo(RowState.OVERLAPPING);
    assertThat(row.joint().overlap()).contains(Span.between(4, 5));
  }

  /// A dispute goes before what the numbers seem to say.
  @Test
  void aDisputeIsADisputeAlthoughTheValuesAreTheSame() {
    EntryId claim = scene.claim(IR, matter, killed(4));
    scene.claim(PK, matter, killed(4));
    scene.position(PK, claim, Stance.DISPUTE);

    assertThat(scene.row(matter, Property.KILLED).state()).isEqualTo(RowState.DISPUTED);
  }

  /// What the press reports, nobody has said.
  @Test
  void aReportIsNoSidesAccount() {
    EntryId report = scene.claim(IR, matter, press("a paper", Span.exactly(30)));
    assertThat(scene.row(matter, Property.KILLED).state()).isEqualTo(RowState.UNANSWERED);
    scene.claim(IR, matter, killed(30));
    scene.position(PK, report, Stance.ACCEPT);

    assertThat(scene.row(matter, Property.KILLED).state()).isEqualTo(RowState.AGREED);
  }

  @Test
  void acceptingWhatWasSupersededSinceAgreesToNothing() {
    EntryId claim = scene.claim(IR, matter, killed(3));
    scene.position(PK, claim, Stance.ACCEPT);
    assertThat(scene.row(matter, Property.KILLED).state()).isEqualTo(RowState.AGREED);

    scene.say(IR, new ClaimFact.Superseded(claim, WHY, killed(30)));

    assertThat(scene.row(matter, Property.KILLED).state()).isEqualTo(RowState.UNANSWERED);
  }

  /// One silent side of three keeps a row from being agreed.
  @Test
  void ofThreeSidesASilentOneAgreesToNothing() {
    InquiryScene three = InquiryScene.of("ir", "om", "pk");
    EntryId there = three.opened(IR);
    EntryId claim = three.claim(IR, there, killed(4));
    three.position(PK, claim, Stance.ACCEPT);
    assertThat(three.row(there, Property.KILLED).state()).isEqualTo(RowState.UNANSWERED);
    assertThat(three.board(there).dues()).extracting(PositionDue::by).containsExactly(OM);

    three.position(OM, claim, Stance.ACCEPT);

    assertThat(three.row(there, Property.KILLED).state()).isEqualTo(RowState.AGREED);
    assertThat(three.board(there).columns()).hasSize(3);
    three.position(OM, claim, Stance.DISPUTE);
    assertThat(three.row(there, Property.KILLED).state()).isEqualTo(RowState.DISPUTED);
  }

  @Test
  void theMeterCountsRowsAndTheirAges() {
    EntryId claim = scene.claim(IR, matter, killed(4));
    scene.position(PK, claim, Stance.ACCEPT);
    scene.say(IR, new ClaimFact.Asked(matter, Property.PLACE, PK, Optional.empty()));
    scene.pass(Duration.ofDays(9));
    scene.say(IR, new ClaimFact.Asked(matter, Property.TIME, PK, Optional.empty()));

    Meter meter = scene.board(matter).meter();
    assertThat(meter.rows(RowState.AGREED)).isEqualTo(1);
    assertThat(meter.rows(RowState.DISPUTED)).isZero();
    assertThat(meter.rows(RowState.UNANSWERED)).isEqualTo(2);
    assertThat(meter.counts().get(RowState.UNANSWERED).oldest().orElseThrow().toDays())
        .isEqualTo(9);
    assertThat(meter.counts().get(RowState.DISPUTED).oldest()).isEmpty();
    assertThat(meter.counts().size()).isEqualTo(RowState.values().length);
  }

  // ---- findings on it -------------------------------------------------------------------------

  /// Scenario step 20: agreed range 4–5, exit route differs, origin neither could establish.
  @Test
  void aFindingStandsInTheJointColumn() {
    EntryId three = scene.claim(PK, matter, killed(3));
    EntryId four = scene.say(PK, new ClaimFact.Superseded(three, WHY, killed(4)));
    EntryId fourToSix = scene.claim(IR, matter, killed(Span.between(4, 6)));
    EntryId north = scene.claim(IR, matter, label(Property.EXIT_DIRECTION, "north"));
    EntryId west = scene.claim(PK, matter, label(Property.EXIT_DIRECTION, "west"));
    EntryId act =
        scene.propose(
            IR,
            finding(
                matter,
                item(
                    killed(4),
                    new Outcome.AgreedRange(killed(Span.between(4, 5)).value()),
                    four,
                    fourToSix),
                item(label(Property.ORIGIN_OF_PERPETRATORS, "x"), new Outcome.NeitherEstablished()),
                item(
                    label(Property.EXIT_DIRECTION, "x"),
                    new Outcome.Differ(
                        List.of(
                            new Outcome.SideValue(IR, new Value.Label("north")),
                            new Outcome.SideValue(PK, new Value.Label("west")))),
                    north,
                    west)));
    assertThat(scene.row(matter, Property.KILLED).joint().found()).isEmpty();
    scene.say(
        PK, new JointFact.Dissented(act, Optional.of(Property.EXIT_DIRECTION), Words.en("no")));
    scene.bring(PK, act, ActStage.EFFECTIVE);

    assertThat(scene.board(matter).rows())
        .extracting(row -> row.subject().property() + " " + row.state())
        .containsExactly(
            "KILLED AGREED", "EXIT_DIRECTION DISPUTED", "ORIGIN_OF_PERPETRATORS UNVERIFIED");
    BoardRow row = scene.row(matter, Property.KILLED);
    assertThat(row.cells().getLast().said())
        .extracting(Said::isStruck)
        .containsExactly(true, false);
    assertThat(row.joint().found().getFirst().dissents()).isEmpty();
    assertThat(scene.row(matter, Property.EXIT_DIRECTION).joint().found().getFirst().dissents())
        .singleElement()
        .satisfies(dissent -> assertThat(dissent.annexed().by()).isEqualTo(PK));
    assertThat(scene.board(matter).lines()).contains("dissent | pk | no");
  }

  // ---- short cuts -----------------------------------------------------------------------------

  private static Statement goods(long count, Unit unit) {
    return Statement.of(
        Property.GOODS_QUANTITY, Value.Quantity.of(Span.exactly(count), unit), T0, AGENCY);
  }

  private static Statement place(Place place) {
    return Statement.of(Property.PLACE, new Value.Location(place), T0, AGENCY);
  }

  @Test
  void aBoardIsOfOneMatter() {
    EntryId other = scene.opened(PK);
    scene.claim(IR, matter, killed(3));

    assertThat(scene.board(other).rows()).isEmpty();
    assertThat(Stream.of(scene.board(matter).digest(), scene.board(other).digest()).distinct())
        .hasSize(2);
  }
}
