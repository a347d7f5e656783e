package org.sarhad.core.response;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sarhad.core.geo.Place;
import org.sarhad.core.party.PartyId;

/// An incident from before the record, as published reports tell it, with every figure that differs
/// kept beside the others and its source. Nothing is averaged and nothing is chosen.
///
/// `externalId` names it in the list it came from. `soil` is the side on whose territory reports
/// place it. `occurred` is as exact as the reports are.
public record HistoryItem(
    String externalId,
    Words title,
    ReportedDate occurred,
    Optional<PartyId> soil,
    Place place,
    List<ReportedClaim> claims) {
  /// What every screen and print says beside an imported item.
  public static final String LABEL = "imported, no proof of notice";

  public HistoryItem {
    claims = List.copyOf(claims);
    if (externalId.isBlank()) {
      throw new IllegalArgumentException(
          "externalId is blank. Maybe \"2019-02-13-khash-zahedan\"?");
    }
  }

  /// A day, a month or a year, exactly as exact as it was reported: `2019-02-13`, `2019-02`,
  /// `2019`.
  public record ReportedDate(String text) {
    private static final Pattern FORM = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

    public ReportedDate {
      if (!FORM.matcher(text).matches()) {
        throw new IllegalArgumentException(
            "text is \"" + text + "\", expected YYYY, YYYY-MM or YYYY-MM-DD");
      }
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /// One thing that one report says about the item.
  ///
  /// `figure` is the value as reported ("nearly 30"). `low`, `best` and `high` bound it where it is
  /// a number, each absent when the report does not support it; a bare "27" has `best` only.
  /// `saidBy` names whom the report gives for it, `source` the report. `superseded` marks a value
  /// that the same reporter later replaced: kept and shown, struck through.
  public record ReportedClaim(
      Property property,
      String figure,
      Optional<Integer> low,
      Optional<Integer> best,
      Optional<Integer> high,
      String saidBy,
      String source,
      ReportedDate asOf,
      boolean superseded) {
    public ReportedClaim {
      if (low.isPresent() && high.isPresent() && low.get() > high.get()) {
        throw new IllegalArgumentException(
            "low is " + low.get() + ", expected at most high, " + high.get());
      }
    }

    /// Whether the claim bounds a number at all.
    public boolean isNumeric() {
      return low.isPresent() || best.isPresent() || high.isPresent();
    }
  }

  /// What a claim is about: the fixed vocabulary of the inquiry, as far as reports use it.
  public enum Property {
    EVENT,
    TIME,
    PLACE,
    KILLED,
    INJURED,
    ABDUCTED,
    RECOVERED,
    VEHICLES,
    PROJECTILES,
    CLAIMED_BY,
    ORIGIN,
    EXIT_DIRECTION,
    PRIOR_WARNING,
    ACTION_TAKEN
  }
}
