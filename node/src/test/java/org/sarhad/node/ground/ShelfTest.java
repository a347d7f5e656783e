package org.sarhad.node.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.core.geo.Position;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.travel.GridFile;
import org.sarhad.core.travel.GridFrame;
import org.sarhad.core.travel.SurveyFlaw;
import org.sarhad.core.travel.Terrain;
import org.sarhad.core.travel.UnfitSurveyException;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

/// A ground is read, looked at, put in place and taken back; whatever is wrong with it leaves what
/// is held as it was.
class ShelfTest {
  private static final GridFrame REGION =
      GridFrame.over(Position.ofDegrees(28, 61), Position.ofDegrees(29, 62));
  private static final LineFile.Course LINE =
      new LineFile.Course(
          PartyId.of("ir"),
          PartyId.of("pk"),
          List.of(Position.ofDegrees(28.1, 61.5), Position.ofDegrees(28.9, 61.5)));
  private static final String LAND =
      """
      {"type":"Feature","properties":{"terrain":"open"},"geometry":{"type":"Polygon","coordinates":
      [[[60.9,28.1],[62.1,28.1],[62.1,28.9],[60.9,28.9],[60.9,28.1]]]}}""";
  private static final String SAND =
      """
      {"type":"Feature","properties":{"terrain":"sand"},"geometry":{"type":"Polygon","coordinates":
      [[[61.1,28.3],[61.2,28.3],[61.2,28.4],[61.1,28.4],[61.1,28.3]]]}}""";
  private static final String CROSSING =
      """
      {"type":"Feature","properties":{"terrain":"sand"},"geometry":{"type":"Polygon","coordinates":
      [[[61.1,28.3],[61.2,28.4],[61.2,28.3],[61.1,28.4],[61.1,28.3]]]}}""";
  private static final String SWAPPED =
      """
      {"type":"Feature","properties":{"road":"road"},"geometry":{"type":"LineString","coordinates":
      [[28.3,61.1],[28.4,61.2]]}}""";

  @TempDir Path directory;

  private Path file() {
    return directory.resolve("travel.grid");
  }

  private Shelf<HeldGround> shelf() {
    return Shelf.of(file(), HeldGround.FORMAT, Optional.empty());
  }

  private static Draft<HeldGround> read(
      Shelf<HeldGround> shelf, String name, InputStream in, LineFile.Course line) throws Exception {
    return shelf.tray().read(HeldGround.survey(name, in, line, REGION));
  }

  private static InputStream features(String... features) {
    return text(
        "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}");
  }

  private static InputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatIsReadIsNotInForceBeforeItIsPutInPlace() throws Exception {
    var shelf = shelf();
    var draft = read(shelf, "ground", features(LAND), LINE);

    assertThat(shelf.held()).isEmpty();
    assertThat(file()).doesNotExist();
    assertThat(shelf.tray().draft()).contains(draft);
    assertThat(shelf.put(Merkle.sha256(Bytes.EMPTY))).as("another one").isFalse();

    assertThat(shelf.put(draft.thing().sha256())).isTrue();
    assertThat(shelf.held().orElseThrow().sha256()).isEqualTo(draft.thing().sha256());
    assertThat(GridFile.name(Bytes.of(Files.readAllBytes(file()))))
        .isEqualTo(draft.thing().sha256());
    assertThat(shelf.tray().draft()).isEmpty();
    assertThat(shelf.put(draft.thing().sha256())).as("once").isFalse();
    assertThat(shelf.hasFormer()).as("nothing was there before").isFalse();
    assertThat(shelf.takeBack()).isFalse();
  }

  @Test
  void whatWasThereBeforeComesBackAndGoesAgain() throws Exception {
    var shelf = shelf();
    var first = read(shelf, "ground", features(LAND), LINE);
    shelf.put(first.thing().sha256());
    var second = read(shelf, "ground", features(LAND, SAND), LINE);
    shelf.put(second.thing().sha256());

    assertThat(second.thing().grid().count(Terrain.SAND)).isPositive();
    assertThat(shelf.hasFormer()).isTrue();
    assertThat(shelf.takeBack()).isTrue();
    assertThat(shelf.held().orElseThrow().sha256()).isEqualTo(first.thing().sha256());
    assertThat(GridFile.name(Bytes.of(Files.readAllBytes(file()))))
        .isEqualTo(first.thing().sha256());
    assertThat(shelf.takeBack()).as("and forth").isTrue();
    assertThat(shelf.held().orElseThrow().sha256()).isEqualTo(second.thing().sha256());
    assertThat(directory).isDirectoryNotContaining(path -> path.toString().endsWith(".tmp"));
  }

