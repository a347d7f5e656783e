package org.sarhad.sim.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sarhad.core.barter.AcceptanceTerms;
import org.sarhad.core.barter.BarterRefusal;
import org.sarhad.core.barter.Basis;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.StatementTerms;
import org.sarhad.core.entry.EntryId;

/// The barter account (14): nobody owes by the word of one side, more than they may, or in a period
/// that is closed; and whatever crosses on the line, there is one book.
public class BookAttacksTest {
  private final AccountScene scene = AccountScene.of(14);

  /// It says that goods came which nobody sent, and asks to have them taken over. Its words are
  /// kept, and count for nothing.
  @Test
  void aReceiptForGoodsThatNeverLeft() {
    scene.signed(scene.victim(), scene.reserving());
    var rogue = scene.scene().rogue();
    long old = rogue.size();
    var never = new EntryId(scene.victim().origin(), 0);
    rogue.says(AccountScene.received(1, never));
    var basis = new Basis(never, scene.victim().seen().entry(never).orElseThrow().leafHash());
    rogue.says(
        AccountScene.proposal(
            new AcceptanceTerms(
                1, AccountScene.TODAY, basis, basis, Money.ofUnits(16_000), Money.ZERO)));
    assertThat(rogue.pushes(old).status()).isEqualTo(200);
    scene.passes(Duration.ofSeconds(5));

    var receipt = new EntryId(rogue.keys().origin(), old);
    var act = new EntryId(rogue.keys().origin(), old + 1);
    assertThat(scene.victim().seen().expected().book().voids().find(receipt))
        .contains(BarterRefusal.NOT_DESPATCHED);
    assertThat(scene.isRefused(scene.victim(), act)).isEqualTo("barter.not_despatched");
    assertThat(AccountScene.book(scene.victim()).owed(scene.victim().party()))
        .isEqualTo(Money.ZERO);
    scene.scene().victimGoesOn();
  }

  /// Goods that came once are said to have come twice.
  @Test
  void oneDespatchAndTwoReceipts() {
    scene.delivered(AccountScene.TODAY);
    var despatch =
        AccountScene.book(scene.victim()).trade().deliveries().keys().findFirst().orElseThrow();
    var rogue = scene.scene().rogue();
    long old = rogue.size();
    rogue.says(AccountScene.received(2, despatch));
    assertThat(rogue.pushes(old).status()).isEqualTo(200);
    scene.passes(Duration.ofSeconds(5));

    assertThat(
            scene
                .victim()
                .seen()
                .expected()
                .book()
                .voids()
                .find(new EntryId(rogue.keys().origin(), old)))
        .contains(BarterRefusal.ALREADY_RECEIVED);
    scene.scene().victimGoesOn();
  }

  /// A side holds the seller while the other, who does not know of it, signs last. What comes first
  /// in the joint order counts, on both nodes; and nobody signs anything more with that seller.
  @Test
  void aHoldCrossesTheLastSignature() {
    var act = scene.proposes(scene.victim(), scene.reserving());
    scene.passes(AccountScene.SOON);
    scene.cut();
    scene.assents(scene.other(), act);
    scene.holds(scene.victim());
    scene.mended();

    boolean isBooked = AccountScene.book(scene.victim()).journal().voucher(act).isPresent();
    assertThat(AccountScene.book(scene.other()).journal().voucher(act).isPresent())
        .isEqualTo(isBooked);
    assertThat(scene.voids()).isEqualTo(isBooked ? List.of() : List.of(BarterRefusal.PARTY_HELD));
    assertThat(scene.isRefusedToPropose(scene.victim())).isEqualTo("barter.party_held");
    assertThat(scene.isRefusedToPropose(scene.other())).isEqualTo("barter.party_held");
  }

  /// The side that is to sign last has seen the hold, and signs all the same: nothing is held for
  /// it.
  @Test
  void signingWithSomebodyWhoIsHeld() {
    var act = scene.proposes(scene.victim(), scene.reserving());
    scene.holds(scene.victim());
    scene.passes(AccountScene.SOON);
    assertThat(scene.isRefused(scene.other(), act)).isEqualTo("barter.party_held");
    var rogue = scene.scene().rogue();
    long old = rogue.size();
    rogue.says(scene.assent(act));
    assertThat(rogue.pushes(old).status()).isEqualTo(200);
    scene.passes(Duration.ofSeconds(5));

    var signed = scene.victim().seen().expected();
    assertThat(signed.acts().act(act).orElseThrow().isEffective()).isTrue();
    assertThat(signed.book().exposure(scene.other().party())).isEqualTo(Money.ZERO);
    assertThat(signed.book().voids().values()).containsExactly(BarterRefusal.PARTY_HELD);
    scene.scene().victimGoesOn();
  }

  /// A part of a debt stands beside the limit. Two reservations that fit each by itself cross, and
  /// together they would be held on that credit: the first in the joint order holds.
  @Test
  void twoReservationsThatWouldDrawOnCredit() {
    scene.delivered(AccountScene.TODAY);
    scene.signed(scene.victim(), scene.crediting(5_000));
    var one = scene.proposes(scene.victim(), scene.reservingLess(2));
    var other = scene.proposes(scene.other(), scene.reservingLess(1));
    scene.passes(AccountScene.SOON);
    scene.cut();
    scene.assents(scene.other(), one);
    scene.assents(scene.victim(), other);
    scene.mended();

    assertThat(scene.voids()).containsExactly(BarterRefusal.NO_ROOM);
    assertThat(AccountScene.book(scene.other()).exposure(scene.other().party()))
        .isEqualTo(Money.ofUnits(24_400));
  }

