package org.sarhad.node.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sarhad.core.barter.Contract;
import org.sarhad.core.delivery.Consignment;
import org.sarhad.core.entry.EntryId;
import org.sarhad.node.api.view.DeliveryViews;
import org.sarhad.node.ubl.UblAdvice;
import org.sarhad.node.ubl.UblStatus;
import org.sarhad.tlog.Bytes;

/// Goods on their way, and whether two scales agree (protocol chapter 18). What is said of them is
/// stated in the words of that chapter and of chapter 14.
final class DeliveryOperations {
  private static final String ROOT = "/api/v1/deliveries";
  private static final String CONSIGNMENTS = ROOT + "/consignments";
  private static final String COMPARISONS = ROOT + "/comparisons";

  private static final String EPCIS = "application/ld+json";
  private static final String XML = "application/xml";

  /// Steps of a comparison, unless another number is asked for.
  private static final int STEPS = 200;

  private enum Which {
    ALL,
    CONSIGNED,
    DESPATCHED,
    RECEIVED,
    ACCEPTED,
    DISPUTED,
    /// Goods have passed from side to side, and only one of them says so.
    UNSTAMPED;

    boolean takes(Consignments all, Consignment one) {
      return switch (this) {
        case ALL -> true;
        case UNSTAMPED -> !one.unstamped().isEmpty();
        case CONSIGNED, DESPATCHED, RECEIVED, ACCEPTED, DISPUTED ->
            all.state(one).name().equals(name());
      };
    }
  }

  private final Surface surface;

  DeliveryOperations(Surface surface) {
    this.surface = surface;
  }

  List<Operation> list() {
    return List.of(
        Operation.get("getDeliveries", ROOT, Access.signedIn(), this::board),
        Operation.get("listConsignments", CONSIGNMENTS, Access.signedIn(), this::consignments),
        Operation.get(
            "getConsignment",
            CONSIGNMENTS + "/{log}/{index}",
            Access.signedIn(),
            this::consignment),
        Operation.get(
            "exportEpcis",
            CONSIGNMENTS + "/{log}/{index}/epcis",
            Access.signedIn(),
            call -> exported(call, EPCIS, "epcis.jsonld", DeliveryOperations::epcis)),
        Operation.get(
            "exportDespatchAdvice",
            CONSIGNMENTS + "/{log}/{index}/despatch-advice",
            Access.signedIn(),
            call -> exported(call, XML, "despatch.xml", DeliveryOperations::despatched)),
        Operation.get(
            "exportReceiptAdvice",
            CONSIGNMENTS + "/{log}/{index}/receipt-advice",
            Access.signedIn(),
            call -> exported(call, XML, "receipt.xml", DeliveryOperations::received)),
        Operation.get(
            "exportTransportationStatus",
            CONSIGNMENTS + "/{log}/{index}/transportation-status",
            Access.signedIn(),
            call -> exported(call, XML, "status.xml", DeliveryOperations::status)),
        Operation.get("listComparisons", COMPARISONS, Access.signedIn(), this::comparisons),
        Operation.get(
            "getComparison", COMPARISONS + "/{log}/{index}", Access.signedIn(), this::comparison));
  }

  private Answer board(Call call) {
    return Answer.ok(new Consignments(surface.look(call)).board());
  }

  private Answer consignments(Call call) throws MalformedRequestException {
    var query = call.query();
    var which = query.choice("state", Codes.lower(Which.class), Which.ALL);
    var asked = Paging.Asked.of(query);
    query.finish();
    var lens = surface.look(call);
    var all = new Consignments(lens);
    var page = Paging.of(all.all().stream().filter(one -> which.takes(all, one)).toList(), asked);
    return Answer.ok(
        new DeliveryViews.Page(
            lens.now(), page.items().stream().map(all::view).toList(), page.total(), page.next()));
  }

  private Answer consignment(Call call) throws MalformedRequestException {
    var query = call.query();
    var asked = Paging.Asked.of(query);
    query.finish();
    var lens = surface.look(call);
    var all = new Consignments(lens);
    return lens.entry(call)
        .flatMap(all::find)
        .map(one -> all.detail(one, asked))
        .map(Answer::ok)
        .orElseGet(() -> Answer.unknown(call.entryName()));
  }

  // ---- exports --------------------------------------------------------------------------------

  /// A consignment in the words of other programs; empty as long as there is nothing to say.
  private interface Export {
    Optional<Bytes> of(Consignment one, Lens lens);
  }

  private Answer exported(Call call, String type, String ending, Export export)
      throws MalformedRequestException {
    call.query().finish();
    var lens = surface.look(call);
    return lens.entry(call)
        .flatMap(new Consignments(lens)::find)
        .flatMap(one -> export.of(one, lens))
        .<Answer>map(
            bytes ->
                new Answer.Bytes(
                    type,
                    bytes,
                    "consignment-%s-%s.%s".formatted(call.part("log"), call.part("index"), ending)))
        .orElseGet(() -> Answer.unknown(call.entryName()));
  }

  private static Optional<Bytes> epcis(Consignment one, Lens lens) {
    var document =
        EpcisDocument.of(
            one, lens.view().expected().book(), entry -> time(lens, entry), lens.now());
    return Optional.of(Bytes.of(ApiJson.bytes(document)));
  }

  private static Optional<Bytes> despatched(Consignment one, Lens lens) {
    return UblAdvice.despatch(one, lens.view().expected().book(), entry -> time(lens, entry));
  }

  private static Optional<Bytes> received(Consignment one, Lens lens) {
    return UblAdvice.receipt(one, lens.view().expected().book(), entry -> time(lens, entry));
  }

  private static Optional<Bytes> status(Consignment one, Lens lens) {
    return Optional.of(UblStatus.of(one, lens.view().expected().book()));
  }

  private static Instant time(Lens lens, EntryId entry) {
    return lens.view().entry(entry).orElseThrow().envelope().time();
  }

  // ---- scales ---------------------------------------------------------------------------------

  private Answer comparisons(Call call) throws MalformedRequestException {
    var query = call.query();
    var asked = Paging.Asked.of(query);
    query.finish();
    var lens = surface.look(call);
    var all = new Comparisons(lens);
    var page = Paging.of(all.contracts(), asked);
    return Answer.ok(
        new DeliveryViews.Comparisons(
            lens.now(), page.items().stream().map(all::brief).toList(), page.total(), page.next()));
  }

  private Answer comparison(Call call) throws MalformedRequestException {
    var query = call.query();
    var before = before(query);
    int limit = query.number("limit", STEPS, 1, Paging.LIMIT_MAX);
    query.finish();
    var lens = surface.look(call);
    return contract(lens, call)
        .map(contract -> Answer.ok(new Comparisons(lens).of(contract, before, limit)))
        .orElseGet(() -> Answer.unknown(call.entryName()));
  }

  private static Optional<Contract> contract(Lens lens, Call call) {
    return lens.entry(call).flatMap(lens.view().expected().book().trade().contracts()::find);
  }

  /// The number of the step before which the page ends; empty for the last one.
  static Optional<Integer> before(Query query) {
    return query.parsed("before", Integer::parseUnsignedInt, "expected the number of a step");
  }
}
