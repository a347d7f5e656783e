package org.sarhad.node.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.screening.Identifier;
import org.sarhad.core.screening.Sort;
import org.sarhad.core.screening.Subject;
import org.sarhad.core.screening.SubjectId;

/// Trading parties out of a table: who is read, and every line that is not.
class PartyTableTest {
  private static final String TABLE =
      """
      party,sort,name,number
      PK-7,firm,Makran Rice (Pvt) Ltd,REGISTER PK 90013
      PK-7,firm,مکران رائس,
      MV Gull,vessel,"Gull, Blue",IMO 9176187
      بانک هامون,bank,بانک هامون,BIC HAMUXXIR
      """;

  @Test
  void aPartyHasAllItsNamesAndNumbers() {
    var read = PartyTable.read(TABLE);

    assertThat(read.remarks()).isEmpty();
    assertThat(read.subjects())
        .containsExactly(
            new Subject(
                SubjectId.of("PK-7"),
                Sort.FIRM,
                List.of("Makran Rice (Pvt) Ltd", "مکران رائس"),
                Ordered.set(new Identifier(Identifier.Scheme.REGISTER, "PK90013"))),
            new Subject(
                SubjectId.of("MV Gull"),
                Sort.VESSEL,
                List.of("Gull, Blue"),
                Ordered.set(new Identifier(Identifier.Scheme.IMO, "9176187"))),
            new Subject(
                SubjectId.of("بانک هامون"),
                Sort.BANK,
                List.of("بانک هامون"),
                Ordered.set(new Identifier(Identifier.Scheme.BIC, "HAMUXXIR"))));
  }

  @Test
  void aMarkOfByteOrderAtTheBeginningIsNothing() {
    assertThat(PartyTable.read("\uFEFF" + TABLE)).isEqualTo(PartyTable.read(TABLE));
  }

  /// The switch has no default: a new flaw does not compile before it has its case here.
  private static String provoke(PartyFlaw flaw) {
    return switch (flaw) {
      case HEADING_UNKNOWN -> "name,party";
      case LINE_MALFORMED -> "PK-8,firm,Rice";
      case PARTY_UNFIT -> "PKа8,firm,Rice,";
      case SORT_UNKNOWN -> "PK-8,person,Somebody,";
      case NAME_UNFIT -> "PK-8,firm,Riсe,";
      case NUMBER_UNREADABLE -> "PK-8,vessel,Gull,IMO 9176188";
      case PARTY_CONTRADICTORY -> "PK-7,bank,Makran,";
    };
  }

  @ParameterizedTest
  @EnumSource
  void everyFlawIsFoundAndTheRestIsRead(PartyFlaw flaw) {
    var bad = provoke(flaw);
    var read = PartyTable.read(flaw == PartyFlaw.HEADING_UNKNOWN ? bad : TABLE + bad);

    assertThat(read.remarks()).extracting(PartyTable.Remark::flaw).containsExactly(flaw);
    assertThat(read.subjects()).hasSize(flaw == PartyFlaw.HEADING_UNKNOWN ? 0 : 3);
    assertThat(read.remarks().getFirst().toString())
        .startsWith("line ")
        .contains(flaw.name(), flaw.sentence());
    assertThat(flaw.sentence()).endsWith(".").hasSizeBetween(20, 100);
  }

  @Test
  void aWordInTwoScriptsIsToldLetterByLetter() {
    assertThat(PartyTable.read(TABLE + provoke(PartyFlaw.NAME_UNFIT)).remarks().getFirst())
        .hasToString(
            "line 6: NAME_UNFIT. The name is empty, too long, or a word of it mixes scripts. Type"
                + " it anew. Found: Riсe (CYRILLIC letter U+0441 at 2 in a LATIN word)");
  }

  @Test
  void aPartyHasNoMoreThanSixteenNames() {
    var text = new StringBuilder("party,sort,name,number\n");
    for (int i = 0; i < 17; i++) {
      text.append("PK-9,firm,Name ").append(i).append(",\n");
    }
    var read = PartyTable.read(text.toString());

    assertThat(read.subjects().getFirst().names()).hasSize(16);
    assertThat(read.remarks().getFirst().flaw()).isEqualTo(PartyFlaw.PARTY_CONTRADICTORY);
  }

  @Test
  void damagedTablesAreReadWithRemarks() {
    var random = new SplittableRandom(7);
    for (int i = 0; i < 5_000; i++) {
      var text = new StringBuilder(TABLE);
      for (int change = 0; change < 1 + random.nextInt(4); change++) {
        text.setCharAt(random.nextInt(text.length()), "\",\n\u202EаIMx ".charAt(random.nextInt(9)));
      }
      var read = PartyTable.read(text.toString());

      assertThat(read.subjects().size() + read.remarks().size()).as("%s", text).isPositive();
    }
  }
}
