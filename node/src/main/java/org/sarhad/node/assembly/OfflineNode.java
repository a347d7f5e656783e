package org.sarhad.node.assembly;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import org.sarhad.node.account.Accounts;
import org.sarhad.node.account.SignIn;
import org.sarhad.node.config.NodeConfig;
import org.sarhad.node.exhibit.CarriedFiles;
import org.sarhad.node.exhibit.ExhibitStore;
import org.sarhad.node.intake.MalformedIntakeException;
import org.sarhad.node.keys.KeyDirectoryException;
import org.sarhad.node.keys.SignatureProviderException;
import org.sarhad.node.link.MalformedTarException;
import org.sarhad.node.link.PeerPort;
import org.sarhad.node.link.TarArchive;
import org.sarhad.node.machine.AccountBundle;
import org.sarhad.node.machine.AuditFact;
import org.sarhad.node.machine.BundleExport;
import org.sarhad.node.machine.NodeDriver;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.Outcome;
import org.sarhad.node.machine.Reply;
import org.sarhad.node.machine.Session;
import org.sarhad.node.port.Clock;
import org.sarhad.node.port.DiskException;
import org.sarhad.node.store.DirectoryLock.DirectoryInUseException;

/// A node whose doors stay shut: for what is carried to it, or from it, while it does not run. It
/// listens nowhere and calls nobody; the one `ingest` is the same (06-3).
public final class OfflineNode implements AutoCloseable {
  private static final int PACKAGES_MAX = 32;
  private static final PeerPort NOBODY =
      (peer, _) -> CompletableFuture.failedFuture(new IOException("offline: " + peer));

  private final Deque<AutoCloseable> open;
  private final Accounts accounts;
  private final NodeDriver driver;
  private final Session asNode;
  private final ExhibitStore exhibits;
  private final Clock clock;

  private OfflineNode(Deque<AutoCloseable> open, LoadedNode loaded, NodeDriver driver) {
    this.open = open;
    this.accounts = loaded.accounts();
    this.driver = driver;
    this.asNode = loaded.asNode();
    this.exhibits = loaded.exhibits();
    this.clock = loaded.clock();
  }

  /// Opens the node of `directory`.
  ///
  /// @throws StartException with a sentence for the operator, for example that it runs already
  public static OfflineNode open(Path directory, NodeConfig config) throws StartException {
    return Opening.of(open -> opened(directory, config, open));
  }

  private static OfflineNode opened(Path directory, NodeConfig config, Deque<AutoCloseable> open)
      throws IOException,
          MalformedIntakeException,
          DirectoryInUseException,
          KeyDirectoryException,
          SignatureProviderException,
          StartException {
    var loaded = LoadedNode.load(directory, config, open);
    return new OfflineNode(open, loaded, loaded.run(NOBODY, open));
  }

  /// The own log from entry `from` on as an offline bundle (06-8.2); empty if it has no signed head
  /// yet.
  ///
  /// @param withFiles whether the files of exhibits that this side has released go with it
  public Optional<BundleExport> export(long from, boolean withFiles) {
    var view = driver.view();
    var own = view.self().party();
    var bundle =
        BundleExport.of(
            view,
            view.self().origin(),
            from,
            archive -> {
              if (withFiles) {
                CarriedFiles.put(archive, exhibits, new Sights(() -> view).get().agreed(), own);
              }
            });
    bundle.ifPresent(
        made ->
            audit(
                Optional.empty(),
                false,
                "export of entries %d to %d".formatted(made.from(), made.to())));
    return bundle;
  }

  /// Both logs and what the sides signed for a closed period of the barter account (06-8.5); empty
  /// while it is not closed.
  public Optional<AccountBundle> exportAccount(int period) {
    var bundle = AccountBundle.of(driver.view(), period);
    bundle.ifPresent(
        _ ->
            audit(Optional.empty(), false, "export of period %d of the account".formatted(period)));
    return bundle;
  }

  private void audit(Optional<String> login, boolean refused, String detail) {
    driver
        .request(
            asNode,
            new NodeRequest.Audit(
                new AuditFact(
                    "bundle",
                    refused,
                    login,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("this machine"),
                    detail)),
            Optional.empty())
        .join();
  }

  /// Takes an offline bundle in, as the account `login`; empty if the password is wrong. Waits
  /// until what is new in it is durable.
  ///
  /// @param progress is told now and then how many entries of that log are held
  public Optional<Outcome> take(
      TarArchive archive, String login, String password, LongConsumer progress) {
    if (!(accounts.signIn(login, password, "this machine") instanceof SignIn.Welcome welcome)) {
      return Optional.empty();
    }
    var opened = welcome.session();
    var session = new Session(opened.account().key().officer(), opened.signer());
    long taken = 0;
    while (true) {
      var outcome =
          driver
              .request(
                  session, new NodeRequest.ImportBundle(archive, PACKAGES_MAX), Optional.empty())
              .join();
      if (!(outcome instanceof Outcome.Accepted accepted)
          || !(accepted.reply() instanceof Reply.Imported(var more, var size, var isWhole))) {
        audit(Optional.of(login), true, "import, after %d entries".formatted(taken));
        return Optional.of(outcome);
      }
      taken += more;
      progress.accept(size);
      if (isWhole) {
        audit(Optional.of(login), false, "import of %d entries".formatted(taken));
        return Optional.of(
            new Outcome.Accepted(accepted.entries(), new Reply.Imported(taken, size, true)));
      }
    }
  }

  /// Takes the files of exhibits in a bundle whose log was taken.
  public CarriedFiles.Taken takeFiles(TarArchive archive, String login)
      throws MalformedTarException, DiskException {
    var view = driver.view();
    var known = new Sights(() -> view).get().known();
    var taken = CarriedFiles.take(archive, exhibits, known, view.self().party(), clock);
    if (taken.chunks() > 0 || !taken.problems().isEmpty()) {
      audit(
          Optional.of(login),
          !taken.problems().isEmpty(),
          "import of files: %d whole, %d chunks, %d problems"
              .formatted(taken.whole(), taken.chunks(), taken.problems().size()));
    }
    return taken;
  }

  @Override
  public void close() {
    Opening.closeAll(open);
  }
}
