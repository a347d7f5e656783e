package org.sarhad.node.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.sarhad.core.party.Role;
import org.sarhad.node.config.AccountConfig;
import org.sarhad.node.port.Randomness;
import org.sarhad.node.testing.CountedRandomness;
import org.sarhad.node.testing.HandClock;
import org.sarhad.tlog.crypto.Signatures;
import org.sarhad.tlog.note.NoteSigner;

class AccountsTest {
  private static final String PASSWORD = "correct horse battery";
  private static final AccountConfig CONFIG =
      new AccountConfig(
          Duration.ofMinutes(30), Duration.ofHours(13), 8_192, 1, 3, 6, Duration.ofMinutes(15));

  @TempDir Path directory;
  private final HandClock clock = new HandClock();
  private Accounts accounts;

  @BeforeEach
  void open() {
    accounts = opened();
  }

  @AfterEach
  void close() {
    accounts.close();
  }

  @Test
  void aNewAccountHasAKeyOfItsOwnAndCanSignWithIt() throws Exception {
    var account = created("watch");

    var welcome = welcome("watch", PASSWORD);

    assertThat(account.state()).isEqualTo(Account.State.ENROLLING);
    assertThat(account.key().officer().value())
        .matches("ir\\.sarhad\\.example/officer/[0-9a-f]{8}");
    var note = NoteSigner.sign("the watch is ours\n", List.of(welcome.session().signer()));
    var key = welcome.session().signer().verifierKey();
    assertThat(key.key()).isEqualTo(account.key().publicKey());
    assertThat(
            Signatures.jdk()
                .verify(
                    key.type(),
                    key.key(),
                    "the watch is ours\n".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    note.signatures().getFirst().signature().toArray()))
        .isTrue();
  }

  @Test
  void accountsSurviveARestartAndSessionsDoNot() {
    var account = created("watch");
    accounts.activated("watch");
    var token = welcome("watch", PASSWORD).token();

    accounts.close();
    accounts = opened();

    assertThat(accounts.find("watch").orElseThrow().key()).isEqualTo(account.key());
    assertThat(accounts.find("watch").orElseThrow().state()).isEqualTo(Account.State.ACTIVE);
    assertThat(accounts.sessions().find(token.value())).isEmpty();
    assertThat(welcome("watch", PASSWORD).session().account().key()).isEqualTo(account.key());
  }

