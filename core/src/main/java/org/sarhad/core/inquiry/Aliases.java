package org.sarhad.core.inquiry;

import java.util.List;
import java.util.stream.Stream;
import org.sarhad.core.data.PersistentMap;

/// Which names the sides have agreed to mean the same (protocol clause 09-7.1). Names are shown as
/// each side wrote them; this only says whether two accounts name one group.
///
/// @param leads from a name towards the one that stands for all it is linked to
public record Aliases(PersistentMap<String, String> leads) {
  /// No names are linked.
  public static final Aliases NONE = new Aliases(PersistentMap.empty());

  /// The links that are in force among `acts`.
  static Aliases of(Stream<AgreedAct> acts) {
    return acts.map(AgreedAct::terms)
        .reduce(
            NONE,
            (known, terms) ->
                terms instanceof AliasTerms.OfLabels linked ? known.with(linked.labels()) : known,
            (one, _) -> one);
  }

  private Aliases with(List<String> labels) {
    String one = representative(labels.getFirst());
    String other = representative(labels.getLast());
    int order = one.compareTo(other);
    if (order == 0) {
      return this;
    }
    return new Aliases(order < 0 ? leads.put(other, one) : leads.put(one, other));
  }

  /// The name that stands for all names `label` is linked to; itself when it is linked to none.
  /// Never to be shown.
  String representative(String label) {
    String name = label;
    while (leads.containsKey(name)) {
      name = leads.get(name);
    }
    return name;
  }
}
