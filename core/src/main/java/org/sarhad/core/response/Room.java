package org.sarhad.core.response;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.time.TimeBracket;

/// The incident room: everything said about one incident on one time axis, with one column per side
/// for what that side knew.
///
/// @param items in reading order (the authors' times)
public record Room(Incident incident, List<RoomItem> items) {
  public Room {
    items = List.copyOf(items);
  }

  /// The room of `incident`. O(n²) at worst in the number of its items, for finding what crossed.
  public static Room of(Incident incident, EntryWays ways) {
    List<Said> all = incident.said();
    Map<EntryId, List<Said>> marks = marksByItem(all);
    var items = new ArrayList<RoomItem>();
    for (Said said : all) {
      Ladder ladder = Ladder.of(said, all, ways);
      items.add(
          new RoomItem(
              said,
              ladder,
              knownBy(said, ladder),
              marks.getOrDefault(said.entry(), List.of()),
              crosses(said, all, ways)));
    }
    return new Room(incident, items);
  }

  /// The column of `party`: what it wrote and what it is known to have received, in the order in
  /// which it came to know it.
  public List<RoomItem> column(PartyId party) {
    return items.stream()
        .filter(item -> item.knownBy(party).isPresent())
        .sorted(Comparator.comparing(item -> item.knownBy(party).orElseThrow().at()))
        .toList();
  }

  private static Map<EntryId, List<Said>> marksByItem(List<Said> all) {
    var marks = new TreeMap<EntryId, List<Said>>();
    for (Said said : all) {
      if (said.anomaly().isEmpty()) {
        switch (said.fact()) {
          case IncidentFact.Corrected mark -> add(marks, mark.item(), said);
          case IncidentFact.Withdrawn mark -> add(marks, mark.item(), said);
          case IncidentFact.Translated mark -> add(marks, mark.item(), said);
          case ResponseFact _ -> {
            // Says nothing about another item.
          }
        }
      }
    }
    return marks;
  }

  private static void add(Map<EntryId, List<Said>> marks, EntryId item, Said mark) {
    marks.computeIfAbsent(item, _ -> new ArrayList<>()).add(mark);
  }

  private static SortedMap<PartyId, Knowledge> knownBy(Said said, Ladder ladder) {
    var known = new TreeMap<PartyId, Knowledge>();
    known.put(said.author(), new Knowledge(said.author(), said.time(), TimeBracket.OPEN, false));
    ladder
        .way()
        .received()
        .ifPresent(
            receipt ->
                known.put(
                    receipt.by(),
                    new Knowledge(
                        receipt.by(),
                        receipt.bracket().notAfter().orElse(said.time()),
                        receipt.bracket(),
                        true)));
    return Collections.unmodifiableSortedMap(known);
  }

  private static boolean crosses(Said said, List<Said> all, EntryWays ways) {
    return said.released()
        && all.stream()
            .filter(other -> !other.author().equals(said.author()))
            .filter(Said::released)
            .anyMatch(
                other ->
                    !ways.saw(said.entry(), other.entry())
                        && !ways.saw(other.entry(), said.entry()));
  }
}
