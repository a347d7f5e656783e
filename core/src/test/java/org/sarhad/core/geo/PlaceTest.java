package org.sarhad.core.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonLimits;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.tlog.Bytes;

class PlaceTest {
  private static final Position ZAHEDAN = Position.ofDegrees(29.4963, 60.8629);
  private static final Position GWADAR = Position.ofDegrees(25.1264, 62.3225);

  @Test
  void aPlaceMayHaveNoPositionAndThenNoDistance() {
    Place bend = Place.named("south bend of the dry river");
    Place post = Place.at("post 12", ZAHEDAN, 250);

    assertThat(bend.distanceTo(post)).isEmpty();
    assertThat(post.distanceTo(Place.at("port", GWADAR, 0))).contains(ZAHEDAN.distanceTo(GWADAR));
  }

  @Test
  void placesThatAreNot() {
    assertThatThrownBy(() -> new Place("x", Optional.empty(), 5))
        .hasMessage("a radius of 5 m around no position");
    assertThatThrownBy(() -> Place.named(" ")).hasMessage("label \" \" has only white space");
    assertThatThrownBy(() -> Place.named("x".repeat(201))).hasMessageContaining("201 characters");
    assertThatThrownBy(() -> Place.named("a\u202eb")).hasMessageContaining("U+202E at 1");
    assertThatThrownBy(() -> Place.at("x", GWADAR, 1_000_001)).hasMessageContaining("1000001 m");
  }

  @Test
  void asJsonAndBack() throws Exception {
    Place post = Place.at("پاسگاه ۱۲", ZAHEDAN, 250);
    Place bend = Place.named("south bend");

    assertThat(post.toJson())
        .hasToString(
            "{\"label\":\"پاسگاه ۱۲\",\"lat\":29496300,\"lon\":60862900,\"radius_m\":250}");
    assertThat(bend.toJson()).hasToString("{\"label\":\"south bend\"}");
    assertThat(Place.fromJson(post.toJson())).isEqualTo(post);
    assertThat(Place.fromJson(bend.toJson())).isEqualTo(bend);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                               | member "label"
          {"label":""}                                     | member "label"
          {"label":"x","lat":1}                            | member "lon"
          {"label":"x","radius_m":1}                       | member "lat"
          {"label":"x","lat":1,"lon":2}                    | member "radius_m"
          {"label":"x","lat":90000001,"lon":0,"radius_m":0} | member "lat"
          {"label":"x","lat":0,"lon":-180000001,"radius_m":0} | member "lon"
          {"label":"x","lat":0,"lon":0,"radius_m":-1}      | member "radius_m"
          {"height":1,"label":"x"}                         | a member of an object
          """)
  void jsonThatIsNoPlace(String text, String what) throws Exception {
    Json.Obj json = Json.parseCanonicalObject(Bytes.ofUtf8(text), JsonLimits.ofBytes(1000));

    assertThatThrownBy(() -> Place.fromJson(json))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageStartingWith(what + ": ");
  }
}
