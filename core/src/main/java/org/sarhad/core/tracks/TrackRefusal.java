package org.sarhad.core.tracks;

import org.sarhad.core.fact.RefusalCode;

/// Why a sighting is not taken into the picture, or a fact about tracks does not hold. In order of
/// precedence: when several apply, the first one is given.
public enum TrackRefusal implements RefusalCode {
  // ---- facts
  /// The log belongs to no side of this channel.
  NOT_A_SIDE(Retry.NEVER, "This log is not one of the channel's."),
  /// A crossing in a private journal.
  NOT_RELEASED(Retry.CHANGED, "A crossing is always told to the other side; choose release."),
  /// An officer signed who has no say in it.
  ROLE_MISSING(Retry.CHANGED, "Your role does not allow this; ask the watch."),
  /// From or to somebody who is no side of this channel.
  OTHER_SIDES(Retry.CHANGED, "That is no side of this channel; name the sides of the line."),
  /// No line is agreed.
  NO_LINE(Retry.LATER, "No operational line is agreed on; agree on one first."),
  /// Judged by another line, or by this one with less uncertainty than was agreed.
  OTHER_LINE(Retry.CHANGED, "This was judged by another line than the agreed one; get that file."),
  // ---- both
  /// From the future.
  FROM_FUTURE(Retry.CHANGED, "This position is from the future; set the clock of its source."),
  /// Older than positions are kept.
  TOO_OLD(Retry.NEVER, "This position is older than positions are kept."),
  // ---- facts
  /// No such thing is that fast.
  TOO_FAST(Retry.NEVER, "No such thing is that fast; one of the two positions is wrong."),
  /// The same crossing again.
  SAID_BEFORE(Retry.NEVER, "Your side has told exactly this crossing already."),
  // ---- sightings
  /// Not newer than what is known.
  NOT_NEWER(Retry.NEVER, "A position as new as this one or newer is known already."),
  /// The same name for another thing.
  OTHER_THING(Retry.CHANGED, "This name belongs to a thing of another kind; use another name."),
  /// As many things as can be followed.
  FULL(Retry.LATER, "No more things can be followed; wait until old ones are forgotten.");

  private final Retry retry;
  private final String sentence;

  TrackRefusal(Retry retry, String sentence) {
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
