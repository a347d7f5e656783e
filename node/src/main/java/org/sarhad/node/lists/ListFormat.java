package org.sarhad.node.lists;

import org.sarhad.core.screening.ListSource;

/// In which form a list is published.
public enum ListFormat {
  /// The Security Council's consolidated list.
  UN_XML(ListSource.UN, "United Nations, consolidated list (XML)"),
  /// The specially designated nationals of the Office of Foreign Assets Control.
  OFAC_XML(ListSource.of("ofac"), "OFAC, specially designated nationals (sdn.xml)"),
  /// The consolidated list of the European Union's financial sanctions.
  EU_XML(ListSource.of("eu"), "European Union, consolidated list (XML)"),
  /// The sanctions list of the United Kingdom.
  UK_XML(ListSource.of("uk"), "United Kingdom, sanctions list (XML)"),
  /// The same as a table.
  UK_CSV(ListSource.of("uk"), "United Kingdom, sanctions list (CSV)");

  private final ListSource source;
  private final String title;

  ListFormat(ListSource source, String title) {
    this.source = source;
    this.title = title;
  }

  /// Whose list it is.
  public ListSource source() {
    return source;
  }

  /// What it is called, in English.
  public String title() {
    return title;
  }
}
