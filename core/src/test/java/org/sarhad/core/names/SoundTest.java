package org.sarhad.core.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Spellings of one word, by several hands and through several alphabets, sound the same.
class SoundTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          khazar    | خزر     | xzr
          khazaneh  | khazane | xzn
          qeshm     | gheshm  | qSm
          qeshm     | قشم     | qSm
          tavanir   | توانیر  | tvnr
          esfahan   | اصفهان  | asfhn
          isfahan   | esfahan | asfhn
          shcherba  | щерба   | Srb
          tschaikin | chaikin | Ckn
          yasmin    | ياسمين  | ysmn
          center    | senter  | sntr
          """)
  void theySoundTheSame(String one, String other, String sound) {
    assertThat(FoldedName.of(one).words().getFirst().sound()).isEqualTo(sound);
    assertThat(FoldedName.of(other).words().getFirst().sound()).isEqualTo(sound);
  }

  @ParameterizedTest
  @CsvSource({"bush,habbash", "mellat,melli", "nur,nar2", "chad,china"})
  void othersDoNot(String one, String other) {
    assertThat(Word.of(one).sound()).isNotEqualTo(Word.of(other).sound());
  }
}
