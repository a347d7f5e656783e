package org.sarhad.node.lists;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sarhad.core.screening.Identifier;
import org.sarhad.core.screening.Sort;

/// The United Kingdom: `Designations`, with `Designation`.
record UkForm() implements ListForm {
  private static final int NAME_PARTS = 6;

  @Override
  public ListFormat format() {
    return ListFormat.UK_XML;
  }

  @Override
  public Set<String> records() {
    return Set.of("DateGenerated", "Designation");
  }

  @Override
  public Optional<LocalDate> date(Element element) {
    return element.name().equals("DateGenerated")
        ? ListForm.day(element.text(), "dd/MM/yyyy")
        : Optional.empty();
  }

  @Override
  public void read(Element record, ListBuilder list) {
    if (!record.name().equals("Designation")) {
      return;
    }
    var reference = record.text("UniqueID");
    var sort = record.text("IndividualEntityShip");
    switch (sort.toLowerCase(Locale.ROOT)) {
      case "individual" -> list.person();
      case "entity" -> read(record, list.entry(record.line(), reference, Sort.FIRM));
      case "ship" -> read(record, list.entry(record.line(), reference, Sort.VESSEL));
      default -> list.remark(record.line(), reference, RecordFlaw.SORT_UNKNOWN, sort);
    }
  }

  private static void read(Element record, ListBuilder.Entry entry) {
    record
        .all("Names", "Name")
        .forEach(name -> entry.name(whole(name), isWeak(name.text("AliasStrength"))));
    record
        .all("NonLatinNames", "NonLatinName", "NameNonLatinScript")
        .forEach(name -> entry.name(name.text(), false));
    record
        .inside()
        .filter(element -> !element.text().isEmpty())
        .forEach(
            element -> {
              switch (element.name()) {
                case "IMONumber", "ShipIMONumber" ->
                    entry.number(Identifier.Scheme.IMO, element.text());
                case "BusinessRegistrationNumber" ->
                    entry.number(Identifier.Scheme.REGISTER, element.text());
                default -> {
                  // Addresses, reasons, and what else a list says of a firm.
                }
              }
            });
    entry.end();
  }

  private static String whole(Element name) {
    return IntStream.rangeClosed(1, NAME_PARTS)
        .mapToObj(part -> name.text("Name" + part))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  static boolean isWeak(String strength) {
    return strength.toLowerCase(Locale.ROOT).startsWith("low");
  }
}
