package org.sarhad.core.barter;

import java.time.LocalDate;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.tlog.Bytes;

/// "It has arrived, and we take it over."
///
/// @param despatch by which it left
/// @param receipt by which it arrived
/// @param value what is owed for it
/// @param disputed what is owed for the slice that only one side has weighed, if that is more than
///   is tolerated: it is owed by nobody until a [DifferenceTerms] says so
public record AcceptanceTerms(
    int number, LocalDate on, Basis despatch, Basis receipt, Money value, Money disputed)
    implements BarterTerms.Dated, BarterTerms.OfGoods {
  /// @throws IllegalArgumentException when a value is out of range
  public AcceptanceTerms {
    Members.checkedNumber(number);
    Members.checkedDay(on);
    Members.atLeast("value", value, Money.ZERO);
    Members.atLeast("disputed", disputed, Money.ZERO);
  }

  @Override
  public VoucherKind kind() {
    return VoucherKind.ACCEPTANCE;
  }

  /// The canonical text of [#toJson()], written at once: an act of many has a thousand of them, and
  /// every part of it is plain.
  Bytes canonical() {
    return Bytes.ofUtf8(
        "{\"despatch\":"
            + despatch.canonical()
            + ",\"disputed\":"
            + disputed.minor()
            + ",\"number\":"
            + number
            + ",\"on\":\""
            + on
            + "\",\"receipt\":"
            + receipt.canonical()
            + ",\"value\":"
            + value.minor()
            + "}");
  }

  /// The same under another number.
  public AcceptanceTerms numbered(int next) {
    return new AcceptanceTerms(next, on, despatch, receipt, value, disputed);
  }

  @Override
  public Json.Obj toJson() {
    return Json.obj()
        .put("despatch", despatch.toJson())
        .put("disputed", disputed.minor())
        .put("number", number)
        .put("on", on.toString())
        .put("receipt", receipt.toJson())
        .put("value", value.minor())
        .build();
  }

  static AcceptanceTerms read(Json.Obj json) throws MalformedJsonException {
    return new AcceptanceTerms(
        Members.number(json),
        Members.day(json, "on"),
        Basis.fromJson(json.object("despatch")),
        Basis.fromJson(json.object("receipt")),
        Members.money(json, "value", 0),
        Members.money(json, "disputed", 0));
  }
}
