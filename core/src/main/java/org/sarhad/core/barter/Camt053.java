package org.sarhad.core.barter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.sarhad.core.party.PartyId;

/// A closed period as a bank's statement, ISO 20022 `camt.053.001.08`, for the programs of a
/// clearing bank (protocol clause 14-7.5). What is owed to the owner is a credit.
///
/// Nothing in it is new: it is the statement that both have signed, in the words that banks read. A
/// unit of account that is no currency code of three letters is `XXX`, the code of ISO 4217 for no
/// currency.
public final class Camt053 {
  private final StringBuilder text = new StringBuilder();
  private final SideStatement of;

  private Camt053(SideStatement of) {
    this.of = of;
  }

  /// The statement of `period` as `owner` has it; empty when that is not closed, or `owner` is no
  /// side of the account. O(vouchers).
  ///
  /// @param created when the file is made; no clock is asked here
  public static Optional<String> of(BookState state, int period, PartyId owner, Instant created) {
    return SideStatement.of(state, period, owner).map(of -> new Camt053(of).written(created));
  }

  private String written(Instant created) {
    PeriodStatement closed = of.closed();
    Account account = of.account();
    line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    line("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\">");
    line("<BkToCstmrStmt>");
    line("<GrpHdr>");
    element("MsgId", "period-" + closed.period() + "-" + of.owner());
    element("CreDtTm", created.toString());
    line("</GrpHdr>");
    line("<Stmt>");
    element("Id", "period-" + closed.period());
    element("ElctrncSeqNb", String.valueOf(closed.period()));
    element("CreDtTm", created.toString());
    line("<FrToDt>");
    element("FrDtTm", account.begin(closed.from()).toString());
    element("ToDtTm", account.begin(closed.until().plusDays(1)).minusSeconds(1).toString());
    line("</FrToDt>");
    line("<Acct>");
    line("<Id><Othr><Id>" + account.a() + "/" + account.b() + "</Id></Othr></Id>");
    element("Ccy", of.currency());
    line("</Acct>");
    balance("OPBD", closed.opening(), closed.from());
    balance("CLBD", closed.closing(), closed.until());
    for (int i = 0; i < of.vouchers().size(); i++) {
      entry(i + 1, of.vouchers().get(i));
    }
    line("</Stmt>");
    line("</BkToCstmrStmt>");
    line("</Document>");
    return text.toString();
  }

  private void balance(String code, Money net, LocalDate day) {
    line("<Bal>");
    line("<Tp><CdOrPrtry><Cd>" + code + "</Cd></CdOrPrtry></Tp>");
    amount(net);
    line("<Dt><Dt>" + day + "</Dt></Dt>");
    line("</Bal>");
  }

  private void entry(int number, Voucher voucher) {
    VoucherKind kind = voucher.id().kind();
    String day = "<Dt>" + voucher.on().orElseThrow() + "</Dt>";
    line("<Ntry>");
    element("NtryRef", String.valueOf(number));
    amount(voucher.moved());
    if (kind == VoucherKind.CONTRA || kind == VoucherKind.VOIDING) {
      element("RvslInd", "true");
    }
    line("<Sts><Cd>BOOK</Cd></Sts>");
    line("<BookgDt>" + day + "</BookgDt>");
    line("<ValDt>" + day + "</ValDt>");
    line("<BkTxCd><Prtry><Cd>" + kind.code() + "</Cd></Prtry></BkTxCd>");
    element("AddtlNtryInf", voucher.id() + " " + voucher.ref());
    line("</Ntry>");
  }

  private void amount(Money net) {
    Money owed = of.seen(net);
    Money size = owed.minor() < 0 ? owed.negated() : owed;
    line("<Amt Ccy=\"" + of.currency() + "\">" + size + "</Amt>");
    element("CdtDbtInd", owed.minor() < 0 ? "DBIT" : "CRDT");
  }

  private void element(String name, String value) {
    line("<" + name + ">" + escaped(value) + "</" + name + ">");
  }

  private static String escaped(String value) {
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
