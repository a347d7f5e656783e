package org.sarhad.core.market;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.sarhad.core.barter.Money;
import org.sarhad.core.party.PartyId;

/// What is short under a protocol, and what a lot of each line takes of it.
///
/// @param rows ascending
/// @param uses by line
record Rows(List<Row> rows, List<List<Row.Use>> uses) {
  /// The rows of `protocol`, when each side may come to owe no more than its `room`.
  static Rows of(PeriodProtocol protocol, SortedMap<PartyId, Money> room) {
    Rows all = new Rows(new ArrayList<>(), new ArrayList<>());
    protocol.lines().forEach(_ -> all.uses.add(new ArrayList<>()));
    for (Row.Kind kind : Row.Kind.values()) {
      all.addAll(kind, protocol, room);
    }
    return all;
  }

  private void addAll(Row.Kind kind, PeriodProtocol protocol, SortedMap<PartyId, Money> room) {
    List<CommodityLine> lines = protocol.lines();
    switch (kind) {
      case LOTS -> {
        for (int line = 0; line < lines.size(); line++) {
          add(kind, lines.get(line).name(), lines.get(line).lots().most());
          use(line, Row.Use.By.LOT, 1);
        }
      }
      case VALUE -> {
        for (int line = 0; line < lines.size(); line++) {
          add(kind, lines.get(line).name(), lines.get(line).value().most());
          use(line, Row.Use.By.VALUE, 1);
        }
      }
      case QUOTA -> protocol.quotas().forEach(quota -> addQuota(quota, lines));
      case CORRIDOR -> protocol.corridors().forEach(corridor -> addCorridor(corridor, lines));
      case SWING -> room.forEach((side, most) -> addSwing(side, most, lines));
    }
  }

  private void addQuota(Quota quota, List<CommodityLine> lines) {
    add(Row.Kind.QUOTA, quota.name(), quota.most().minor());
    for (int line = 0; line < lines.size(); line++) {
      if (quota.lines().contains(lines.get(line).name())) {
        use(line, Row.Use.By.VALUE, 1);
      }
    }
  }

  private void addCorridor(Corridor corridor, List<CommodityLine> lines) {
    add(Row.Kind.CORRIDOR, corridor.name(), corridor.capacity().amount());
    for (int line = 0; line < lines.size(); line++) {
      long factor = corridor.uses().getOrDefault(lines.get(line).name(), 0L);
      if (factor > 0) {
        use(line, Row.Use.By.LOT, factor);
      }
    }
  }

  /// What comes to a side adds to what it owes, with the tolerance; what it sends takes from that,
  /// without.
  private void addSwing(PartyId side, Money most, List<CommodityLine> lines) {
    add(Row.Kind.SWING, side.value(), most.minor());
    for (int line = 0; line < lines.size(); line++) {
      boolean isSent = lines.get(line).exporter().equals(side);
      use(line, isSent ? Row.Use.By.LESS_LEAST : Row.Use.By.MOST, 1);
    }
  }

  private void add(Row.Kind kind, String name, long capacity) {
    rows.add(new Row(new Row.Id(kind, name), capacity));
  }

  /// A lot of `line` takes of the newest row.
  private void use(int line, Row.Use.By by, long factor) {
    uses.get(line).add(new Row.Use(rows.size() - 1, by, factor));
  }
}
