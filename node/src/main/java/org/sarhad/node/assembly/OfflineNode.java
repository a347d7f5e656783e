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
import org.sarhad.node.intake.MalformedIntakeException;
import org.sarhad.node.keys.KeyDirectoryException;
import org.sarhad.node.keys.SignatureProviderException;
import org.sarhad.node.link.PeerPort;
import org.sarhad.node.link.TarArchive;
import org.sarhad.node.machine.AuditFact;
import org.sarhad.node.machine.BundleExport;
import org.sarhad.node.machine.NodeDriver;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.Outcome;
import org.sarhad.node.machine.Reply;
import org.sarhad.node.machine.Session;
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

  private OfflineNode(
      Deque<AutoCloseable> open, Accounts accounts, NodeDriver driver, Session asNode) {
    this.open = open;
    this.accounts = accounts;
    this.driver = driver;
    this.asNode = asNode;
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
    return new OfflineNode(open, loaded.accounts(), loaded.run(NOBODY, open), loaded.asNode());
  }

  /// The own log from entry `from` on as an offline bundle (06-8.2); empty if it has no signed head
  /// yet.
  public Optional<BundleExport> export(long from) {
    var view = driver.view();
    var bundle = BundleExport.of(view, view.self().origin(), from);
    bundle.ifPresent(
        made ->
            audit(
                Optional.empty(),
                false,
                "export of entries %d to %d".formatted(made.from(), made.to())));
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

  @Override
  public void close() {
    Opening.closeAll(open);
  }
}
