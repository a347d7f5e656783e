package org.sarhad.node.api;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.sarhad.core.response.ResponseSettings;
import org.sarhad.node.account.Accounts;
import org.sarhad.node.api.view.EventView;
import org.sarhad.node.config.ConsoleConfig;
import org.sarhad.node.config.HostPort;
import org.sarhad.node.config.NodeConfig;
import org.sarhad.node.exhibit.ExhibitFiles;
import org.sarhad.node.ground.GeoShelves;
import org.sarhad.node.http.HttpListener;
import org.sarhad.node.http.ListenException;
import org.sarhad.node.http.TlsServer;
import org.sarhad.node.lists.ListShelf;
import org.sarhad.node.metrics.Metrics;
import org.sarhad.node.peer.PeerClient;
import org.sarhad.node.port.Clock;
import org.sarhad.node.uptime.LinkDiary;
import org.sarhad.tlog.crypto.Verifier;

/// The console's door, open.
public final class ConsoleServer implements AutoCloseable {
  private static final int CONNECTIONS_PER_REQUEST = 8;

  private final HttpListener listener;
  private final Changes changes;

  private ConsoleServer(HttpListener listener, Changes changes) {
    this.listener = listener;
    this.changes = changes;
  }

  /// What the API stands on.
  ///
  /// @param accounts who may sign in
  /// @param node what is looked at and asked
  /// @param peers fetches cards of strangers
  /// @param metrics counts
  /// @param clock the machine's
  /// @param verifier checks signatures that are shown
  /// @param tls for the configuration that wants it
  /// @param diary how long the links were up, as far as it was seen
  /// @param exhibits files of exhibits
  /// @param lists lists of sanctions that this side holds
  /// @param geo the geography that it goes by
  /// @param untold the file of crossings that are not told yet
  /// @param version of this program
  public record Parts(
      Accounts accounts,
      NodeGate node,
      PeerClient peers,
      Metrics metrics,
      Clock clock,
      Verifier verifier,
      SSLContext tls,
      Supplier<LinkDiary> diary,
      ExhibitFiles exhibits,
      ListShelf lists,
      GeoShelves geo,
      Path untold,
      String version) {}

  /// Opens it.
  public static ConsoleServer start(NodeConfig config, Parts parts) throws ListenException {
    var console = config.console();
    var startedAt = parts.clock().now();
    var parties = new Parties(config.party(), config.neighbour(), parts.version(), startedAt);
    var surface =
        new Surface(
            parts.node(),
            parties,
            ResponseSettings.defaults(),
            parts.accounts(),
            parts.clock(),
            parts.geo()::border,
            console.answerDeadline());
    var hub = new EventHub<EventView>(epoch(startedAt), console.streamQueue());
    var api =
        new Api(
            console,
            parts.accounts(),
            parts.node(),
            parts.clock(),
            parts.metrics(),
            operations(console, parts, surface, hub));
    var limits =
        new HttpListener.Limits(
            console.streamsMax() + console.requestsMax() * CONNECTIONS_PER_REQUEST,
            console.requestDeadline());
    var changes = new Changes(surface, hub);
    try {
      return new ConsoleServer(
          HttpListener.start(console.address(), tls(console, parts), limits, parts.clock(), api),
          changes);
    } catch (ListenException e) {
      changes.close();
      throw e;
    }
  }

  private static Optional<TlsServer> tls(ConsoleConfig console, Parts parts) {
    return console.tls() == ConsoleConfig.Tls.SELF_SIGNED
        ? Optional.of(new TlsServer(parts.tls(), false))
        : Optional.empty();
  }

  private static String epoch(Instant startedAt) {
    return Long.toString(startedAt.toEpochMilli(), Character.MAX_RADIX);
  }

