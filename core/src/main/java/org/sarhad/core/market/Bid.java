package org.sarhad.core.market;

import java.util.Optional;
import org.sarhad.core.barter.Rational;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.register.Bodies;

/// A need or an offer, of one line of a protocol (protocol clause 17-3).
///
/// @param way whether it is wanted or given
/// @param line the name of the line
/// @param lots how many, 1 to 10^6; whole ones
/// @param limit the highest price of a need, the lowest one of an offer, in units of account for
///   the unit that the price of the line is for; absent where any price will do. From 0 on
public record Bid(Way way, String line, long lots, Optional<Rational> limit) {
  /// Most lots of a bid.
  public static final long LOTS_MAX = 1_000_000;

  /// Whether something is wanted or given.
  public enum Way {
    /// By the importer of the line.
    NEED,
    /// By its exporter.
    OFFER
  }

  /// @throws IllegalArgumentException when a value is out of range
  public Bid {
    Names.checked("line", line);
    if (lots < 1 || lots > LOTS_MAX || limit.filter(price -> price.signum() < 0).isPresent()) {
      throw new IllegalArgumentException(
          "%d lots at %s; expected 1 to %d, and no price below 0".formatted(lots, limit, LOTS_MAX));
    }
  }

  /// Whether this need and `offer` could agree on a price.
  boolean meets(Bid offer) {
    return limit.isEmpty()
        || offer.limit().isEmpty()
        || offer.limit().get().compareTo(limit.get()) <= 0;
  }

  /// The price of this need and `offer`, which meet: that of the line, or the nearest one that both
  /// can live with.
  Rational price(Bid offer, Rational ofLine) {
    Rational atLeast = offer.limit().filter(low -> low.compareTo(ofLine) > 0).orElse(ofLine);
    return limit.filter(high -> high.compareTo(atLeast) < 0).orElse(atLeast);
  }

  /// The JSON form. Inverse of [#fromJson].
  public Json.Obj toJson() {
    return Json.obj()
        .putTextIfPresent("limit", limit.map(Rational::toDecimal))
        .put("line", line)
        .put("lots", lots)
        .put("way", Bodies.code(way))
        .build();
  }

  /// Reads the JSON form.
  ///
  /// @throws MalformedJsonException when it is none
  /// @throws IllegalArgumentException the same, from a value out of range
  public static Bid fromJson(Json.Obj json) throws MalformedJsonException {
    return new Bid(
        json.as("way", code -> Bodies.constant(code, Way.class)),
        json.text("line"),
        json.integer("lots", 1, LOTS_MAX),
        json.findAs("limit", Rational::ofDecimal));
  }
}
