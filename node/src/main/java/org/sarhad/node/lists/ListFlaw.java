package org.sarhad.node.lists;

/// Why a file is no list that could be read. Nothing of it is used.
public enum ListFlaw {
  /// Larger than any list.
  TOO_LARGE("The file is larger than any list of sanctions. Take the list alone."),
  /// Neither of the forms that are known.
  FORMAT_UNKNOWN(
      "This is no list that is known here: UN, OFAC (sdn.xml), EU or UK as XML, or the UK's table."
          + " OFAC's sdn.csv has neither date nor aliases; take sdn.xml."),
  /// XML that is none.
  NOT_WELL_FORMED("The file is cut off or damaged. Fetch it again."),
  /// XML with a document type, which a list does not need and an attacker does.
  DOCUMENT_TYPE("The file declares a document type or entities. No list does; do not trust it."),
  /// A record beyond all bounds.
  RECORD_TOO_LARGE("One record is larger or deeper than any of a list. Do not trust the file."),
  /// No date of its own.
  NO_DATE("The list does not say of which day it is. Fetch it again from its publisher."),
  /// Nothing in it.
  EMPTY("There is no record in the list. Fetch it again."),
  /// More than nothing, and nothing that could be used.
  NOTHING_READ("No record of the list could be read. Fetch it again.");

  private final String sentence;

  ListFlaw(String sentence) {
    this.sentence = sentence;
  }

  /// For a person: what is wrong and what to do.
  public String sentence() {
    return sentence;
  }
}
