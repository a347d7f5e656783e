package org.sarhad.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sarhad.core.party.Origin;
import org.sarhad.tlog.tree.Merkle;

/// Taking values out of an object: what is asked for, or one sentence that says what was there.
class JsonMembersTest {
  private static final Instant EIGHT = Instant.parse("2019-04-22T08:00:00.120Z");
  private static final Json.Obj OBJECT =
      Json.obj()
          .put("log", "pk.sarhad.example/joint")
          .put("seq", 4711)
          .put("open", true)
          .put("none", Json.ofNull())
          .put("list", Json.arr(Json.of("a"), Json.of(2)))
          .put("inner", Json.obj().put("x", 1).build())
          .put("time", EIGHT)
          .putHash("root", Merkle.EMPTY_ROOT)
          .putSha256("sha256", Merkle.EMPTY_ROOT)
          .putTextIfPresent("absent", Optional.empty())
          .build();

  @Test
  void membersAreTakenAsWhatTheyAre() throws Exception {
    assertThat(OBJECT.as("log", Origin::of)).isEqualTo(Origin.of("pk.sarhad.example/joint"));
    assertThat(OBJECT.integer("seq")).isEqualTo(4711);
    assertThat(OBJECT.smallInteger("seq", 0, 5000)).isEqualTo(4711);
    assertThat(OBJECT.bool("open")).isTrue();
    assertThat(OBJECT.get("none")).isEqualTo(Json.ofNull());
    assertThat(OBJECT.array("list").size()).isEqualTo(2);
    assertThat(OBJECT.object("inner").integer("x")).isEqualTo(1);
    assertThat(OBJECT.time("time")).isEqualTo(EIGHT);
    assertThat(OBJECT.hash("root")).isEqualTo(Merkle.EMPTY_ROOT);
    assertThat(OBJECT.sha256("sha256")).isEqualTo(Merkle.EMPTY_ROOT);
    assertThat(OBJECT.text("sha256")).startsWith("e3b0c44298fc1c14");
  }

  @Test
  void whatMayBeAbsentIsFoundOrNot() throws Exception {
    assertThat(OBJECT.has("absent")).isFalse();
    assertThat(OBJECT.find("absent")).isEmpty();
    assertThat(OBJECT.findText("absent")).isEmpty();
    assertThat(OBJECT.findText("log")).contains("pk.sarhad.example/joint");
    assertThat(OBJECT.findAs("log", Origin::of)).contains(Origin.of("pk.sarhad.example/joint"));
    assertThat(OBJECT.findAs("absent", Origin::of)).isEmpty();
    assertThat(OBJECT.findInteger("seq", 0, 9999)).contains(4711L);
    assertThat(OBJECT.findInteger("absent", 0, 9999)).isEmpty();
    assertThat(OBJECT.findTime("time")).contains(EIGHT);
    assertThat(OBJECT.findTime("absent")).isEmpty();
    assertThat(OBJECT.findObject("inner")).isPresent();
    assertThat(OBJECT.findObject("absent")).isEmpty();
  }

  @Test
  void aMemberCanBeLeftOut() {
    assertThat(OBJECT.without("log").names()).doesNotContain("log").hasSize(8);
    assertThat(OBJECT.without("absent")).isEqualTo(OBJECT);
  }

  @Test
  void anotherKindOfValueIsNamed() {
    assertRefused(
        () -> OBJECT.text("gone"), "member \"gone\": found \"nothing\", expected a value");
    assertRefused(() -> OBJECT.text("seq"), "member \"seq\": found \"4711\", expected a string");
    assertRefused(
        () -> OBJECT.findText("open"), "member \"open\": found \"true\", expected a string");
    assertRefused(
        () -> OBJECT.integer("root", 0, 9),
        "member \"root\": found \"" + Merkle.EMPTY_ROOT + "\", expected an integer from 0 to 9");
    assertRefused(
        () -> OBJECT.integer("seq", 0, 10),
        "member \"seq\": found \"4711\", expected an integer from 0 to 10");
    assertRefused(
        () -> OBJECT.bool("inner"),
        "member \"inner\": found \"an object\", expected true or false");
    assertRefused(
        () -> OBJECT.object("list"), "member \"list\": found \"an array\", expected an object");
    assertRefused(() -> OBJECT.array("none"), "member \"none\": found \"null\", expected an array");
  }

  @Test
  void aStringThatIsNotWhatItShouldSayIsNamed() {
    String found = "member \"log\": found \"pk.sarhad.example/joint\", expected ";

    assertRefused(() -> OBJECT.time("log"), found + "a UTC time such as 2019-04-22T08:00:00.123Z");
    assertRefused(() -> OBJECT.hash("log"), found + "a hash, 32 bytes in base64");
    assertRefused(
        () -> OBJECT.sha256("log"), found + "a SHA-256, 64 lower-case hexadecimal digits");
    assertRefused(
        () -> OBJECT.as("log", Integer::valueOf),
        found + "a valid value (For input string: \"pk.sarhad.example/joint\")");
  }

  @Test
  void anItemOfAnotherKindIsNamed() {
    assertRefused(() -> OBJECT.array("list").texts(), "item 1: found \"2\", expected a string");
    assertRefused(
        () -> OBJECT.array("list").integers(0, 9),
        "item 0: found \"a\", expected an integer from 0 to 9");
    assertRefused(() -> OBJECT.array("list").objects(), "item 0: found \"a\", expected an object");
  }

  @Test
  void signedObjectsAreClosed() throws Exception {
    OBJECT.object("inner").allowOnly("x", "y");

    assertRefused(
        () -> {
          OBJECT.object("inner").allowOnly("a", "b");
          return "";
        },
        "a member of an object: found \"x\", expected only a, b");
  }

  private interface Reading {
    Object read() throws MalformedJsonException;
  }

  private static void assertRefused(Reading reading, String message) {
    assertThatThrownBy(reading::read)
        .isInstanceOf(MalformedJsonException.class)
        .hasMessage(message);
  }
}
