package org.sarhad.node.lists;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sarhad.core.screening.Sort;

/// The Office of Foreign Assets Control: `sdnList`, with `sdnEntry`.
record OfacForm() implements ListForm {
  @Override
  public ListFormat format() {
    return ListFormat.OFAC_XML;
  }

  @Override
  public Set<String> records() {
    return Set.of("publshInformation", "sdnEntry");
  }

  @Override
  public Optional<LocalDate> date(Element element) {
    return ListForm.day(element.text("Publish_Date"), "MM/dd/yyyy");
  }

  @Override
  public void read(Element record, ListBuilder list) {
    if (!record.name().equals("sdnEntry")) {
      return;
    }
    var type = record.text("sdnType");
    switch (type.toLowerCase(Locale.ROOT)) {
      case "individual" -> list.person();
      case "aircraft" -> list.aircraft();
      case "entity" -> read(record, list, Sort.FIRM);
      case "vessel" -> read(record, list, Sort.VESSEL);
      default -> list.remark(record.line(), record.text("uid"), RecordFlaw.SORT_UNKNOWN, type);
    }
  }

  private static void read(Element record, ListBuilder list, Sort sort) {
    var entry = list.entry(record.line(), record.text("uid"), sort);
    entry.name(record.text("lastName"), false);
    record
        .all("akaList", "aka")
        .forEach(
            aka -> entry.name(aka.text("lastName"), aka.text("category").equalsIgnoreCase("weak")));
    record
        .all("idList", "id")
        .forEach(
            id ->
                ListForm.scheme(id.text("idType"))
                    .ifPresent(scheme -> entry.number(scheme, id.text("idNumber"))));
    entry.end();
  }
}
