package org.sarhad.node.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What a map must complain of, on two rooms of the node: `peer` uses `link`.
class RoomMapTest {
  @Test
  void aRoomThatIsNotOnTheMapIsAFault() {
    assertThat(faults("peer : http keys config port link"))
        .contains("link is not on the map", "peer uses link, which is not above it");
  }

  @Test
  void aUseWithoutADoorIsAFault() {
    assertThat(faults("link :\npeer :"))
        .anyMatch(fault -> fault.startsWith("peer may not use link: "));
  }

  @Test
  void aLineThatUsesOneBelowItIsAFaultAndSoIsACircle() {
    assertThat(faults("peer : link\nlink : peer"))
        .contains("peer uses link, which is not above it")
        .doesNotContain("link uses peer, which is not above it");
  }

  private static List<String> faults(String map) {
    return RoomMap.of("org.sarhad.node", map).faults();
  }
}
