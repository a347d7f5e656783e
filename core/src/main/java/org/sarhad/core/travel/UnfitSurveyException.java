package org.sarhad.core.travel;

import java.util.Optional;
import org.sarhad.core.geo.Position;

/// No grid can be made of a survey.
public final class UnfitSurveyException extends Exception {
  private static final long serialVersionUID = 1L;

  private final SurveyFlaw flaw;
  private final transient Optional<Position> where;

  UnfitSurveyException(SurveyFlaw flaw, Optional<Position> where) {
    super(flaw + where.map(at -> " at " + at).orElse(""));
    this.flaw = flaw;
    this.where = where;
  }

  /// What is wrong.
  public SurveyFlaw flaw() {
    return flaw;
  }

  /// Where it is, if it is at a place.
  public Optional<Position> where() {
    return where;
  }
}
