package org.sarhad.core.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sarhad.core.response.Samples.IR;
import static org.sarhad.core.response.Samples.PK;
import static org.sarhad.core.response.Scene.WATCH;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sarhad.core.fact.Audience;
import org.sarhad.core.party.Role;

/// FEATURE UNDER TEST: what A knew and what B knew, on one axis, with the link cut in between
/// (docs/domain/response.md §8). Scenario steps 15 and 16.
class B01_TwoColumnsTest {
  private final Scene scene = new Scene();
  private final IncidentId id = scene.alert(PK, Audience.RELEASE);

  @Test
  void internalItemsStandInOneColumnOnly() {
    scene.ask(PK, WATCH, Scene.note(id, "for us", Audience.INTERNAL));
    scene.ask(PK, WATCH, Scene.note(id, "for both", Audience.RELEASE));

    Room room = Room.of(scene.incident(PK, id), scene);

    assertThat(texts(room.column(PK))).containsExactly("for us", "for both");
    assertThat(texts(room.column(IR))).containsExactly("for both");
    assertThat(room.column(PK)).hasSize(3);
  }

  @Test
  void theOtherColumnDatesAnItemByProofOfArrival() {
    scene.cutLink();
    scene.ask(PK, WATCH, Scene.note(id, "they left eastwards", Audience.RELEASE));
    scene.pass(Duration.ofMinutes(54)).healLink();

    Room room = Room.of(scene.incident(PK, id), scene);
    RoomItem item = room.items().getLast();

    assertThat(item.gap(IR)).contains(Duration.ofMinutes(54));
    assertThat(item.gap(PK)).contains(Duration.ZERO);
    assertThat(item.knownBy(IR).orElseThrow().proven()).isTrue();
    assertThat(item.knownBy(PK).orElseThrow().proven()).isFalse();
  }

  @Test
  void actsThatCrossedAreMarkedAndNoneIsLost() {
    scene.cutLink();
    scene.ask(PK, WATCH, Scene.note(id, "search stays west", Audience.RELEASE));
    scene.ask(IR, WATCH, Scene.note(id, "we search east", Audience.RELEASE));
    scene.pass(Duration.ofHours(1)).healLink();
    scene.ask(IR, WATCH, Scene.note(id, "understood", Audience.RELEASE));

    Room room = Room.of(scene.incident(IR, id), scene);

    assertThat(texts(room.items()))
        .containsExactlyInAnyOrder("search stays west", "we search east", "understood");
    assertThat(
            room.items().stream()
                .filter(RoomItem::crossed)
                .map(item -> text(item.said()).orElseThrow()))
        .containsExactlyInAnyOrder("search stays west", "we search east");
    assertThat(scene.at(IR).side(PK))
        .as("both hold the same of PK")
        .isEqualTo(scene.joint().side(PK));
  }

  @Test
  void aCallWhileTheLinkIsDownIsLoggedAndLaterConfirmed() {
    scene.cutLink();
    String call =
        scene.ask(
            PK,
            Role.LIAISON,
            new ResponseRequest.LogHotline(Optional.of(id), Samples.call(), Audience.RELEASE));
    assertThat(call).isEqualTo("HN-PK-1");
    assertThat(scene.at(IR).side(PK).help().calls()).isEmpty();

    scene.healLink();
    scene.ask(
        IR,
        Role.LIAISON,
        new ResponseRequest.AnswerHotline(HotlineId.parse(call), true, Words.NONE));

    Incident room = scene.incident(PK, id);
    Said logged = room.file(PK).items().last().orElseThrow().value();
    assertThat(Ladder.of(logged, room, scene).acted().orElseThrow().kind())
        .isEqualTo(FactKind.HOTLINE_ANSWERED);
  }

  private static List<String> texts(List<RoomItem> items) {
    return items.stream().flatMap(item -> text(item.said()).stream()).toList();
  }

  private static Optional<String> text(Said said) {
    return said.fact() instanceof IncidentFact.Noted note
        ? Optional.of(note.words().text())
        : Optional.empty();
  }
}
