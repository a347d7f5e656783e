package org.sarhad.core.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is left of a name for comparing. Every firm here is made up.
class FoldedNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Taftan Copper Ltd                     | taftan copper
          TAFTAN  COPPER (Pvt.) Limited         | taftan copper
          L.L.C. "Taftan"                       | taftan
          Taftan L L C                          | taftan
          A.B.C. Taftan                         | abc taftan
          Société Générale d’Étain S.A.R.L.     | societe generale detain
          Großhandel Müller GmbH & Co. KG       | grosshandel muller
          ООО «Ромашка»                         | romashka
          Закрытое акционерное общество Щит     | shchit
          شرکت مس تفتان (سهامی خاص)             | ms tftan
          تفتان ٹریڈرز پرائیویٹ لمیٹڈ           | tftan tridrz
          کشتی‌رانی نور                          | kshtirani nur
          توانیر                                | tvanir
          Εταιρεία Φως                          | etaireia fos
          انبار ۱۲                              | anbar 12
          Store No. 12                          | store no 12
          The Bank of the West                  | bank west
          Limited                               | limited
          Al                                    | al
          """)
  void aNameIsFolded(String name, String folded) {
    assertThat(FoldedName.of(name)).hasToString(folded);
  }

  @Test
  void aNameWithoutALetterIsEmpty() {
    assertThat(FoldedName.of("—!…").isEmpty()).isTrue();
    assertThat(FoldedName.of("").isEmpty()).isTrue();
    assertThat(FoldedName.of("№ 7").isEmpty()).isFalse();
  }

  /// The same again: a folded name is its own folded name, unless a legal form was hidden in it.
  @Test
  void foldingTakesAnyCharactersWhatever() {
    SplittableRandom random = new SplittableRandom(20261130);
    for (int i = 0; i < 20_000; i++) {
      String name = noise(random);
      FoldedName folded = FoldedName.of(name);

      assertThat(FoldedName.of(name)).as(name).isEqualTo(folded);
      assertThat(folded.toString()).as(name).doesNotContain("  ");
      assertThat(Likeness.of(folded, folded).score())
          .as(name)
          .isEqualTo(folded.isEmpty() ? 0 : Likeness.FULL);
    }
  }

  private static String noise(SplittableRandom random) {
    StringBuilder name = new StringBuilder();
    int length = random.nextInt(24);
    for (int i = 0; i < length; i++) {
      name.appendCodePoint(
          switch (random.nextInt(4)) {
            case 0 -> random.nextInt(0x20, 0x7F);
            case 1 -> random.nextInt(0x600, 0x700);
            case 2 -> random.nextInt(0x370, 0x530);
            default -> random.nextInt(0x20, 0x30000);
          });
    }
    return name.toString();
  }
}