  @Test
  void theFileHoldsNeitherPasswordNorKeyNorCookie() throws Exception {
    created("watch");
    var welcome = welcome("watch", PASSWORD);
    accounts.close();

    var bytes = new StringBuilder();
    try (var files = Files.list(directory)) {
      for (var file : files.toList()) {
        bytes.append(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
      }
    }
    accounts = opened();

    assertThat(bytes.indexOf(PASSWORD)).isNegative();
    assertThat(bytes.indexOf(welcome.token().value())).isNegative();
  }

  /// The password was right when it was looked at; what happened to the account before the session
  /// was open counts all the same.
  @Test
  void aSessionDoesNotOpenBehindALockOrAChangeOfPassword() {
    created("watch");
    var inBetween = new AtomicReference<Runnable>(() -> {});
    var bytes = new CountedRandomness(1);
    Randomness told =
        count -> {
          inBetween.getAndSet(() -> {}).run();
          return bytes.bytes(count);
        };
    accounts.close();
    accounts = Accounts.open(file(), "ir.sarhad.example", CONFIG, clock, told, Signatures.jdk());

    inBetween.set(() -> accounts.lock("watch"));
    assertThat(accounts.signIn("watch", PASSWORD, "10.0.0.1")).isInstanceOf(SignIn.Shut.class);
    accounts.unlock("watch");
    inBetween.set(() -> accounts.reset("watch", "another password"));
    assertThat(accounts.signIn("watch", PASSWORD, "10.0.0.1")).isInstanceOf(SignIn.Wrong.class);
    inBetween.set(() -> accounts.revoke("watch"));
    assertThat(accounts.signIn("watch", "another password", "10.0.0.1"))
        .isInstanceOf(SignIn.Wrong.class);
    assertThat(accounts.sessions().count()).isZero();
  }

  @Test
  void aTakenLoginIsNotMadeTwice() {
    created("watch");

    assertThat(accounts.create("watch", "Second", Set.of(Role.CHIEF), PASSWORD)).isEmpty();
    assertThat(accounts.list()).hasSize(1);
  }

  @Test
  void wrongLoginAndWrongPasswordAreAnsweredAlike() {
    created("watch");

    assertThat(accounts.signIn("watch", "nonsense", "::1")).isEqualTo(new SignIn.Wrong(false));
    assertThat(accounts.signIn("nobody", "nonsense", "::1")).isEqualTo(new SignIn.Wrong(false));
  }

  @Test
  void guessingALoginLocksItForThatAddressOnly() {
    created("watch");
    accounts.signIn("watch", "1", "10.0.0.1");
    accounts.signIn("watch", "2", "10.0.0.1");
    assertThat(accounts.signIn("watch", "3", "10.0.0.1")).isEqualTo(new SignIn.Wrong(true));

    assertThat(accounts.signIn("watch", PASSWORD, "10.0.0.1")).isInstanceOf(SignIn.Locked.class);
    assertThat(accounts.signIn("watch", PASSWORD, "10.0.0.2")).isInstanceOf(SignIn.Welcome.class);

    clock.pass(Duration.ofMinutes(15));
    assertThat(accounts.signIn("watch", PASSWORD, "10.0.0.1")).isInstanceOf(SignIn.Welcome.class);
  }

  @Test
  void anAccountThatAnAdministratorLockedLetsNobodyIn() {
    created("watch");
    var session = welcome("watch", PASSWORD);

    assertThat(accounts.lock("watch")).isTrue();
    assertThat(accounts.find("watch").orElseThrow().lockedSince()).contains(clock.now());
    assertThat(accounts.sessions().find(session.token().value())).as("signed out").isEmpty();
    assertThat(accounts.signIn("watch", PASSWORD, "::1")).isEqualTo(new SignIn.Shut());
    assertThat(accounts.signIn("watch", "nonsense", "::1"))
        .as("whoever does not know the password learns nothing")
        .isEqualTo(new SignIn.Wrong(false));

    accounts.unlock("watch");
    assertThat(accounts.find("watch").orElseThrow().lockedSince()).isEmpty();
    assertThat(accounts.signIn("watch", PASSWORD, "::1")).isInstanceOf(SignIn.Welcome.class);
  }

  @Test
  void unlockingForgivesWrongPasswordsToo() {
    created("watch");
    for (int i = 0; i < 3; i++) {
      accounts.signIn("watch", "wrong " + i, "10.0.0.1");
    }
    assertThat(accounts.signIn("watch", PASSWORD, "10.0.0.1")).isInstanceOf(SignIn.Locked.class);

    accounts.unlock("watch");
    assertThat(accounts.signIn("watch", PASSWORD, "10.0.0.1")).isInstanceOf(SignIn.Welcome.class);
  }

  @Test
  void whatHasEndedIsNotLocked() {
    created("watch");
    accounts.revoke("watch");

    assertThat(accounts.lock("watch")).isFalse();
    assertThat(accounts.lock("nobody")).isFalse();
  }

  @Test
  void guessingManyLoginsLocksTheAddress() {
    created("watch");
    for (int i = 0; i < 6; i++) {
      accounts.signIn("user" + i, "guess", "10.0.0.1");
    }

    var attempt = accounts.signIn("watch", PASSWORD, "10.0.0.1");

    assertThat(attempt).isEqualTo(new SignIn.Locked(Duration.ofMinutes(15)));
  }

  @Test
  void guessingFromManyAddressesLocksTheLoginEverywhere() {
    created("watch");
    for (int i = 0; i < 30; i++) {
      accounts.signIn("watch", "guess", "10.0.1." + i);
    }

    assertThat(accounts.signIn("watch", PASSWORD, "10.9.9.9")).isInstanceOf(SignIn.Locked.class);
    assertThat(accounts.lockedUntil("watch")).contains(clock.now().plus(Duration.ofMinutes(15)));
  }

  @Test
  void theRightPasswordForgivesEarlierSlips() {
    created("watch");
    for (int round = 0; round < 2; round++) {
      accounts.signIn("watch", "slip", "::1");
      accounts.signIn("watch", "slip", "::1");
      assertThat(accounts.signIn("watch", PASSWORD, "::1")).isInstanceOf(SignIn.Welcome.class);
    }
  }

  @Test
  void aSessionEndsByIdlingAndAtTheEndOfItsLife() {
    created("watch");
    var idle = welcome("watch", PASSWORD).token().value();
    var busy = welcome("watch", PASSWORD).token().value();

    for (int minutes = 0; minutes < 13 * 60 - 20; minutes += 20) {
      clock.pass(Duration.ofMinutes(20));
      assertThat(accounts.sessions().find(busy)).isPresent();
    }
    assertThat(accounts.sessions().find(idle)).isEmpty();
    clock.pass(Duration.ofMinutes(20));
    assertThat(accounts.sessions().find(busy)).isEmpty();
  }

  @Test
  void signingOutEndsOneSession() {
    created("watch");
    var first = welcome("watch", PASSWORD).token().value();
    var second = welcome("watch", PASSWORD).token().value();

    accounts.sessions().end(first);

    assertThat(accounts.sessions().find(first)).isEmpty();
    assertThat(accounts.sessions().find(second)).isPresent();
  }

  @Test
  void endingAllSessionsOfALoginSparesOthers() {
    created("watch");
    created("chief");
    var watch = welcome("watch", PASSWORD).token().value();
    var chief = welcome("chief", PASSWORD).token().value();

    accounts.sessions().endAllOf("watch", Optional.empty());

    assertThat(accounts.sessions().find(watch)).isEmpty();
    assertThat(accounts.sessions().find(chief)).isPresent();
  }

  @Test
  void theSeventeenthSessionEndsTheOneIdleLongest() {
    created("watch");
    var first = welcome("watch", PASSWORD).token().value();
    for (int i = 0; i < 16; i++) {
      clock.pass(Duration.ofSeconds(1));
      welcome("watch", PASSWORD);
    }

    assertThat(accounts.sessions().find(first)).isEmpty();
    assertThat(accounts.sessions().count()).isEqualTo(16);
  }

  @Test
  void changingThePasswordKeepsTheKeyAndEndsOtherSessions() {
    var account = created("watch");
    var mine = welcome("watch", PASSWORD);
    var other = welcome("watch", PASSWORD).token().value();

    assertThat(accounts.changePassword(mine.session(), "not it", "another long one")).isFalse();
    assertThat(accounts.changePassword(mine.session(), PASSWORD, "another long one")).isTrue();

    assertThat(accounts.sessions().find(mine.token().value())).isPresent();
    assertThat(accounts.sessions().find(other)).isEmpty();
    assertThat(accounts.signIn("watch", PASSWORD, "::1")).isInstanceOf(SignIn.Wrong.class);
    assertThat(welcome("watch", "another long one").session().account().key())
        .isEqualTo(account.key());
  }

  @Test
  void resettingThePasswordMakesANewKeyAndEndsSessions() {
    var account = created("watch");
    accounts.activated("watch");
    var token = welcome("watch", PASSWORD).token().value();

    var after = accounts.reset("watch", "a completely new one").orElseThrow();

    assertThat(after.key()).isNotEqualTo(account.key());
    assertThat(after.state()).isEqualTo(Account.State.ENROLLING);
    assertThat(accounts.sessions().find(token)).isEmpty();
    assertThat(welcome("watch", "a completely new one").session().signer().name())
        .isEqualTo(after.key().officer().value());
    assertThat(accounts.findBy(after.key().officer())).isPresent();
    assertThat(accounts.findBy(account.key().officer())).isEmpty();
  }

  @Test
  void aRevokedAccountIsOutAndStaysOut() {
    created("watch");
    var token = welcome("watch", PASSWORD).token().value();

    accounts.revoke("watch");

    assertThat(accounts.sessions().find(token)).isEmpty();
    assertThat(accounts.signIn("watch", PASSWORD, "::1")).isInstanceOf(SignIn.Wrong.class);
    assertThat(accounts.reset("watch", "a completely new one")).isEmpty();
  }

  @Test
  void aRowCannotBeGivenAnotherAccountsKey() throws Exception {
    created("watch");
    created("chief");
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        var statement = connection.createStatement()) {
      statement.executeUpdate(
          "UPDATE account SET wrapped_seed = (SELECT wrapped_seed FROM account WHERE login ="
              + " 'chief') WHERE login = 'watch'");
    }

    assertThatThrownBy(() -> accounts.signIn("watch", PASSWORD, "::1"))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("officer key of watch cannot be opened")
        .hasMessageContaining("Reset the password");
  }

