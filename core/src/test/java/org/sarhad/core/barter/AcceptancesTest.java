package org.sarhad.core.barter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sarhad.core.barter.BookScene.DAY;
import static org.sarhad.core.barter.BookScene.IR;
import static org.sarhad.core.barter.BookScene.PK;
import static org.sarhad.core.barter.BookScene.units;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.Role;
import org.sarhad.core.testing.Seeded;
import org.sarhad.core.testing.Sides;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// One act by which many deliveries are taken over: protocol clause 14-5.13.
class AcceptancesTest {
  private final BookScene scene = BookScene.open();
  private final EntryId reservation = scene.reserve(IR, 60);

  private EntryId delivered(long sent, long received) {
    return scene.deliver(IR, reservation, sent, received);
  }

  // ---- what is booked -------------------------------------------------------------------------

  @Test
  void eachLineIsAVoucherOfItsOwnAndAllAreOneAct() {
    scene.accept(IR, 1);
    EntryId exact = delivered(10_000, 10_000);
    EntryId disputed = delivered(10_000, 9_000);
    EntryId act = scene.book(PK, scene.acceptingMany(PK, exact, disputed));

    Journal journal = scene.state.journal();
    assertThat(journal.voucher(act).orElseThrow().id()).hasToString("pk/acceptances/1");
    assertThat(journal.voucher(act).orElseThrow().posted()).isEmpty();
    assertThat(journal.lines(act).map(voucher -> voucher.id().toString()))
        .containsExactly("pk/acceptance/1", "pk/acceptance/2");
    assertThat(journal.lines(act).map(voucher -> voucher.ref().toString()))
        .containsExactly(act + "/1", act + "/2");
    assertThat(scene.owed(PK)).isEqualTo(units(400 + 4_000 + 3_600));
    assertThat(scene.balance(AccountCode.DISPUTED)).isEqualTo(units(400));
    assertThat(scene.state.trade().deliveries().get(exact).taken().orElseThrow().act())
        .isEqualTo(VoucherRef.of(act, 1));
    assertThat(scene.next(PK, VoucherKind.ACCEPTANCE)).isEqualTo(3);
  }

  /// In money, room, numbers and what is under way the same as so many acts.
  @Test
  void itComesToWhatSoManyActsComeTo() {
    Seeded.check(
        40,
        random -> {
          BookScene one = BookScene.open();
          BookScene many = BookScene.open();
          List<EntryId> despatches = new ArrayList<>();
          for (BookScene each : List.of(one, many)) {
            each.reserve(IR, 60);
          }
          EntryId room = one.state.trade().reservations().keys().findFirst().orElseThrow();
          for (int i = 1 + random.nextInt(12); i > 0; i--) {
            long sent = 1 + random.nextLong(4_000);
            long received = Math.max(0, sent - random.nextLong(sent / 50 + 1));
            despatches.add(one.deliver(IR, room, sent, received));
            many.deliver(IR, room, sent, received);
          }
          for (EntryId despatch : despatches) {
            one.book(PK, one.drafted(PK, despatch).orElseThrow());
          }
          many.book(PK, many.acceptingMany(PK, despatches.toArray(EntryId[]::new)));

          Journal these = one.state.journal();
          Journal those = many.state.journal();
          assertThat(those.posted()).isEqualTo(these.posted());
          assertThat(those.held()).isEqualTo(these.held());
          assertThat(those.days()).isEqualTo(these.days());
          assertThat(those.net()).isEqualTo(these.net());
          assertThat(those.residue()).isEqualTo(these.residue());
          assertThat(many.state.trade().reservations()).isEqualTo(one.state.trade().reservations());
          assertThat(contents(those)).isEqualTo(contents(these));
        });
  }

  /// The same words are the same voucher, whether they were signed alone or with others (I6).
  private static List<Hash> contents(Journal journal) {
    return journal
        .booked()
        .filter(voucher -> voucher.id().kind() == VoucherKind.ACCEPTANCE)
        .map(Voucher::content)
        .toList();
  }

