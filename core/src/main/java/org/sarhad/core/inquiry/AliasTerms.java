package org.sarhad.core.inquiry;

import java.util.List;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.MalformedJsonException;

/// "These two mean the same": two matters, or two names in one matter. It links; nothing moves from
/// one to the other, and each name stays as each side wrote it (protocol clause 09-7.1).
public sealed interface AliasTerms extends InquiryTerms {

  @Override
  default InquiryActKind kind() {
    return InquiryActKind.ALIAS;
  }

  /// Two matters are about one event.
  ///
  /// @param matters two, ascending
  record OfMatters(List<EntryId> matters) implements AliasTerms {
    /// @throws IllegalArgumentException when it is not two, in order
    public OfMatters {
      matters = List.copyOf(matters);
      requireTwo(matters);
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj().putIfPresent("matters", Lists.entries(matters)).build();
    }
  }

  /// Two names that sides use are of one group or place.
  ///
  /// @param matter in which matter
  /// @param labels two, ascending
  record OfLabels(EntryId matter, List<String> labels) implements AliasTerms {
    /// @throws IllegalArgumentException when it is not two, in order, or one is no label
    public OfLabels {
      labels = List.copyOf(labels);
      requireTwo(labels);
      labels.forEach(Value.Label::new);
    }

    @Override
    public Json.Obj toJson() {
      return Json.obj()
          .put("labels", Json.arr(labels.stream().map(Json::of)))
          .put("matter", matter.toString())
          .build();
    }
  }

  private static <T extends Comparable<T>> void requireTwo(List<T> items) {
    if (items.size() != 2) {
      throw new IllegalArgumentException("an alias of " + items.size() + "; expected two");
    }
    Lists.requireAscending("alias", items);
  }

  /// The terms in `json`.
  static AliasTerms read(Json.Obj json) throws MalformedJsonException {
    return json.has("matters")
        ? new OfMatters(Lists.entries(json, "matters"))
        : new OfLabels(
            json.as("matter", EntryId::parse), Lists.texts(json, "labels", label -> label));
  }
}
