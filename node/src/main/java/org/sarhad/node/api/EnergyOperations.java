package org.sarhad.node.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.sarhad.core.energy.Line;
import org.sarhad.core.register.DueDate;

/// Energy over lines (protocol chapter 18): days, months, and what the meters of a day have said.
/// Schedules and readings are stated in the words of that chapter.
final class EnergyOperations {
  private static final String LINES = "/api/v1/energy/lines";
  private static final String LINE = LINES + "/{log}/{index}";

  /// Steps of a comparison, unless another number is asked for.
  private static final int STEPS = 200;

  private final Surface surface;

  EnergyOperations(Surface surface) {
    this.surface = surface;
  }

  List<Operation> list() {
    return List.of(
        Operation.get("listEnergyLines", LINES, Access.signedIn(), this::lines),
        Operation.get("getEnergyMonth", LINE + "/months/{month}", Access.signedIn(), this::month),
        Operation.get("getEnergyDay", LINE + "/days/{day}", Access.signedIn(), this::day),
        Operation.get(
            "getMeterComparison", LINE + "/comparison", Access.signedIn(), this::comparison));
  }

  private Answer lines(Call call) {
    return Answer.ok(new EnergyLines(surface.look(call)).lines());
  }

  private Answer month(Call call) throws MalformedRequestException {
    call.query().finish();
    return parsed(call.part("month"), YearMonth::parse)
        .filter(month -> DueDate.isInRange(month.atDay(1)))
        .flatMap(month -> line(call, (lines, line) -> lines.month(line, month)))
        .map(Answer::ok)
        .orElseGet(() -> Answer.unknown(call.entryName() + " " + call.part("month")));
  }

  private Answer day(Call call) throws MalformedRequestException {
    call.query().finish();
    return parsed(call.part("day"), LocalDate::parse)
        .filter(DueDate::isInRange)
        .flatMap(day -> line(call, (lines, line) -> lines.day(line, day)))
        .map(Answer::ok)
        .orElseGet(() -> Answer.unknown(call.entryName() + " " + call.part("day")));
  }

  private Answer comparison(Call call) throws MalformedRequestException {
    var query = call.query();
    var before = DeliveryOperations.before(query);
    int limit = query.number("limit", STEPS, 1, Paging.LIMIT_MAX);
    query.finish();
    var lens = surface.look(call);
    return lens.entry(call)
        .flatMap(new EnergyLines(lens)::find)
        .map(line -> Answer.ok(new Comparisons(lens).of(line, before, limit)))
        .orElseGet(() -> Answer.unknown(call.entryName()));
  }

  private Optional<Object> line(Call call, BiFunction<EnergyLines, Line, Object> then) {
    var lens = surface.look(call);
    var all = new EnergyLines(lens);
    return lens.entry(call).flatMap(all::find).map(line -> then.apply(all, line));
  }

  private static <T> Optional<T> parsed(String text, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
