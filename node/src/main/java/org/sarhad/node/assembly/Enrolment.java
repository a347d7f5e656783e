package org.sarhad.node.assembly;

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
  private PersistentMap<OfficerId, PersistentMap<Long, Standing>> officers = PersistentMap.empty();

  private Enrolment(Accounts accounts, NodeDriver driver) {
    this.accounts = accounts;
    this.driver = driver;
  }

  /// Looks now, and from now on after every change.
  static void follow(Accounts accounts, NodeDriver driver) {
    var enrolment = new Enrolment(accounts, driver);
    enrolment.look(driver.view());
    driver.listen(enrolment);
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
