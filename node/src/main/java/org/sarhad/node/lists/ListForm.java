package org.sarhad.node.lists;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sarhad.core.screening.Identifier;

/// How one publisher writes a list as XML.
sealed interface ListForm permits UnForm, OfacForm, EuForm, UkForm {
  ListFormat format();

  /// The local names of elements that are read as a whole: records, and what says the date.
  Set<String> records();

  /// The date of the list, if `element` (the root without its children, or a record) says it.
  Optional<LocalDate> date(Element element);

  /// Puts `record` on the list, or says why not; nothing for one that is about the list itself.
  void read(Element record, ListBuilder list);

  /// The form whose root is called so.
  static Optional<ListForm> ofRoot(String name) {
    return switch (name) {
      case "CONSOLIDATED_LIST" -> Optional.of(new UnForm());
      case "sdnList" -> Optional.of(new OfacForm());
      case "export" -> Optional.of(new EuForm());
      case "Designations" -> Optional.of(new UkForm());
      default -> Optional.empty();
    };
  }

  /// The day that `text` begins with, written like `pattern`; empty when it is none.
  static Optional<LocalDate> day(String text, String pattern) {
    try {
      return Optional.of(
          LocalDate.parse(
              text.substring(0, Math.min(pattern.length(), text.length())),
              DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /// By which scheme a number is that a list calls `kind`; empty for one that is of no use here: a
  /// telephone number, a passport.
  static Optional<Identifier.Scheme> scheme(String kind) {
    var word = kind.toLowerCase(Locale.ROOT);
    if (word.contains("imo") || word.contains("vessel registration")) {
      return Optional.of(Identifier.Scheme.IMO);
    }
    if (word.contains("swift") || word.contains("bic")) {
      return Optional.of(Identifier.Scheme.BIC);
    }
    return word.contains("regist") || word.contains("regnumber") || word.contains("company number")
        ? Optional.of(Identifier.Scheme.REGISTER)
        : Optional.empty();
  }
}
