package org.sarhad.node.ubl;

import com.helger.ubl23.UBL23Marshaller;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_23.DespatchLineType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_23.DocumentReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_23.ReceiptLineType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_23.DocumentDescriptionType;
import oasis.names.specification.ubl.schema.xsd.despatchadvice_23.DespatchAdviceType;
import oasis.names.specification.ubl.schema.xsd.receiptadvice_23.ReceiptAdviceType;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.barter.Delivery;
import org.sarhad.core.delivery.Consignment;
import org.sarhad.core.entry.EntryId;
import org.sarhad.tlog.Bytes;

/// Despatch and receipt of a consignment as the advices of UBL 2.3 (protocol clause 18-7.2).
/// Nothing in them is new: it is what stands in the book, in the words that others read.
public final class UblAdvice {
  private final Parts parts;

  private UblAdvice(Consignment one, BookState book) {
    this.parts = Parts.of(one, book);
  }

  /// The advice of its despatch; empty as long as it has none.
  ///
  /// @param book as it stands
  /// @param times what the author's clock said at an entry
  public static Optional<Bytes> despatch(
      Consignment one, BookState book, Function<EntryId, Instant> times) {
    return one.despatch()
        .map(book.trade().deliveries()::get)
        .map(delivery -> new UblAdvice(one, book).despatched(delivery, times))
        .map(advice -> Parts.written(UBL23Marshaller.despatchAdvice(), advice));
  }

  /// The advice of its receipt; empty as long as nothing has arrived.
  ///
  /// @param book as it stands
  /// @param times what the author's clock said at an entry
  public static Optional<Bytes> receipt(
      Consignment one, BookState book, Function<EntryId, Instant> times) {
    return one.despatch()
        .map(book.trade().deliveries()::get)
        .filter(delivery -> delivery.arrival().isPresent())
        .map(delivery -> new UblAdvice(one, book).received(delivery, times))
        .map(advice -> Parts.written(UBL23Marshaller.receiptAdvice(), advice));
  }

  private DespatchAdviceType despatched(Delivery delivery, Function<EntryId, Instant> times) {
    EntryId entry = delivery.despatch().entry();
    var advice = new DespatchAdviceType();
    advice.setUBLVersionID(Parts.VERSION);
    advice.setID(parts.number(entry));
    advice.setIssueDate(Parts.date(times.apply(entry)));
    advice.addNote(Parts.note(entry));
    advice.addOrderReference(parts.order());
    advice.setDespatchSupplierParty(parts.supplier());
    advice.setDeliveryCustomerParty(parts.customer());
    advice.setShipment(parts.shipment());
    advice.addDespatchLine(line(delivery));
    return advice;
  }

  private DespatchLineType line(Delivery delivery) {
    var line = new DespatchLineType();
    line.setID("1");
    line.setDeliveredQuantity(BigDecimal.valueOf(delivery.sent())).setUnitCode(unit());
    line.addOrderLineReference(Parts.orderLine());
    line.setItem(parts.item());
    return line;
  }

  private ReceiptAdviceType received(Delivery delivery, Function<EntryId, Instant> times) {
    Delivery.Arrival there = delivery.arrival().orElseThrow();
    EntryId entry = there.receipt().entry();
    var advice = new ReceiptAdviceType();
    advice.setUBLVersionID(Parts.VERSION);
    advice.setID(parts.number(entry));
    advice.setIssueDate(Parts.date(times.apply(entry)));
    advice.addNote(Parts.note(entry));
    advice.addOrderReference(parts.order());
    advice.addDespatchDocumentReference(reference(delivery.despatch().entry()));
    advice.setDeliveryCustomerParty(parts.customer());
    advice.setDespatchSupplierParty(parts.supplier());
    advice.setShipment(parts.shipment());
    advice.addReceiptLine(line(delivery, there.received()));
    return advice;
  }

  private DocumentReferenceType reference(EntryId despatch) {
    var reference = new DocumentReferenceType();
    reference.setID(parts.number(despatch));
    reference.addDocumentDescription(new DocumentDescriptionType(despatch.toString()));
    return reference;
  }

  private ReceiptLineType line(Delivery delivery, long received) {
    var line = new ReceiptLineType();
    line.setID("1");
    line.setReceivedQuantity(BigDecimal.valueOf(received)).setUnitCode(unit());
    if (received < delivery.sent()) {
      line.setShortQuantity(BigDecimal.valueOf(delivery.sent() - received)).setUnitCode(unit());
    }
    line.setOrderLineReference(Parts.orderLine());
    line.addItem(parts.item());
    return line;
  }

  private String unit() {
    return parts.contract().unit().code();
  }
}