  /// Each reserves what fits, and signs the other's, while neither knows that the other has signed:
  /// the first in the joint order holds, and there is no room for the second, on both nodes.
  @Test
  void twoReservationsThatAreTooMuchTogether() {
    var one = scene.proposes(scene.victim(), scene.reserving());
    var other = scene.proposes(scene.other(), scene.reserving());
    scene.passes(AccountScene.SOON);
    scene.cut();
    scene.assents(scene.other(), one);
    scene.assents(scene.victim(), other);
    scene.mended();

    assertThat(scene.voids()).containsExactly(BarterRefusal.NO_ROOM);
    for (var node : scene.scene().world().nodes()) {
      var book = AccountScene.book(node);
      assertThat(book.trade().reservations().size()).isEqualTo(1);
      assertThat(book.exposure(scene.other().party())).isEqualTo(Money.ofUnits(16_800));
    }
    scene.scene().bothGoOn();
  }

  /// A debt is paid in a period that both have closed: nobody signs it.
  @Test
  void backDatingIntoAClosedPeriod() {
    scene.delivered(AccountScene.FIRST_DAY);
    scene.signed(scene.victim(), scene.statement(scene.victim()));
    var closed = AccountScene.book(scene.victim()).periods().get(1);
    var rogue = scene.scene().rogue();
    long old = rogue.size();
    rogue.says(AccountScene.proposal(scene.payment(AccountScene.FIRST_DAY.plusDays(3), 9_000)));
    assertThat(rogue.pushes(old).status()).isEqualTo(200);
    scene.passes(Duration.ofSeconds(5));

    var act = new EntryId(rogue.keys().origin(), old);
    assertThat(scene.isRefused(scene.victim(), act)).isEqualTo("barter.period_closed");
    assertThat(AccountScene.book(scene.victim()).periods().get(1)).isEqualTo(closed);
    scene.scene().victimGoesOn();
  }

  /// The statement of a period and a payment in it are signed at the same time, by two who do not
  /// know of each other: one of them is void, and which one both agree on.
  @Test
  void aPaymentCrossesTheStatement() {
    scene.delivered(AccountScene.FIRST_DAY);
    var statement = scene.proposes(scene.victim(), scene.statement(scene.victim()));
    var payment =
        scene.proposes(scene.other(), scene.payment(AccountScene.FIRST_DAY.plusDays(3), 9_000));
    scene.passes(AccountScene.SOON);
    scene.cut();
    scene.assents(scene.other(), statement);
    scene.assents(scene.victim(), payment);
    scene.mended();

    assertThat(scene.voids()).hasSize(1);
    assertThat(scene.voids().getFirst())
        .isIn(Set.of(BarterRefusal.PERIOD_CLOSED, BarterRefusal.FIGURE_DIFFERS));
    scene.scene().bothGoOn();
  }

  /// Both draft the statement of one period, and each signs the other's.
  @Test
  void twoStatementsOfOnePeriod() {
    scene.delivered(AccountScene.FIRST_DAY);
    var one = scene.proposes(scene.victim(), scene.statement(scene.victim()));
    var other = scene.proposes(scene.other(), scene.statement(scene.other()));
    scene.passes(AccountScene.SOON);
    scene.cut();
    scene.assents(scene.other(), one);
    scene.assents(scene.victim(), other);
    scene.mended();

    assertThat(scene.voids()).containsExactly(BarterRefusal.PERIOD_NOT_NEXT);
    assertThat(AccountScene.book(scene.victim()).periods().size()).isEqualTo(1);
    scene.scene().bothGoOn();
  }

  /// Both see that a payment did not come, and each books it back and signs the other's.
  @Test
  void bookedBackTwice() {
    scene.delivered(AccountScene.TODAY);
    var payment = scene.signed(scene.victim(), scene.payment(AccountScene.TODAY, 9_000));
    var one = scene.proposes(scene.victim(), AccountScene.contra(payment));
    var other = scene.proposes(scene.other(), AccountScene.contra(payment));
    scene.passes(AccountScene.SOON);
    scene.cut();
    scene.assents(scene.other(), one);
    scene.assents(scene.victim(), other);
    scene.mended();

    assertThat(scene.voids()).containsExactly(BarterRefusal.ALREADY_REVERSED);
    assertThat(AccountScene.book(scene.victim()).owed(scene.other().party()))
        .isEqualTo(Money.ofUnits(16_000));
    scene.scene().bothGoOn();
  }

  /// It drafts a period that comes to less than it owes.
  @Test
  void aStatementWithAnotherBalance() {
    scene.delivered(AccountScene.FIRST_DAY);
    var right = scene.statement(scene.victim());
    var rogue = scene.scene().rogue();
    long old = rogue.size();
    rogue.says(
        AccountScene.proposal(
            new StatementTerms(
                1,
                right.period(),
                right.until(),
                right.opening(),
                right.interest(),
                right.closing().minus(Money.ofUnits(1_000)),
                right.vouchers(),
                right.journal())));
    assertThat(rogue.pushes(old).status()).isEqualTo(200);
    scene.passes(Duration.ofSeconds(5));

    var act = new EntryId(rogue.keys().origin(), old);
    assertThat(scene.isRefused(scene.victim(), act)).isEqualTo("barter.figure_differs");
    scene.scene().victimGoesOn();
  }
}
