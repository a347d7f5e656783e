package org.sarhad.core.information;

/// Why something is not told. The list is that of Dir. (EU) 2023/977 art. 6, but for what it says
/// of information that is not there, which is an answer of its own ([Reply#NOTHING_HELD]). An
/// answer says more in words.
public enum Ground {
  /// The request does not say enough, and asking back has not helped.
  NOT_IN_FORM,
  /// A court or another authority had to permit it, and has not.
  NOT_AUTHORISED,
  /// It is about somebody's person in a way that must not be passed on.
  PERSONAL_DATA,
  /// It has turned out to be wrong, incomplete or outdated.
  NOT_RELIABLE,
  /// It would harm essential interests of the state's security.
  NATIONAL_SECURITY,
  /// It would endanger an inquiry that is going on.
  ONGOING_INQUIRY,
  /// It would endanger somebody.
  SAFETY,
  /// It would unduly harm interests of others that are protected.
  INTERESTS_OF_OTHERS,
  /// What it is about is no offence here, or only a petty one.
  NOT_AN_OFFENCE,
  /// It came from somebody who has not agreed to its being passed on.
  OF_A_THIRD_PARTY
}
