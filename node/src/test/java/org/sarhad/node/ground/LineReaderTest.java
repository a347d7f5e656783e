package org.sarhad.node.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.core.geo.Position;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.travel.CostGrid;
import org.sarhad.core.travel.GridFrame;
import org.sarhad.core.travel.Survey;
import org.sarhad.core.travel.SurveyFlaw;
import org.sarhad.core.travel.Terrain;
import org.sarhad.core.travel.UnfitSurveyException;
import org.sarhad.node.testing.Mutated;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Merkle;

/// The file of a line that is to take the place of another, and what is said of every feature of it
/// that is wrong (19-10.2).
class LineReaderTest {
  private static final GridFrame FRAME =
      GridFrame.over(Position.ofDegrees(28, 61), Position.ofDegrees(29, 62));
  private static final PartyId IR = PartyId.of("ir");
  private static final PartyId PK = PartyId.of("pk");
  private static final String SIDES = "\"left\":\"ir\",\"right\":\"pk\",\"uncertainty_m\":500";
  private static final String STRAIGHT = "[[61.5,28.1],[61.5,28.9]]";

  private static CostGrid ground() throws UnfitSurveyException {
    var land =
        List.of(
            Position.ofDegrees(28.1, 60.9),
            Position.ofDegrees(28.1, 62.1),
            Position.ofDegrees(28.9, 62.1),
            Position.ofDegrees(28.9, 60.9));
    return new Survey(
            FRAME,
            IR,
            PK,
            List.of(Position.ofDegrees(28.1, 61.5), Position.ofDegrees(28.9, 61.5)),
            List.of(new Survey.Area(Terrain.OPEN, List.of(land))),
            List.of(),
            List.of(new Survey.GatePoint("mile", Position.ofDegrees(28.7, 61.5), true, true)))
        .grid();
  }

  private static LineReader.Rules rules(boolean hasGround) throws UnfitSurveyException {
    return new LineReader.Rules(
        IR,
        Set.of(PK),
        Optional.of(FRAME.region()),
        hasGround ? Optional.of(ground()) : Optional.empty());
  }

  private static String feature(String properties, String type, String coordinates) {
    return "{\"type\":\"Feature\",\"properties\":{%s},\"geometry\":{\"type\":\"%s\",\"coordinates\":%s}}"
        .formatted(properties, type, coordinates);
  }

