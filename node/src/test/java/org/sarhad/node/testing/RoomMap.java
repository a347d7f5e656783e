package org.sarhad.node.testing;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Which packages under one root there are, and which of the others each may use: a text that is
/// read by people, held against the classes.
///
/// ```
/// port   :
/// store  : port
/// ```
///
/// A line has a package and those it may use, named without the root; `.` is the root itself. It
/// may use only packages of lines above its own, so a map has no circle.
public final class RoomMap {
  private final String root;
  private final Map<String, Set<String>> doors = new LinkedHashMap<>();

  private RoomMap(String root) {
    this.root = root;
  }

  /// The map in `text` of the packages under `root`.
  public static RoomMap of(String root, String text) {
    var map = new RoomMap(root);
    for (var line : text.lines().filter(line -> !line.isBlank()).toList()) {
      int colon = line.indexOf(':');
      map.doors.put(
          line.substring(0, colon).strip(),
          Arrays.stream(line.substring(colon + 1).split("\\s+"))
              .filter(other -> !other.isEmpty())
              .collect(Collectors.toCollection(TreeSet::new)));
    }
    return map;
  }

  /// What is wrong, one line each: a line of the map that uses one that is not above it, a package
  /// that is not on the map, a use that no door allows.
  public List<String> faults() {
    var faults = circles();
    used()
        .forEach(
            (room, others) -> {
              if (!doors.containsKey(room)) {
                faults.add(room + " is not on the map");
              }
              others.keySet().stream()
                  .filter(other -> !doors.getOrDefault(room, Set.of()).contains(other))
                  .forEach(
                      other ->
                          faults.add(
                              "%s may not use %s: %s".formatted(room, other, others.get(other))));
            });
    return faults;
  }

  /// The doors of the map that do not lead to a line above, each of which could close a circle.
  private List<String> circles() {
    var circles = new ArrayList<String>();
    var above = new TreeSet<String>();
    doors.forEach(
        (room, others) -> {
          others.stream()
              .filter(other -> !above.contains(other))
              .forEach(
                  other -> circles.add("%s uses %s, which is not above it".formatted(room, other)));
          above.add(room);
        });
    return circles;
  }

  /// For each room the others that it uses, with one use as an example.
  private Map<String, Map<String, String>> used() {
    var used = new TreeMap<String, Map<String, String>>();
    for (var type : classes()) {
      var uses = used.computeIfAbsent(room(type.getPackageName()), _ -> new TreeMap<>());
      for (var use : type.getDirectDependenciesFromSelf()) {
        var target = use.getTargetClass().getBaseComponentType().getPackageName();
        if (isOurs(target) && !target.equals(type.getPackageName())) {
          uses.putIfAbsent(room(target), use.getDescription());
        }
      }
    }
    return used;
  }

  private JavaClasses classes() {
    // What other people's classes are made of is no matter of the map.
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .withImportOption(location -> !location.contains("-tests.jar"))
        .importPackages(root);
  }

  private boolean isOurs(String packageName) {
    return packageName.equals(root) || packageName.startsWith(root + ".");
  }

  private String room(String packageName) {
    return packageName.equals(root) ? "." : packageName.substring(root.length() + 1);
  }
}