  @Test
  void aThousandLinesAreOneAct() throws Exception {
    BookScene scene = BookScene.open();
    EntryId room = scene.reserve(IR, 100);
    List<EntryId> despatches = new ArrayList<>();
    for (int i = 0; i < AcceptancesTerms.LINES_MAX; i++) {
      despatches.add(scene.deliver(IR, room, 50, 50));
    }
    AcceptancesTerms terms = scene.acceptingMany(PK, despatches.toArray(EntryId[]::new));
    assertThat(BarterTerms.find(BookScene.proposed(terms))).contains(terms);
    EntryId act = scene.book(PK, terms);
    assertThat(scene.state.journal().lines(act)).hasSize(1_000);
    assertThat(scene.owed(PK)).isEqualTo(units(20_000));
    EntryId more = scene.deliver(IR, room, 50, 50);
    despatches.add(more);
    assertThat(draft(scene, Ordered.set(despatches.toArray(EntryId[]::new)))).isEmpty();
  }

  private static Optional<AcceptancesTerms> draft(BookScene scene, Set<EntryId> which) {
    return scene.state.acceptances(
        which, PK, Instant.parse("2019-04-22T08:00:00Z"), scene.settings);
  }

  @Test
  void whatCannotBeAcceptedIsNotDrafted() {
    EntryId arrived = delivered(10_000, 10_000);
    EntryId onItsWay = scene.say(IR, scene.despatched(IR, reservation, 10_000));
    EntryId back = scene.deliver(PK, scene.reserve(PK, 10), 1_000, 1_000);
    assertThat(draft(scene, Ordered.set())).isEmpty();
    assertThat(draft(scene, Ordered.set(arrived, onItsWay))).isEmpty();
    assertThat(draft(scene, Ordered.set(arrived, back))).as("two ways").isEmpty();
    assertThat(draft(scene, Ordered.set(arrived))).isPresent();
  }

  // ---- what is not ----------------------------------------------------------------------------

  private AcceptancesTerms changed(
      AcceptancesTerms terms, int line, UnaryOperator<AcceptancesTerms.Line> by) {
    List<AcceptancesTerms.Line> lines = new ArrayList<>(terms.lines());
    lines.set(line - 1, by.apply(lines.get(line - 1)));
    return new AcceptancesTerms(
        terms.number(),
        terms.first(),
        terms.on(),
        terms.despatches(),
        terms.receipts(),
        lines,
        terms.root());
  }

  private AcceptancesTerms numbered(AcceptancesTerms terms, int first, Hash root) {
    return new AcceptancesTerms(
        terms.number(),
        first,
        terms.on(),
        terms.despatches(),
        terms.receipts(),
        terms.lines(),
        root);
  }

  /// One line that does not hold, and nothing is booked; the line is named.
  @Test
  void theFirstLineThatDoesNotHoldIsNamed() {
    AcceptancesTerms right =
        scene.acceptingMany(
            PK, delivered(10_000, 10_000), delivered(10_000, 10_000), delivered(10_000, 10_000));
    assertThat(
            scene.flaw(
                PK,
                changed(
                    right,
                    2,
                    line ->
                        new AcceptancesTerms.Line(
                            line.despatch(),
                            line.receipt(),
                            line.value().plus(Money.of(1)),
                            line.disputed()))))
        .isEqualTo(new BookRules.Flaw(BarterRefusal.FIGURE_DIFFERS, 2));
    assertThat(
            scene.flaw(
                PK,
                changed(
                    right,
                    3,
                    line ->
                        new AcceptancesTerms.Line(
                            line.despatch(), line.receipt() - 1, line.value(), line.disputed()))))
        .isEqualTo(new BookRules.Flaw(BarterRefusal.BASIS_DIFFERS, 3));
    assertThat(
            scene.flaw(
                PK,
                changed(
                    right,
                    3,
                    line ->
                        new AcceptancesTerms.Line(
                            999, line.receipt(), line.value(), line.disputed()))))
        .isEqualTo(new BookRules.Flaw(BarterRefusal.NOT_DESPATCHED, 3));
    scene.book(PK, right);
  }

  @Test
  void whatHasNotArrivedOrIsAcceptedIsNamed() {
    EntryId first = delivered(10_000, 10_000);
    EntryId second = delivered(10_000, 10_000);
    AcceptancesTerms both = scene.acceptingMany(PK, first, second);
    EntryId onItsWay = scene.say(IR, scene.despatched(IR, reservation, 10_000));
    assertThat(
            scene.flaw(
                PK,
                changed(
                    both,
                    2,
                    line ->
                        new AcceptancesTerms.Line(
                            onItsWay.index(), line.receipt(), line.value(), line.disputed()))))
        .isEqualTo(new BookRules.Flaw(BarterRefusal.NOT_RECEIVED, 2));
    scene.book(IR, scene.drafted(IR, second).orElseThrow());
    assertThat(scene.flaw(PK, both))
        .isEqualTo(new BookRules.Flaw(BarterRefusal.ALREADY_ACCEPTED, 2));
  }

