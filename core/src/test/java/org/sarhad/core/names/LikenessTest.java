package org.sarhad.core.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How alike two names are. Firms are made up, but for the pairs that other people's screening is
/// known to have stopped wrongly.
class LikenessTest {
  /// Initially agreed (`screening.threshold`).
  private static final int THRESHOLD = 800;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Taftan Copper Ltd            | TAFTAN COPPER COMPANY            | 1000
          Taftan Copper Ltd            | Copper, Taftan                   | 1000
          Taftan Copper                | Taftan Coper                     |  950
          Taftan Copper                | Taftna Copper                    |  950
          Sherkat-e Khazar             | شرکت خزر                         |  900
          Mehr-e Tavanir               | مهر توانیر                       |  900
          Qeshm Marine Works           | Gheshm Marine Works              |  937
          Bel Tech Shipping            | Beltech Shipping                 | 1000
          van der Bilt                 | Vanderbilt Corp                  | 1000
          Ромашка                      | OOO Romashka                     | 1000
          Taftan Copper                | Taftan Copper Quetta             |  800
          Taftan                       | Taftan Copper Quetta             |  500
          Depot 11                     | Depot 12                         |  500
          Saindak Minerals             | Chagai Marble                    |    0
          """)
  void itIsSoMuch(String one, String other, int score) {
    assertThat(likeness(one, other).score()).isEqualTo(score);
  }

  /// moov-io/watchman #483: digits were dropped, and what was left of both was `corp`. #338: the
  /// whole of a short name found in a longer one counted as the same. #115: two persons, 89 of 100
  /// alike by Jaro-Winkler.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BELLETECH CORP | 11420 CORP.    |   0
          emma daniels   | EMMA LLC       | 666
          George Bush    | George Habbash | 500
          """)
  void whatOthersStoppedWronglyIsNotStopped(String one, String other, int score) {
    assertThat(likeness(one, other).score()).isEqualTo(score).isLessThan(THRESHOLD);
    assertThat(likeness(other, one).score()).isEqualTo(score);
  }

  @Test
  void itSaysWhichWordsMet() {
    Likeness likeness =
        likeness("Qeshm Coper Trading Ltd", "Trading Co. of Gheshm Copper, Chabahar");

    assertThat(likeness.meetings())
        .containsExactly(
            new Meeting("qeshm", "gheshm", Meeting.How.SOUND, 900),
            new Meeting("coper", "copper", Meeting.How.SOUND, 900),
            new Meeting("trading", "trading", Meeting.How.SAME, 1000));
    assertThat(likeness.unmet()).isEmpty();
    assertThat(likeness.otherUnmet()).containsExactly("chabahar");
  }

  @Test
  void aSlipInAWordIsASpelling() {
    assertThat(likeness("Saindak", "Saimdak").meetings())
        .containsExactly(new Meeting("saindak", "saimdak", Meeting.How.SPELLING, 858));
    assertThat(likeness("Bel Tech", "Beltech").meetings())
        .containsExactly(new Meeting("bel tech", "beltech", Meeting.How.JOINED, 1000));
  }

  @Test
  void nothingIsLikeAnEmptyName() {
    assertThat(likeness("—", "—").score()).isZero();
    assertThat(likeness("Taftan", "—").unmet()).containsExactly("taftan");
  }

  /// A word that many names have does not stop one, and does not hide one.
  @Test
  void plainWordsTellLittle() {
    assertThat(likeness("National Trading Company", "International Trading Group").score())
        .isLessThan(THRESHOLD);
    assertThat(likeness("Saindak General Trading", "Saindak Trading").score())
        .isGreaterThanOrEqualTo(THRESHOLD);
    assertThat(likeness("Chagai General Trading", "Saindak General Trading").score())
        .isLessThan(THRESHOLD);
  }

  @Test
  void itIsTheSameTheOtherWayRound() {
    SplittableRandom random = new SplittableRandom(338);
    for (int i = 0; i < 5_000; i++) {
      FoldedName one = MadeUpNames.folded(random);
      FoldedName other = MadeUpNames.folded(random);
      Likeness likeness = Likeness.of(one, other);

      assertThat(likeness.score()).isBetween(0, Likeness.FULL);
      assertThat(Likeness.of(other, one).score())
          .as("%s | %s", one, other)
          .isEqualTo(likeness.score());
    }
  }

  private static Likeness likeness(String one, String other) {
    return Likeness.of(FoldedName.of(one), FoldedName.of(other));
  }
}
