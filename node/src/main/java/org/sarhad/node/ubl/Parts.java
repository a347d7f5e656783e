package org.sarhad.node.ubl;

import com.helger.datetime.xml.XMLOffsetDate;
import com.helger.datetime.xml.XMLOffsetTime;
import com.helger.jaxb.GenericJAXBMarshaller;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SortedSet;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_23.CommodityClassificationType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_23.CustomerPartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_23.ItemType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_23.OrderLineReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_23.OrderReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_23.PartyNameType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_23.PartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_23.ShipmentType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_23.SupplierPartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_23.TransportHandlingUnitType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_23.DescriptionType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_23.NoteType;
import org.sarhad.core.barter.BookState;
import org.sarhad.core.barter.Contract;
import org.sarhad.core.barter.Goods;
import org.sarhad.core.delivery.Consignment;
import org.sarhad.core.delivery.HandlingUnit;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.register.Wording;
import org.sarhad.tlog.Bytes;

/// What the documents of a consignment have in common.
///
/// @param one the consignment
/// @param book as it stands
/// @param contract that it is delivered under
record Parts(Consignment one, BookState book, Contract contract) {
  static final String VERSION = "2.3";

  private static final String HARMONIZED_SYSTEM = "HS";

  static Parts of(Consignment one, BookState book) {
    return new Parts(
        one,
        book,
        book.trade()
            .contract(book.trade().reservations().get(one.consigned().said().reservation())));
  }

  /// The file of `document`. Its shape is held by the types of the library; the schemas themselves
  /// are read in the tests, and not for each file.
  ///
  /// @throws IllegalStateException when the library cannot write it
  static <T> Bytes written(GenericJAXBMarshaller<T> writer, T document) {
    return Optional.ofNullable(
            writer.setUseSchema(false).setFormattedOutput(true).getAsBytes(document))
        .map(Bytes::of)
        .orElseThrow(() -> new IllegalStateException("UBL of " + document.getClass()));
  }

  static XMLOffsetDate date(Instant at) {
    return XMLOffsetDate.of(at.atOffset(ZoneOffset.UTC).toLocalDate(), ZoneOffset.UTC);
  }

  static XMLOffsetTime time(Instant at) {
    return XMLOffsetTime.of(at.atOffset(ZoneOffset.UTC).toLocalTime(), ZoneOffset.UTC);
  }

  /// The number of a voucher: gap-free for each side and kind.
  String number(EntryId entry) {
    return book.journal().voucher(entry).orElseThrow().id().toString();
  }

  /// In which entry it stands.
  static NoteType note(EntryId entry) {
    return new NoteType(entry.toString());
  }

  OrderReferenceType order() {
    var order = new OrderReferenceType();
    order.setID(contract.id().toString());
    return order;
  }

  static OrderLineReferenceType orderLine() {
    var line = new OrderLineReferenceType();
    line.setLineID("1");
    return line;
  }

  // ---- parties --------------------------------------------------------------------------------

  SupplierPartyType supplier() {
    var supplier = new SupplierPartyType();
    supplier.setParty(seller());
    return supplier;
  }

  CustomerPartyType customer() {
    var customer = new CustomerPartyType();
    customer.setParty(buyer());
    return customer;
  }

  PartyType seller() {
    return party(contract.terms().goods().seller());
  }

  PartyType buyer() {
    return party(contract.terms().goods().buyer());
  }

  private static PartyType party(String called) {
    var name = new PartyNameType();
    name.setName(called);
    var party = new PartyType();
    party.addPartyName(name);
    return party;
  }

  // ---- goods ----------------------------------------------------------------------------------

  /// All that the goods have been in.
  ShipmentType shipment() {
    return shipment(Optional.empty());
  }

  /// Only the handling units that are named.
  ShipmentType shipment(SortedSet<Integer> numbers) {
    return shipment(Optional.of(numbers));
  }

  private ShipmentType shipment(Optional<SortedSet<Integer>> numbers) {
    var shipment = new ShipmentType();
    shipment.setID(one.id().toString());
    one.units()
        .values()
        .filter(unit -> numbers.isEmpty() || numbers.get().contains(unit.number()))
        .forEach(unit -> shipment.addTransportHandlingUnit(unit(unit)));
    return shipment;
  }

  private static TransportHandlingUnitType unit(HandlingUnit unit) {
    var there = new TransportHandlingUnitType();
    there.setID(unit.load().mark());
    return there;
  }

  ItemType item() {
    Goods goods = contract.terms().goods();
    var commodity = new CommodityClassificationType();
    commodity.setItemClassificationCode(goods.commodity()).setListID(HARMONIZED_SYSTEM);
    var item = new ItemType();
    texts(goods.name()).forEach(item::addDescription);
    item.addCommodityClassification(commodity);
    return item;
  }

  /// In each of its languages.
  static Iterable<DescriptionType> texts(Wording wording) {
    return () ->
        wording.texts().entrySet().stream()
            .map(each -> text(each.getKey(), each.getValue()))
            .iterator();
  }

  private static DescriptionType text(String language, String said) {
    var text = new DescriptionType(said);
    text.setLanguageID(language);
    return text;
  }
}