  @Test
  void theRootIsThatOfTheLinesAsTheyStandInTheBook() {
    AcceptancesTerms right = scene.acceptingMany(PK, delivered(10_000, 10_000));
    assertThat(scene.flaw(PK, numbered(right, right.first(), Merkle.EMPTY_ROOT)))
        .isEqualTo(new BookRules.Flaw(BarterRefusal.BASIS_DIFFERS, 0));
    scene.book(PK, right);
  }

  @Test
  void linesAreNumberedInTheSeriesOfAcceptances() {
    EntryId taken = delivered(10_000, 10_000);
    AcceptancesTerms right = scene.acceptingMany(PK, delivered(10_000, 10_000));
    assertThat(scene.flaw(PK, numbered(right, 2, right.root())))
        .isEqualTo(new BookRules.Flaw(BarterRefusal.NUMBER_GAP, 1));
    scene.book(PK, scene.drafted(PK, taken).orElseThrow());
    assertThat(scene.flaw(PK, right)).isEqualTo(new BookRules.Flaw(BarterRefusal.NUMBER_TAKEN, 1));
  }

  @Test
  void theWholeActIsRefusedForWhatIsSaidOfTheWhole() {
    EntryId delivered = delivered(10_000, 10_000);
    AcceptancesTerms right = scene.acceptingMany(PK, delivered);
    scene.day = DAY.plusDays(1);
    assertThat(scene.flaw(PK, scene.acceptingMany(PK, delivered)))
        .isEqualTo(new BookRules.Flaw(BarterRefusal.DAY_AHEAD, 0));
    scene.day = DAY;
    scene.book(PK, right);
    assertThat(scene.flaw(PK, right)).isEqualTo(new BookRules.Flaw(BarterRefusal.REPEATED, 0));
  }

  @Test
  void aPartyThatIsHeldIsNamedByItsLineAndAskedAboutOnce() {
    AcceptancesTerms terms =
        scene.acceptingMany(PK, delivered(10_000, 10_000), delivered(10_000, 10_000));
    int[] asked = new int[1];
    scene.clearance =
        (_, _) -> {
          asked[0]++;
          return Optional.empty();
        };
    BookRules.objectionToProposal(
        scene.state,
        scene.voices.says(PK, Role.CHIEF),
        scene.voices.parties(),
        BookScene.proposed(terms),
        new BookGrounds(scene.settings, scene.clearance));
    assertThat(asked[0]).isOne();
    scene.clearance = (_, _) -> Optional.of(BarterRefusal.PARTY_HELD);
    assertThat(scene.flaw(PK, terms)).isEqualTo(new BookRules.Flaw(BarterRefusal.PARTY_HELD, 1));
  }

  /// Who owes more than they may comes to owe no more by any line, whatever the lines behind it do.
  @Test
  void eachLineHasRoomOfItsOwn() {
    EntryId first = delivered(20_000, 20_000);
    EntryId second = delivered(20_000, 20_000);
    AcceptancesTerms terms = scene.acceptingMany(PK, first, second);
    scene.book(PK, scene.swing(PK, 1_000, true));
    // Accepting turns what is held into what is owed: nobody is exposed more by it.
    scene.book(PK, terms);
    assertThat(scene.owed(PK)).isEqualTo(units(16_000));
  }

  // ---- afterwards -----------------------------------------------------------------------------

  @Test
  void oneLineIsSettledPricedAndBookedBackByItself() {
    EntryId act =
        scene.book(
            PK, scene.acceptingMany(PK, delivered(10_000, 10_000), delivered(10_000, 9_000)));
    VoucherRef first = VoucherRef.of(act, 1);
    VoucherRef second = VoucherRef.of(act, 2);
    EntryId settled = scene.book(IR, scene.settling(IR, second, 100));
    assertThat(scene.balance(AccountCode.MEASURE)).isEqualTo(units(300));
    assertThat(scene.refuse(IR, scene.contra(IR, second))).isEqualTo(BarterRefusal.RESTED_UPON);
    assertThat(scene.refuse(IR, scene.contra(IR, act))).isEqualTo(BarterRefusal.NOT_REVERSIBLE);
    EntryId contra = scene.book(IR, scene.contra(IR, first));
    assertThat(scene.state.journal().voucher(first).flatMap(Voucher::reversedBy))
        .contains(VoucherRef.of(contra));
    assertThat(scene.owed(PK)).isEqualTo(units(3_700));
    assertThat(scene.refuse(IR, scene.contra(IR, VoucherRef.of(act, 3))))
        .isEqualTo(BarterRefusal.VOUCHER_UNKNOWN);
    assertThat(scene.state.trade().settledBy(settled)).isPresent();
  }

