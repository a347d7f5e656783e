package org.sarhad.core.inquiry;

import java.util.List;
import java.util.Optional;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;

/// Where a claim comes from.
///
/// @param behalf whose account it is
/// @param basis how it is known; of a third party's account [Basis#THIRD_PARTY], of a published one
///   [Basis#PRESS]
/// @param sources at most 8; at least one when the account is not the side's own
/// @param grading the claimant's own, if they give one
public record Provenance(
    Behalf behalf, Basis basis, List<Source> sources, Optional<Grading> grading) {
  private static final int SOURCES_MAX = 8;

  /// @throws IllegalArgumentException when there are too many sources, or basis and sources do not
  ///   fit the account
  public Provenance {
    sources = List.copyOf(sources);
    Codes.requireAtMost("sources", sources.size(), SOURCES_MAX);
    boolean fits =
        switch (behalf) {
          case OWN -> true;
          case THIRD_PARTY -> basis == Basis.THIRD_PARTY && !sources.isEmpty();
          case PRESS -> basis == Basis.PRESS && !sources.isEmpty();
        };
    if (!fits) {
      throw new IllegalArgumentException(
          "an account on behalf of %s has that basis and names its source; found %s and %d sources"
              .formatted(Codes.of(behalf), Codes.of(basis), sources.size()));
    }
  }

  /// The side's own account.
  public static Provenance own(Basis basis) {
    return new Provenance(Behalf.OWN, basis, List.of(), Optional.empty());
  }

  /// What `source` published.
  public static Provenance press(Source source) {
    return new Provenance(Behalf.PRESS, Basis.PRESS, List.of(source), Optional.empty());
  }

  /// What `source` reported.
  public static Provenance thirdParty(Source source) {
    return new Provenance(Behalf.THIRD_PARTY, Basis.THIRD_PARTY, List.of(source), Optional.empty());
  }

  Json.Obj toJson() {
    return Json.obj()
        .put("basis", Codes.of(basis))
        .put("behalf", Codes.of(behalf))
        .putTextIfPresent("grading", grading.map(Grading::code))
        .putIfPresent("sources", Lists.written(sources, Source::toJson))
        .build();
  }

  static Provenance fromJson(Json.Obj json) throws MalformedJsonException {
    json.allowOnly("basis", "behalf", "grading", "sources");
    return new Provenance(
        Codes.read(json, "behalf", Behalf.class),
        Codes.read(json, "basis", Basis.class),
        Lists.read(json, "sources", Source::fromJson),
        json.findAs("grading", Grading::new));
  }
}
