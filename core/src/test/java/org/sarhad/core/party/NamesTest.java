package org.sarhad.core.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  @ParameterizedTest
  @ValueSource(strings = {"ir", "pk", "a", "country-2", "abcdefghijklmnop"})
  void partiesThatAreNames(String name) {
    assertThat(PartyId.of(name)).hasToString(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Ir",
        "1r",
        "-a",
        "i r",
        "ir.x",
        "abcdefghijklmnopq",
        "іr" /* Cyrillic */,
        "ir\n"
      })
  void partiesThatAreNot(String name) {
    assertThatThrownBy(() -> PartyId.of(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("party \"" + name + "\" is not 1 to 16 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ir.sarhad.example/joint", "a", "pk.sarhad.example/joint.2", "a_b-c"})
  void originsThatAreNames(String name) {
    assertThat(Origin.isOrigin(name)).isTrue();
    assertThat(Origin.of(name)).hasToString(name);
    assertThat(ChannelId.of(name)).hasToString(name);
    assertThat(OfficerId.of(name)).hasToString(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/a", "9a", "A", "a+b", "a b", "a#1", "مرز", "a\u200b", "a\u202e", "a\u0000"})
  void originsThatAreNot(String name) {
    assertThat(Origin.isOrigin(name)).isFalse();
    assertThatThrownBy(() -> Origin.of(name)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ChannelId.of(name)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> OfficerId.of(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anOriginHasAtMost128Characters() {
    assertThat(Origin.isOrigin("a".repeat(128))).isTrue();
    assertThat(Origin.isOrigin("a".repeat(129))).isFalse();
  }

  @Test
  void namesSortAsBytesDo() {
    Stream<Origin> sorted =
        Stream.of("b", "a.b", "a_b", "a-b", "a/b", "ab").map(Origin::of).sorted();

    assertThat(sorted)
        .extracting(Origin::value)
        .containsExactly("a-b", "a.b", "a/b", "a_b", "ab", "b");
  }

  @Test
  void everyRoleIsFoundByItsCodeAndCodesDiffer() {
    assertThat(Role.values()).allSatisfy(role -> assertThat(Role.find(role.code())).contains(role));
    assertThat(Arrays.stream(Role.values()).map(Role::code)).doesNotHaveDuplicates();
    assertThat(Role.find("king")).isEmpty();
  }
}
