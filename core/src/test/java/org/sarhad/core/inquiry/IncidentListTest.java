package org.sarhad.core.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.core.data.Csv;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.geo.Place;
import org.sarhad.core.geo.Position;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.testing.Mutations;
import org.sarhad.core.testing.Seeded;
import org.sarhad.tlog.Bytes;

/// Lists of incidents from before the record become claims, or faults with their lines.
class IncidentListTest {
  private static final String HEADING =
      "incident,title,property,low,high,best,unit,category,value,behalf,source,as_of\n";

  /// The differing figures of 13 February 2019: all kept, none chosen.
  private static final String FEBRUARY =
      """
      incident,title,lang,place,lat,lon,radius_m,property,low,high,best,category,value,behalf,source,locator,as_of
      feb,Khash–Zahedan,en,Khash–Zahedan road,28.9,61.1,20000,killed,27,,,security,,press,Gulf News,report 000,2019-04-22
      feb,,,,,,,killed,27+,,,security,,press,Al Jazeera,report 001,2019-04-22

      feb,,,,,,,killed,,30,29,security,,press,"Iran Front Page, ""IFP""\",report 003,2019-04-22
      feb,,,,,,,claimed_by,,,,,Jaish al-Adl,press,Al Jazeera,report 001,2019-04-22
      feb,,,,,,,time,,,,,2019-02-13,press,Gulf News,report 000,2019-04-22
      apr,Ormara,en,,,,,killed,14,,,security,,third_party,an agency,,2019-04-20T08:00:00.000Z
      """;

  @Test
  void everyFigureIsKeptApart() {
    IncidentList list = IncidentList.ofCsv(FEBRUARY);

    assertThat(list.faults()).isEmpty();
    assertThat(list.items()).extracting(IncidentList.Item::name).containsExactly("feb", "apr");
    IncidentList.Item feb = list.items().getFirst();
    assertThat(feb.line()).isEqualTo(2);
    assertThat(feb.matter().isImported()).isTrue();
    assertThat(feb.matter().place())
        .contains(Place.at("Khash–Zahedan road", Position.ofDegrees(28.9, 61.1), 20_000));
    assertThat(feb.claims())
        .extracting(says -> says.value().span().map(Span::toString).orElse("-"))
        .startsWith("27", "27+", "0–30", "-");
    assertThat(feb.claims().get(2).provenance().sources().getFirst().name())
        .isEqualTo("Iran Front Page, \"IFP\"");
    assertThat(feb.claims().get(4).value())
        .isEqualTo(
            new Value.Interval(
                Instant.parse("2019-02-13T00:00:00Z"), Instant.parse("2019-02-13T23:59:59.999Z")));
    assertThat(list.items().getLast().claims().getFirst().provenance().behalf())
        .isEqualTo(Behalf.THIRD_PARTY);
  }

