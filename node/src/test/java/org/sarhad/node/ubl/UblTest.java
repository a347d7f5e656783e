package org.sarhad.node.ubl;

import static org.assertj.core.api.Assertions.assertThat;

import com.helger.jaxb.GenericJAXBMarshaller;
import com.helger.ubl23.UBL23Marshaller;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_23.TransportEventType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sarhad.core.delivery.ControlPoint;
import org.sarhad.node.testing.DeliveryStory;
import org.sarhad.tlog.Bytes;

/// The documents of UBL 2.3, read again by the schemas of OASIS that the library brings (protocol
/// clause 18-7.2).
class UblTest {
  private final DeliveryStory story = new DeliveryStory();

  @Test
  void theDespatchIsReadAsItStandsInTheBook() {
    var read = read(UBL23Marshaller.despatchAdvice(), despatch());
    assertThat(read.getIDValue()).isEqualTo("pk/despatch/1");
    var line = there(read.getDespatchLineAtIndex(0));
    assertThat(line.getDeliveredQuantityValue()).isEqualTo(BigDecimal.valueOf(100_000));
    assertThat(there(line.getDeliveredQuantity()).getUnitCode()).isEqualTo("KGM");
    var shipment = there(read.getShipment());
    assertThat(there(shipment.getTransportHandlingUnitAtIndex(0)).getIDValue())
        .as("escaped")
        .isEqualTo("PKR <101>");
    assertThat(there(shipment.getTransportHandlingUnitAtIndex(1)).getIDValue())
        .isEqualTo("PKR & 102");
  }

  @Test
  void theReceiptSaysWhatIsShort() {
    var read =
        read(
            UBL23Marshaller.receiptAdvice(),
            UblAdvice.receipt(story.consignment(), story.book(), story::time).orElseThrow());
    var line = there(read.getReceiptLineAtIndex(0));
    assertThat(line.getReceivedQuantityValue()).isEqualTo(BigDecimal.valueOf(99_000));
    assertThat(line.getShortQuantityValue()).isEqualTo(BigDecimal.valueOf(1_000));
    assertThat(there(read.getDespatchDocumentReferenceAtIndex(0)).getIDValue())
        .isEqualTo("pk/despatch/1");
  }

  @Test
  void theStatusHasTheLastWordOnEachControlPointAndTheStampsOfTheOtherSide() {
    var read = read(UBL23Marshaller.transportationStatus(), status());
    List<TransportEventType> events = read.getTransportEvent();
    assertThat(events).hasSize(story.consignment().events().size() - 1);
    assertThat(of(events, ControlPoint.DEPARTED)).as("said twice").hasSize(1);
    assertThat(of(events, ControlPoint.ARRIVED))
        .extracting(event -> there(event.getCompletionIndicator()).isValue())
        .as("as it happened, and as it was planned for the day behind it")
        .containsExactly(true, false);
    var exit = there(of(events, ControlPoint.BORDER_EXIT).getFirst().getCurrentStatusAtIndex(0));
    assertThat(exit.getConditionCodeValue()).isEqualTo("actual");
    assertThat(there(exit.getSubStatusAtIndex(0)).getConditionCodeValue()).isEqualTo("stamped");
    var lost = there(of(events, ControlPoint.LOST).getFirst().getReportedShipment());
    assertThat(there(lost.getTransportHandlingUnitAtIndex(0)).getIDValue())
        .as("only what was lost")
        .isEqualTo("QTA-3");
  }

  private static List<TransportEventType> of(List<TransportEventType> events, ControlPoint point) {
    return events.stream()
        .filter(event -> point.name().equalsIgnoreCase(event.getTransportEventTypeCodeValue()))
        .toList();
  }

  /// Each node is a process of its own; so was the one that wrote the files.
  @Test
  void theSameRecordGivesTheSameBytesInAnyProcess() {
    assertThat(despatch().utf8()).isEqualTo(file("despatch-advice.xml"));
    assertThat(status().utf8()).isEqualTo(file("transportation-status.xml"));
  }

  /// Their reader does refuse.
  @Test
  void anAdviceWithoutItsLineIsRefused() {
    var text = despatch().utf8().replaceAll("(?s)<cac:DespatchLine>.*</cac:DespatchLine>", "");
    assertThat(UBL23Marshaller.despatchAdvice().read(text)).isNull();
  }

  private Bytes despatch() {
    return UblAdvice.despatch(story.consignment(), story.book(), story::time).orElseThrow();
  }

  private Bytes status() {
    return UblStatus.of(story.consignment(), story.book());
  }

  private static String file(String name) {
    try (InputStream file = there(UblTest.class.getResourceAsStream(name))) {
      return Bytes.of(file.readAllBytes()).utf8();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// By the schema.
  private static <T> T read(GenericJAXBMarshaller<T> reader, Bytes document) {
    return there(reader.read(document.toArray()));
  }

  /// What their reader has found, and says that it may not have.
  private static <T> T there(@Nullable T found) {
    return Optional.ofNullable(found).orElseThrow();
  }
}
