package org.sarhad.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.core.testing.Seeded;

/// Fields of a table that people open in a spreadsheet.
class CsvCellTest {
  private static final String SIGNS = "'=+-@\t\r\n\",;aآ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          plain    | plain
          a,b      | "a,b"
          a"b      | "a""b"
          =1+1     | '=1+1
          +1       | '+1
          -1       | '-1
          @SUM(A1) | '@SUM(A1)
          =1,"2"x  | "'=1,""2""x"
          a=b      | a=b
          '=1      | ''=1
          'tis     | 'tis
          """)
  void aCellIsQuotedAndNoFormula(String value, String cell) {
    assertThat(CsvCell.write(value)).isEqualTo(cell);
  }

  @Test
  void aLineBreakIsQuotedToo() {
    assertThat(CsvCell.write("a\nb")).isEqualTo("\"a\nb\"");
    assertThat(CsvCell.write("\tx")).isEqualTo("'\tx");
    assertThat(CsvCell.write("")).isEmpty();
  }

  @Test
  void whatWasWrittenIsReadAgain() {
    Seeded.check(
        2_000,
        random -> {
          StringBuilder value = new StringBuilder();
          random
              .ints(random.nextInt(8), 0, SIGNS.length())
              .forEach(at -> value.append(SIGNS.charAt(at)));
          String row = "x," + CsvCell.write(value.toString()) + ",y\r\n";
          assertThat(CsvCell.read(Csv.parse(row).getFirst().fields().get(1)))
              .isEqualTo(value.toString());
        });
  }

  @ParameterizedTest
  @CsvSource({"','", "';'", "'\t'"})
  void fieldsStandBetweenWhateverTheTableProgramPuts(char delimiter) {
    String row = String.join(String.valueOf(delimiter), "a", "\"b,;\tc\"", "d");
    assertThat(Csv.parse(row, delimiter).getFirst().fields()).containsExactly("a", "b,;\tc", "d");
  }
}
