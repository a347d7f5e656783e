package org.sarhad.node.assembly;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.sarhad.core.data.PersistentMap;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.record.Standing;
import org.sarhad.node.account.Account;
import org.sarhad.node.account.Accounts;
import org.sarhad.node.machine.Change;
import org.sarhad.node.machine.NodeDriver;
import org.sarhad.node.machine.NodeView;

/// Notes which accounts the record knows by now: at the start, and whenever the own roster has
/// become another. Nothing else makes an officer of an account, so nothing else asks the database.
final class Enrolment implements Consumer<Change> {
  private final Accounts accounts;
  private final NodeDriver driver;
  private final CountDownLatch first = new CountDownLatch(1);
  private PersistentMap<OfficerId, PersistentMap<Long, Standing>> officers = PersistentMap.empty();

  private Enrolment(Accounts accounts, NodeDriver driver) {
    this.accounts = accounts;
    this.driver = driver;
  }

  /// Looks now, and from now on after every change.
  static Enrolment follow(Accounts accounts, NodeDriver driver) {
    var enrolment = new Enrolment(accounts, driver);
    driver.listen(enrolment);
    enrolment.look(driver.view());
    return enrolment;
  }

  /// Waits until the record knows an officer, at most `limit`; whether it does. A log that begins
  /// knows nobody before its first entry is durable: whoever signed in so early would have no role.
  boolean awaitFirst(Duration limit) {
    try {
      return first.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void accept(Change change) {
    if (change instanceof Change.Entries) {
      look(driver.view());
    }
  }

  private synchronized void look(NodeView view) {
    var now =
        view.channel()
            .sides()
            .find(view.self().origin())
            .map(side -> side.roster().officers())
            .orElse(PersistentMap.empty());
    if (!now.differing(officers).isEmpty()) {
      officers = now;
      accounts.list().stream()
          .filter(account -> account.state() == Account.State.ENROLLING)
          .filter(account -> isOfficer(view, account.key().officer()))
          .forEach(account -> accounts.activated(account.login()));
      first.countDown();
    }
  }

  private static boolean isOfficer(NodeView view, OfficerId officer) {
    return view.channel()
        .sides()
        .find(view.self().origin())
        .flatMap(side -> side.roster().officerAt(officer, side.size()))
        .isPresent();
  }
}
