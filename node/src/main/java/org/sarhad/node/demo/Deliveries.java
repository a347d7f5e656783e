package org.sarhad.node.demo;

import static org.sarhad.node.demo.JointWork.act;
import static org.sarhad.node.demo.JointWork.body;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.barter.BarterFact;
import org.sarhad.core.barter.Quantity;
import org.sarhad.core.barter.Rational;
import org.sarhad.core.barter.UnitCode;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.delivery.ControlPoint;
import org.sarhad.core.delivery.DeliveryFact;
import org.sarhad.core.delivery.Load;
import org.sarhad.core.delivery.Phase;
import org.sarhad.core.delivery.UnitKind;
import org.sarhad.core.energy.Band;
import org.sarhad.core.energy.EnergyFact;
import org.sarhad.core.energy.LineDay;
import org.sarhad.core.energy.LineTerms;
import org.sarhad.core.energy.Metering;
import org.sarhad.core.energy.Quality;
import org.sarhad.core.energy.Quarters;
import org.sarhad.core.energy.Reading;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.register.Wording;

/// What is delivered: power over two meters that differ, and a train that comes with two wagons
/// fewer than it left with.
final class Deliveries {
  /// Watt hours in a gigawatt hour.
  static final long GWH = 1_000_000_000L;

  private static final int COLUMNS = 3;
  private static final long COLUMN_TONNES = 100;

  private final Side a;
  private final Side b;
  private final Checks checks;
  private final Papers papers;
  private final Committee committee;

  Deliveries(Side a, Side b, Checks checks, Papers papers, Committee committee) {
    this.a = a;
    this.b = b;
    this.checks = checks;
    this.papers = papers;
    this.committee = committee;
  }

  /// Two meters of one line differ by 1.2 per cent, which is within the two that are agreed.
  void meter() {
    checks.step(
        22, "Power over two meters that differ by 1.2 per cent; a train with two wagons short");
    var contract = committee.power();
    var line =
        new LineTerms(
            "Polan-Gabd",
            contract.act(),
            Metering.ENDS,
            0,
            List.of(new Band("all", 0)),
            0,
            Optional.empty());
    var agreed = papers.agreed(a, b, act(LineTerms.KIND.value(), body(line.toJson())));
    var room = papers.reserve(a, contract, 5 * GWH / 2);
    long sent = read(a, agreed, 25_000_000);
    long received = read(b, agreed, 24_700_000);
    var acceptance =
        papers.deliver(
            a,
            b,
            contract,
            room,
            sent,
            received,
            contract.worth(mean(sent, received)),
            Rational.ZERO);
    checks.equal("the mean of both counts, at 62 for a MWh", "147907.2000", acceptance.toString());
  }

  private static Rational mean(long one, long other) {
    return Rational.of(one).plus(Rational.of(other)).times(Rational.of(1, 2));
  }

  /// The meter of a side for one day: its sum.
  private long read(Side side, EntryId line, long quarter) {
    var quarters = Quarters.even(quarter);
    long before = 1_000_000_000L;
    var reading =
        new Reading(
            "M-" + side.id(),
            before,
            before + quarters.sum(),
            quarters,
            Collections.nCopies(Quarters.COUNT, Quality.MEASURED));
    var fact = new EnergyFact.Metered(new LineDay(line, papers.from().plusDays(60)), 1, reading);
    papers.told(side, fact.kind().kind().value(), body(fact.toJson()));
    return quarters.sum();
  }

