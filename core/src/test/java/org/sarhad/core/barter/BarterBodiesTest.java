package org.sarhad.core.barter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sarhad.core.barter.BookScene.DAY;
import static org.sarhad.core.barter.BookScene.IR;
import static org.sarhad.core.barter.BookScene.LATE;
import static org.sarhad.core.barter.BookScene.PK;
import static org.sarhad.core.barter.BookScene.TEXT;
import static org.sarhad.core.barter.BookScene.index;
import static org.sarhad.core.barter.BookScene.units;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonLimits;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.record.RecordRules;
import org.sarhad.core.testing.FactFuzz;
import org.sarhad.core.testing.Sides;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

/// The bodies of facts and the terms of acts about the barter account, to the letter: protocol
/// clause 14-2. And what is not quite one: the bad input that no book ever sees.
class BarterBodiesTest {
  private static final EntryId ID = new EntryId(Sides.IR_LOG, 12);
  private static final EntryId OTHER = new EntryId(Sides.PK_LOG, 3);
  private static final VoucherRef ACT = VoucherRef.of(ID);
  private static final VoucherRef LINE = VoucherRef.of(ID, 1_000);
  private static final Basis BASIS = new Basis(ID, Merkle.EMPTY_ROOT);
  private static final Quantity LORRY = new Quantity(40_000, UnitCode.KGM);

  static Stream<BarterFact> facts() {
    return Stream.of(
        new BarterFact.Despatched(1, ID, LORRY, Ordered.set(ID, OTHER)),
        new BarterFact.Received(7, ID, new Quantity(0, UnitCode.KGM), Ordered.set()),
        new BarterFact.Certified(3, ID, LORRY, TEXT),
        new BarterFact.Lapsed(OTHER));
  }

  static Stream<BarterTerms> terms() {
    BookScene scene = new BookScene("ir", "pk");
    TreeMap<String, PriceFormula> where = new TreeMap<>();
    where.put("share", PriceFormula.parse("0.075 * p"));
    return Stream.of(
        BookScene.opening(units(50_000), Money.ZERO),
        new SwingTerms(2, PK, units(1), true),
        scene.rice(IR),
        new ContractTerms(
            3,
            new Goods(PK, "s", "b", "2716", TEXT, AccountCode.ENERGY),
            new Quantity(1_000, UnitCode.GWH),
            new PriceRule(PriceFormula.parse("3.2 + share"), UnitCode.GV, where),
            index("-80.25"),
            ContractTerms.Weighed.MEAN,
            LATE,
            Ordered.set(ID, OTHER)),
        new ReservationTerms(1, ID, LORRY, units(16_800), LATE),
        new AcceptanceTerms(1, DAY, BASIS, BASIS, units(16_000), Money.of(1)),
        new AcceptancesTerms(
            2,
            7,
            DAY,
            Sides.IR_LOG,
            Sides.PK_LOG,
            List.of(
                new AcceptancesTerms.Line(12, 3, units(16_000), Money.ZERO),
                new AcceptancesTerms.Line(17, 9, Money.ZERO, Money.of(1))),
            Merkle.EMPTY_ROOT),
        new DifferenceTerms(1, DAY, ACT, Money.ZERO, DifferenceTerms.As.QUALITY),
        new PriceTerms(1, DAY, ID, index("86"), Ordered.set(ACT, LINE), units(-5)),
        new ContraTerms(1, DAY, LINE, TEXT),
        new StatementTerms(1, 1, DAY, units(-3), units(0), units(3), 12, Merkle.EMPTY_ROOT),
        new SettlementTerms(1, DAY, PK, Money.of(1), SettlementTerms.By.GOODS, "TT-2019/7"),
        new CreditTerms(1, DAY, PK, units(8)),
        new ShortfallTerms(1, DAY, ID, YearMonth.of(2019, 4), LORRY, units(16_000)),
        new RestatementTerms(1, DAY, Rational.ofDecimal("1.025"), units(-3)),
        new TerminationTerms(1, BookScene.LATE, List.of()),
        new YearEndTerms(1, List.of()),
        new YearEndTerms(
            2,
            List.of(
                new Carried(AccountCode.MEASURE, units(-2), TEXT),
                new Carried(AccountCode.DISPUTED, units(2), TEXT))));
  }

  @ParameterizedTest
  @MethodSource("facts")
  void aFactIsReadAsItIsWritten(BarterFact fact) throws Exception {
    assertThat(BarterFact.fromJson(fact.kind(), reread(fact.toJson()))).isEqualTo(fact);
  }

  @ParameterizedTest
  @MethodSource("terms")
  void termsAreReadAsTheyAreWritten(BarterTerms terms) throws Exception {
    assertThat(BarterTerms.fromJson(terms.kind(), reread(terms.toJson()))).isEqualTo(terms);
    assertThat(BarterTerms.find(BookScene.proposed(terms))).contains(terms);
  }

