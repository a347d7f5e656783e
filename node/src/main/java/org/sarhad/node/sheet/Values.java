package org.sarhad.node.sheet;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sarhad.core.geo.Position;
import org.sarhad.core.inquiry.Category;
import org.sarhad.core.inquiry.Property;
import org.sarhad.core.inquiry.Span;
import org.sarhad.core.inquiry.Subject;
import org.sarhad.core.inquiry.Unit;
import org.sarhad.core.inquiry.Value;
import org.sarhad.node.print.Text;

/// What is established, in words: as the console's `values.js` says it.
final class Values {
  private final Voice voice;

  Values(Voice voice) {
    this.voice = voice;
  }

  /// What a row is about: `Killed, civilians`.
  String row(Subject subject) {
    var property = voice.words().of("claimProperty", subject.property().code());
    Optional<String> more =
        subject
            .category()
            .map(this::category)
            .or(
                () ->
                    subject
                        .unit()
                        .filter(_ -> subject.property() == Property.GOODS_QUANTITY)
                        .map(this::unit));
    return more.map(
            of -> voice.words().text("matters.row", Map.of("property", property, "more", of)))
        .orElse(property);
  }

  Text of(Value value) {
    return switch (value) {
      case Value.Quantity quantity -> Text.of(quantity(quantity));
      case Value.Interval(var from, var to) when from.equals(to) -> Text.of(voice.at(from));
      case Value.Interval(var from, var to) ->
          voice.say("value.interval", Map.of("from", voice.at(from), "to", voice.at(to)));
      case Value.Location(var place) ->
          Text.of(
              isolated(place.label())
                  + place
                      .position()
                      .map(position -> " · " + at(position, place.radiusM()))
                      .orElse(""));
      case Value.YesNo(boolean yes) -> voice.say(yes ? "terms.yes" : "terms.no");
      case Value.Label(String text) -> Text.written(text);
      case Value.Account(String text) -> Text.written(text);
    };
  }

  private String quantity(Value.Quantity quantity) {
    var of =
        voice.joined(
            Stream.concat(
                Stream.of(unit(quantity.unit())),
                quantity.category().map(this::category).stream()));
    var best =
        quantity
            .best()
            .map(number -> " (" + voice.words().text("value.best", Map.of("best", number)) + ")")
            .orElse("");
    return range(quantity.bounds()) + " " + of + best;
  }

  private String range(Span bounds) {
    if (bounds.high().isEmpty()) {
      return voice.words().text("value.atLeast", Map.of("low", bounds.low()));
    }
    long high = bounds.high().get();
    return bounds.isExact()
        ? voice.number(high)
        : voice.words().text("value.range", Map.of("low", bounds.low(), "high", high));
  }

  private String unit(Unit unit) {
    return voice.words().of("measure", unit.name().toLowerCase(Locale.ROOT));
  }

  private String category(Category category) {
    return voice.words().of("category", category.name().toLowerCase(Locale.ROOT));
  }

  private String at(Position position, int radiusM) {
    var degrees =
        "%s %s"
            .formatted(
                degrees(position.latitudeDegrees(), "N", "S"),
                degrees(position.longitudeDegrees(), "E", "W"));
    return "\u2066%s\u2069 %s"
        .formatted(degrees, voice.words().text("value.radius", Map.of("metres", radiusM)));
  }

  private static String degrees(double value, String positive, String negative) {
    return String.format(Locale.ROOT, "%.4f %s", Math.abs(value), value < 0 ? negative : positive);
  }

  private static String isolated(String written) {
    return "\u2068" + Text.written(written).words() + "\u2069";
  }
}