  /// What was read can be said, and shows as scenario step 4 asks.
  @Test
  void whatIsImportedCanBeClaimed() {
    InquiryScene scene = InquiryScene.of("ir", "pk");
    IncidentList.Item feb = IncidentList.ofCsv(FEBRUARY).items().getFirst();
    EntryId matter = scene.say(InquiryScene.IR, feb.matter());
    feb.claims().forEach(says -> scene.claim(InquiryScene.IR, matter, says));

    assertThat(scene.board(matter).head().hasNoProofOfNotice()).isTrue();
    BoardRow row = scene.row(matter, Property.KILLED);
    assertThat(row.third()).hasSize(3);
    assertThat(row.joint().envelope()).contains(new Spread(0, 30, true));
    assertThat(row.state()).isEqualTo(RowState.UNANSWERED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x,t,killed,,,,,,,press,a paper,2019-02-13           | neither low, high nor best
          x,t,killed,3-5,,,,,,press,a paper,2019-02-13        | low is "3-5"
          x,t,killed,3+,9,,,,,press,a paper,2019-02-13        | low is open above
          x,t,killed,9,3,,,,,press,a paper,2019-02-13         | from 9 to 3
          x,t,killed,1,9,12,,,,press,a paper,2019-02-13       | best estimate 12
          x,t,killed,3,,,vehicles,,,press,a paper,2019-02-13  | killed takes a quantity
          x,t,killed,3,,,,army,,press,a paper,2019-02-13      | is none of
          x,t,victims,3,,,,,,press,a paper,2019-02-13         | is none of
          x,t,killed,3,,,,,,press,,2019-02-13                 | nothing in column "source"
          x,t,killed,3,,,,,,press,a paper,in February         | as_of is "in February"
          x,,killed,3,,,,,,press,a paper,2019-02-13           | nothing in column "title"
          ,t,killed,3,,,,,,press,a paper,2019-02-13           | nothing in column "incident"
          x,t,occurred,,,,,,maybe,press,a paper,2019-02-13    | neither yes nor no
          x,t,claimed_by,,,,,,,press,a paper,2019-02-13       | nothing in column "value"
          x,t,time,,,,,,2019-02-14/2019-02-13,press,a paper,2019-02-13 | an interval from
          x,t,place,,,,,,,press,a paper,2019-02-13            | nothing in column "place"
          x,t,killed,3,,,,,,press,a paper,2019-02-13,more     | 13 fields under a heading of 12
          """)
  void aLineThatIsNotUnderstoodIsAFaultWithItsNumber(String line, String what) {
    String good = "y,t,killed,3,,,,,,press,a paper,2019-02-13\n";
    IncidentList list = IncidentList.ofCsv(HEADING + good + line + "\n" + good);

    assertThat(list.faults()).hasSize(1);
    assertThat(list.faults().getFirst().line()).isEqualTo(3);
    assertThat(list.faults().getFirst().what()).contains(what);
    assertThat(list.items().getFirst().claims()).hasSize(2);
  }

  @Test
  void linesAreCountedInFilesOfEveryHabit() {
    IncidentList list =
        IncidentList.ofCsv(
            HEADING.replace("\n", "\r\n")
                + "x,\"two\nlines\",killed,3,,,,,,press,a paper,2019-02-13\r\n"
                + "\r\n"
                + "x,t,killed,?,,,,,,press,a paper,2019-02-13\r\n"
                + "x,t,killed,3,,,,,,press,\"never closed,2019-02-13\r\n");

    assertThat(list.items()).hasSize(1);
    assertThat(list.items().getFirst().matter().title().text()).isEqualTo("two\nlines");
    assertThat(list.faults())
        .containsExactly(
            new IncidentList.Fault(
                5, "low is \"?\", expected a whole number of at most twelve digits"),
            new IncidentList.Fault(6, "a quote that is never closed"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                              | no heading line
          incident,title,property,as_of   | no column "source"
          incident,name                   | column "name"
          incident,incident               | a column twice
          """)
  void withoutAHeadingNothingIsRead(String text, String what) {
    IncidentList list = IncidentList.ofCsv(text + "\nx,y\n");

    assertThat(list.items()).isEmpty();
    assertThat(list.faults())
        .singleElement()
        .extracting(IncidentList.Fault::what)
        .asString()
        .contains(text.isEmpty() ? "column \"x\"" : what);
  }

  @Test
  void jsonListsClaimsAsTheRecordDoes() throws Exception {
    Json.Obj good =
        Json.obj()
            .put("claims", Json.arr(Samples.statements().map(Statement::toJson)))
            .put("name", "feb")
            .put("title", Words.en("Khash").toJson())
            .build();
    Json.Obj bad = Json.obj().put("name", "apr").build();
    Json.Obj file =
        Json.obj()
            .put("format", "sarhad.incidents/1")
            .put("incidents", Json.arr(good, bad, good))
            .build();

    IncidentList list = IncidentList.ofJson(file.canonical());

    assertThat(list.items()).hasSize(1);
    assertThat(list.items().getFirst().claims())
        .containsExactlyElementsOf(Samples.statements().toList());
    assertThat(list.faults()).extracting(IncidentList.Fault::line).containsExactly(2, 3);
    assertThat(list.faults().getLast().what()).contains("twice");
  }

  @Test
  void anotherFileIsNone() {
    assertThatThrownBy(() -> IncidentList.ofJson(Bytes.ofUtf8("[]")))
        .isInstanceOf(MalformedJsonException.class);
    assertThatThrownBy(
            () -> IncidentList.ofJson(Bytes.ofUtf8("{\"format\":\"x\",\"incidents\":[]}")))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageContaining("sarhad.incidents/1");
    assertThat(IncidentList.ofCsv("x".repeat(IncidentList.LENGTH_MAX + 1)).faults()).hasSize(1);
  }

  /// Damaged lists are read as far as they can be; every line is a claim or a fault.
  @Test
  void damagedListsAreReadAsFarAsTheyCanBe() {
    int[] met = new int[2];
    Seeded.check(
        800,
        random -> {
          Bytes bytes = Mutations.mutate(Bytes.ofUtf8(FEBRUARY), random);
          Optional<String> text = bytes.findUtf8();
          if (text.isPresent()) {
            IncidentList list = IncidentList.ofCsv(text.get());
            int claims = list.items().stream().mapToInt(item -> item.claims().size()).sum();
            assertThat(claims + list.faults().size())
                .isLessThanOrEqualTo(Math.max(1, Csv.parse(text.get()).size()));
            met[list.faults().isEmpty() ? 0 : 1]++;
          }
        });
    assertThat(met[0]).isGreaterThan(20);
    assertThat(met[1]).isGreaterThan(200);
  }

  @Test
  void csvAsRfc4180HasIt() {
    assertThat(Csv.parse("a,b\r\n\"x,\"\"y\"\"\",\n\n,z"))
        .extracting(Csv.Line::fields)
        .containsExactly(List.of("a", "b"), List.of("x,\"y\"", ""), List.of("", "z"));
  }
}
