package org.sarhad.core.modalities;

import org.sarhad.core.fact.RefusalCode;

/// Why a fact about the modalities does not hold, why a document never comes in force, and why
/// joint acts cannot be made now. In order of precedence: when several apply, the first one is
/// given.
public enum ModalitiesRefusal implements RefusalCode {
  /// It stands in a private journal.
  NOT_RELEASED(Retry.CHANGED, "What concerns the modalities is always shared; choose release."),
  /// Nobody signed, where a person has to.
  NO_OFFICER(Retry.CHANGED, "A person has to sign this; sign in as an officer."),
  /// A person signed what only a node writes.
  NODE_ONLY(Retry.NEVER, "The node writes this by itself when the announced time has come."),
  /// The terms are no document, or one for a newer program.
  MALFORMED_DOCUMENT(
      Retry.CHANGED, "The terms are not a document this program can read; mend or update it."),
  /// A document asks for less than a red line.
  RED_LINE(Retry.CHANGED, "A red line can be tightened and never loosened; take that clause out."),
  /// Its number is not the next one.
  WRONG_NUMBER(Retry.CHANGED, "The document has another number than the next version; renumber."),
  /// It does not say that it takes the place of the version before.
  NOT_SUPERSEDING(
      Retry.CHANGED, "A new version has to supersede the act of the version signed before it."),
  /// No such proposal of a document.
  ACT_UNKNOWN(Retry.LATER, "There is no such proposal of modalities."),
  /// No such signed version.
  VERSION_UNKNOWN(Retry.LATER, "No version with this number has been signed."),
  /// Nothing is agreed.
  NO_MODALITIES(Retry.LATER, "No modalities are in force; sign a first version before this."),
  /// One side or several have suspended them.
  SUSPENDED(Retry.LATER, "The modalities are suspended; what is under way goes on, nothing new."),
  /// The author's node did not have it.
  NOT_SEEN(Retry.LATER, "This node has not received what this is about."),
  /// The document does not need this side.
  NOT_A_PARTY(Retry.NEVER, "Your side is not a party to these modalities."),
  /// The officer does not hold a role that may.
  ROLE_MISSING(Retry.CHANGED, "Your role does not allow this; ask somebody whose role does."),
  /// The proposal is decided.
  ACT_OVER(Retry.NEVER, "This proposal has been decided; comment on one that is open."),
  /// The document has no such clause.
  CLAUSE_UNKNOWN(Retry.CHANGED, "The document has no clause of that number."),
  /// An assent to the version was proven to be stale.
  VERSION_VOIDED(Retry.NEVER, "This version is void by a stale assent."),
  /// It is in force, or was.
  ALREADY_BEGUN(Retry.NEVER, "This version has come in force already."),
  /// A later one is.
  OVERTAKEN(Retry.NEVER, "A later version is in force; this one has been overtaken."),
  /// This side has.
  ALREADY_SUSPENDED(Retry.NEVER, "Your side has suspended the modalities already."),
  /// This side has not.
  NOT_SUSPENDED(Retry.NEVER, "Your side has not suspended the modalities."),
  /// No such notice of this side is waiting.
  NOTICE_UNKNOWN(Retry.CHANGED, "No such notice of your side is waiting to take effect."),
  /// One is waiting.
  ALREADY_NOTICED(Retry.CHANGED, "A notice of your side is waiting; withdraw it before another."),
  /// Announced suspensions end by an announcement.
  NOT_AN_EMERGENCY(
      Retry.CHANGED, "Only an emergency suspension ends at once; give notice of resumption."),
  /// The notice is shorter than agreed.
  NOTICE_TOO_SHORT(
      Retry.CHANGED, "The notice is shorter than the modalities ask; name a later time."),
  /// The entry's own time is before the announced one.
  TOO_EARLY(Retry.LATER, "The announced time has not come yet.");

  private final Retry retry;
  private final String sentence;

  ModalitiesRefusal(Retry retry, String sentence) {
    this.retry = retry;
    this.sentence = sentence;
  }

  @Override
  public String sentence() {
    return sentence;
  }

  @Override
  public Retry retry() {
    return retry;
  }
}
