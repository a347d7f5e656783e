package org.sarhad.core.response;

import java.util.Locale;
import org.sarhad.core.fact.RefusalCode;

/// Why a request was refused, in the order in which reasons are given: when several apply, the
/// first here is the answer. Nothing has happened and nothing was written.
///
/// Each reason has an English sentence (also the fallback of the screens' catalogues, under
/// [#key()]) and says whether asking again can help.
public enum Refusal implements RefusalCode {
  ROLE_MAY_NOT(
      "Your role may not do this. Ask a colleague whose role is named below.", Retry.CHANGED),
  FIELD_MISSING("Something is missing. Fill in the field named below.", Retry.CHANGED),
  FIELD_TOO_LONG("A field is too long. Shorten it and send again.", Retry.CHANGED),
  FIELD_NOT_READABLE(
      "A field contains characters that cannot be shown. Type it again.", Retry.CHANGED),
  TIME_NOT_PLAUSIBLE(
      "Nobody can mean the time given. Check the clock and the field.", Retry.CHANGED),
  CODE_WORD_UNKNOWN("There is no run card for this code-word.", Retry.CHANGED),
  SITREP_OUT_OF_FORM("The short form has the letters A to F only.", Retry.CHANGED),
  STATUS_OUT_OF_PLACE("Only a report on deployment says how far the means are.", Retry.CHANGED),
  INCIDENT_UNKNOWN("No incident of this name is known here.", Retry.CHANGED),
  UNIT_UNKNOWN("No unit of this name is known here.", Retry.CHANGED),
  TASKING_UNKNOWN("No tasking of this name is known here.", Retry.CHANGED),
  ASSISTANCE_UNKNOWN(
      "No request or offer of assistance of this name is known here.", Retry.CHANGED),
  HOTLINE_UNKNOWN("No hotline notice of this name is known here.", Retry.CHANGED),
  COMMITMENT_UNKNOWN("Your side has committed nothing in that entry.", Retry.CHANGED),
  ITEM_UNKNOWN("This incident has no such item that you could do this to.", Retry.CHANGED),
  OFFER_UNKNOWN("This watch is not on offer to you.", Retry.LATER),
  PEER_UNIT_ASK_DONT_TASK(
      "This unit belongs to the other side. Ask for it; it cannot be tasked from here.",
      Retry.NEVER),
  NOT_THE_HELPED("Only the side that is helped can do this.", Retry.NEVER),
  NOT_THE_HELPER("Only the side that helps can do this.", Retry.NEVER),
  NOT_YOURS("This belongs to the other side, which alone can change it.", Retry.NEVER),
  OWN_NEEDS_NO_ANSWER("This is your own side's. The other side answers it.", Retry.NEVER),
  ALREADY_RELEASED("The other side has been told already, and that cannot be undone.", Retry.NEVER),
  ALREADY_ACKNOWLEDGED("Your side has acknowledged this already.", Retry.NEVER),
  ALREADY_ANSWERED("Your side has answered this already.", Retry.NEVER),
  ALREADY_IMPORTED("This item of history has been imported already.", Retry.NEVER),
  ALREADY_SO("It is in this state already.", Retry.NEVER),
  INCIDENT_CLOSED("Your side has closed this incident. Reopen it first.", Retry.LATER),
  ASSISTANCE_ENDED("This assistance has ended.", Retry.NEVER),
  ASSISTANCE_NOT_ACCEPTED(
      "This assistance is not accepted. Nothing can be committed before it is.", Retry.LATER),
  CONDITIONS_DECLINED(
      "The other side has not taken your conditions. Nothing can be committed under them.",
      Retry.NEVER),
  NOTHING_TO_ANSWER("There is nothing of that sort that waits for your answer.", Retry.LATER),
  UNIT_RETIRED("This unit has left the register.", Retry.NEVER),
  UNIT_ON_TASKING("This unit is on a tasking. End that first.", Retry.LATER),
  UNIT_NOT_READY(
      "This unit is not ready. Only a unit that is AVL or PAT can be tasked.", Retry.LATER),
  CROSSING_NEEDS_ASSENT(
      "The destination lies on the other side. No unit crosses without a live assent.",
      Retry.LATER),
  NOT_RELEASED_YET(
      "The other side does not know what this refers to. Release that first.", Retry.LATER),
  NOT_ON_WATCH("You do not have this watch.", Retry.CHANGED),
  SAME_OFFICER(
      "The watch passes from one officer to another. You cannot take your own.", Retry.CHANGED),
  HANDOVER_DEFERRED_UNACKED_ALARM(
      "An alarm is unacknowledged. Acknowledge it first, then hand over.", Retry.LATER),
  CHECKLIST_CHANGED("The checklist has changed since you read it. Read it again.", Retry.LATER),
  SERIES_EXHAUSTED("This series of numbers is used up.", Retry.NEVER);

  private final String sentence;
  private final Retry retry;

  Refusal(String sentence, Retry retry) {
    this.sentence = sentence;
    this.retry = retry;
  }

  @Override
  public String sentence() {
    return sentence;
  }

  @Override
  public Retry retry() {
    return retry;
  }

  /// The key of the sentence in the screens' catalogues, for example
  /// `response.refusal.incident_unknown`.
  public String key() {
    return "response.refusal." + name().toLowerCase(Locale.ROOT);
  }
}
