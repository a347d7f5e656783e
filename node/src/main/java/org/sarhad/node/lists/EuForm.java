package org.sarhad.node.lists;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sarhad.core.screening.Sort;

/// The European Union: `export`, with `sanctionEntity`; nearly everything in attributes.
record EuForm() implements ListForm {
  @Override
  public ListFormat format() {
    return ListFormat.EU_XML;
  }

  @Override
  public Set<String> records() {
    return Set.of("sanctionEntity");
  }

  @Override
  public Optional<LocalDate> date(Element element) {
    return ListForm.day(element.attribute("generationDate"), "yyyy-MM-dd");
  }

  @Override
  public void read(Element record, ListBuilder list) {
    var number = record.attribute("euReferenceNumber");
    var reference = number.isEmpty() ? record.attribute("logicalId") : number;
    var sort = record.all("subjectType").map(type -> type.attribute("code")).findFirst().orElse("");
    switch (sort.toLowerCase(Locale.ROOT)) {
      case "person" -> list.person();
      case "enterprise" -> read(record, list.entry(record.line(), reference, Sort.FIRM));
      default -> list.remark(record.line(), reference, RecordFlaw.SORT_UNKNOWN, sort);
    }
  }

  private static void read(Element record, ListBuilder.Entry entry) {
    record
        .all("nameAlias")
        .forEach(
            name ->
                entry.name(
                    name.attribute("wholeName"),
                    name.attribute("strong").equalsIgnoreCase("false")));
    record
        .all("identification")
        .forEach(
            id ->
                ListForm.scheme(id.attribute("identificationTypeCode"))
                    .ifPresent(scheme -> entry.number(scheme, id.attribute("number"))));
    entry.end();
  }
}
