package org.sarhad.core.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sarhad.core.geo.Position;

class GridFrameTest {
  @Test
  void cellsAreAKilometreInTheMiddleAndAsWideAsTheyAreElsewhere() {
    GridFrame frame =
        GridFrame.over(Position.ofDegrees(24.9, 60.3), Position.ofDegrees(30.1, 64.2));
    assertThat(frame.heightMm()).isCloseTo(1_000_000, within(100));
    assertThat(frame.widthMm(frame.rows() / 2)).isCloseTo(1_000_000, within(1_000));
    assertThat(frame.widthMm(0)).isCloseTo(1_023_000, within(1_000));
    for (int row : List.of(0, frame.rows() - 1)) {
      Position west = frame.centre(row * frame.columns());
      Position east = frame.centre(row * frame.columns() + 10);
      assertThat(frame.widthMm(row) / 100L).isCloseTo(west.distanceTo(east).metres(), within(10L));
    }
  }

  @Test
  void eachCellHasItsMiddleInItself() {
    GridFrame frame = Regions.FRAME;
    for (int cell = 0; cell < frame.cells(); cell += 7) {
      assertThat(frame.cell(frame.centre(cell))).hasValue(cell);
    }
    assertThat(frame.cell(Position.ofDegrees(27.999, 61.5))).isEmpty();
    assertThat(frame.cell(Position.ofDegrees(28.5, 60.999))).isEmpty();
    assertThat(frame.cell(Position.ofDegrees(29.1, 61.5))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 250, 500, 1_000})
  void cellsAreAsLongAsIsAsked(int cellM) {
    GridFrame frame =
        GridFrame.over(Position.ofDegrees(47.0, 9.4), Position.ofDegrees(47.3, 9.7), cellM);
    assertThat(frame.heightMm()).isCloseTo(cellM * 1_000, within(100));
    assertThat(frame.widthMm(frame.rows() / 2)).isCloseTo(cellM * 1_000, within(cellM));
    assertThat(frame.rows()).isCloseTo(33_358 / cellM, within(1));
  }

  @Test
  void aRegionThatCannotBeIsRefused() {
    for (int cellM : List.of(0, 99, 1_001)) {
      assertThatThrownBy(
              () -> GridFrame.over(Position.ofDegrees(47, 9), Position.ofDegrees(48, 10), cellM))
          .hasMessage("cells of %d m; expected 100 to 1000", cellM);
    }
    assertThatThrownBy(() -> GridFrame.over(Position.ofDegrees(30, 60), Position.ofDegrees(25, 64)))
        .hasMessageContaining("expected 2 to 4000 each way");
    assertThatThrownBy(() -> GridFrame.over(Position.ofDegrees(0, 0), Position.ofDegrees(30, 30)))
        .hasMessageContaining("at most 4000000");
    assertThatThrownBy(() -> new GridFrame(80_000_000, 0, 1_000_000, 8_993, 10, 10))
        .hasMessageContaining("latitude");
    assertThatThrownBy(() -> new GridFrame(0, 0, 99, 8_993, 10, 10))
        .hasMessageContaining("a cell of 99");
  }
}
