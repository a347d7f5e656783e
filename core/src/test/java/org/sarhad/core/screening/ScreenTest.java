package org.sarhad.core.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.names.Meeting;

/// Looking for somebody on a list: whom it stops, whom not, and what it says of it.
class ScreenTest {
  private final Screen screen = Screen.of(Lists.UN);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Hamun Star Trading Co. (Pvt) Ltd | QDe.901 | 1000
          HAMOON STAR TRADING              | QDe.901 |  956
          شركة ستاره هامون بازرگاني        | QDe.901 | 1000
          Setareh Hamun                    | QDe.901 |  883
          Zireh Minerals GmbH              | KPe.902 |  917
          """)
  void aNameIsFound(String name, String reference, int score) {
    List<Hit> hits = screen.hits(Lists.firm(name), 750);

    assertThat(hits).extracting(hit -> hit.entity().reference()).containsExactly(reference);
    assertThat(hits.getFirst().score()).isEqualTo(score);
    assertThat(hits.getFirst().name()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({"Makran Rice Mills", "Star Trading", "Hamun Dates", "Sea Heron Fisheries"})
  void othersAreNot(String name) {
    assertThat(screen.hits(Lists.firm(name), 800)).isEmpty();
  }

  @Test
  void aHitSaysWhichWordsMet() {
    Hit hit = screen.hits(Lists.firm("Zireh Minerals"), 800).getFirst();

    assertThat(hit.listed()).isEqualTo(ListedName.of("Zirreh Minerals"));
    assertThat(hit.likeness().meetings())
        .extracting(Meeting::one, Meeting::other, Meeting::how)
        .contains(tuple("zireh", "zirreh", Meeting.How.SPELLING));
  }

  /// The list itself says that many others are called so.
  @Test
  void aWeakNameCountsNineTenths() {
    assertThat(screen.hits(Lists.firm("Golden Falcon"), 800).getFirst().score()).isEqualTo(900);
    assertThat(screen.hits(Lists.firm("Golden Falcon"), 901)).isEmpty();
  }

  /// A ship that was painted over has its number still.
  @Test
  void aNumberBeatsEveryName() {
    Subject ship =
        new Subject(
            SubjectId.of("MV Blue Gull"),
            Sort.VESSEL,
            List.of("Blue Gull"),
            Ordered.set(Identifier.of(Identifier.Scheme.IMO, "IMO 9074729")));
    Hit hit = screen.hits(ship, 1000).getFirst();

    assertThat(hit.score()).isEqualTo(1000);
    assertThat(hit.identifier()).contains(new Identifier(Identifier.Scheme.IMO, "9074729"));
    assertThat(hit.likeness().score()).isZero();
    assertThat(hit.likeness().unmet()).containsExactly("blue", "gull");
  }

  @Test
  void aShipIsLookedForAmongShips() {
    Subject heron =
        new Subject(SubjectId.of("h"), Sort.VESSEL, List.of("M.V. Sea Heron"), Ordered.set());

    assertThat(screen.hits(heron, 800)).hasSize(1);
    assertThat(screen.hits(Lists.firm("MV Sea Heron"), 800)).isEmpty();
    Subject bank = new Subject(SubjectId.of("b"), Sort.BANK, List.of("Hamun Star"), Ordered.set());
    assertThat(screen.hits(bank, 800)).hasSize(1);
  }

  /// What is clear by the old list has to be compared with what is new in the next one only.
  @Test
  void aNewListIsComparedByWhatIsNewInIt() {
    ListedEntity renamed = Lists.firm("QDe.901", "Hamun Star Trading Company", "Nimruz Traders");
    ListedEntity added = Lists.firm("QDe.904", "Gwatar Pearls");
    ListSnapshot next =
        new ListSnapshot(
            ListSource.UN,
            LocalDate.of(2019, 4, 27),
            Lists.hash("un of may"),
            List.of(renamed, Lists.UN.entities().get(1), added));

    assertThat(next.newSince(Lists.UN).entities()).containsExactly(renamed, added);
    assertThat(Lists.UN.newSince(Lists.UN).entities()).isEmpty();
    assertThat(Screen.of(next.newSince(Lists.UN)).hits(Lists.firm("Nimruz Traders"), 800))
        .isNotEmpty();
  }

  // ---- what cannot be filed -------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mаkran Rice    | CYRILLIC letter U+0430 at 1 in a LATIN word
          شرکتMakran     | LATIN letter U+004D at 4 in a ARABIC word
          Makran\u202ERice | U+202E at 6
          —              | no letter and no digit
          """)
  void aNameThatDeceivesIsNotFiled(String name, String flaw) {
    assertThatThrownBy(() -> Lists.firm(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("has " + flaw);
  }

  @Test
  void aNameOfWordsInTwoScriptsIsNoDeceit() {
    assertThat(Lists.firm("شرکت Makran Rice").names()).containsExactly("شرکت Makran Rice");
  }

  @ParameterizedTest
  @CsvSource({
    "IMO,9074728",
    "IMO,IMO907472",
    "IMO,907472X",
    "BIC,ABCDEF",
    "REGISTER,-",
    "REGISTER,شش"
  })
  void aNumberThatIsNoneIsRefused(Identifier.Scheme scheme, String text) {
    assertThatThrownBy(() -> Identifier.of(scheme, text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no number of " + scheme);
  }

  @Test
  void numbersAreReadAsPeopleWriteThem() {
    assertThat(Identifier.of(Identifier.Scheme.IMO, "IMO: 907 4729")).hasToString("IMO 9074729");
    assertThat(Identifier.of(Identifier.Scheme.BIC, "melirthx")).hasToString("BIC MELIRTHX");
  }

  @Test
  void thereIsNoSortForAPerson() {
    assertThat(Sort.values()).containsExactly(Sort.FIRM, Sort.BANK, Sort.VESSEL);
  }
}
