package org.sarhad.core.barter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.barter.BookScene.IR;
import static org.sarhad.core.barter.BookScene.PK;

import org.junit.jupiter.api.Test;

/// Vouchers for spreadsheets.
class VoucherTableTest {
  private final BookScene scene = BookScene.open();

  @Test
  void aVoucherHasARowForEachLine() {
    scene.reserve(IR, 10);
    scene.book(PK, scene.swing(PK, 40_000, false));
    assertThat(VoucherTable.of(scene.state.journal().booked().toList()))
        .isEqualTo(
            """
            voucher,kind,side,number,entry,day,booked,ledger,account,debit,credit,reversed by
            ir/account/1,account,ir,1,ir.sarhad.example/joint#0,,,,,,,
            ir/contract/1,contract,ir,1,ir.sarhad.example/joint#1,,posted,100630/KGM,9000,,100000,
            ir/contract/1,contract,ir,1,ir.sarhad.example/joint#1,,posted,100630/KGM,9100,100000,,
            ir/reservation/1,reservation,ir,1,ir.sarhad.example/joint#2,,held,ua,1000,4200.0000,,
            ir/reservation/1,reservation,ir,1,ir.sarhad.example/joint#2,,held,ua,3A00,,4200.0000,
            ir/reservation/1,reservation,ir,1,ir.sarhad.example/joint#2,,posted,100630/KGM,9100,,10000,
            ir/reservation/1,reservation,ir,1,ir.sarhad.example/joint#2,,posted,100630/KGM,3A00,10000,,
            pk/swing/1,swing,pk,1,pk.sarhad.example/joint#3,,,,,,,
            """
                .replace("\n", "\r\n"));
  }
}
