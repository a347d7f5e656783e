package org.sarhad.node.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A path with named parts: `/api/v1/incidents/{incident}/notes`.
///
/// @param text the template as it stands in the contract
/// @param segments its parts between slashes
record PathTemplate(String text, List<String> segments) {
  /// Copies the list.
  PathTemplate {
    segments = List.copyOf(segments);
  }

  static PathTemplate of(String text) {
    return new PathTemplate(text, split(text));
  }

  /// The named parts of `path`, if it is of this form. A named part is one non-empty segment.
  Optional<Map<String, String>> match(List<String> path) {
    if (path.size() != segments.size()) {
      return Optional.empty();
    }
    var named = new LinkedHashMap<String, String>();
    for (int i = 0; i < path.size(); i++) {
      var segment = segments.get(i);
      if (segment.startsWith("{")) {
        if (path.get(i).isEmpty()) {
          return Optional.empty();
        }
        named.put(segment.substring(1, segment.length() - 1), path.get(i));
      } else if (!segment.equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(named);
  }

  /// How many parts are not named: of two templates that match, the one with more is meant.
  long literals() {
    return segments.stream().filter(s -> !s.startsWith("{")).count();
  }

  static List<String> split(String path) {
    return List.of(path.substring(1).split("/", -1));
  }
}
