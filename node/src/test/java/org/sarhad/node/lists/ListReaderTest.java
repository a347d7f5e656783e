package org.sarhad.node.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sarhad.core.screening.Identifier;
import org.sarhad.core.screening.ListSource;
import org.sarhad.core.screening.ListedEntity;
import org.sarhad.core.screening.ListedName;
import org.sarhad.core.screening.Sort;
import org.sarhad.tlog.tree.Hash;

/// Lists in every form that they are published in; what is left out, and what is no list.
class ListReaderTest {
  @ParameterizedTest
  @CsvSource({
    "UN,UN_XML,un,2019-04-20,2,0,1,0",
    "OFAC,OFAC_XML,ofac,2019-04-18,1,1,1,1",
    "EU,EU_XML,eu,2019-04-17,1,0,1,0",
    "UK,UK_XML,uk,2019-04-16,1,1,1,0",
    "UK_TABLE,UK_CSV,uk,2019-04-15,1,1,1,0"
  })
  void aListIsRead(
      SampleList sample,
      ListFormat format,
      String source,
      LocalDate dated,
      int firms,
      int ships,
      int persons,
      int aircraft)
      throws Exception {
    var read = sample.read();

    assertThat(read.format()).isEqualTo(format);
    assertThat(read.list().source()).isEqualTo(ListSource.of(source));
    assertThat(read.list().dated()).isEqualTo(dated);
    assertThat(read.count(Sort.FIRM)).isEqualTo(firms);
    assertThat(read.count(Sort.VESSEL)).isEqualTo(ships);
    assertThat(read.persons()).isEqualTo(persons);
    assertThat(read.aircraft()).isEqualTo(aircraft);
    assertThat(read.list().sha256())
        .isEqualTo(Hash.of(MessageDigest.getInstance("SHA-256").digest(sample.bytes())));
  }

  /// docs/anti-features.md: no lists of persons. All that is left of one is that it was counted.
  @ParameterizedTest
  @EnumSource
  void nothingOfAPersonIsKept(SampleList sample) throws Exception {
    var read = sample.read();

    assertThat(sample.text()).containsIgnoringCase("whatever");
    assertThat(read.list().toString() + read.remarks()).doesNotContainIgnoringCase("whatever");
  }

  // ---- names and numbers ----------------------------------------------------------------------

  @Test
  void aFirmHasAllItsNames() throws Exception {
    assertThat(entity(SampleList.UN, "XXe.011").names())
        .containsExactly(
            ListedName.of("HAMUN STAR TRADING COMPANY"),
            ListedName.of("شرکت بازرگانی ستاره هامون"),
            ListedName.of("Setareh-ye Hamun"),
            ListedName.weak("Star Traders"));
    assertThat(entity(SampleList.EU, "EU.9001.1").names())
        .containsExactly(
            ListedName.of("Nimruz Cement Works"),
            ListedName.of("Нимруз Цемент"),
            ListedName.weak("NCW"));
    assertThat(entity(SampleList.UK, "XXX0001").names())
        .containsExactly(
            ListedName.of("Makran Dates Limited"),
            ListedName.weak("Makran Khorma"),
            ListedName.of("مکران خرما"));
    assertThat(entity(SampleList.UK_TABLE, "XXX0001").names())
        .isEqualTo(entity(SampleList.UK, "XXX0001").names());
  }

  @Test
  void twoNamesInOneAreTwoAndWhatStandsInBracketsIsNone() throws Exception {
    assertThat(entity(SampleList.UN, "XXe.012").names())
        .containsExactly(
            ListedName.of("GWATAR AIRLINES (GAL) ; DESERT WINGS & SONS (DWS)"),
            ListedName.of("GWATAR AIRLINES"),
            ListedName.of("DESERT WINGS & SONS"));
  }

  @Test
  void numbersOfRegistersAreKeptAndOthersAreNot() throws Exception {
    assertThat(entity(SampleList.OFAC, "90001").identifiers())
        .containsExactly(
            new Identifier(Identifier.Scheme.BIC, "CHAGXXPK"),
            new Identifier(Identifier.Scheme.REGISTER, "PK90001"));
    assertThat(entity(SampleList.OFAC, "90002").identifiers())
        .containsExactly(new Identifier(Identifier.Scheme.IMO, "9074729"));
    for (var uk : List.of(SampleList.UK, SampleList.UK_TABLE)) {
      assertThat(entity(uk, "XXX0002").identifiers())
          .containsExactly(new Identifier(Identifier.Scheme.IMO, "9176187"));
    }
  }

  private static ListedEntity entity(SampleList sample, String reference) throws Exception {
    return sample.read().list().entities().stream()
        .filter(entity -> entity.reference().equals(reference))
        .findFirst()
        .orElseThrow();
  }

