package org.sarhad.core.energy;

import java.util.List;
import java.util.Optional;
import org.sarhad.core.act.ActKind;
import org.sarhad.core.barter.UnitCode;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.json.Text;
import org.sarhad.core.register.Bodies;

/// The terms of an `energy_line`: how what flows over a line is measured (protocol clause 18-4.2).
/// The exporter, the price and which weight counts stand in the contract.
///
/// @param name of the line; 1 to 64 characters
/// @param contract of the barter account, counted in watt hours
/// @param metering where the meters are
/// @param loss what of that which is sent is lost on the way, by agreement, in thousandths; 0 to
///   200
/// @param bands of a day
/// @param minimum what is taken or paid for in a calendar month, in watt hours; 0 for nothing
/// @param returned what is due in kind; empty when nothing is
public record LineTerms(
    String name,
    EntryId contract,
    Metering metering,
    int loss,
    List<Band> bands,
    long minimum,
    Optional<InKind> returned) {
  /// The kind of act that they are the terms of.
  public static final ActKind KIND = ActKind.of("energy_line");

  /// Most that can be agreed to be lost, in thousandths.
  public static final int LOSS_MAX = 200;

  private static final int NAME_MAX = 64;

  /// @throws IllegalArgumentException when a value is out of range
  public LineTerms {
    Optional<String> flaw = Text.flawInIdentifier(name, NAME_MAX);
    if (flaw.isPresent()) {
      throw new IllegalArgumentException("name of a line has " + flaw.get());
    }
    bands = Band.ofADay(bands);
    if (loss < 0 || loss > LOSS_MAX || minimum < 0 || minimum > Json.INTEGER_MAX) {
      throw new IllegalArgumentException(
          "loss of %d thousandths and at least %d Wh; expected 0 to %d, and 0 to %d"
              .formatted(loss, minimum, LOSS_MAX, Json.INTEGER_MAX));
    }
    if (metering == Metering.POINT && loss > 0) {
      throw new IllegalArgumentException("nothing is lost between two meters at one point");
    }
    if (returned.filter(kind -> !isEnergy(kind.per().unit())).isPresent()) {
      throw new IllegalArgumentException("what is due in kind for something else than energy");
    }
  }

  private static boolean isEnergy(UnitCode unit) {
    return unit.dimension() == UnitCode.Dimension.ENERGY;
  }

  /// The terms as they stand in the proposal. Inverse of [#fromJson].
  public Json.Obj toJson() {
    return Json.obj()
        .put("bands", Bodies.objects(bands.stream().map(Band::toJson)))
        .put("contract", contract.toString())
        .put("loss", loss)
        .put("metering", Bodies.code(metering))
        .put("minimum", minimum)
        .put("name", name)
        .putIfPresent("returned", returned.map(InKind::toJson))
        .build();
  }

  /// Reads terms in their one spelling.
  ///
  /// @throws MalformedJsonException when they are none
  public static LineTerms fromJson(Json.Obj terms) throws MalformedJsonException {
    return Bodies.closed(KIND.value(), terms, LineTerms::read, LineTerms::toJson);
  }

  private static LineTerms read(Json.Obj json) throws MalformedJsonException {
    return new LineTerms(
        json.text("name"),
        json.as("contract", EntryId::parse),
        Bodies.constant(json.text("metering"), Metering.class),
        json.smallInteger("loss", 0, LOSS_MAX),
        Bodies.list(json, "bands", Band::fromJson),
        json.integer("minimum", 0, Json.INTEGER_MAX),
        Bodies.find(json, "returned", InKind::fromJson));
  }
}
