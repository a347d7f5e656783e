package org.sarhad.node.lists;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sarhad.core.screening.Sort;

/// The United Nations: `CONSOLIDATED_LIST`, with `INDIVIDUAL` and `ENTITY`.
record UnForm() implements ListForm {
  @Override
  public ListFormat format() {
    return ListFormat.UN_XML;
  }

  @Override
  public Set<String> records() {
    return Set.of("INDIVIDUAL", "ENTITY");
  }

  @Override
  public Optional<LocalDate> date(Element element) {
    return ListForm.day(element.attribute("dateGenerated"), "yyyy-MM-dd");
  }

  @Override
  public void read(Element record, ListBuilder list) {
    if (record.name().equals("INDIVIDUAL")) {
      list.person();
      return;
    }
    var entry = list.entry(record.line(), record.text("REFERENCE_NUMBER"), Sort.FIRM);
    entry.name(record.text("FIRST_NAME"), false);
    entry.name(record.text("NAME_ORIGINAL_SCRIPT"), false);
    record
        .all("ENTITY_ALIAS")
        .forEach(alias -> entry.name(alias.text("ALIAS_NAME"), isWeak(alias.text("QUALITY"))));
    entry.end();
  }

  private static boolean isWeak(String quality) {
    return quality.toLowerCase(Locale.ROOT).startsWith("low");
  }
}
