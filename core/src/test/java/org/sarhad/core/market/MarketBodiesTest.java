package org.sarhad.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sarhad.core.market.MarketScene.PK;
import static org.sarhad.core.market.MarketScene.SALT;
import static org.sarhad.core.market.MarketScene.both;
import static org.sarhad.core.market.MarketScene.each;
import static org.sarhad.core.market.MarketScene.index;
import static org.sarhad.core.market.MarketScene.need;
import static org.sarhad.core.market.MarketScene.offer;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.VoucherKind;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonLimits;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.register.Bodies;
import org.sarhad.core.testing.FactFuzz;
import org.sarhad.core.testing.Sides;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

/// The bodies of facts and the terms of acts of the market, to the letter: protocol clauses 17-2 to
/// 17-4. And what is not quite one: the bad input that no market ever sees.
class MarketBodiesTest {
  private static final EntryId ID = new EntryId(Sides.IR_LOG, 12);
  private static final EntryId OTHER = new EntryId(Sides.PK_LOG, 3);

  static Stream<MarketFact> facts() {
    return Stream.of(
        new MarketFact.Stated(ID, need("rice", 6, "420.5")),
        new MarketFact.Stated(ID, new Bid(Bid.Way.OFFER, "gas", 1, Optional.empty())),
        new MarketFact.Withdrawn(OTHER),
        new MarketFact.Sealed(ID, Merkle.EMPTY_ROOT),
        new MarketFact.Revealed(OTHER, SALT, offer("rice", 4, "0")));
  }

  static Stream<MarketTerms> terms() {
    MarketScene scene = new MarketScene("ir", "pk");
    return Stream.of(
        scene.protocol(),
        scene.protocol(
            MarketScene.rice(), index("-0.25"), each(MarketScene.IR, Money.ZERO, PK, Money.of(7))),
        match(),
        new MatchTerms(
            ID, both(Money.ZERO), new Certificate(List.of(), Prices.NONE, Money.ZERO, Money.ZERO)));
  }

  /// Goods both ways, and a price of everything that can have one.
  private static MatchTerms match() {
    TreeMap<EntryId, Long> needs = new TreeMap<>();
    needs.put(ID, 5L);
    needs.put(OTHER, Json.INTEGER_MAX);
    TreeMap<Row.Id, Long> rows = new TreeMap<>();
    for (Row.Kind kind : Row.Kind.values()) {
      rows.put(new Row.Id(kind, "rice"), 1_000_000L);
    }
    return new MatchTerms(
        ID,
        both(Money.ofUnits(3)),
        new Certificate(
            List.of(
                new Placed(ID, OTHER, 4),
                new Placed(ID, EntryId.of(Sides.PK_LOG, 20), Bid.LOTS_MAX),
                new Placed(OTHER, ID, 1)),
            new Prices(needs, rows),
            Money.of(96),
            Money.of(97)));
  }

  @ParameterizedTest
  @MethodSource("facts")
  void aFactIsReadAsItIsWritten(MarketFact fact) throws Exception {
    assertThat(MarketFact.fromJson(fact.kind(), reread(fact.toJson()))).isEqualTo(fact);
  }

  @ParameterizedTest
  @MethodSource("terms")
  void termsAreReadAsTheyAreWritten(MarketTerms terms) throws Exception {
    assertThat(MarketTerms.fromJson(terms.kind(), reread(terms.toJson()))).isEqualTo(terms);
    assertThat(MarketTerms.find(MarketScene.proposed(terms))).contains(terms);
  }

  private static Json.Obj reread(Json.Obj json) throws MalformedJsonException {
    return Json.parseCanonicalObject(json.canonical(), JsonLimits.ofBytes(100_000));
  }

  @Test
  void thereIsASampleOfEveryKind() {
    Set<MarketFactKind> facts = EnumSet.noneOf(MarketFactKind.class);
    facts().forEach(fact -> facts.add(fact.kind()));
    assertThat(facts).containsExactly(MarketFactKind.values());
    Set<MarketActKind> terms = EnumSet.noneOf(MarketActKind.class);
    terms().forEach(one -> terms.add(one.kind()));
    assertThat(terms).containsExactly(MarketActKind.values());
  }

  @ParameterizedTest
  @EnumSource
  void aKindIsFoundByItsWord(MarketFactKind kind) {
    assertThat(MarketFactKind.find(kind.kind())).contains(kind);
    assertThat(MarketFactKind.find(Kind.of("market.bidden"))).isEmpty();
    assertThat(kind.kind().application()).isEqualTo(MarketFactKind.APPLICATION);
  }

  @ParameterizedTest
  @EnumSource
  void aKindOfActIsFoundByItsWordAndIsNoneOfTheBooks(MarketActKind kind) {
    assertThat(MarketActKind.find(kind.act())).contains(kind);
    assertThat(VoucherKind.find(kind.act())).isEmpty();
    assertThat(MarketActKind.find(ActKind.of("barter_contract"))).isEmpty();
  }