  /// Every operation of the contract.
  static List<Operation> operations(
      ConsoleConfig console, Parts parts, Surface surface, EventHub<EventView> hub) {
    var ground = new Ground(parts.geo().ground());
    var gauge = new HeldGauge(surface, ground);
    var accounts = parts.accounts();
    var streams = new OpenStreams(console);
    var events = new EventOperations(surface, hub, streams, accounts.sessions());
    var intake =
        new TrackIntake(
            surface,
            parts.geo()::watched,
            accounts.sessions(),
            new UntoldFile(parts.untold()),
            gauge::take);
    parts.metrics().watch("sarhad_event_streams", "Open event streams.", streams::count);
    var all = new ArrayList<Operation>();
    all.addAll(new SessionOperations(console, accounts, parts.node(), surface.parties()).list());
    all.addAll(new OverviewOperations(surface).list());
    all.addAll(new IncidentOperations(surface).list());
    all.addAll(new ReplayOperations(surface).list());
    var threads = new AssistanceOperations(surface);
    all.addAll(threads.list());
    all.addAll(new HelpOperations(surface, threads).list());
    all.addAll(new UnitOperations(surface, ground).list());
    all.addAll(new ShiftOperations(surface, accounts).list());
    all.addAll(new ReportOperations(surface).list());
    all.addAll(new ActOperations(surface, accounts).list());
    all.addAll(new ModalitiesOperations(surface).list());
    all.addAll(new DocumentOperations(surface).list());
    all.addAll(new StatementOperations(surface).list());
    all.addAll(new CrossingOperations(surface).list());
    all.addAll(new RegisterOperations(surface).list());
    all.addAll(new CooperationOperations(surface, parts.diary()).list());
    all.addAll(new ExhibitUploadOperations(surface, parts.exhibits()).list());
    all.addAll(new ExhibitFileOperations(surface, parts.exhibits()).list());
    var openings = new Openings();
    all.addAll(new InquiryOperations(surface, openings).list());
    all.addAll(new SealOperations(surface, openings).list());
    all.addAll(new IncidentListOperations(surface).list());
    all.addAll(new HandoverOperations(surface).list());
    all.addAll(new ActivityOperations(surface).list());
    all.addAll(new InformationOperations(surface).list());
    var wishes = new PostureWishes(parts.geo().posts(), ground);
    all.addAll(new PostureOperations(surface, wishes).list());
    all.addAll(new PostureComparisonOperations(surface, wishes).list());
    all.addAll(new PostureTrialOperations(surface, wishes, ground).list());
    all.addAll(new TravelOperations(surface, ground, gauge).list());
    all.addAll(new TrackOperations(surface, intake).list());
    all.addAll(new TrackStreamOperations(surface, intake, streams, accounts.sessions()).list());
    all.addAll(new ScreeningOperations(surface).list());
    all.addAll(new DeliveryOperations(surface).list());
    all.addAll(new EnergyOperations(surface).list());
    all.addAll(new MeterOperations(surface).list());
    all.addAll(new BookOperations(surface).list());
    all.addAll(new BookDraftOperations(surface).list());
    all.addAll(new LineTableOperations(surface).list());
    all.addAll(new MarketOperations(surface, openings, Solvers.find()).list());
    all.addAll(new BidSealOperations(surface, openings).list());
    all.addAll(new ContractOperations(surface).list());
    all.addAll(new ScreenOperations(surface, parts.lists()).list());
    all.addAll(new OwnFileOperations(surface, parts.lists()).list());
    all.addAll(new OfficerOperations(surface).list());
    all.addAll(new HistoryOperations(surface).list());
    all.addAll(new RecordOperations(surface, parts.verifier()).list());
    all.addAll(new PaperOperations(surface).list());
    all.addAll(new PdfOperations(surface).list());
    all.addAll(new LinkOperations(surface, parts.peers()::fetchCard).list());
    all.addAll(new AccountOperations(surface, accounts).list());
    all.addAll(new GeoOperations(parts.geo()).list());
    all.addAll(new GroundOperations(surface, parts.geo()).list());
    all.addAll(new LayerOperations(surface, parts.geo()).list());
    all.addAll(events.list());
    all.addAll(new MachineOperations(parts.node(), parts.metrics(), console).list());
    return List.copyOf(all);
  }

  /// Where it really listens.
  public HostPort address() {
    return listener.address();
  }

  /// Ends the event streams, lets running requests finish, and closes the port.
  @Override
  public void close() {
    changes.close();
    listener.close();
  }
}
