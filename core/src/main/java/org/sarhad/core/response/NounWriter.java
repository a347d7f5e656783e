package org.sarhad.core.response;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.sarhad.core.geo.Place;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonBuilder;
import org.sarhad.core.party.Role;
import org.sarhad.tlog.tree.Hash;

/// Writes the nouns of this package as JSON of the signed profile: coordinates in micro-degrees,
/// enums by their lower-case names, absent things left out. Inverse of [NounReader].
final class NounWriter {
  private NounWriter() {}

  /// Puts words where they are the main text of their object: `lang` and `text`.
  static JsonBuilder put(JsonBuilder json, Words words) {
    return json.put("lang", words.language()).put("text", words.text());
  }

  static Json.Obj words(Words words) {
    return put(Json.obj(), words).build();
  }

  static Json.Str code(Enum<?> constant) {
    return Json.of(constant.name().toLowerCase(Locale.ROOT));
  }

  static Json.Arr codes(Collection<? extends Enum<?>> constants) {
    return Json.arr(constants.stream().map(NounWriter::code));
  }

  static Json.Arr roles(Collection<Role> roles) {
    return Json.arr(roles.stream().map(Role::code).map(Json::of));
  }

  static Json.Arr names(Collection<? extends ResponseId> names) {
    return Json.arr(names.stream().map(name -> Json.of(name.toString())));
  }

  static Json.Obj fix(Fix fix) {
    return Json.obj()
        .put("lat", fix.position().latitudeMicro())
        .put("lon", fix.position().longitudeMicro())
        .put("precision_m", fix.precisionM())
        .put("at", fix.at())
        .build();
  }

  static Json.Obj alert(Alert alert) {
    return put(Json.obj(), alert.what())
        .putTextIfPresent("code_word", alert.codeWord())
        .put("where", alert.where().toJson())
        .put("occurred_at", alert.occurredAt())
        .put("priority", code(alert.priority()))
        .build();
  }

  static Json.Obj unit(UnitDescription unit) {
    return Json.obj()
        .put("call_sign", unit.callSign())
        .put("type", code(unit.type()))
        .put("station", unit.station().toJson())
        .put("capabilities", codes(unit.capabilities()))
        .build();
  }

  static Json.Obj need(Need need) {
    var json =
        put(Json.obj(), need.words())
            .put("capabilities", codes(need.capabilities()))
            .put("types", codes(need.types()))
            .put("units", names(need.units()));
    need.where().ifPresent(where -> json.put("where", where.toJson()));
    need.answerBy().ifPresent(time -> json.put("answer_by", time));
    return json.build();
  }

  static Optional<Json.Obj> cost(Optional<CostLine> cost) {
    return cost.map(NounWriter::cost);
  }

  static Json.Obj cost(CostLine line) {
    var json =
        put(Json.obj(), line.what())
            .put("payer", line.payer().value())
            .put("currency", line.currency());
    line.amountMinor().ifPresent(amount -> json.put("amount_minor", amount));
    line.quantity()
        .ifPresent(
            quantity -> json.put("quantity", quantity.amount()).put("unit", quantity.unit()));
    return json.build();
  }

  static Json.Obj call(Call call) {
    return put(Json.obj(), call.words())
        .put("direction", code(call.direction()))
        .put("channel", code(call.channel()))
        .put("counterpart", call.counterpart())
        .put("at", call.at())
        .put("read_back", code(call.readBack()))
        .put("read_back_words", words(call.readBackWords()))
        .build();
  }

  static Json.Obj sitrep(Sitrep sitrep) {
    var letters = Json.obj();
    sitrep.letters().forEach((letter, words) -> letters.put(code(letter).value(), words(words)));
    return Json.obj()
        .put("number", sitrep.number())
        .put("form", code(sitrep.form()))
        .put("phase", code(sitrep.phase()))
        .put("as_of", sitrep.asOf())
        .put("letters", letters.build())
        .put("restrictions", words(sitrep.restrictions()))
        .build();
  }

  static Json.Obj daily(DailyReport report) {
    return Json.obj()
        .put("number", report.number())
        .put("day", report.day().toString())
        .put("from", report.from())
        .put("to", report.to())
        .put("counts", counts(report.counts()))
        .put("previous", counts(report.previous()))
        .put("restrictions", words(report.restrictions()))
        .build();
  }

  private static Json.Obj counts(SortedMap<DailyReport.Count, Integer> counts) {
    var json = Json.obj();
    for (Map.Entry<DailyReport.Count, Integer> count : counts.entrySet()) {
      json.put(code(count.getKey()).value(), count.getValue());
    }
    return json.build();
  }

  static Json.Obj checklist(Checklist list) {
    return Json.obj()
        .put("at", list.at())
        .put("open", names(list.open()))
        .put("unacknowledged", names(list.unacknowledged()))
        .put("unanswered", names(list.unanswered()))
        .put("units_out", names(list.unitsOut()))
        .put("due", Json.arr(list.due().stream().map(NounWriter::deadline)))
        .put("link_state", list.linkState())
        .put("standing_orders", words(list.standingOrders()))
        .put("remarks", words(list.remarks()))
        .build();
  }

  static Json.Obj deadline(DeadlineKey deadline) {
    var json =
        Json.obj()
            .put("duty", code(deadline.duty()))
            .put("incident", deadline.incident().toString())
            .put("due", deadline.due());
    deadline.assistance().ifPresent(id -> json.put("assistance", id.toString()));
    return json.build();
  }

  static Json.Obj history(HistoryItem item) {
    var json =
        put(Json.obj(), item.title())
            .put("external_id", item.externalId())
            .put("occurred", item.occurred().text())
            .put("place", item.place().toJson())
            .put("claims", Json.arr(item.claims().stream().map(NounWriter::claim)));
    item.soil().ifPresent(soil -> json.put("soil", soil.value()));
    return json.build();
  }

  private static Json.Obj claim(HistoryItem.ReportedClaim claim) {
    var json =
        Json.obj()
            .put("property", code(claim.property()))
            .put("figure", claim.figure())
            .put("said_by", claim.saidBy())
            .put("source", claim.source())
            .put("as_of", claim.asOf().text())
            .put("superseded", claim.superseded());
    claim.low().ifPresent(value -> json.put("low", value));
    claim.best().ifPresent(value -> json.put("best", value));
    claim.high().ifPresent(value -> json.put("high", value));
    return json.build();
  }

  static Json.Obj card(RunCard card) {
    return Json.obj()
        .put("word", card.word().latin())
        .put("word_fa", card.word().persian())
        .put("word_ur", card.word().urdu())
        .put("version", card.version())
        .put("title", label(card.title()))
        .put("priority", code(card.priority()))
        .put("notify_roles", roles(card.notice().roles()))
        .put("notify_peer", card.notice().peer())
        .put("reminder_s", card.notice().reminder().toSeconds())
        .put("types", codes(card.support().types()))
        .put("capabilities", codes(card.support().capabilities()))
        .putIfPresent("rendezvous", card.support().rendezvous().map(Place::toJson))
        .putIfPresent("hospital", card.support().hospital().map(Place::toJson))
        .put("checklist", Json.arr(card.checklist().stream().map(NounWriter::label)))
        .build();
  }

  private static Json.Obj label(Label label) {
    return Json.obj().put("en", label.en()).put("fa", label.fa()).put("ur", label.ur()).build();
  }

  static JsonBuilder putIfPresent(JsonBuilder json, String name, Optional<Hash> hash) {
    hash.ifPresent(value -> json.putSha256(name, value));
    return json;
  }
}
