package org.sarhad.core.inquiry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.sarhad.core.data.Csv;
import org.sarhad.core.geo.Place;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonLimits;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.tlog.Bytes;

/// A list of incidents from before the record: what was reported, by whom, with the figures that
/// differ beside each other. Everything in it becomes imported history (protocol clauses 09-1.4,
/// 09-10.1).
///
/// Nothing is guessed and nothing is left out: a line that is not understood is a fault with its
/// number, and the rest of the list is read all the same.
///
/// @param items in the order in which they first appear
/// @param faults in the order of the list
public record IncidentList(List<Item> items, List<Fault> faults) {
  /// Longest list, in characters or bytes.
  public static final int LENGTH_MAX = 4 << 20;

  private static final String FORMAT = "sarhad.incidents/1";

  public IncidentList {
    items = List.copyOf(items);
    faults = List.copyOf(faults);
  }

  /// One incident.
  ///
  /// @param line where it begins: a line of CSV, the number of an item of JSON, from 1
  /// @param name its name in the list
  /// @param matter what opens it, marked as imported
  /// @param claims what is to be claimed in it, in the order of the list
  public record Item(int line, String name, MatterFact.Opened matter, List<Statement> claims) {
    public Item {
      claims = List.copyOf(claims);
    }
  }

  /// What was not understood.
  ///
  /// @param line where: as in [Item]
  /// @param what is wrong, for a person
  public record Fault(int line, String what) {}

  /// Reads CSV with a heading line ([IncidentColumns]). Each line is one claim; lines of the same
  /// `incident` belong to one matter, whose title and place the first of them gives.
  public static IncidentList ofCsv(String text) {
    if (text.length() > LENGTH_MAX) {
      return new IncidentList(List.of(), List.of(tooLong(text.length())));
    }
    List<Csv.Line> lines = Csv.parse(text);
    if (lines.isEmpty()) {
      return new IncidentList(List.of(), List.of(new Fault(1, "no heading line")));
    }
    Collector collector = new Collector();
    Optional<IncidentColumns> columns = columns(lines.getFirst(), collector);
    if (columns.isPresent()) {
      for (Csv.Line line : lines.subList(1, lines.size())) {
        collector.read(columns.get(), line);
      }
    }
    return collector.list();
  }

  private static Optional<IncidentColumns> columns(Csv.Line heading, Collector collector) {
    try {
      return Optional.of(IncidentColumns.of(heading.fields()));
    } catch (IllegalArgumentException misfit) {
      collector.faults.add(new Fault(heading.number(), String.valueOf(misfit.getMessage())));
      return Optional.empty();
    }
  }

  /// Reads JSON `{"format":"sarhad.incidents/1","incidents":[{"claims":[…],"name":"…","place":{…},
  /// "title":{…}},…]}`; claims as in protocol clause 09-2.1, `place` may be absent.
  ///
  /// @throws MalformedJsonException when it is no such file at all
  public static IncidentList ofJson(Bytes text) throws MalformedJsonException {
    if (!(Json.parse(text, JsonLimits.ofBytes(LENGTH_MAX)) instanceof Json.Obj file)) {
      throw new MalformedJsonException("a list of incidents", "another value", "an object");
    }
    file.allowOnly("format", "incidents");
    if (!file.text("format").equals(FORMAT)) {
      throw new MalformedJsonException("member \"format\"", file.text("format"), FORMAT);
    }
    Collector collector = new Collector();
    int number = 0;
    for (Json.Obj incident : file.array("incidents").objects()) {
      number++;
      collector.read(number, incident);
    }
    return collector.list();
  }

  private static Fault tooLong(int length) {
    return new Fault(1, "a list of " + length + " characters; at most " + LENGTH_MAX);
  }

  /// Puts lines together to incidents.
  private static final class Collector {
    private final Map<String, Item> items = new TreeMap<>();
    private final List<String> order = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    void read(IncidentColumns columns, Csv.Line line) {
      if (!line.isClosed()) {
        faults.add(new Fault(line.number(), "a quote that is never closed"));
        return;
      }
      try {
        String name = columns.name(line.fields());
        Statement claim = columns.claim(line.fields());
        Item known = items.get(name);
        Item item =
            known == null
                ? new Item(line.number(), name, columns.matter(line.fields()), List.of())
                : known;
        List<Statement> claims = new ArrayList<>(item.claims());
        claims.add(claim);
        put(new Item(item.line(), name, item.matter(), claims));
      } catch (IllegalArgumentException misfit) {
        faults.add(new Fault(line.number(), String.valueOf(misfit.getMessage())));
      }
    }

    void read(int number, Json.Obj json) {
      try {
        json.allowOnly("claims", "name", "place", "title");
        String name = json.text("name");
        Optional<Json.Obj> place = json.findObject("place");
        MatterFact.Opened matter =
            new MatterFact.Opened(
                MatterKind.INCIDENT,
                Words.fromJson(json.object("title")),
                place.isPresent() ? Optional.of(Place.fromJson(place.get())) : Optional.empty(),
                Optional.empty(),
                List.of(),
                true);
        if (items.containsKey(name)) {
          throw new IllegalArgumentException("incident \"" + name + "\" twice");
        }
        put(new Item(number, name, matter, Lists.read(json, "claims", Statement::fromJson)));
      } catch (MalformedJsonException | IllegalArgumentException misfit) {
        faults.add(new Fault(number, String.valueOf(misfit.getMessage())));
      }
    }

    private void put(Item item) {
      if (items.put(item.name(), item) == null) {
        order.add(item.name());
      }
    }

    IncidentList list() {
      return new IncidentList(order.stream().map(this::item).toList(), faults);
    }

    private Item item(String name) {
      return Objects.requireNonNull(items.get(name));
    }
  }
}