  /// 07-7: a stale assent books back every line that stands, each under a number of its own.
  @Test
  void aStaleAssentBooksBackEveryLine() {
    AcceptancesTerms terms =
        scene.acceptingMany(
            PK, delivered(10_000, 10_000), delivered(10_000, 9_000), delivered(10_000, 10_000));
    EntryId act = scene.book(PK, terms);
    scene.book(IR, scene.settling(IR, VoucherRef.of(act, 2), 100));
    scene.book(IR, scene.contra(IR, VoucherRef.of(act, 3)));
    EntryId proof = scene.contest(IR, act, terms, PK);

    assertThat(scene.owed(PK)).isEqualTo(Money.ZERO);
    assertThat(scene.balance(AccountCode.MEASURE)).isEqualTo(Money.ZERO);
    assertThat(scene.balance(AccountCode.DISPUTED)).isEqualTo(Money.ZERO);
    assertThat(scene.state.journal().lines(proof).map(voucher -> voucher.id().toString()))
        .containsExactly("pk/voiding/1", "pk/voiding/2");
    assertThat(scene.state.journal().voucher(VoucherRef.of(act, 1)).flatMap(Voucher::reversedBy))
        .contains(VoucherRef.of(proof, 1));
    assertThat(scene.state.trade().deliveries().values())
        .allMatch(delivery -> delivery.taken().isEmpty());
  }

  // ---- proofs ---------------------------------------------------------------------------------

  @Test
  void aLineIsProvenWithoutTheOthers() throws Exception {
    EntryId[] despatches = new EntryId[7];
    for (int i = 0; i < despatches.length; i++) {
      despatches[i] = delivered(1_000 + i, 1_000 + i);
    }
    AcceptancesTerms terms = scene.acceptingMany(PK, despatches);
    scene.book(PK, terms);
    AcceptanceTree tree = scene.state.tree(terms).orElseThrow();
    assertThat(tree.root()).isEqualTo(terms.root());
    for (int line = 1; line <= despatches.length; line++) {
      AcceptanceTree.Proof proof = tree.proof(line);
      assertThat(proof.holds()).isTrue();
      assertThat(proof.root()).isEqualTo(terms.root());
      assertThat(proof.terms()).isEqualTo(tree.lines().get(line - 1));
      assertThat(proof.text()).isEqualTo(tree.lines().get(line - 1).toJson().canonical());
      assertThat(proof.path().size()).isLessThanOrEqualTo(3);
      assertThat(
              new AcceptanceTree.Proof(line % 7 + 1, 7, proof.text(), proof.root(), proof.path())
                  .holds())
          .as("at another place")
          .isFalse();
      assertThat(
              new AcceptanceTree.Proof(
                      line,
                      7,
                      Bytes.ofUtf8(proof.text().utf8().replace("\"disputed\":0", "\"disputed\":1")),
                      proof.root(),
                      proof.path())
                  .holds())
          .as("with another figure")
          .isFalse();
    }
  }

  @Test
  void aTreeOfWhatIsNotInTheBookIsNone() {
    AcceptancesTerms terms = scene.acceptingMany(PK, delivered(1_000, 1_000));
    assertThat(BookScene.open().state.tree(terms)).isEmpty();
  }

  @Test
  void aLineIsNamedInOneSpelling() {
    EntryId entry = new EntryId(Sides.IR_LOG, 12);
    assertThat(VoucherRef.parse(entry.toString())).isEqualTo(VoucherRef.of(entry));
    assertThat(VoucherRef.parse(entry + "/31")).isEqualTo(VoucherRef.of(entry, 31));
    for (String text : List.of(entry + "/", entry + "/0", entry + "/01", entry + "/1/1", "12/1")) {
      assertThatThrownBy(() -> VoucherRef.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> VoucherRef.of(entry, -1)).hasMessageContaining("0 or more");
  }
}
