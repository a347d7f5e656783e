package org.sarhad.node.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.act.Seats;
import org.sarhad.core.activity.Window;
import org.sarhad.core.barter.AccountCode;
import org.sarhad.core.barter.ContractTerms;
import org.sarhad.core.barter.Goods;
import org.sarhad.core.barter.Ledger;
import org.sarhad.core.barter.Line;
import org.sarhad.core.barter.Money;
import org.sarhad.core.barter.PriceFormula;
import org.sarhad.core.barter.PriceRule;
import org.sarhad.core.barter.Quantity;
import org.sarhad.core.barter.Rational;
import org.sarhad.core.barter.UnitCode;
import org.sarhad.core.barter.Voucher;
import org.sarhad.core.barter.VoucherId;
import org.sarhad.core.barter.VoucherKind;
import org.sarhad.core.barter.VoucherRef;
import org.sarhad.core.crossing.CrossingFact;
import org.sarhad.core.crossing.CrossingTerms;
import org.sarhad.core.crossing.LaneWork;
import org.sarhad.core.crossing.UnitName;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.energy.Band;
import org.sarhad.core.energy.InKind;
import org.sarhad.core.energy.LineTerms;
import org.sarhad.core.energy.Metering;
import org.sarhad.core.energy.Quality;
import org.sarhad.core.energy.Quarters;
import org.sarhad.core.energy.Reading;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.EntryLimits;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Position;
import org.sarhad.core.geo.Ring;
import org.sarhad.core.inquiry.Grading;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.market.Bid;
import org.sarhad.core.market.CommodityLine;
import org.sarhad.core.market.Corridor;
import org.sarhad.core.market.MatchTerms;
import org.sarhad.core.market.PeriodProtocol;
import org.sarhad.core.market.Placed;
import org.sarhad.core.market.Prices;
import org.sarhad.core.market.Row;
import org.sarhad.core.meetings.Escalation;
import org.sarhad.core.modalities.Document;
import org.sarhad.core.modalities.Settings;
import org.sarhad.core.order.JointOrder;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.party.Role;
import org.sarhad.core.posture.Certificate;
import org.sarhad.core.posture.Coverage;
import org.sarhad.core.posture.PostureFact;
import org.sarhad.core.posture.PostureOffer;
import org.sarhad.core.posture.SectorCoverage;
import org.sarhad.core.posture.SectorHelp;
import org.sarhad.core.record.Officer;
import org.sarhad.core.record.SideKeys;
import org.sarhad.core.register.DueDate;
import org.sarhad.core.register.IncidentName;
import org.sarhad.core.register.Wording;
import org.sarhad.core.response.FactKind;
import org.sarhad.core.response.ResponseFact;
import org.sarhad.core.screening.Grounds;
import org.sarhad.core.screening.ListSource;
import org.sarhad.core.screening.ListState;
import org.sarhad.core.screening.Quota;
import org.sarhad.core.screening.ScreeningFact;
import org.sarhad.core.screening.Status;
import org.sarhad.core.screening.SubjectId;
import org.sarhad.node.snapshot.MalformedSnapshotException;
import org.sarhad.node.snapshot.ShapeInput;
import org.sarhad.node.snapshot.ShapeOutput;
import org.sarhad.node.testing.Mutated;
import org.sarhad.node.testing.SampleValues;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.checkpoint.Checkpoint;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.crypto.Verifier;
import org.sarhad.tlog.note.SignatureLine;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.tree.Merkle;

/// What is folded comes back from a snapshot as it was, whatever was said: values of every type
/// that the state can hold, made from the declarations.
class StateImageTest {
  private static final Verifier VERIFIER = (_, _, _, _) -> true;
  private static final SampleValues SAMPLES = samples();
  private static final List<StateImage> IMAGES =
      SAMPLES.of(StateImage.class).stream().map(StateImage.class::cast).toList();

