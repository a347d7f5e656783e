package org.sarhad.core.barter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.barter.BookScene.IR;
import static org.sarhad.core.barter.BookScene.OM;
import static org.sarhad.core.barter.BookScene.PK;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.sarhad.core.entry.EntryId;

/// A closed period in the words of banks, to the letter and to the last decimal.
class Camt053Test {
  private static final Instant CREATED = Instant.parse("2019-05-01T08:00:00Z");

  private final BookScene scene = BookScene.open();

  @Test
  void itIsWhatTheStatementSays() {
    EntryId wrong = scene.accept(IR, 10);
    scene.book(IR, scene.contra(IR, wrong));
    scene.close(PK);
    assertThat(Camt053.of(scene.state, 1, IR, CREATED).orElseThrow())
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
            <BkToCstmrStmt>
            <GrpHdr>
            <MsgId>period-1-ir</MsgId>
            <CreDtTm>2019-05-01T08:00:00Z</CreDtTm>
            </GrpHdr>
            <Stmt>
            <Id>period-1</Id>
            <ElctrncSeqNb>1</ElctrncSeqNb>
            <CreDtTm>2019-05-01T08:00:00Z</CreDtTm>
            <FrToDt>
            <FrDtTm>2019-03-31T19:00:00Z</FrDtTm>
            <ToDtTm>2019-04-30T18:59:59Z</ToDtTm>
            </FrToDt>
            <Acct>
            <Id><Othr><Id>ir/pk</Id></Othr></Id>
            <Ccy>XXX</Ccy>
            </Acct>
            <Bal>
            <Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp>
            <Amt Ccy="XXX">0.0000</Amt>
            <CdtDbtInd>CRDT</CdtDbtInd>
            <Dt><Dt>2019-04-01</Dt></Dt>
            </Bal>
            <Bal>
            <Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp>
            <Amt Ccy="XXX">0.0000</Amt>
            <CdtDbtInd>CRDT</CdtDbtInd>
            <Dt><Dt>2019-04-30</Dt></Dt>
            </Bal>
            <Ntry>
            <NtryRef>1</NtryRef>
            <Amt Ccy="XXX">4000.0000</Amt>
            <CdtDbtInd>CRDT</CdtDbtInd>
            <Sts><Cd>BOOK</Cd></Sts>
            <BookgDt><Dt>2019-04-22</Dt></BookgDt>
            <ValDt><Dt>2019-04-22</Dt></ValDt>
            <BkTxCd><Prtry><Cd>acceptance</Cd></Prtry></BkTxCd>
            <AddtlNtryInf>ir/acceptance/1 ir.sarhad.example/joint#4</AddtlNtryInf>
            </Ntry>
            <Ntry>
            <NtryRef>2</NtryRef>
            <Amt Ccy="XXX">4000.0000</Amt>
            <CdtDbtInd>DBIT</CdtDbtInd>
            <RvslInd>true</RvslInd>
            <Sts><Cd>BOOK</Cd></Sts>
            <BookgDt><Dt>2019-04-22</Dt></BookgDt>
            <ValDt><Dt>2019-04-22</Dt></ValDt>
            <BkTxCd><Prtry><Cd>contra</Cd></Prtry></BkTxCd>
            <AddtlNtryInf>ir/contra/1 ir.sarhad.example/joint#5</AddtlNtryInf>
            </Ntry>
            </Stmt>
            </BkToCstmrStmt>
            </Document>
            """);
  }

  @Test
  void whatIsNotClosedOrNobodysIsNoStatement() {
    scene.accept(IR, 10);
    assertThat(Camt053.of(scene.state, 1, IR, CREATED)).isEmpty();
    scene.close(PK);
    assertThat(Camt053.of(scene.state, 1, PK, CREATED)).isPresent();
    assertThat(Camt053.of(scene.state, 2, PK, CREATED)).isEmpty();
    assertThat(Camt053.of(scene.state, 1, OM, CREATED)).isEmpty();
    assertThat(Camt053.of(BookState.of(BookScript.SIDES), 1, PK, CREATED)).isEmpty();
  }
}
