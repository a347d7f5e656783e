package org.sarhad.node.lists;

/// What is wrong with a line of a table of trading parties. The line is not used.
public enum PartyFlaw {
  /// Not the columns of such a table.
  HEADING_UNKNOWN("The first line has to be: party,sort,name,number."),
  /// Too few or too many fields, or a quote that is never closed.
  LINE_MALFORMED("The line has not the four fields of its heading."),
  /// No name by which contracts could know it.
  PARTY_UNFIT("The party needs a name of 1 to 64 characters, in words of one script each."),
  /// A person, or something else that is not screened.
  SORT_UNKNOWN("Only a firm, a bank or a vessel is screened. Persons are not."),
  /// A name that nobody should file: words that mix scripts, invisible characters, no letter.
  NAME_UNFIT("The name is empty, too long, or a word of it mixes scripts. Type it anew."),
  /// A number that is none of its register.
  NUMBER_UNREADABLE("The number is none. Write IMO 9074729, BIC ABCDEF12 or REGISTER 123."),
  /// Too many names or numbers of one party, or two sorts of it.
  PARTY_CONTRADICTORY("A party has one sort, and at most 16 names and 16 numbers.");

  private final String sentence;

  PartyFlaw(String sentence) {
    this.sentence = sentence;
  }

  /// For a person: what is wrong and what to do.
  public String sentence() {
    return sentence;
  }
}
