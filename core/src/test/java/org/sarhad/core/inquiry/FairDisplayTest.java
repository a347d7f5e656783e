package org.sarhad.core.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.inquiry.InquiryScene.AGENCY;
import static org.sarhad.core.inquiry.InquiryScene.IR;
import static org.sarhad.core.inquiry.InquiryScene.PK;
import static org.sarhad.core.inquiry.InquiryScene.T0;
import static org.sarhad.core.inquiry.InquiryScene.WHY;
import static org.sarhad.core.inquiry.InquiryScene.killed;
import static org.sarhad.core.inquiry.InquiryScene.label;
import static org.sarhad.core.inquiry.InquiryScene.press;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sarhad.core.act.ActStage;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;

/// The eleven rules of a fair display (09-8), each on the board itself.
class FairDisplayTest {
  private final InquiryScene scene = InquiryScene.of("ir", "pk");
  private final EntryId matter = scene.opened(IR);

  // ---- the eleven rules -----------------------------------------------------------------------

  /// 1: one fixed order of columns for every viewer, told apart by letters.
  @Test
  void rule01ColumnsAreEqualAndInAFixedOrder() {
    scene.claim(PK, matter, killed(4));
    scene.claim(IR, matter, killed(4));

    assertThat(scene.board(matter).columns())
        .containsExactly(new Board.Column('A', IR), new Board.Column('B', PK));
    for (BoardRow row : scene.board(matter).rows()) {
      assertThat(row.cells()).extracting(Cell::side).containsExactly(IR, PK);
    }
    InquiryScene other = InquiryScene.of("pk", "ir");
    EntryId there = other.opened(IR);
    assertThat(other.board(there).columns())
        .containsExactly(new Board.Column('A', PK), new Board.Column('B', IR));
  }

  /// 2: the same fields and the same number of characters for everybody.
  @Test
  void rule02TheSameFieldsAndTheSameLength() {
    String persian = "م".repeat(Excerpt.LENGTH + 1);
    String english = "x".repeat(Excerpt.LENGTH);
    String beyond = "\uD83D\uDE91".repeat(Excerpt.LENGTH + 5);
    scene.claim(IR, matter, withWords(killed(3), new Words("fa", persian)));
    scene.claim(PK, matter, withWords(killed(3), new Words("en", english)));
    scene.claim(PK, matter, withWords(killed(3), new Words("ur", beyond)));

    List<Excerpt> shown =
        scene.row(matter, Property.KILLED).cells().stream()
            .flatMap(cell -> cell.said().stream())
            .map(said -> said.excerpt().orElseThrow())
            .toList();

    assertThat(shown)
        .extracting(excerpt -> excerpt.shown().codePointCount(0, excerpt.shown().length()))
        .containsOnly(Excerpt.LENGTH);
    assertThat(shown).extracting(Excerpt::hasMore).containsExactly(true, false, true);
    assertThat(Said.FIELDS).containsExactly(Said.Field.values());
  }

  /// 3: nothing is sorted by credibility.
  @Test
  void rule03NoOrderByCredibility() {
    EntryId poor = scene.claim(IR, matter, graded(killed(3), "F6"));
    EntryId good = scene.claim(IR, matter, graded(killed(4), "A1"));
    EntryId none = scene.claim(IR, matter, killed(5));

    assertThat(scene.row(matter, Property.KILLED).cells().getFirst().said())
        .extracting(said -> said.claim().id())
        .containsExactly(poor, good, none);
  }

  /// 4: third parties and the press in a group of their own, with outlet and time.
  @Test
  void rule04ThirdPartiesStandApart() {
    EntryId own = scene.claim(IR, matter, killed(27));
    EntryId paper = scene.claim(IR, matter, press("a paper", Span.atLeast(20)));
    EntryId agency =
        scene.claim(
            PK,
            matter,
            Statement.of(
                Property.KILLED,
                killed(30).value(),
                T0,
                Provenance.thirdParty(
                    new Source("a relief agency", Optional.empty(), Optional.of(T0)))));

    BoardRow row = scene.row(matter, Property.KILLED);
    assertThat(row.cells().getFirst().said())
        .extracting(said -> said.claim().id())
        .containsExactly(own);
    assertThat(row.cells().getLast().said()).isEmpty();
    assertThat(row.third()).extracting(said -> said.claim().id()).containsExactly(paper, agency);
    assertThat(row.third()).extracting(Said::verb).containsOnly(Verb.REPORTS);
    assertThat(row.third())
        .allSatisfy(said -> assertThat(said.claim().says().provenance().sources()).isNotEmpty());
  }