  @Test
  void whatIsWrongIsNamedByItsFeature() throws Exception {
    var draft =
        read(shelf(), "ground", features(LAND, CROSSING, SWAPPED, "{\"type\":\"Feature\"}"), LINE);
    assertThat(draft.refused()).isEqualTo(3);
    assertThat(draft.refusals())
        .extracting(Refusal::feature, Refusal::flaw)
        .containsExactly(
            tuple(2L, Optional.of(SurveyFlaw.SELF_CROSSING)),
            tuple(3L, Optional.of(SurveyFlaw.SWAPPED)),
            tuple(4L, Optional.empty()));
  }

  @Test
  void whatCannotBeReadOrMakesNoGridLeavesEverythingAsItWas() throws Exception {
    var shelf = shelf();
    var held = read(shelf, "ground", features(LAND), LINE);
    shelf.put(held.thing().sha256());
    assertThatThrownBy(() -> read(shelf, "the file", text("{\"features\":[{\"ty"), LINE))
        .isInstanceOf(MalformedSurveyException.class)
        .hasMessageContaining("the file was cut short");
    assertThatThrownBy(() -> read(shelf, "the file", text("no"), LINE))
        .isInstanceOf(MalformedSurveyException.class);
    assertThatThrownBy(() -> read(shelf, "the file", text("[]"), LINE))
        .hasMessageContaining("no FeatureCollection");
    var half =
        new LineFile.Course(
            LINE.left(),
            LINE.right(),
            List.of(LINE.course().getFirst(), Position.ofDegrees(28.5, 61.5)));
    assertThatThrownBy(() -> read(shelf, "the file", features(LAND), half))
        .isInstanceOfSatisfying(
            UnfitSurveyException.class,
            unfit -> assertThat(unfit.flaw()).isEqualTo(SurveyFlaw.LINE_ENDS_INLAND));
    assertThat(shelf.held().orElseThrow().sha256()).isEqualTo(held.thing().sha256());
    assertThat(shelf.tray().draft()).isEmpty();
    assertThat(shelf.tray().reading()).isEqualTo(OptionalLong.empty());
  }

  @Test
  void aDamagedFormerGroundIsNotTakenBack() throws Exception {
    var shelf = shelf();
    shelf.put(read(shelf, "ground", features(LAND), LINE).thing().sha256());
    shelf.put(read(shelf, "ground", features(LAND, SAND), LINE).thing().sha256());
    Files.writeString(directory.resolve("travel.grid.former"), "no grid");
    var before = shelf.held();
    assertThat(shelf.takeBack()).isFalse();
    assertThat(shelf.held()).isEqualTo(before);
  }

  @Test
  void aDraftIsThrownAway() throws Exception {
    var shelf = shelf();
    var draft = read(shelf, "ground", features(LAND), LINE);
    shelf.tray().discard();
    assertThat(shelf.tray().draft()).isEmpty();
    assertThat(shelf.put(draft.thing().sha256())).isFalse();
  }

  @Test
  void whileOneIsReadItIsSaidHowFar() throws Exception {
    var shelf = shelf();
    var seen = new ArrayList<OptionalLong>();
    var watching =
        new FilterInputStream(features(LAND, SAND)) {
          @Override
          public int read(byte[] target, int from, int length) throws IOException {
            seen.add(shelf.tray().reading());
            return super.read(target, from, Math.min(length, 100));
          }
        };
    read(shelf, "ground", watching, LINE);
    assertThat(seen).isNotEmpty().allMatch(OptionalLong::isPresent);
    assertThat(seen.getLast().orElseThrow()).isPositive();
  }
}