  private static String collection(String... features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[%s]}"
        .formatted(String.join(",", features));
  }

  private static Draft<HeldLine> read(byte[] file, LineReader.Rules rules) throws Exception {
    return LineReader.reading("the file", new ByteArrayInputStream(file), rules).read(_ -> {});
  }

  private static Draft<HeldLine> read(String file, LineReader.Rules rules) throws Exception {
    return read(file.getBytes(StandardCharsets.UTF_8), rules);
  }

  // ---- what is taken --------------------------------------------------------------------------

  @Test
  void aSoundLineIsKeptByteForByte() throws Exception {
    var file = collection(feature(SIDES, "LineString", STRAIGHT)) + "\n";
    var draft = read(file, rules(true));
    var line = draft.thing();
    assertThat(draft.isFit()).isTrue();
    assertThat(draft.refusals()).isEmpty();
    assertThat(line.file()).isEqualTo(Bytes.ofUtf8(file));
    assertThat(line.sha256()).isEqualTo(Merkle.sha256(Bytes.ofUtf8(file)));
    assertThat(line.watched()).isPresent();
    assertThat(line.trial().orElseThrow().sidesChanged()).isZero();
    assertThat(
            HeldLine.FORMAT.parse(line.file()).border().soil().of(Position.ofDegrees(28.5, 61.2)))
        .contains(IR);
  }

  @Test
  void piecesThatFollowEachOtherAreOneLine() throws Exception {
    var draft =
        read(
            collection(
                feature(SIDES, "LineString", "[[61.5,28.1],[61.5,28.5]]"),
                feature(SIDES.replace("500", "900"), "LineString", "[[61.5,28.5],[61.5,28.9]]")),
            rules(true));
    assertThat(draft.isFit()).isTrue();
    assertThat(draft.thing().line().uncertaintyM()).as("of the least certain piece").isEqualTo(900);
  }

  @Test
  void whoIsNotPairedYetTakesAnyNeighbour() throws Exception {
    var alone = new LineReader.Rules(IR, Set.of(), Optional.empty(), Optional.empty());
    assertThat(
            read(collection(feature(SIDES.replace("pk", "af"), "LineString", STRAIGHT)), alone)
                .isFit())
        .isTrue();
  }

  // ---- what is wrong --------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          "left":"ir","right":"pk","uncertainty_m":500    | Point      | [61.5,28.1]                 | WRONG_KIND
          "left":"ir","right":"pk","uncertainty_m":500    | MultiLineString | [[[61.5,28.1],[61.5,28.9]]] | WRONG_KIND
          "left":"ir","right":"pk","uncertainty_m":500    | LineString | []                          | EMPTY
          "left":"ir","right":"pk","uncertainty_m":500    | LineString | [[61.5,28.1]]               | EMPTY
          "left":"ir","right":"pk","uncertainty_m":500    | LineString | [[28.1,61.5],[28.9,61.5]]   | SWAPPED
          "left":"ir","right":"pk","uncertainty_m":500    | LineString | [[28.1,91.5],[28.9,91.5]]   | SWAPPED
          "left":"ir","right":"pk","uncertainty_m":500    | LineString | [[10,10],[11,11]]           | OUTSIDE
          "left":"ir","right":"pk","uncertainty_m":500    | LineString | [["x",28.1],[61.5,28.9]]    | NO_PLACE
          "left":"ir","right":"pk","uncertainty_m":500    | LineString | [[361.5,28.1],[61.5,98.9]]  | NO_PLACE
          "left":"ir","right":"pk","uncertainty_m":500    | LineString | [[61.5,28.1],[61.5,28.9],[61.6,28.9],[61.4,28.5]] | SELF_CROSSING
          "left":"ir","right":"ir","uncertainty_m":500    | LineString | [[61.5,28.1],[61.5,28.9]]   | SAME_SIDE
          "left":"ir","right":"af","uncertainty_m":500    | LineString | [[61.5,28.1],[61.5,28.9]]   | STRANGE_SIDE
          "left":"af","right":"pk","uncertainty_m":500    | LineString | [[61.5,28.1],[61.5,28.9]]   | STRANGE_SIDE
          "left":"IR!","right":"pk","uncertainty_m":500   | LineString | [[61.5,28.1],[61.5,28.9]]   | STRANGE_SIDE
          "uncertainty_m":500                             | LineString | [[61.5,28.1],[61.5,28.9]]   | STRANGE_SIDE
          "left":"ir","right":"pk"                        | LineString | [[61.5,28.1],[61.5,28.9]]   | NO_UNCERTAINTY
          "left":"ir","right":"pk","uncertainty_m":-1     | LineString | [[61.5,28.1],[61.5,28.9]]   | NO_UNCERTAINTY
          "left":"ir","right":"pk","uncertainty_m":100001 | LineString | [[61.5,28.1],[61.5,28.9]]   | NO_UNCERTAINTY
          "left":"ir","right":"pk","uncertainty_m":500    | LineString | [[61.5,28.1],[61.6,28.5]]   | LINE_ENDS_INLAND
          "left":"ir","right":"pk","uncertainty_m":500    | LineString | [[61.0,28.05],[62.0,28.05]] | NO_GROUND
          """)
  void everythingThatIsWrongIsNamed(String properties, String type, String points, SurveyFlaw flaw)
      throws Exception {
    var draft = read(collection(feature(properties, type, points)), rules(true));
    assertThat(draft.isFit()).isFalse();
    assertThat(draft.refusals())
        .singleElement()
        .satisfies(refusal -> assertThat(refusal.flaw()).contains(flaw));
  }

  @Test
  void oneFaultMakesTheWholeLineUnfitAndEveryFaultIsNamedByItsFeature() throws Exception {
    var draft =
        read(
            collection(
                feature(SIDES, "LineString", STRAIGHT),
                feature("", "Point", "[61.5,28.1]"),
                feature(
                    "\"left\":\"ir\",\"right\":\"ir\"", "LineString", "[[28.1,61.5],[28.9,61.5]]")),
            rules(false));
    assertThat(draft.isFit()).isFalse();
    assertThat(draft.refusals())
        .extracting(refusal -> refusal.feature() + " " + refusal.flaw().orElseThrow())
        .containsExactly("2 WRONG_KIND", "3 SWAPPED", "3 SAME_SIDE", "3 NO_UNCERTAINTY");
    assertThat(draft.thing().drawn()).as("what lies elsewhere is not drawn").hasSize(1);
  }

  @Test
  void aHoleIsNamedWhereItIsAndACrossingOfTwoPiecesToo() throws Exception {
    var hole =
        read(
            collection(
                feature(SIDES, "LineString", "[[61.5,28.1],[61.5,28.4]]"),
                feature(SIDES, "LineString", "[[61.5,28.4],[61.5,28.6]]"),
                feature(SIDES, "LineString", "[[61.5,28.61],[61.5,28.9]]")),
            rules(false));
    assertThat(hole.refusals())
        .extracting(refusal -> refusal.feature() + " " + refusal.flaw().orElseThrow())
        .containsExactly("3 LINE_IN_PIECES");
    var crossing =
        read(
            collection(
                feature(SIDES, "LineString", "[[61.5,28.1],[61.5,28.9],[61.6,28.9]]"),
                feature(SIDES, "LineString", "[[61.6,28.9],[61.4,28.5]]")),
            rules(false));
    assertThat(crossing.refusals())
        .extracting(refusal -> refusal.feature() + " " + refusal.flaw().orElseThrow())
        .containsExactly("0 SELF_CROSSING");
    assertThat(crossing.refusals().getFirst().where()).isPresent();
    assertThat(crossing.thing().drawn()).as("drawn, faults and all").hasSize(2);
  }

  // ---- what is refused as a whole -------------------------------------------------------------

  @Test
  void aFileThatIsNoneIsRefused() {
    var whole = collection(feature(SIDES, "LineString", STRAIGHT));
    assertRefused(whole.substring(0, whole.length() / 2), "cut short");
    assertRefused("[]", "no FeatureCollection");
    assertRefused("{\"features\":[]}", "no feature");
    assertRefused(" ".repeat(HeldLine.BYTES_MAX + 1), "longer than 8 MiB");
    var many = new StringBuilder("[[61.5,28.1]");
    for (int i = 0; i <= LineReader.POINTS_MAX; i++) {
      many.append(",[61.5,28.1]");
    }
    assertRefused(collection(feature(SIDES, "LineString", many.append("]").toString())), "200000");
  }

  private static void assertRefused(String text, String why) {
    assertThatThrownBy(() -> read(text, rules(false)))
        .isInstanceOf(MalformedSurveyException.class)
        .hasMessageContaining(why);
  }

  @Test
  void whileItIsReadItIsSaidHowFar() throws Exception {
    var told = new ArrayList<Long>();
    byte[] file =
        collection(feature(SIDES, "LineString", STRAIGHT)).getBytes(StandardCharsets.UTF_8);
    LineReader.reading("the file", new ByteArrayInputStream(file), rules(false)).read(told::add);
    assertThat(told).containsExactly((long) file.length);
  }

  /// A line that is fit is one that a node takes at its next start.
  @Test
  void damagedFilesAreJudgedOrRefusedWithTheOneException() throws Exception {
    byte[] whole =
        collection(
                feature(SIDES, "LineString", "[[61.5,28.1],[61.5,28.5]]"),
                feature(SIDES, "LineString", "[[61.5,28.5],[61.5,28.9]]"))
            .getBytes(StandardCharsets.UTF_8);
    var rules = rules(false);
    int[] met = new int[3];
    Mutated.each(
        whole,
        5_000,
        damaged -> {
          try {
            var draft = read(damaged, rules);
            assertThat(draft.isFit()).isEqualTo(draft.refusals().isEmpty());
            if (draft.isFit()) {
              HeldLine.parse(draft.thing().file());
            }
            met[draft.isFit() ? 0 : 1]++;
          } catch (MalformedSurveyException _) {
            met[2]++;
          }
        });
    assertThat(met[0]).isGreaterThan(50);
    assertThat(met[1]).isGreaterThan(50);
    assertThat(met[2]).isGreaterThan(50);
  }
}
