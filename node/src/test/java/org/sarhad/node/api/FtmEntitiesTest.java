package org.sarhad.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.screening.Identifier;
import org.sarhad.core.screening.Identifier.Scheme;
import org.sarhad.core.screening.Sort;
import org.sarhad.core.screening.Subject;
import org.sarhad.core.screening.SubjectId;

/// Those who trade, in the words of FollowTheMoney.
class FtmEntitiesTest {
  @Test
  void eachIsALineWithItsNamesAndNumbers() {
    var file =
        FtmEntities.of(
            PartyId.of("ir"),
            List.of(
                new Subject(
                    SubjectId.of("Makran Rice"),
                    Sort.FIRM,
                    List.of("Makran Rice Mills", "برنج مکران"),
                    Ordered.set(new Identifier(Scheme.REGISTER, "PK4711"))),
                new Subject(
                    SubjectId.of("Sistan Bank"),
                    Sort.BANK,
                    List.of("Sistan Bank"),
                    Ordered.set(new Identifier(Scheme.BIC, "SISTIRTH"))),
                new Subject(
                    SubjectId.of("Gulf Star"),
                    Sort.VESSEL,
                    List.of("Gulf Star"),
                    Ordered.set(new Identifier(Scheme.IMO, "9074729")))));
    assertThat(file.utf8())
        .isEqualTo(
            """
            {"id":"ir/Makran Rice","schema":"Organization","properties":{"name":["Makran Rice Mills"],"alias":["برنج مکران"],"registrationNumber":["PK4711"]}}
            {"id":"ir/Sistan Bank","schema":"Company","properties":{"name":["Sistan Bank"],"swiftBic":["SISTIRTH"]}}
            {"id":"ir/Gulf Star","schema":"Vessel","properties":{"name":["Gulf Star"],"imoNumber":["9074729"]}}
            """);
  }

  @Test
  void anEmptyTableIsAnEmptyFile() {
    assertThat(FtmEntities.of(PartyId.of("ir"), List.of()).size()).isZero();
  }
}
