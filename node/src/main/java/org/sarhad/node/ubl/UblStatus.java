package org.sarhad.node.ubl;

import com.helger.ubl23.UBL23Marshaller;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_23.LocationType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_23.StatusType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_23.TransportEventType;
import oasis.names.specification.ubl.schema.xsd.transportationstatus_23.TransportationStatusType;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.delivery.Consignment;
import org.sarhad.core.delivery.ControlEvent;
import org.sarhad.core.delivery.ControlPoint;
import org.sarhad.core.delivery.DeliveryFact;
import org.sarhad.core.delivery.Phase;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.register.Bodies;
import org.sarhad.core.register.Wording;
import org.sarhad.tlog.Bytes;

/// Where a consignment is, as the `TransportationStatus` of UBL 2.3 (protocol clause 18-7.2): every
/// control point that was named, what is planned and expected among it. Of each side, point, phase
/// and units the last word stands; what was said before it is in the record.
public final class UblStatus {
  /// The name of our list of control points; UBL has none of its own.
  private static final String LIST = "sarhad-control-points";

  private static final String STAMPED = "stamped";

  private final Parts parts;
  private final Consignment one;

  private UblStatus(Consignment one, BookState book) {
    this.parts = Parts.of(one, book);
    this.one = one;
  }

  /// The status of `one`. O(events log events).
  ///
  /// @param book as it stands
  public static Bytes of(Consignment one, BookState book) {
    return Parts.written(
        UBL23Marshaller.transportationStatus(), new UblStatus(one, book).document());
  }

  private TransportationStatusType document() {
    List<ControlEvent> events = standing();
    Instant newest =
        events.stream()
            .map(event -> event.word().at())
            .max(Comparator.naturalOrder())
            .orElse(one.consigned().at());
    var status = new TransportationStatusType();
    status.setUBLVersionID(Parts.VERSION);
    status.setID(one.id().toString());
    status.setIssueDate(Parts.date(newest));
    status.setIssueTime(Parts.time(newest));
    events.forEach(event -> status.addTransportEvent(event(event)));
    status.setSenderParty(parts.seller());
    status.setReceiverParty(parts.buyer());
    return status;
  }

  /// Of the entries of one side the later one comes later.
  private List<ControlEvent> standing() {
    Map<Subject, ControlEvent> last = new HashMap<>();
    one.events().values().forEach(event -> last.put(Subject.of(event), event));
    return last.values().stream()
        .sorted(
            Comparator.comparing((ControlEvent event) -> event.word().said().at())
                .thenComparing(ControlEvent::id))
        .toList();
  }

  /// What a word is about; a later one about the same takes its place.
  private record Subject(PartyId by, ControlPoint point, Phase phase, SortedSet<Integer> units) {
    static Subject of(ControlEvent event) {
      return new Subject(event.by(), event.point(), event.word().said().phase(), event.units());
    }
  }

  private TransportEventType event(ControlEvent event) {
    DeliveryFact.Happened said = event.word().said();
    var there = new TransportEventType();
    there.setIdentificationID(event.id().toString());
    there.setOccurrenceDate(Parts.date(said.at()));
    there.setOccurrenceTime(Parts.time(said.at()));
    there.setTransportEventTypeCode(Bodies.code(said.point())).setListID(LIST);
    there.setCompletionIndicator(event.isActual());
    there.setReportedShipment(parts.shipment(event.units()));
    there.addCurrentStatus(status(event));
    said.place().ifPresent(place -> there.setLocation(location(place)));
    return there;
  }

  /// Planned, expected or happened; and below it the other side's stamp.
  private static StatusType status(ControlEvent event) {
    var status = new StatusType();
    status.setConditionCode(Bodies.code(event.word().said().phase()));
    event.stamp().ifPresent(stamp -> status.addSubStatus(stamped(stamp.at())));
    return status;
  }

  private static StatusType stamped(Instant at) {
    var stamp = new StatusType();
    stamp.setConditionCode(STAMPED);
    stamp.setReferenceDate(Parts.date(at));
    stamp.setReferenceTime(Parts.time(at));
    return stamp;
  }

  private static LocationType location(Wording place) {
    var location = new LocationType();
    Parts.texts(place).forEach(location::addDescription);
    return location;
  }
}