  /// Twenty wagons leave Chabahar; at Zahedan the gauge breaks; eighteen are at Gwadar. What both
  /// have seen is posted, and of the rest it is said that it is disputed.
  void rail() {
    var contract = committee.urea();
    var room = papers.reserve(a, contract, 1_200);
    var wagons = Collections.nCopies(20, 0).stream().map(_ -> 60L).toList();
    var consigned =
        told(a, new DeliveryFact.Consigned(room, loads(UnitKind.WAGON_1435, "IR", wagons)));
    at(a, consigned, ControlPoint.GATE_IN, "Chabahar");
    at(a, consigned, ControlPoint.LOADED, "Chabahar");
    var broad = loads(UnitKind.WAGON_1676, "PK", wagons);
    var all = new ArrayList<Integer>();
    for (int unit = 1; unit <= 20; unit++) {
      all.add(unit);
    }
    told(a, new DeliveryFact.Reloaded(consigned, Ordered.set(all), broad));
    at(a, consigned, ControlPoint.TRANSHIPPED, "Zahedan, where the gauge breaks");
    var despatch = papers.despatched(a, room, contract, 1_200);
    told(a, new DeliveryFact.Despatched(consigned, despatch.id()));
    stamped(b, at(a, consigned, ControlPoint.BORDER_EXIT, "Mirjaveh"));
    stamped(a, at(b, consigned, ControlPoint.BORDER_ENTRY, "Taftan"));
    at(b, consigned, ControlPoint.ARRIVED, "Quetta");
    at(b, consigned, ControlPoint.UNLOADED, "Gwadar");
    var receipt = papers.received(b, despatch, contract, 1_080);
    var value =
        papers.accepted(
            b,
            a,
            despatch,
            receipt,
            contract.worth(Rational.of(1_080)),
            contract.worth(Rational.of(120)));
    checks.equal("eighteen wagons are posted", "324000.0000", value.toString());
    checks.equal(
        "a second receipt of the train is refused",
        "barter.already_received",
        JointWork.say(
                b,
                Desk.CLERK,
                "barter.received",
                body(
                    new BarterFact.Received(
                            papers.next(b, "receipt"),
                            despatch.id(),
                            new Quantity(1_200, UnitCode.TNE),
                            Ordered.set())
                        .toJson()))
            .code());
  }

  /// Rice comes in three columns of lorries, and nobody signs three times for it: one act has a
  /// line for each, and each line is booked by itself.
  void lorries() {
    var rice = committee.rice();
    var room = papers.reserve(b, rice, COLUMNS * COLUMN_TONNES);
    var carriages = new ArrayList<Papers.Carriage>();
    for (int column = 0; column < COLUMNS; column++) {
      var despatch = papers.despatched(b, room, rice, COLUMN_TONNES);
      var receipt = papers.received(a, despatch, rice, COLUMN_TONNES);
      carriages.add(new Papers.Carriage(despatch, receipt));
    }
    checks.equal("A's node lists three that nobody has taken over", COLUMNS, waiting());
    var act = papers.acceptedTogether(a, b, carriages, rice.worth(Rational.of(COLUMN_TONNES)));
    checks.equal("none of them waits any more", 0, waiting());
    for (var side : List.of(a, b)) {
      checks.within(
          JointWork.SOON,
          side.neighbour().letter() + " has booked the third by a voucher of its own",
          () -> hasThird(side, act));
    }
  }

  private int waiting() {
    return a.read("/api/v1/barter/acceptances?exporter=" + b.id()).path("total").asInt();
  }

  /// Whether the last line has the voucher that its number says, once that is final there.
  private boolean hasThird(Side side, String act) {
    var answer = side.as(Desk.CLERK).get("/api/v1/barter/vouchers/%s/%d".formatted(act, COLUMNS));
    return answer.isSuccess()
        && answer.body().at("/voucher/number").asText().equals(a.id() + "/acceptance/" + COLUMNS);
  }

  private static List<Load> loads(UnitKind kind, String mark, List<Long> quantities) {
    var loads = new ArrayList<Load>();
    for (long quantity : quantities) {
      loads.add(new Load(kind, "%s-%d".formatted(mark, loads.size() + 1), quantity));
    }
    return List.copyOf(loads);
  }

  private EntryId at(Side side, EntryId consigned, ControlPoint point, String place) {
    return told(
        side,
        new DeliveryFact.Happened(
            consigned,
            point,
            Phase.ACTUAL,
            Instant.now().truncatedTo(ChronoUnit.MILLIS).minusMillis(50),
            Ordered.set(),
            Optional.of(Wording.of("en", place)),
            Ordered.set()));
  }

  private void stamped(Side other, EntryId event) {
    told(other, new DeliveryFact.Stamped(event));
  }

  private EntryId told(Side side, DeliveryFact fact) {
    return papers.told(side, fact.kind().kind().value(), body(fact.toJson())).id();
  }
}