  private static SampleValues samples() {
    var document = document();
    // Public keys of RFC 8032, 7.1: a key is checked when it is made.
    var first =
        key(
            KeyType.ED25519_NOTE,
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    var second =
        key(
            KeyType.ED25519_NOTE,
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    var third =
        key(
            KeyType.ED25519_COSIGNATURE,
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025");
    var side =
        new SideKeys(PartyId.of("ir"), Origin.of("ir"), first, List.of(second), List.of(third));
    var custodian =
        key(
            KeyType.ED25519_NOTE,
            "278117fc144c72340f67d0f2316e8386ceffbf2b2428c9c51fef7c597f1d426e");
    var head =
        SignedCheckpoint.of(
            new Checkpoint("ir.sarhad.example/joint", 0, Merkle.EMPTY_ROOT, List.of()),
            List.of(new SignatureLine("ir.sarhad.example/joint", 7, Bytes.of(new byte[68]))));
    return new SampleValues()
        .with(VerifierKey.class, List.of(custodian))
        .with(Officer.class, List.of(new Officer(custodian, Set.of(Role.ADMIN, Role.CHIEF))))
        .with(SideKeys.class, List.of(side))
        .with(Kind.class, List.of(Kind.of("record.ack"), Kind.of("node.displaced")))
        .with(Verifier.class, List.of(VERIFIER))
        .with(Json.Obj.class, List.of(Json.obj().put("window", 90).build(), Json.obj().build()))
        .with(SignedCheckpoint.class, List.of(head))
        .with(Document.class, List.of(document))
        .with(Settings.class, List.of(document.settings(), Settings.INITIAL))
        .with(Grading.class, List.of(new Grading("A1"), new Grading("F6")))
        .with(
            Escalation.class,
            List.of(new Escalation(7, 7, List.of(Role.SECTOR_COMMANDER, Role.CHIEF))))
        .with(Seats.class, List.of(Seats.of(Role.CHIEF, 1), Seats.of(Role.CLERK, 2)))
        .with(ActKind.class, List.of(ActKind.of("crossing"), ActKind.of("modalities")))
        .with(UnitName.class, List.of(unit()))
        .with(Window.class, List.of(new Window(Instant.EPOCH, Instant.EPOCH.plusSeconds(60))))
        .with(Ring.class, List.of(ring()))
        .with(IncidentName.class, List.of(new IncidentName("INC-PK-1")))
        .with(CrossingTerms.class, List.of(crossing()))
        .with(CrossingFact.Stopped.class, List.of(stop()))
        .with(CrossingFact.FastLaneUsed.class, List.of(lane()))
        .with(Coverage.class, List.of(coverage()))
        .with(PostureFact.Planned.class, List.of(plan()))
        .with(PostureOffer.class, List.of(offer()))
        .with(Goods.class, List.of(rice()))
        .with(PriceFormula.class, List.of(PriceFormula.parse("3.2 + 0.075 * p")))
        .with(ContractTerms.class, List.of(contract()))
        .with(Voucher.class, List.of(voucher()))
        .with(Quota.class, List.of(new Quota(Ordered.set("1006"), 7, "TNE")))
        .with(ScreeningFact.Proposed.class, List.of(proposed()))
        .with(ScreeningFact.BasisRecorded.class, List.of(licence()))
        .with(
            ScreeningFact.BasisDrawn.class,
            List.of(new ScreeningFact.BasisDrawn(entry(), entry(), "100630", 7)))
        .with(ListState.class, List.of(list()))
        .with(Quarters.class, List.of(Quarters.even(5)))
        .with(Reading.class, List.of(reading()))
        .with(LineTerms.class, List.of(line()))
        .with(Bid.class, List.of(new Bid(Bid.Way.OFFER, "rice", 4, Optional.of(Rational.ONE))))
        .with(PeriodProtocol.class, List.of(protocol()))
        .with(MatchTerms.class, List.of(match()))
        .with(JointOrder.class, List.of(new JointOrder(List.of(Origin.of("ir"), Origin.of("pk")))));
  }

  private static Coverage coverage() {
    return new Coverage(
        60, List.of(new SectorCoverage("north", 2, 650), new SectorCoverage("south", 0, 0)));
  }

  private static PostureOffer offer() {
    return new PostureOffer(
        Optional.of(entry()), 60, 15, 10_000, List.of(new SectorHelp("north", 3, 2, 1)));
  }

  private static PostureFact.Planned plan() {
    return new PostureFact.Planned(
        Optional.of("by winter roads"),
        List.of(Place.at("post 12", new Position(29_020_000, 61_400_000), 0)),
        3,
        250,
        coverage(),
        new Certificate(20, 30),
        40);
  }

  private static Goods rice() {
    return new Goods(
        PartyId.of("ir"),
        "seller-1",
        "buyer-7",
        "100630",
        Wording.of("en", "Rice"),
        AccountCode.GOODS);
  }

  private static ContractTerms contract() {
    return new ContractTerms(
        1,
        rice(),
        new Quantity(100, UnitCode.TNE),
        new PriceRule(
            PriceFormula.parse("part / 3"),
            UnitCode.KGM,
            Ordered.map(Map.of("part", PriceFormula.parse("min(p, 2)")))),
        Ordered.map(Map.of("p", Rational.ofDecimal("1.25"))),
        ContractTerms.Weighed.MEAN,
        DueDate.parse("2019-12-31+05:00"),
        Ordered.set());
  }

  private static Reading reading() {
    return new Reading(
        "A-1",
        7,
        7 + 5 * Quarters.COUNT,
        Quarters.even(5),
        Collections.nCopies(Quarters.COUNT, Quality.MEASURED));
  }

  private static LineTerms line() {
    return new LineTerms(
        "jakigur-mand",
        new EntryId(Origin.of("ir"), 7),
        Metering.ENDS,
        15,
        List.of(new Band("low", 0), new Band("high", 28)),
        1_000,
        Optional.of(new InKind(new Quantity(3, UnitCode.KWH), new Quantity(1, UnitCode.MTQ))));
  }

  private static PeriodProtocol protocol() {
    CommodityLine rice =
        new CommodityLine(
            "rice",
            "100630",
            Wording.of("en", "Rice"),
            PartyId.of("ir"),
            new Quantity(60, UnitCode.TNE),
            contract().price(),
            50,
            new CommodityLine.Range(1, 10),
            new CommodityLine.Range(0, 1_000_000));
    return new PeriodProtocol(
        DueDate.parse("2019-05-01+05:00"),
        DueDate.parse("2019-07-31+05:00"),
        Instant.EPOCH,
        Instant.EPOCH.plusSeconds(60),
        contract().indices(),
        List.of(rice),
        List.of(new org.sarhad.core.market.Quota("food", Ordered.set("rice"), Money.of(5))),
        List.of(
            new Corridor("rail", new Quantity(8, UnitCode.H87), Ordered.map(Map.of("rice", 1L)))),
        room());
  }

  private static MatchTerms match() {
    EntryId offer = new EntryId(Origin.of("ir"), 7);
    EntryId need = new EntryId(Origin.of("pk"), 8);
    return new MatchTerms(
        offer,
        room(),
        new org.sarhad.core.market.Certificate(
            List.of(new Placed(offer, need, 3)),
            new Prices(
                Ordered.map(Map.of(need, 5L)),
                Ordered.map(Map.of(new Row.Id(Row.Kind.CORRIDOR, "rail"), 6L))),
            Money.of(3),
            Money.of(4)));
  }

  private static SortedMap<PartyId, Money> room() {
    return Ordered.map(Map.of(PartyId.of("ir"), Money.of(1), PartyId.of("pk"), Money.of(2)));
  }

  private static Voucher voucher() {
    return new Voucher(
        new VoucherId(PartyId.of("ir"), VoucherKind.SETTLEMENT, 1),
        VoucherRef.of(new EntryId(Origin.of("ir"), 7)),
        Merkle.EMPTY_ROOT,
        Optional.of(LocalDate.EPOCH),
        List.of(),
        List.of(
            new Line(Ledger.MONEY, AccountCode.SETTLED_IN_MONEY, 5),
            new Line(Ledger.MONEY, AccountCode.GOODS, -5)),
        3,
        Optional.empty());
  }

  private static UnitName unit() {
    return UnitName.parse("U-PK-3");
  }

  private static Ring ring() {
    return new Ring(List.of(new Position(0, 0), new Position(0, 9), new Position(9, 0)));
  }

  private static CrossingTerms crossing() {
    return new CrossingTerms(
        new IncidentName("INC-PK-1"),
        PartyId.of("pk"),
        PartyId.of("ir"),
        Ordered.set(unit()),
        ring(),
        Instant.EPOCH,
        Instant.EPOCH.plusSeconds(60),
        Wording.of("en", "Search"),
        OfficerId.of("ir.sarhad.example/officer/c0"),
        Optional.of(Wording.of("en", "By day")),
        Ordered.set("en", "ur"));
  }

  private static CrossingFact.Stopped stop() {
    return new CrossingFact.Stopped(Optional.empty(), Ordered.set(unit()), Optional.empty());
  }

  private static CrossingFact.FastLaneUsed lane() {
    return new CrossingFact.FastLaneUsed(
        new IncidentName("EX-PK-1"),
        PartyId.of("ir"),
        new TreeMap<>(Map.of(unit(), LaneWork.MEDICAL)),
        Instant.EPOCH,
        Wording.of("en", "Wounded"));
  }

  private static EntryId entry() {
    return new EntryId(Origin.of("ir"), 7);
  }

  private static ListState list() {
    return new ListState(ListSource.UN, LocalDate.of(2019, 4, 20), Merkle.EMPTY_ROOT, 7);
  }

  private static ScreeningFact.Proposed proposed() {
    return new ScreeningFact.Proposed(
        SubjectId.of("Makran Rice"),
        Status.RELEASED,
        Grounds.of(Ordered.map(Map.of(ListSource.UN, Merkle.EMPTY_ROOT)), 800),
        Optional.of(entry()));
  }

  private static ScreeningFact.BasisRecorded licence() {
    return new ScreeningFact.BasisRecorded(
        SubjectId.of("Makran Rice"),
        Wording.of("en", "Licence 12"),
        Instant.EPOCH,
        Instant.EPOCH.plusSeconds(60),
        new Quota(Ordered.set("1006"), 7, "TNE"));
  }

  /// The first version of the worked example.
  private static Document document() {
    var file = Path.of(System.getProperty("sarhad.root", ".."), "docs/scenarios/modalities-1.json");
    try {
      return Document.fromJson(
          (Json.Obj) Json.parse(Bytes.of(Files.readAllBytes(file)), EntryLimits.PAYLOAD));
    } catch (IOException | MalformedJsonException e) {
      throw new AssertionError(e);
    }
  }

  private static VerifierKey key(KeyType type, String hex) {
    return new VerifierKey("ir.sarhad.example/key", type, Bytes.parseHex(hex).orElseThrow());
  }

  private static byte[] written(StateImage image) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new ShapeOutput(bytes);
    StateImage.SHAPE.write(image, out);
    out.flush();
    return bytes.toByteArray();
  }

  private static StateImage read(byte[] bytes) throws IOException, MalformedSnapshotException {
    var in = new ShapeInput(new ByteArrayInputStream(bytes), bytes.length, _ -> VERIFIER);
    return StateImage.SHAPE.read(in);
  }

  @Test
  void everythingThatCanBeSaidComesBackAsItWas() throws Exception {
    var facts = SAMPLES.of(ResponseFact.class);
    assertThat(facts.stream().map(Object::getClass).distinct().count())
        .isEqualTo(FactKind.values().length);
    assertThat(IMAGES.toString()).contains(facts.stream().map(Object::toString).toList());
    for (var image : IMAGES) {
      var back = read(written(image));
      assertThat(back.facts()).isEqualTo(image.facts());
      assertThat(back.joint().map(StateImageTest::parts))
          .isEqualTo(image.joint().map(StateImageTest::parts));
      assertThat(back.journal()).isEqualTo(image.journal());
      assertThat(back.digest()).isEqualTo(image.digest());
    }
  }

  /// A joint order has no equality of its own: its numbers have.
  private static List<Object> parts(JointFold.Image image) {
    var numbers = new ArrayList<Long>();
    image.order().save(numbers::add);
    return List.of(
        image.order().logs(),
        numbers,
        image.waiting(),
        image.places(),
        image.lacking(),
        image.joint(),
        image.isStale(),
        image.state(),
        image.known());
  }

  @Test
  void aDamagedOneIsAnImageOrMalformedAndNothingElse() throws Exception {
    Mutated.each(
        written(IMAGES.getLast()),
        2_000,
        damaged -> {
          try {
            assertThat(read(damaged)).isNotNull();
          } catch (MalformedSnapshotException e) {
            assertThat(e).hasMessageContaining("expected");
          }
        });
  }
}
