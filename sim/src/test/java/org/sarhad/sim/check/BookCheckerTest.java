package org.sarhad.sim.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.barter.Journal;
import org.sarhad.core.barter.Voucher;
import org.sarhad.core.barter.VoucherMap;
import org.sarhad.core.barter.VoucherRef;
import org.sarhad.core.data.IndexMap;
import org.sarhad.sim.fault.FaultMix;
import org.sarhad.sim.testing.Market;

/// Where two books part is named by the entry of the first voucher that is another one.
class BookCheckerTest {
  private static final BookState BOOK = traded();

  private static BookState traded() {
    var market = new Market(3, FaultMix.CALM);
    market.trades(24);
    return market.world().left().seen().agreed().book();
  }

  @Test
  void oneBookHasNoDifference() {
    assertThat(BookChecker.firstDifference(BOOK, BOOK)).isEmpty();
  }

  @Test
  void theFirstVoucherThatDiffersIsNamed() {
    var journal = BOOK.journal();
    var tenth = journal.vouchers().get(journal.order().get(10));
    var other = with(journal.vouchers().put(tenth.ref(), rounded(tenth)), journal.order());

    assertThat(BookChecker.firstDifference(BOOK, other)).contains(tenth.entry());
    assertThat(BookChecker.firstDifference(other, BOOK)).contains(tenth.entry());
  }

  @Test
  void whatOnlyOneHasIsNamed() {
    var journal = BOOK.journal();
    int last = journal.order().size() - 1;
    var shorter = with(journal.vouchers(), journal.order().remove(last));

    assertThat(BookChecker.firstDifference(BOOK, shorter))
        .contains(journal.order().get(last).entry());
    assertThat(BookChecker.firstDifference(shorter, BOOK))
        .contains(journal.order().get(last).entry());
  }

  private static Voucher rounded(Voucher voucher) {
    return new Voucher(
        voucher.id(),
        voucher.ref(),
        voucher.content(),
        voucher.on(),
        voucher.held(),
        voucher.posted(),
        voucher.residue() + 1,
        voucher.reversedBy());
  }

  private static BookState with(VoucherMap<Voucher> vouchers, IndexMap<VoucherRef> order) {
    var journal = BOOK.journal();
    return new BookState(
        BOOK.parties(),
        BOOK.account(),
        BOOK.trade(),
        new Journal(
            vouchers,
            journal.numbers(),
            order,
            journal.unclosed(),
            journal.posted(),
            journal.held(),
            journal.days(),
            journal.net(),
            journal.residue(),
            journal.chain()),
        BOOK.periods(),
        BOOK.years(),
        BOOK.flaws(),
        BOOK.outcomes());
  }
}
