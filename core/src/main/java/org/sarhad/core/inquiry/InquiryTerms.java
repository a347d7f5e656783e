package org.sarhad.core.inquiry;

import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;

/// What a joint act of the inquiry's kinds agrees on.
///
/// As JSON the `terms` of the proposal, each in one spelling.
public sealed interface InquiryTerms permits AliasTerms, FindingTerms, VisitTerms, MinutesTerms {
  /// Of which kind of act these are the terms.
  InquiryActKind kind();

  /// Inverse of [#fromJson].
  Json.Obj toJson();

  /// The terms of an act of `kind`; only in their one spelling.
  ///
  /// @throws MalformedJsonException when `terms` are not such terms
  static InquiryTerms fromJson(InquiryActKind kind, Json.Obj terms) throws MalformedJsonException {
    String word = "terms of " + kind.kind();
    InquiryTerms read;
    try {
      read =
          switch (kind) {
            case ALIAS -> AliasTerms.read(terms);
            case FINDING -> FindingTerms.read(terms);
            case JOINT_VISIT -> VisitTerms.read(terms);
            case JOINT_MINUTES -> MinutesTerms.read(terms);
          };
    } catch (IllegalArgumentException misfit) {
      throw new MalformedJsonException(
          word, String.valueOf(misfit.getMessage()), "members as the kind defines them");
    }
    if (!read.toJson().equals(terms)) {
      throw new MalformedJsonException(
          word, terms.toString(), "only the members of this kind, each in its one spelling");
    }
    return read;
  }
}