  @Test
  void bodiesAsTheyStandInTheRecord() {
    assertThat(facts().findFirst().orElseThrow().toJson())
        .hasToString(
            "{\"bid\":{\"limit\":\"420.5\",\"line\":\"rice\",\"lots\":6,\"way\":\"need\"},"
                + "\"protocol\":\"ir.sarhad.example/joint#12\"}");
    assertThat(match().toJson())
        .hasToString(
            "{\"bound\":97,\"needs\":[{\"log\":\"ir.sarhad.example/joint\",\"prices\":"
                + "[{\"need\":12,\"price\":5}]},{\"log\":\"pk.sarhad.example/joint\",\"prices\":"
                + "[{\"need\":3,\"price\":9007199254740991}]}],"
                + "\"protocol\":\"ir.sarhad.example/joint#12\",\"room\":{\"ir\":30000,\"pk\":30000},"
                + "\"rows\":[{\"kind\":\"lots\",\"name\":\"rice\",\"price\":1000000},"
                + "{\"kind\":\"value\",\"name\":\"rice\",\"price\":1000000},"
                + "{\"kind\":\"quota\",\"name\":\"rice\",\"price\":1000000},"
                + "{\"kind\":\"corridor\",\"name\":\"rice\",\"price\":1000000},"
                + "{\"kind\":\"swing\",\"name\":\"rice\",\"price\":1000000}],\"value\":96,"
                + "\"ways\":[{\"from\":\"ir.sarhad.example/joint\",\"pairs\":"
                + "[{\"lots\":4,\"need\":3,\"offer\":12},"
                + "{\"lots\":1000000,\"need\":20,\"offer\":12}],"
                + "\"to\":\"pk.sarhad.example/joint\"},{\"from\":\"pk.sarhad.example/joint\","
                + "\"pairs\":[{\"lots\":1,\"need\":12,\"offer\":3}],"
                + "\"to\":\"ir.sarhad.example/joint\"}]}");
  }

  @Test
  void aSealNamesItsSideAndItsProtocol() {
    Bid bid = offer("rice", 4, "380");
    Set<Object> commitments =
        Set.of(
            MarketFact.commitment(PK, ID, bid, SALT),
            MarketFact.commitment(MarketScene.IR, ID, bid, SALT),
            MarketFact.commitment(PK, OTHER, bid, SALT),
            MarketFact.commitment(PK, ID, offer("rice", 5, "380"), SALT));
    assertThat(commitments).hasSize(4);
  }

  /// The most that a committee can match, in one act: 512 offers of one side and as many needs of
  /// the other, each in a pair or two.
  @Test
  void aMatchOfEveryBidThereMayBeFitsIntoAnAct() throws Exception {
    List<Placed> placed = new ArrayList<>();
    TreeMap<EntryId, Long> needs = new TreeMap<>();
    int bids = MarketRules.BIDS_MAX;
    for (int i = 0; i < bids; i++) {
      EntryId offer = EntryId.of(Sides.IR_LOG, 100_000 + i);
      placed.add(new Placed(offer, EntryId.of(Sides.PK_LOG, 100_000 + i), 500));
      if (i + 1 < bids) {
        placed.add(new Placed(offer, EntryId.of(Sides.PK_LOG, 100_001 + i), 500));
      }
      needs.put(EntryId.of(Sides.PK_LOG, 100_000 + i), 1_234_567_890L);
    }
    MatchTerms terms =
        new MatchTerms(
            ID,
            both(Money.ZERO),
            new Certificate(
                placed, new Prices(needs, new TreeMap<>()), Money.ZERO, Money.ofUnits(9)));
    assertThat(terms.toJson().canonical().size()).isLessThan(Bodies.BYTES_MAX);
    assertThat(MarketTerms.fromJson(MarketActKind.MATCH, terms.toJson())).isEqualTo(terms);
  }