  /// 5: bars on one axis, overlap and envelope, and never a mean. Scenario step 4.
  @Test
  void rule05RangesAreKeptAndNeverAveraged() {
    scene.claim(IR, matter, killed(27));
    EntryId early = scene.claim(IR, matter, press("an agency", Span.atLeast(20)));
    EntryId next =
        scene.say(IR, new ClaimFact.Superseded(early, WHY, press("an agency", Span.atLeast(41))));
    scene.claim(IR, matter, press("a paper", Span.between(28, 30)));

    BoardRow row = scene.row(matter, Property.KILLED);
    assertThat(row.bars())
        .extracting(bar -> bar.span().toString())
        .containsExactly("27", "20+", "41+", "28–30");
    assertThat(row.bars()).extracting(Bar::isStanding).containsExactly(true, false, true, true);
    assertThat(row.joint().everSaid()).contains(new Spread(20, 41, true));
    assertThat(row.joint().envelope()).contains(new Spread(27, 41, true));
    scene.say(IR, new ClaimFact.Withdrawn(next, WHY));
    assertThat(scene.row(matter, Property.KILLED).joint().envelope())
        .contains(new Spread(27, 30, false));
    assertThat(Joint.class.getRecordComponents())
        .extracting(component -> component.getName())
        .containsExactly("found", "overlap", "envelope", "everSaid");
  }

  /// 6: the same words for the same thing, whoever says it. A board of the sides exchanged is the
  /// board with its columns exchanged, and nothing else.
  @Test
  void rule06TheWordsAreTheSameForAllSides() {
    List<String> forward = story(InquiryScene.of("ir", "pk"), IR, PK);
    List<String> mirrored = story(InquiryScene.of("pk", "ir"), PK, IR);

    assertThat(mirrored.stream().map(FairDisplayTest::exchanged))
        .containsExactlyElementsOf(forward);
    assertThat(forward).anyMatch(line -> line.startsWith("A | says"));
    assertThat(forward).anyMatch(line -> line.startsWith("B | says"));
    assertThat(forward).anyMatch(line -> line.startsWith("A | said_before"));
    assertThat(forward).anyMatch(line -> line.startsWith("B | no_longer_says"));
    assertThat(forward).anyMatch(line -> line.startsWith("B | answers"));
  }

  private static List<String> story(InquiryScene scene, PartyId one, PartyId other) {
    EntryId matter = scene.opened(one);
    EntryId first = scene.claim(one, matter, killed(Span.between(3, 5)));
    EntryId second = scene.claim(other, matter, killed(4));
    scene.say(one, new ClaimFact.Superseded(first, WHY, killed(4)));
    EntryId route = scene.claim(one, matter, label(Property.EXIT_DIRECTION, "north"));
    scene.position(other, route, Stance.DISPUTE);
    scene.say(other, new ClaimFact.Withdrawn(second, WHY));
    scene.say(one, new ClaimFact.Asked(matter, Property.PLACE, other, Optional.empty()));
    scene.claim(other, matter, buses(Span.between(2, 3)));
    return scene.board(matter).lines();
  }

  private static String exchanged(String line) {
    return line.replaceAll("\\bir\\b", "??").replaceAll("\\bpk\\b", "ir").replace("??", "pk");
  }

  /// 7: an empty cell says as of when, and since when that side has been asked.
  @Test
  void rule07SilenceIsShownAsSilence() {
    scene.say(IR, new ClaimFact.Asked(matter, Property.KILLED, PK, Optional.empty()));
    scene.pass(Duration.ofHours(3));
    scene.say(IR, new ClaimFact.Asked(matter, Property.KILLED, PK, Optional.of(WHY)));

    BoardRow row = scene.row(matter, Property.KILLED);
    assertThat(row.state()).isEqualTo(RowState.UNANSWERED);
    assertThat(row.cells().getLast().silence())
        .contains(new Cell.Silence(scene.time(), Optional.of(T0.plusSeconds(1))));
    assertThat(row.cells().getFirst().silence())
        .contains(new Cell.Silence(scene.time(), Optional.empty()));
    EntryId claim = scene.claim(PK, matter, killed(3));
    assertThat(scene.row(matter, Property.KILLED).cells().getLast().silence()).isEmpty();
    scene.say(PK, new ClaimFact.Withdrawn(claim, WHY));
    assertThat(scene.row(matter, Property.KILLED).cells().getLast().silence()).isPresent();
  }

  /// 8: what was superseded or withdrawn stays visible, struck through, with the reason.
  @Test
  void rule08HistoryStaysVisible() {
    EntryId three = scene.claim(PK, matter, killed(3));
    scene.say(PK, new ClaimFact.Superseded(three, WHY, killed(4)));

    List<Said> said = scene.row(matter, Property.KILLED).cells().getLast().said();
    assertThat(said).extracting(Said::isStruck).containsExactly(true, false);
    assertThat(said).extracting(Said::verb).containsExactly(Verb.SAID_BEFORE, Verb.SAYS);
    assertThat(said.getFirst().reason()).contains(WHY);
    assertThat(said.getFirst().claim().says().value()).isEqualTo(killed(3).value());
  }

