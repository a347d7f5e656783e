package org.sarhad.node.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sarhad.core.delivery.DeliveryRules;
import org.sarhad.core.energy.EnergyFact;
import org.sarhad.core.energy.Line;
import org.sarhad.core.energy.LineDay;
import org.sarhad.core.energy.MeterCsv;
import org.sarhad.core.energy.Reading;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.joint.Statement;
import org.sarhad.node.api.view.EnergyViews;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.Outcome;
import org.sarhad.tlog.tree.Merkle;

/// What a meter exports, as CSV (protocol clause 18-4.5): looked at first, with every line that
/// cannot be taken, and then stated, day by day. Nothing is stated but what was looked at.
final class MeterOperations {
  private static final String METER = "/api/v1/energy/lines/{log}/{index}/meter";
  private static final Access SPEAKS = Access.holding(DeliveryRules.SPEAKERS);

  /// Most readings that are stated at once: a year, and a month of what was late.
  static final int READINGS_MAX = 400;

  /// What this side has said of a day of which an export speaks.
  private enum Was {
    NOTHING,
    OTHER,
    SAME
  }

  /// What becomes of an export of which some lines cannot be taken.
  private enum Faults {
    REFUSE,
    LEAVE_OUT
  }

  private final Surface surface;

  MeterOperations(Surface surface) {
    this.surface = surface;
  }

  List<Operation> list() {
    return List.of(
        Operation.table("previewMeter", METER + "/preview", SPEAKS, this::preview),
        Operation.table("stateMeter", METER, SPEAKS, this::state));
  }

  private static MeterCsv read(Call call, Lens lens) throws MalformedRequestException {
    var account = lens.view().expected().book().account().orElseThrow();
    return MeterCsv.of(call.table(), account.from().offset());
  }

  private static String digest(Call call) {
    return Merkle.sha256(call.upload()).hex();
  }

  private static Optional<Line> line(Lens lens, Call call) {
    return lens.entry(call).flatMap(lens.view().expected().energy().lines()::find);
  }

  // ---- looking --------------------------------------------------------------------------------

  private Answer preview(Call call) throws MalformedRequestException {
    var query = call.query();
    var asked = Paging.Asked.of(query);
    query.finish();
    var lens = surface.look(call);
    var line = line(lens, call);
    if (line.isEmpty()) {
      return Answer.unknown(call.entryName());
    }
    var csv = read(call, lens);
    var refused = Paging.of(csv.refused(), asked);
    return Answer.ok(
        new EnergyViews.Preview(
            digest(call),
            csv.readings().stream().map(found -> found(lens, line.get(), found)).toList(),
            refused.items().stream()
                .map(
                    one ->
                        new EnergyViews.RefusedView(
                            one.line(), one.value(), Codes.of(one.why()), one.why().sentence()))
                .toList(),
            refused.total(),
            refused.next()));
  }

  private static EnergyViews.FoundView found(Lens lens, Line line, MeterCsv.OfDay found) {
    Reading reading = found.reading();
    return new EnergyViews.FoundView(
        found.day(),
        reading.serial(),
        reading.from(),
        reading.to(),
        reading.delta(),
        reading.gaps().size(),
        Codes.of(was(lens, line, found)));
  }

  private static Was was(Lens lens, Line line, MeterCsv.OfDay found) {
    return last(lens, line, found.day())
        .map(said -> said.reading().equals(found.reading()) ? Was.SAME : Was.OTHER)
        .orElse(Was.NOTHING);
  }

  private static Optional<EnergyFact.Metered> last(Lens lens, Line line, LocalDate day) {
    return lens.view()
        .expected()
        .energy()
        .day(new LineDay(line.id(), day))
        .meters()
        .find(lens.own())
        .map(word -> word.said());
  }

  // ---- stating --------------------------------------------------------------------------------

  private Answer state(Call call) throws MalformedRequestException {
    var query = call.query();
    var looked = query.text("digest", 64);
    var faults = query.choice("faults", Codes.lower(Faults.class), Faults.REFUSE);
    var serial = query.text("serial", 64);
    query.finish();
    var lens = surface.look(call);
    var line = line(lens, call);
    if (line.isEmpty()) {
      return Answer.unknown(call.entryName());
    }
    if (looked.filter(digest(call)::equals).isEmpty()) {
      return new Answer.Refused(ApiRefusal.LIST_OTHER.because(digest(call)));
    }
    var csv = read(call, lens);
    if (!csv.refused().isEmpty() && faults == Faults.REFUSE) {
      var first = csv.refused().getFirst();
      return new Answer.Refused(
          ApiRefusal.LIST_FAULTS.because("%d: %s".formatted(first.line(), Codes.of(first.why()))));
    }
    var wanted =
        csv.readings().stream()
            .filter(found -> serial.isEmpty() || serial.get().equals(found.reading().serial()))
            .toList();
    requireOneMeter(wanted);
    return wanted.size() > READINGS_MAX
        ? new Answer.Refused(
            ApiRefusal.LIST_LONG.because("%d of %d".formatted(wanted.size(), READINGS_MAX)))
        : new Stating(call, line.get()).all(wanted);
  }

  /// A side has one meter: the last word of two about one day would hide the first.
  private static void requireOneMeter(List<MeterCsv.OfDay> readings)
      throws MalformedRequestException {
    Set<LocalDate> days = new HashSet<>();
    for (var one : readings) {
      if (!days.add(one.day())) {
        throw MalformedRequestException.of(
            "serial", one.day().toString(), "expected one meter, as two speak of that day");
      }
    }
  }

  /// One export on its way into the record.
  private final class Stating {
    private final Call call;
    private final Line line;
    private final List<EntryId> entries = new ArrayList<>();
    private final List<EnergyViews.RefusedReading> refused = new ArrayList<>();

    Stating(Call call, Line line) {
      this.call = call;
      this.line = line;
    }

    /// A node that does not answer in time ends it; sent again under its key, it goes on from
    /// there.
    Answer all(List<MeterCsv.OfDay> readings) {
      for (var one : readings) {
        if (say(one).isEmpty()) {
          return new Answer.Refused(ApiRefusal.SLOW.plain());
        }
      }
      var lens = surface.look(call);
      return Answer.created(
          new EnergyViews.Stated(
              entries.stream().map(lens::entryName).toList(), List.copyOf(refused)));
    }

    private Optional<Outcome> say(MeterCsv.OfDay one) {
      int last = last(surface.look(call), line, one.day()).map(EnergyFact::version).orElse(0);
      // Behind the last word that there can be, the rules refuse this one as not the next.
      int version = Math.min(last + 1, EnergyFact.VERSIONS_MAX);
      var fact = new EnergyFact.Metered(new LineDay(line.id(), one.day()), version, one.reading());
      var outcome = surface.outcome(call, new NodeRequest.State(new Statement.OnEnergy(fact)));
      outcome.ifPresent(
          done -> {
            switch (done) {
              case Outcome.Accepted accepted -> entries.addAll(accepted.entries());
              case Outcome.Refused no ->
                  refused.add(
                      new EnergyViews.RefusedReading(
                          one.day(), one.reading().serial(), no.code(), no.sentence()));
            }
          });
      return outcome;
    }
  }
}
