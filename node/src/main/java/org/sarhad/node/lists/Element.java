package org.sarhad.node.lists;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// An element of XML with all that is in it, by local names: one record of a list.
///
/// @param name without its namespace
/// @param line where it begins, from 1
/// @param attributes by name
/// @param children in order
/// @param text its own, without that of its children; stripped, blanks in a row as one
record Element(
    String name, int line, Map<String, String> attributes, List<Element> children, String text) {
  Element {
    attributes = Map.copyOf(attributes);
    children = List.copyOf(children);
  }

  /// The elements at the end of `path`, by the names of children.
  Stream<Element> all(String... path) {
    var at = Stream.of(this);
    for (var step : path) {
      at = at.flatMap(one -> one.children.stream()).filter(child -> child.name.equals(step));
    }
    return at;
  }

  /// Every element inside, of any depth, the outer before the inner.
  Stream<Element> inside() {
    return children.stream().flatMap(child -> Stream.concat(Stream.of(child), child.inside()));
  }

  /// The text of the first element at the end of `path`; empty when there is none, or nothing in
  /// it.
  String text(String... path) {
    return all(path).map(Element::text).findFirst().orElse("");
  }

  /// The attribute `name`; empty when there is none.
  String attribute(String name) {
    return Optional.ofNullable(attributes.get(name)).orElse("").strip();
  }
}
