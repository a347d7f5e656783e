package org.sarhad.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonLimits;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.register.Bodies;
import org.sarhad.core.register.Wording;
import org.sarhad.core.testing.FactFuzz;
import org.sarhad.core.testing.Sides;
import org.sarhad.tlog.Bytes;

/// The bodies of facts about goods on their way, to the letter (protocol clause 18-2.1).
class DeliveryFactTest {
  private static final EntryId ID = new EntryId(Sides.IR_LOG, 12);
  private static final EntryId OTHER = new EntryId(Sides.PK_LOG, 3);

  static Stream<DeliveryFact> facts() {
    return Stream.of(
        new DeliveryFact.Consigned(ID, DeliveryScene.WAGONS),
        DeliveryScene.reloaded(ID, List.of(1, 2), DeliveryScene.truck("IR-1", 100_000)),
        event(),
        DeliveryScene.happened(ID, ControlPoint.LOST, Phase.PLANNED, Sides.EIGHT, 3),
        new DeliveryFact.Stamped(OTHER),
        new DeliveryFact.Despatched(ID, OTHER));
  }

  private static DeliveryFact.Happened event() {
    return new DeliveryFact.Happened(
        ID,
        ControlPoint.BORDER_EXIT,
        Phase.ACTUAL,
        Sides.EIGHT,
        Ordered.set(1, 2),
        Optional.of(Wording.of("fa", "میرجاوه")),
        Ordered.set(OTHER));
  }

  @ParameterizedTest
  @MethodSource("facts")
  void whatIsWrittenIsRead(DeliveryFact fact) throws Exception {
    Json.Obj body =
        Json.parseCanonicalObject(fact.toJson().canonical(), JsonLimits.ofBytes(100_000));

    assertThat(DeliveryFact.fromJson(fact.kind(), body)).isEqualTo(fact);
  }

  @Test
  void thereIsASampleOfEveryKind() {
    Set<DeliveryFactKind> met = EnumSet.noneOf(DeliveryFactKind.class);
    facts().forEach(fact -> met.add(fact.kind()));

    assertThat(met).containsExactly(DeliveryFactKind.values());
  }

  @ParameterizedTest
  @EnumSource
  void aKindIsFoundByItsWord(DeliveryFactKind kind) {
    assertThat(DeliveryFactKind.find(kind.kind())).contains(kind);
    assertThat(DeliveryFactKind.find(Kind.of("delivery.delivered"))).isEmpty();
    assertThat(kind.kind().application()).isEqualTo(DeliveryFactKind.APPLICATION);
  }

  @Test
  void bodiesAsTheyStandInTheRecord() {
    assertThat(event().toJson())
        .hasToString(
            "{\"at\":\"2019-04-22T08:00:00.123Z\",\"consignment\":\"ir.sarhad.example/joint#12\","
                + "\"evidence\":[\"pk.sarhad.example/joint#3\"],\"phase\":\"actual\","
                + "\"place\":{\"fa\":\"میرجاوه\"},\"point\":\"border_exit\",\"units\":[1,2]}");
    assertThat(new DeliveryFact.Consigned(ID, DeliveryScene.WAGONS.subList(0, 1)).toJson())
        .hasToString(
            "{\"reservation\":\"ir.sarhad.example/joint#12\",\"units\":[{\"kind\":\"wagon_1676\","
                + "\"mark\":\"PKR-101\",\"quantity\":60000}]}");
  }

  @Test
  void theLargestBodyFits() {
    Load longest = new Load(UnitKind.WAGON_1676, "x".repeat(64), 1L << 44);
    List<Load> most = Collections.nCopies(DeliveryFact.UNITS_MAX, longest);

    assertThat(new DeliveryFact.Consigned(ID, most).toJson().canonical().size())
        .isLessThan(Bodies.BYTES_MAX);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`\"point\":\"border_exit\"` | `\"point\":\"stolen\"`",
        "`\"phase\":\"actual\"` | `\"phase\":\"guessed\"`",
        "`\"at\":\"2019-04-22T08:00:00.123Z\"` | `\"at\":\"2019-04-22\"`",
        "`\"units\":[1,2]` | `\"units\":[2,1]`",
        "`\"units\":[1,2]` | `\"units\":[1,1]`",
        "`\"units\":[1,2]` | `\"units\":[0]`",
        "`\"units\":[1,2]` | `\"units\":[2147483648]`",
        "`\"units\":[1,2]` | `\"units\":[1,2],\"who\":1`",
        "`\"evidence\":[` | `\"evidence\":[\"x\",`"
      })
  void whatIsNotQuiteItIsRefused(String right, String wrong) {
    String text = event().toJson().toString();
    assertThat(text).contains(right);

    assertThatThrownBy(
            () -> DeliveryFact.fromJson(DeliveryFactKind.EVENT, parse(text.replace(right, wrong))))
        .isInstanceOf(MalformedJsonException.class);
  }

  @Test
  void whatIsTooMuchIsRefused() {
    List<Load> tooMany =
        Collections.nCopies(DeliveryFact.UNITS_MAX + 1, DeliveryScene.truck("x", 1));
    List<Load> tooHeavy = Collections.nCopies(2, DeliveryScene.truck("x", Json.INTEGER_MAX));

    assertThatThrownBy(() -> new DeliveryFact.Consigned(ID, tooMany))
        .hasMessageContaining("201 in units");
    assertThatThrownBy(() -> new DeliveryFact.Consigned(ID, tooHeavy))
        .hasMessageContaining("more in all units");
    assertThatThrownBy(() -> new DeliveryFact.Consigned(ID, List.of()))
        .hasMessageContaining("0 in units");
    assertThatThrownBy(() -> DeliveryScene.truck("", 1)).hasMessageContaining("mark of a unit");
    assertThatThrownBy(() -> DeliveryScene.truck("x", 0)).hasMessageContaining("0 in a unit");
    assertThatThrownBy(() -> DeliveryScene.reloaded(ID, List.of(), DeliveryScene.truck("x", 1)))
        .hasMessageContaining("0 in from");
  }

  @Test
  void damagedBodiesAreRefusedOrMeanWhatTheySay() {
    FactFuzz.assertReadsBackAlike(
        2_000,
        facts().toList(),
        DeliveryFact::toJson,
        (original, body) -> DeliveryFact.fromJson(original.kind(), body));
  }

  private static Json.Obj parse(String text) throws MalformedJsonException {
    return Json.parseCanonicalObject(Bytes.ofUtf8(text), JsonLimits.ofBytes(100_000));
  }
}