  @Test
  void rolesAreKeptAsTheyWereMeant() {
    accounts.create("watch", "Desk", EnumSet.of(Role.CHIEF, Role.WATCH_OFFICER), PASSWORD);
    accounts.setRoles("watch", EnumSet.of(Role.OBSERVER));

    assertThat(accounts.find("watch").orElseThrow().roles()).containsExactly(Role.OBSERVER);
  }

  @Test
  void aDamagedFileSaysWhatToDo() throws Exception {
    accounts.close();
    Files.writeString(file(), "this was a database once, and it is not one any more.....");

    assertThatThrownBy(this::opened)
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("is not intact: restore it from a backup");
    Files.delete(file());
    accounts = opened();
  }

  @Test
  void aFileOfALaterVersionIsNotTouched() throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        var statement = connection.createStatement()) {
      statement.executeUpdate("PRAGMA user_version = 99");
    }

    assertThatThrownBy(this::opened).hasMessageContaining("written by a later version");
  }

  @Test
  void aMissingDirectorySaysWhatToDo() {
    assertThatThrownBy(() -> opened(directory.resolve("gone/accounts.db")))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("make its directory exist");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDirectoryThatCannotBeWrittenSaysWhatToDo() {
    // Not even root can make a file in /proc.
    assertThatThrownBy(() -> opened(Path.of("/proc/accounts.db")))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("readable and writable");
  }

  private Account created(String login) {
    return accounts
        .create(login, "Desk of " + login, Set.of(Role.WATCH_OFFICER), PASSWORD)
        .orElseThrow();
  }

  private SignIn.Welcome welcome(String login, String password) {
    return (SignIn.Welcome) accounts.signIn(login, password, "::1");
  }

  private Accounts opened() {
    return opened(file());
  }

  private Accounts opened(Path file) {
    return Accounts.open(
        file,
        "ir.sarhad.example",
        CONFIG,
        clock,
        new CountedRandomness(System.nanoTime()),
        Signatures.jdk());
  }

  private Path file() {
    return directory.resolve("accounts.db");
  }
}