  // ---- what is left out -----------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UN       | line 28, XXe.013: NO_NAME.
          UN       | line 33: NO_REFERENCE.
          OFAC     | line 21, 90002: NUMBER_UNREADABLE.
          OFAC     | line 41, 90005: SORT_UNKNOWN.
          EU       | line 15, EU.9001.1: REFERENCE_TWICE.
          UK_TABLE | line 8: LINE_MALFORMED.
          UK_TABLE | line 9: NO_REFERENCE.
          UK_TABLE | line 10, XXX0005: SORT_UNKNOWN.
          """)
  void aRecordThatIsLeftOutIsReported(SampleList sample, String remark) throws Exception {
    assertThat(sample.read().remarks())
        .extracting(Remark::toString)
        .anySatisfy(said -> assertThat(said).startsWith(remark));
  }

  @Test
  void aWrongNumberLeavesTheShipOnTheList() throws Exception {
    var read = SampleList.OFAC.read();

    assertThat(read.remarks()).hasSize(2);
    assertThat(read.leftOut()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void everyFlawOfARecordHasASentence(RecordFlaw flaw) {
    assertThat(flaw.sentence()).endsWith(".").hasSizeBetween(20, 100);
  }

  @Test
  void aNameThatNobodyCanHaveIsNotUsed() throws Exception {
    var read =
        SampleList.read(SampleList.EU.text().replace("Nimruz Cement Works", "x".repeat(1_001)));

    assertThat(read.remarks().getFirst().flaw()).isEqualTo(RecordFlaw.NAME_TOO_LONG);
    assertThat(read.remarks().getFirst().detail()).hasSize(81).endsWith("…");
    assertThat(read.count(Sort.FIRM)).isEqualTo(1);
  }

  // ---- what is no list ------------------------------------------------------------------------

  /// The switch has no default: a new flaw does not compile before it has its case here.
  private static String provoke(ListFlaw flaw) throws IOException {
    return switch (flaw) {
      case TOO_LARGE -> "<CONSOLIDATED_LIST>" + " ".repeat(2_000_000);
      case FORMAT_UNKNOWN -> "36,\"SOMEBODY\",-0- ,\"NOWHERE\"\r\n";
      case NOT_WELL_FORMED -> {
        var whole = SampleList.UN.text();
        yield whole.substring(0, whole.length() / 2);
      }
      case DOCUMENT_TYPE ->
          "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>" + "<CONSOLIDATED_LIST/>";
      case RECORD_TOO_LARGE ->
          "<CONSOLIDATED_LIST dateGenerated=\"2019-04-20\"><ENTITY>" + "<a>".repeat(40);
      case NO_DATE -> SampleList.UN.text().replace("dateGenerated", "generated");
      case EMPTY -> "<CONSOLIDATED_LIST dateGenerated=\"2019-04-20\"/>";
      case NOTHING_READ ->
          "<CONSOLIDATED_LIST dateGenerated=\"2019-04-20\"><ENTITY/></CONSOLIDATED_LIST>";
    };
  }

  @ParameterizedTest
  @EnumSource
  void everyFlawIsFound(ListFlaw flaw) throws IOException {
    var bytes = provoke(flaw).getBytes(StandardCharsets.UTF_8);
    try {
      ListReader.read(new ByteArrayInputStream(bytes), 1_000_000);
      fail("read: " + flaw);
    } catch (MalformedListException e) {
      assertThat(e.flaw()).as(e.getMessage()).isEqualTo(flaw);
      assertThat(e).hasMessageContaining(flaw.sentence());
    }
    assertThat(flaw.sentence()).endsWith(".").hasSizeBetween(20, 200);
  }

  /// A billion laughs, a file of the machine, a host of the net: none is looked at.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><sdnList>&b;</sdnList>
          <!DOCTYPE sdnList SYSTEM "http://127.0.0.1:9/list.dtd"><sdnList/>
          <!DOCTYPE l [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]><sdnList/>
          """)
  void aDocumentTypeIsRefused(String text) {
    assertThatThrownBy(() -> SampleList.read(text))
        .isInstanceOfSatisfying(
            MalformedListException.class,
            e -> assertThat(e.flaw()).isEqualTo(ListFlaw.DOCUMENT_TYPE));
  }

  @Test
  void anEntityThatNobodyDeclaredIsRefused() {
    assertThatThrownBy(
            () ->
                SampleList.read(
                    "<CONSOLIDATED_LIST dateGenerated=\"2019-04-20\"><ENTITY>&x;</ENTITY>"
                        + "</CONSOLIDATED_LIST>"))
        .isInstanceOf(MalformedListException.class);
  }

  @Test
  void aMarkOfByteOrderAtTheBeginningIsNothing() throws Exception {
    for (var sample : SampleList.values()) {
      assertThat(SampleList.read("\uFEFF" + sample.text()).list().entities())
          .isEqualTo(sample.read().list().entities());
    }
  }

  // ---- damage ---------------------------------------------------------------------------------

  /// Damaged lists are read with remarks or refused with the one exception, and never with another
  /// hash than that of their bytes.
  @Test
  void damagedListsAreReadOrRefused() throws Exception {
    var random = new SplittableRandom(20190420);
    var samples = List.of(SampleList.values());
    int read = 0;
    int refused = 0;
    for (int i = 0; i < 4_000; i++) {
      var sample = samples.get(random.nextInt(samples.size()));
      byte[] damaged = damaged(sample.bytes(), random);
      try {
        var list = ListReader.read(new ByteArrayInputStream(damaged)).list();
        assertThat(list.sha256())
            .isEqualTo(Hash.of(MessageDigest.getInstance("SHA-256").digest(damaged)));
        read++;
      } catch (MalformedListException e) {
        assertThat(e.getMessage()).hasSizeLessThan(500);
        refused++;
      }
    }
    assertThat(read).isGreaterThan(500);
    assertThat(refused).isGreaterThan(500);
  }

  private static byte[] damaged(byte[] bytes, SplittableRandom random) {
    byte[] damaged = bytes.clone();
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(damaged.length);
      switch (random.nextInt(3)) {
        case 0 -> damaged[at] = (byte) random.nextInt(256);
        case 1 -> damaged[at] = (byte) "<>\"&;,/ \n".charAt(random.nextInt(9));
        default -> {
          int length = Math.min(random.nextInt(40), damaged.length - at);
          byte[] shorter = new byte[damaged.length - length];
          System.arraycopy(damaged, 0, shorter, 0, at);
          System.arraycopy(damaged, at + length, shorter, at, shorter.length - at);
          damaged = shorter.length == 0 ? damaged : shorter;
        }
      }
    }
    return damaged;
  }
}
