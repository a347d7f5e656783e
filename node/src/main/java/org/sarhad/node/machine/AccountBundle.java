package org.sarhad.node.machine;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sarhad.core.act.ActFactKind;
import org.sarhad.core.barter.BarterFactKind;
import org.sarhad.core.barter.ClosedPeriod;
import org.sarhad.core.delivery.DeliveryFactKind;
import org.sarhad.core.energy.EnergyFactKind;
import org.sarhad.core.entry.Kind;
import org.sarhad.core.market.MarketFactKind;
import org.sarhad.core.modalities.ModalitiesFactKind;
import org.sarhad.core.record.RecordKind;
import org.sarhad.core.screening.ScreeningFactKind;
import org.sarhad.node.link.TarWriter;
import org.sarhad.tlog.Bytes;

/// Makes the bundle by which somebody who has neither node proves the statement of a closed period
/// (06-8.5): both logs from their beginning, and what was signed.
///
/// Whoever is given it reads what was said about keys, rules, acts and trade. Of everything else
/// there is the entry without what it says: the tree needs it, the account does not.
public final class AccountBundle {
  /// What the statement says.
  public static final String STATEMENT = "account/statement.json";

  /// What it counts.
  public static final String VOUCHERS = "account/vouchers.txt";

  private static final String LOG = "log/";
  private static final Set<String> CARRIED =
      Set.of(
          RecordKind.APPLICATION,
          ActFactKind.APPLICATION,
          ModalitiesFactKind.APPLICATION,
          BarterFactKind.APPLICATION,
          ScreeningFactKind.APPLICATION,
          MarketFactKind.APPLICATION,
          DeliveryFactKind.APPLICATION,
          EnergyFactKind.APPLICATION);

  private final ClosedPeriod period;
  private final List<CarriedLog> logs;

  private AccountBundle(ClosedPeriod period, List<CarriedLog> logs) {
    this.period = period;
    this.logs = List.copyOf(logs);
  }

  /// The bundle of period `number`, as `view` shows it; empty while the period is not closed, or a
  /// log has no head.
  public static Optional<AccountBundle> of(NodeView view, int number) {
    var logs = new ArrayList<CarriedLog>();
    for (var side : view.channel().sides().keys().toList()) {
      var log = CarriedLog.of(view, side, 0);
      if (log.isEmpty()) {
        return Optional.empty();
      }
      logs.add(log.get());
    }
    return ClosedPeriod.of(view.agreed().book(), number)
        .map(period -> new AccountBundle(period, logs));
  }

  /// Whether what an entry of `kind` says is in it.
  public static boolean carries(Kind kind) {
    return CARRIED.contains(kind.application());
  }

  /// Where log `number` is in it, from 0, ascending by their names.
  public static String directory(int number) {
    return LOG + number;
  }

  /// The period that it is about.
  public ClosedPeriod period() {
    return period;
  }

  /// How many entries of all logs are in it.
  public long entries() {
    return logs.stream().mapToLong(CarriedLog::size).sum();
  }

  /// How many bytes [#writeTo] would write. Costs as much as to write them to nowhere.
  ///
  /// @throws IOException if the bundle would be larger than one that is taken
  public long measure() throws IOException {
    return writeTo(OutputStream.nullOutputStream());
  }

  /// Writes the archive to `out`, which stays open; returns how many bytes that were.
  ///
  /// @throws IOException also if the bundle would be larger than one that is taken
  public long writeTo(OutputStream out) throws IOException {
    var archive = new TarWriter(out);
    archive.put(STATEMENT, period.toJson().canonical());
    archive.put(VOUCHERS, Bytes.ofUtf8(period.text()));
    for (int i = 0; i < logs.size(); i++) {
      logs.get(i).put(archive, directory(i) + "/", AccountBundle::carries);
    }
    archive.finish();
    return archive.bytes();
  }
}