  // ---- what is not quite one ------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          STATED | {'bid':{'line':'rice','lots':0,'way':'need'},'protocol':'E'} | found "0"
          STATED | {'bid':{'line':'rice','lots':1000001,'way':'need'},'protocol':'E'} | 1000001
          STATED | {'bid':{'line':'Rice','lots':1,'way':'need'},'protocol':'E'} | a letter first
          STATED | {'bid':{'limit':'-1','line':'rice','lots':1,'way':'need'},'protocol':'E'} | no price below 0
          STATED | {'bid':{'limit':'1.0','line':'rice','lots':1,'way':'need'},'protocol':'E'} | found "1.0"
          STATED | {'bid':{'line':'rice','lots':1,'way':'wish'},'protocol':'E'} | found "wish"
          STATED | {'bid':{'line':'rice','lots':1,'note':'x','way':'need'},'protocol':'E'} | one spelling
          WITHDRAWN | {} | bid
          SEALED | {'commitment':'AA','protocol':'E'} | commitment
          REVEALED | {'bid':{'line':'rice','lots':1,'way':'need'},'salt':'AA==','seal':'E'} | salt of 1 bytes
          REVEALED | {'bid':{'line':'rice','lots':1,'way':'need'},'salt':'!','seal':'E'} | salt
          """)
  void whatIsNoFactIsRefused(MarketFactKind kind, String body, String message) throws Exception {
    Json.Obj json = filled(body);
    assertThatThrownBy(() -> MarketFact.fromJson(kind, json))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageContaining(message);
  }

  /// What is changed in a good protocol, or a good match, and what is said of it.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          PROTOCOL | 'reveal_by':'2019-04-22T10:00 | 'reveal_by':'2019-04-22T09:00 | out of order
          PROTOCOL | 'until':'2019-07-31+05:00' | 'until':'2019-04-30+05:00' | out of order
          PROTOCOL | 'until':'2019-07-31+05:00' | 'until':'2019-07-31+04:30' | out of order
          PROTOCOL | 'lines':['rice'] | 'lines':['tea'] | lines of the protocol
          PROTOCOL | 'lines':['rice'] | 'lines':[] | 0 in lines
          PROTOCOL | 'uses':{'rice':1} | 'uses':{'tea':1} | lines of the protocol
          PROTOCOL | 'uses':{'rice':1} | 'uses':{'rice':0} | found "0"
          PROTOCOL | 'uses':{'rice':1} | 'uses':{} | 0 in uses
          PROTOCOL | 'name':'gas' | 'name':'tea' | names that ascend
          PROTOCOL | 'name':'gas' | 'name':'rice' | names that ascend
          PROTOCOL | 'commodity':'271121' | 'commodity':'2711' | 6 to 10 digits
          PROTOCOL | 'exporter':'ir' | 'exporter':'om' | one of the two sides
          PROTOCOL | 'amount':1000,'unit':'GV' | 'amount':0,'unit':'GV' | same dimension
          PROTOCOL | 'amount':1000,'unit':'GV' | 'amount':1000,'unit':'MTQ' | same dimension
          PROTOCOL | 'tolerance':50 | 'tolerance':101 | found "101"
          PROTOCOL | 'least':1,'most':20 | 'least':21,'most':20 | range 21 to 20
          PROTOCOL | 'least':1,'most':20 | 'least':0,'most':0 | found "0"
          PROTOCOL | 'indices':{'p':'5'} | 'indices':{'p-x':'5'} | a letter first
          PROTOCOL | 'swing':{'ir':10000000000,'pk':10000000000} | 'swing':{'ir':10000000000} | 1 in swing
          PROTOCOL | 'swing':{'ir':10000000000 | 'swing':{'ir':-1 | found "-1"
          MATCH | 'bound':97 | 'bound':95 | bound 0.0095, value 0.0096
          MATCH | 'lots':4 | 'lots':0 | found "0"
          MATCH | 'price':5 | 'price':0 | found "0"
          MATCH | 'kind':'quota' | 'kind':'gold' | found "gold"
          MATCH | 'kind':'lots' | 'kind':'value' | one spelling
          MATCH | {'lots':4,'need':3,'offer':12},{'lots':1000000,'need':20,'offer':12} | {'lots':1000000,'need':20,'offer':12},{'lots':4,'need':3,'offer':12} | one spelling
          MATCH | 'room':{'ir':30000,'pk':30000} | 'room':{'pk':30000} | 1 in room
          MATCH | ,'value':96 | ,'value':-1 | found "-1"
          """)
  void whatAreNoTermsIsRefused(MarketActKind kind, String good, String bad, String message)
      throws Exception {
    String text =
        terms().filter(one -> one.kind() == kind).findFirst().orElseThrow().toJson().toString();
    assertThat(text).contains(good.replace('\'', '"'));
    Json.Obj json = filled(text.replace(good.replace('\'', '"'), bad));
    assertThatThrownBy(() -> MarketTerms.fromJson(kind, json))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageContaining(message);
  }

  private static Json.Obj filled(String body) throws MalformedJsonException {
    return Json.parseCanonicalObject(
        Bytes.ofUtf8(body.replace("'E'", "'" + ID + "'").replace('\'', '"')),
        JsonLimits.ofBytes(10_000));
  }

  @Test
  void damagedFactsAreRefusedOrReadAlike() {
    FactFuzz.assertReadsBackAlike(
        4_000,
        facts().toList(),
        MarketFact::toJson,
        (original, body) -> MarketFact.fromJson(original.kind(), body));
  }

  @Test
  void damagedTermsAreRefusedOrReadAlike() {
    FactFuzz.assertReadsBackAlike(
        6_000,
        terms().toList(),
        MarketTerms::toJson,
        (original, body) -> MarketTerms.fromJson(original.kind(), body));
  }
}
