package org.sarhad.node.lists;

import org.sarhad.core.screening.ListSource;

/// In which form a list is published.
public enum ListFormat {
  /// The Security Council's consolidated list.
  UN_XML("un", "United Nations, consolidated list (XML)"),
  /// The specially designated nationals of the Office of Foreign Assets Control.
  OFAC_XML("ofac", "OFAC, specially designated nationals (sdn.xml)"),
  /// The consolidated list of the European Union's financial sanctions.
  EU_XML("eu", "European Union, consolidated list (XML)"),
  /// The sanctions list of the United Kingdom.
  UK_XML("uk", "United Kingdom, sanctions list (XML)"),
  /// The same as a table.
  UK_CSV("uk", "United Kingdom, sanctions list (CSV)");

  private final String source;
  private final String title;

  ListFormat(String source, String title) {
    this.source = source;
    this.title = title;
  }

  /// Whose list it is.
  public ListSource source() {
    return ListSource.of(source);
  }

  /// What it is called, in English.
  public String title() {
    return title;
  }
}