  /// 9: what is agreed comes first; what overlaps could be agreed next.
  @Test
  void rule09AgreedComesFirst() {
    scene.claim(IR, matter, label(Property.ORIGIN_OF_PERPETRATORS, "beyond the line"));
    EntryId route = scene.claim(IR, matter, label(Property.EXIT_DIRECTION, "north"));
    scene.position(PK, route, Stance.CANNOT_VERIFY);
    EntryId killed = scene.claim(IR, matter, killed(14));
    scene.position(PK, killed, Stance.DISPUTE);
    scene.claim(IR, matter, buses(Span.between(3, 4)));
    scene.claim(PK, matter, buses(Span.between(4, 6)));
    EntryId claimedBy = scene.claim(PK, matter, label(Property.CLAIMED_BY, "an alliance"));
    scene.position(IR, claimedBy, Stance.ACCEPT);

    Board board = scene.board(matter);
    assertThat(board.rows())
        .extracting(BoardRow::state)
        .containsExactly(
            RowState.AGREED,
            RowState.OVERLAPPING,
            RowState.DISPUTED,
            RowState.UNVERIFIED,
            RowState.UNANSWERED);
    assertThat(board.nextAgreements())
        .singleElement()
        .satisfies(row -> assertThat(row.joint().overlap()).contains(Span.exactly(4)));
  }

  /// 10: names as each side wrote them; a link needs all sides, and rewrites nothing.
  @Test
  void rule10NamesStayAsWritten() {
    scene.claim(IR, matter, label(Property.CLAIMED_BY, "Army of Justice"));
    scene.claim(PK, matter, label(Property.CLAIMED_BY, "Jaish al-Adl"));
    AliasTerms.OfLabels link =
        new AliasTerms.OfLabels(matter, List.of("Army of Justice", "Jaish al-Adl"));
    assertThat(scene.row(matter, Property.CLAIMED_BY).state()).isEqualTo(RowState.DISPUTED);

    EntryId act = scene.propose(IR, link);
    assertThat(scene.row(matter, Property.CLAIMED_BY).state()).isEqualTo(RowState.DISPUTED);
    scene.bring(PK, act, ActStage.EFFECTIVE);

    BoardRow row = scene.row(matter, Property.CLAIMED_BY);
    assertThat(row.state()).isEqualTo(RowState.AGREED);
    assertThat(row.cells().stream().flatMap(cell -> cell.said().stream()))
        .extracting(said -> said.claim().says().value())
        .containsExactly(new Value.Label("Army of Justice"), new Value.Label("Jaish al-Adl"));
    assertThat(scene.board(matter).head().names()).containsExactly(link);
    scene.bring(PK, act, ActStage.VOIDED);
    assertThat(scene.row(matter, Property.CLAIMED_BY).state()).isEqualTo(RowState.DISPUTED);
  }

  /// 11: a print keeps columns and order, and its digest changes with anything that is on it.
  @Test
  void rule11APrintKeepsColumnsAndOrder() {
    EntryId claim = scene.claim(IR, matter, killed(3));
    scene.claim(PK, matter, killed(5));
    Board board = scene.board(matter);

    List<String> columns =
        board.lines().stream().filter(line -> line.startsWith("column")).toList();
    assertThat(columns).containsExactly("column | A | ir", "column | B | pk");
    int row = board.lines().indexOf("row | killed/security | disputed");
    assertThat(board.lines().get(row + 1)).startsWith("A | says");
    assertThat(board.lines().get(row + 2)).startsWith("B | says");
    assertThat(board.digest()).isEqualTo(scene.board(matter).digest());
    scene.position(PK, claim, Stance.DISPUTE);
    assertThat(scene.board(matter).digest()).isNotEqualTo(board.digest());
  }

  // ---- short cuts -----------------------------------------------------------------------------

  private static Statement withWords(Statement says, Words words) {
    return new Statement(
        says.property(), says.value(), says.asOf(), says.provenance(), List.of(), List.of(words));
  }

  private static Statement graded(Statement says, String grading) {
    return Statement.of(
        says.property(),
        says.value(),
        says.asOf(),
        new Provenance(Behalf.OWN, Basis.OWN_AGENCY, List.of(), Optional.of(new Grading(grading))));
  }

  private static Statement buses(Span span) {
    return Statement.of(Property.VEHICLES, Value.Quantity.of(span, Unit.VEHICLES), T0, AGENCY);
  }
}