  private static Json.Obj reread(Json.Obj json) throws MalformedJsonException {
    return Json.parseCanonicalObject(json.canonical(), JsonLimits.ofBytes(100_000));
  }

  @Test
  void thereIsASampleOfEveryKind() {
    Set<BarterFactKind> facts = EnumSet.noneOf(BarterFactKind.class);
    facts().forEach(fact -> facts.add(fact.kind()));
    assertThat(facts).containsExactly(BarterFactKind.values());
    Set<VoucherKind> terms = EnumSet.noneOf(VoucherKind.class);
    terms().forEach(one -> terms.add(one.kind()));
    assertThat(terms)
        .containsExactlyElementsOf(
            Stream.of(VoucherKind.values()).filter(kind -> kind.act().isPresent()).toList());
  }

  @ParameterizedTest
  @EnumSource
  void aKindIsFoundByItsWord(BarterFactKind kind) {
    assertThat(BarterFactKind.find(kind.kind())).contains(kind);
    assertThat(BarterFactKind.find(Kind.of("barter.bartered"))).isEmpty();
    assertThat(kind.kind().application()).isEqualTo(BarterFactKind.APPLICATION);
  }

  /// 02-7.5: one side cannot take goods out of the book by erasing what it said of them.
  @ParameterizedTest
  @EnumSource
  void noBodyIsErased(BarterFactKind kind) {
    assertThat(RecordRules.isKept(kind.kind())).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void aKindOfActIsFoundByItsWord(VoucherKind kind) {
    assertThat(kind.act().flatMap(VoucherKind::find)).isEqualTo(kind.act().map(_ -> kind));
    assertThat(VoucherKind.find(ActKind.of("barter_receipt"))).isEmpty();
    assertThat(VoucherKind.find(ActKind.of("crossing"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void anAccountIsFoundByItsNumber(AccountCode account) {
    assertThat(AccountCode.of(account.code())).isEqualTo(account);
    assertThatThrownBy(() -> AccountCode.of("1005")).hasMessageContaining("not in the chart");
  }

  @Test
  void bodiesAsTheyStandInTheRecord() {
    assertThat(facts().findFirst().orElseThrow().toJson())
        .hasToString(
            "{\"evidence\":[\"ir.sarhad.example/joint#12\",\"pk.sarhad.example/joint#3\"],\"number\":1,"
                + "\"quantity\":{\"amount\":40000,\"unit\":\"KGM\"},"
                + "\"reservation\":\"ir.sarhad.example/joint#12\"}");
    assertThat(BookScene.opening(units(50_000), Money.ZERO).toJson())
        .hasToString(
            "{\"from\":\"2019-04-01+05:00\",\"limits\":{\"ir\":500000000,\"pk\":0},\"number\":1,"
                + "\"unit\":\"UA\"}");
  }

  // ---- what is not quite one ------------------------------------------------------------------

  private static final String ENTRY = "ir.sarhad.example/joint#12";

  /// E is an entry, Q a lorry, P a price, G goods, T a wording.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          DESPATCHED | {'evidence':[],'number':1,'quantity':{'amount':-1,'unit':'KGM'},'reservation':'E'} | found "-1", expected an integer from 0
          DESPATCHED | {'evidence':[],'number':1,'quantity':{'amount':0,'unit':'KGM'},'reservation':'E'} | a despatch of nothing
          DESPATCHED | {'evidence':[],'number':1,'quantity':{'amount':1,'unit':'kg'},'reservation':'E'} | found "kg"
          DESPATCHED | {'evidence':[],'number':1,'quantity':{'amount':1,'unit':'XYZ'},'reservation':'E'} | found "XYZ"
          DESPATCHED | {'evidence':[],'number':0,'quantity':Q,'reservation':'E'} | found "0"
          DESPATCHED | {'number':1,'quantity':Q,'reservation':'E'} | evidence
          DESPATCHED | {'evidence':['E','E'],'number':1,'quantity':Q,'reservation':'E'} | one spelling
          DESPATCHED | {'evidence':[],'number':1,'quantity':Q,'reservation':'E','seal':'7'} | one spelling
          RECEIVED | {'despatch':'E','evidence':[],'number':1,'quantity':{'amount':'40','unit':'TNE'}} | found "40"
          CERTIFIED | {'despatch':'E','number':1,'quantity':Q} | text
          LAPSED | {} | reservation
          """)
  void whatIsNoFactIsRefused(BarterFactKind kind, String body, String message) throws Exception {
    Json.Obj json = filled(body);
    assertThatThrownBy(() -> BarterFact.fromJson(kind, json))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ACCOUNT | {'from':'2019-04-01+05:00','limits':{'ir':1},'number':1,'unit':'UA'} | account of 1 sides
          ACCOUNT | {'from':'2019-04-01+05:00','limits':{'ir':-1,'pk':1},'number':1,'unit':'UA'} | found "-1"
          ACCOUNT | {'from':'2019-04-01+05:00','limits':{'ir':1,'pk':1},'number':1,'unit':'ua'} | capital letters
          ACCOUNT | {'from':'2019-04-01','limits':{'ir':1,'pk':1},'number':1,'unit':'UA'} | from
          SWING | {'limit':-1,'number':1,'run_down':false,'side':'ir'} | found "-1"
          SWING | {'limit':'1.5','number':1,'run_down':false,'side':'ir'} | found "1.5"
          CONTRACT | {'goods':G,'indices':{},'number':1,'price':P,'quantity':{'amount':0,'unit':'KGM'},'screening':[],'until':'2019-12-31+05:00','weighed':'mean'} | expected some
          CONTRACT | {'goods':G,'indices':{},'number':1,'price':P,'quantity':{'amount':1,'unit':'MTQ'},'screening':[],'until':'2019-12-31+05:00','weighed':'mean'} | of the same dimension
          CONTRACT | {'goods':G,'indices':{},'number':1,'price':{'formula':'p / 0','per':'TNE','where':{}},'quantity':Q,'screening':[],'until':'2019-12-31+05:00','weighed':'mean'} | found "p / 0"
          CONTRACT | {'goods':G,'indices':{},'number':1,'price':{'formula':'a','per':'TNE','where':{'a':'b','b':'a'}},'quantity':Q,'screening':[],'until':'2019-12-31+05:00','weighed':'mean'} | uses itself
          CONTRACT | {'goods':G,'indices':{'p':'1.50'},'number':1,'price':P,'quantity':Q,'screening':[],'until':'2019-12-31+05:00','weighed':'mean'} | found "1.50"
          CONTRACT | {'goods':G,'indices':{'max':'1'},'number':1,'price':P,'quantity':Q,'screening':[],'until':'2019-12-31+05:00','weighed':'mean'} | each by its name
          CONTRACT | {'goods':G,'indices':{},'number':1,'price':P,'quantity':Q,'screening':[],'until':'2019-12-31+05:00','weighed':'none'} | found "none"
          CONTRACT | {'goods':{'account':'1030','buyer':'b','commodity':'100630','exporter':'ir','name':T,'seller':'s'},'indices':{},'number':1,'price':P,'quantity':Q,'screening':[],'until':'2019-12-31+05:00','weighed':'mean'} | goods on 1030
          CONTRACT | {'goods':{'account':'1000','buyer':'b','commodity':'10.06','exporter':'ir','name':T,'seller':'s'},'indices':{},'number':1,'price':P,'quantity':Q,'screening':[],'until':'2019-12-31+05:00','weighed':'mean'} | 4 to 10 digits
          CONTRACT | {'goods':{'account':'1000','buyer':'','commodity':'100630','exporter':'ir','name':T,'seller':'s'},'indices':{},'number':1,'price':P,'quantity':Q,'screening':[],'until':'2019-12-31+05:00','weighed':'mean'} | trading party
          RESERVATION | {'contract':'E','hold':1,'number':1,'quantity':{'amount':0,'unit':'KGM'},'until':'2019-12-31+05:00'} | a reservation of nothing
          RESERVATION | {'contract':'E','hold':9007199254740992,'number':1,'quantity':Q,'until':'2019-12-31+05:00'} | at most 2^53-1
          ACCEPTANCE | {'despatch':B,'disputed':0,'number':1,'on':'22-04-2019','receipt':B,'value':1} | found "22-04-2019"
          ACCEPTANCE | {'despatch':B,'disputed':-1,'number':1,'on':'2019-04-22','receipt':B,'value':1} | found "-1"
          ACCEPTANCES | {'despatches':'O','first':1,'lines':[],'number':1,'on':'2019-04-22','receipts':'O','root':R} | 0 in lines
          ACCEPTANCES | {'despatches':'O','first':1,'lines':[[1,2,3]],'number':1,'on':'2019-04-22','receipts':'O','root':R} | a line of 3 numbers
          ACCEPTANCES | {'despatches':'O','first':1,'lines':[[1,2,3,-4]],'number':1,'on':'2019-04-22','receipts':'O','root':R} | found "-4"
          ACCEPTANCES | {'despatches':'O','first':1,'lines':[1,2,3,4],'number':1,'on':'2019-04-22','receipts':'O','root':R} | an array
          ACCEPTANCES | {'despatches':'O','first':1,'lines':[[2,2,3,4],[2,3,3,4]],'number':1,'on':'2019-04-22','receipts':'O','root':R} | expected each once, ascending
          ACCEPTANCES | {'despatches':'O','first':1000000000,'lines':[[1,2,3,4],[2,3,3,4]],'number':1,'on':'2019-04-22','receipts':'O','root':R} | number 1000000001 of a voucher
          ACCEPTANCES | {'despatches':'O','first':1,'lines':[[1,2,3,4]],'number':1,'on':'2019-04-22','receipts':'O'} | root
          DIFFERENCE | {'acceptance':'E/0','as':'measure','granted':1,'number':1,'on':'2019-04-22'} | no line of an act
          DIFFERENCE | {'acceptance':'E','as':'measure','granted':-1,'number':1,'on':'2019-04-22'} | found "-1"
          CONTRA | {'act':'E','number':1,'on':'1899-12-31','reason':T} | found "1899-12-31"
          PRICE | {'acceptances':[],'contract':'E','delta':0,'indices':{},'number':1,'on':'2019-04-22'} | 0 in acceptances
          STATEMENT | {'closing':0,'interest':0,'journal':'AA','number':1,'opening':0,'period':1,'until':'2019-04-30','vouchers':0} | journal
          SETTLEMENT | {'amount':0,'by':'money','debtor':'pk','number':1,'on':'2019-04-22','reference':'x'} | found "0"
          SETTLEMENT | {'amount':1,'by':'gold','debtor':'pk','number':1,'on':'2019-04-22','reference':'x'} | found "gold"
          YEAR_END | {'carried':[{'account':'1000','amount':1,'reason':T}],'number':1} | accounts of differences
          YEAR_END | {'carried':[{'account':'5300','amount':1,'reason':T},{'account':'5100','amount':1,'reason':T}],'number':1} | ascending
          """)
  void whatAreNoTermsIsRefused(VoucherKind kind, String body, String message) {
    assertThatThrownBy(() -> BarterTerms.fromJson(kind, filled(body)))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageContaining(message);
  }

  private static Json.Obj filled(String body) throws MalformedJsonException {
    String text =
        body.replace(":Q", ":{'amount':40000,'unit':'KGM'}")
            .replace(":P", ":{'formula':'400','per':'TNE','where':{}}")
            .replace(
                ":G",
                ":{'account':'1000','buyer':'b','commodity':'100630','exporter':'ir','name':T,'seller':'s'}")
            .replace(":B", ":{'entry':'E','leaf':'" + Merkle.EMPTY_ROOT + "'}")
            .replace(":T", ":{'en':'x'}")
            .replace("'E'", "'" + ENTRY + "'")
            .replace("'E/", "'" + ENTRY + "/")
            .replace("'O'", "'" + Sides.IR_LOG + "'")
            .replace(":R}", ":'" + Merkle.EMPTY_ROOT + "'}")
            .replace('\'', '"');
    return Json.parseCanonicalObject(Bytes.ofUtf8(text), JsonLimits.ofBytes(10_000));
  }

  @Test
  void theSamplesOfTheTableAreWhatTheySayTheyAre() throws Exception {
    String contract =
        "{'goods':G,'indices':{},'number':1,'price':P,'quantity':Q,'screening':[],"
            + "'until':'2019-12-31+05:00','weighed':'mean'}";
    String acceptance =
        "{'despatch':B,'disputed':0,'number':1,'on':'2019-04-22','receipt':B,'value':1}";
    assertThat(BarterTerms.fromJson(VoucherKind.CONTRACT, filled(contract)).number()).isOne();
    assertThat(BarterTerms.fromJson(VoucherKind.ACCEPTANCE, filled(acceptance)).number()).isOne();
  }

  @Test
  void oneSideAloneMakesNoTermsOfItsVouchers() {
    assertThatThrownBy(
            () -> BarterTerms.fromJson(VoucherKind.RECEIPT, Json.obj().put("number", 1).build()))
        .hasMessageContaining("no joint act");
    assertThatThrownBy(() -> new ContraTerms(1, LocalDate.of(3000, 1, 1), ACT, TEXT))
        .hasMessageContaining("1900 to 2999");
  }

  @Test
  void damagedFactsAreRefusedOrReadAlike() {
    FactFuzz.assertReadsBackAlike(
        4_000,
        facts().toList(),
        BarterFact::toJson,
        (original, body) -> BarterFact.fromJson(original.kind(), body));
  }

  @Test
  void damagedTermsAreRefusedOrReadAlike() {
    FactFuzz.assertReadsBackAlike(
        6_000,
        terms().toList(),
        BarterTerms::toJson,
        (original, body) -> BarterTerms.fromJson(original.kind(), body));
  }
}
