package org.sarhad.node.account;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.sarhad.core.party.OfficerId;
import org.sarhad.core.party.Role;
import org.sarhad.node.config.AccountConfig;
import org.sarhad.node.port.Clock;
import org.sarhad.node.port.Randomness;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.Algorithm;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.crypto.Seed;
import org.sarhad.tlog.crypto.Signatures;
import org.sarhad.tlog.note.NoteSigner;

/// The accounts of one node, their officer keys at rest, and signing in.
///
/// Making an account here grants nothing: the record must say that the key is an officer's, which
/// is why a new account is [Account.State#ENROLLING] until [#activated]. Safe for use by several
/// threads.
public final class Accounts implements AutoCloseable {
  /// The shortest password, in characters.
  public static final int PASSWORD_MIN = 12;

  private static final int PASSWORD_CHECKS_AT_ONCE = 4;
  private static final long PASSWORD_WAIT_SECONDS = 3;
  private static final int NONCE_SIZE = 12;

  private static final List<String> SCHEMA =
      List.of(
          """
          CREATE TABLE account (
            login TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            roles TEXT NOT NULL,
            state TEXT NOT NULL,
            officer TEXT NOT NULL UNIQUE,
            public_key BLOB NOT NULL,
            wrapped_seed BLOB NOT NULL,
            memory_kib INTEGER NOT NULL,
            passes INTEGER NOT NULL,
            salt BLOB NOT NULL,
            verifier BLOB NOT NULL,
            created_ms INTEGER NOT NULL,
            signed_in_ms INTEGER NOT NULL DEFAULT 0
          ) STRICT;
          """,
          """
          ALTER TABLE account ADD COLUMN locked_ms INTEGER NOT NULL DEFAULT 0;
          """);

  private static final String COLUMNS =
      "login, name, roles, state, officer, public_key, created_ms, signed_in_ms, locked_ms";

  private final Database database;
  private final String domain;
  private final AccountConfig config;
  private final Clock clock;
  private final Randomness randomness;
  private final Signatures signatures;
  private final SignInGuard guard;
  private final Sessions sessions;
  private final Answered answered;
  private final Semaphore passwordChecks = new Semaphore(PASSWORD_CHECKS_AT_ONCE, true);
  private final PasswordHash nobody;

  private Accounts(
      Database database,
      String domain,
      AccountConfig config,
      Clock clock,
      Randomness randomness,
      Signatures signatures) {
    this.database = database;
    this.domain = domain;
    this.config = config;
    this.clock = clock;
    this.randomness = randomness;
    this.signatures = signatures;
    this.guard = new SignInGuard(config);
    this.sessions = new Sessions(config, clock, randomness);
    this.answered = new Answered(clock);
    this.nobody =
        new PasswordHash(
            config.passwordMemoryKib(),
            config.passwordPasses(),
            fresh(PasswordHash.SALT_SIZE),
            fresh(32));
  }

  /// Opens or creates the accounts in `file`. Throws [DatabaseException] when that fails.
  ///
  /// @param domain what the names of officer keys begin with: `ir.sarhad.example`
  public static Accounts open(
      Path file,
      String domain,
      AccountConfig config,
      Clock clock,
      Randomness randomness,
      Signatures signatures) {
    return new Accounts(Database.open(file, SCHEMA), domain, config, clock, randomness, signatures);
  }

  /// Who is signed in.
  public Sessions sessions() {
    return sessions;
  }

  /// What was answered before.
  public Answered answered() {
    return answered;
  }

  /// Makes an account with a new officer key; empty if the login is taken. The arguments have been
  /// checked: [Account#isLogin], at least one role, a password of [#PASSWORD_MIN] characters.
  public Optional<Account> create(String login, String name, Set<Role> roles, String password) {
    var opened = hash(password);
    var seed = new Seed(Algorithm.ED25519, fresh(Seed.SIZE));
    var key = keyOf(seed);
    return database.inTransaction(
        () -> {
          if (find(login).isPresent()) {
            return Optional.empty();
          }
          database.update(
              """
              INSERT INTO account (login, name, roles, state, officer, public_key, wrapped_seed,
                memory_kib, passes, salt, verifier, created_ms)
              VALUES (?, ?, ?, 'ENROLLING', ?, ?, ?, ?, ?, ?, ?, ?)
              """,
              login,
              name,
              codes(roles),
              key.officer().value(),
              key.publicKey(),
              wrap(opened, seed, key.officer()),
              opened.hash().memoryKib(),
              opened.hash().passes(),
              opened.hash().salt(),
              opened.hash().verifier(),
              clock.now().toEpochMilli());
          return find(login);
        });
  }

  /// Gives an account a new password and, since nobody can open the old one, a new officer key. Its
  /// sessions end. Returns the account with its new key, [Account.State#ENROLLING] again; empty if
  /// there is no such login or it is revoked.
  public Optional<Account> reset(String login, String password) {
    var opened = hash(password);
    var seed = new Seed(Algorithm.ED25519, fresh(Seed.SIZE));
    var key = keyOf(seed);
    int changed =
        database.update(
            """
            UPDATE account SET state = 'ENROLLING', officer = ?, public_key = ?, wrapped_seed = ?,
              memory_kib = ?, passes = ?, salt = ?, verifier = ?
            WHERE login = ? AND state <> 'REVOKED'
            """,
            key.officer().value(),
            key.publicKey(),
            wrap(opened, seed, key.officer()),
            opened.hash().memoryKib(),
            opened.hash().passes(),
            opened.hash().salt(),
            opened.hash().verifier(),
            login);
    sessions.endAllOf(login, Optional.empty());
    return changed == 1 ? find(login) : Optional.empty();
  }

  /// Changes the password of whoever holds `session`; the officer key stays and is wrapped anew.
  /// Other sessions of the account end. False if `current` is not the password.
  public boolean changePassword(OpenSession session, String current, String next) {
    var login = session.account().login();
    var row = secretsOf(login).orElseThrow();
    var opened = row.hash().open(current);
    if (opened.isEmpty()) {
      return false;
    }
    var officer = session.account().key().officer();
    var seed = opened.get().unwrap(row.wrappedSeed(), officer.value()).orElseThrow();
    var fresh = hash(next);
    database.update(
        """
        UPDATE account SET wrapped_seed = ?, memory_kib = ?, passes = ?, salt = ?, verifier = ?
        WHERE login = ?
        """,
        fresh.wrap(seed, officer.value(), fresh(NONCE_SIZE)),
        fresh.hash().memoryKib(),
        fresh.hash().passes(),
        fresh.hash().salt(),
        fresh.hash().verifier(),
        login);
    sessions.endAllOf(login, Optional.of(session));
    return true;
  }

  /// Forgets an account that the record never granted anything to.
  public void forget(String login) {
    database.update("DELETE FROM account WHERE login = ? AND state = 'ENROLLING'", login);
  }

  /// Notes that the record now says what this account's key and roles are.
  public void activated(String login) {
    database.update(
        "UPDATE account SET state = 'ACTIVE' WHERE login = ? AND state = 'ENROLLING'", login);
  }

  /// Notes which roles are meant; the record must say so too.
  public void setRoles(String login, Set<Role> roles) {
    database.update("UPDATE account SET roles = ? WHERE login = ?", codes(roles), login);
  }

  /// Ends an account and its sessions.
  public void revoke(String login) {
    database.update("UPDATE account SET state = 'REVOKED' WHERE login = ?", login);
    sessions.endAllOf(login, Optional.empty());
  }

  /// Shuts the door on an account until [#unlock]; its sessions end now, its key stays an
  /// officer's. False if it has ended for good.
  public boolean lock(String login) {
    int changed =
        database.update(
            "UPDATE account SET locked_ms = ? WHERE login = ? AND state <> 'REVOKED'",
            clock.now().toEpochMilli(),
            login);
    sessions.endAllOf(login, Optional.empty());
    return changed == 1;
  }

  /// Opens the door again, whether an administrator had shut it or too many wrong passwords.
  public void unlock(String login) {
    database.update("UPDATE account SET locked_ms = 0 WHERE login = ?", login);
    guard.forgive(login);
  }

  /// The account with this login.
  public Optional<Account> find(String login) {
    return database
        .query("SELECT " + COLUMNS + " FROM account WHERE login = ?", Accounts::read, login)
        .stream()
        .findFirst();
  }

  /// The account behind an officer key; empty for keys of before a reset.
  public Optional<Account> findBy(OfficerId officer) {
    return database
        .query(
            "SELECT " + COLUMNS + " FROM account WHERE officer = ?",
            Accounts::read,
            officer.value())
        .stream()
        .findFirst();
  }

  /// Every account, by login.
  public List<Account> list() {
    return database.query("SELECT " + COLUMNS + " FROM account ORDER BY login", Accounts::read);
  }

  /// Until when `login` is locked from everywhere.
  public Optional<Instant> lockedUntil(String login) {
    return guard.lockedAnywhere(login, clock.nanos()).map(clock.now()::plus);
  }

  /// Tries to sign in. Costs one password check whether or not the login exists, unless it is
  /// locked.
  ///
  /// @param address where the attempt comes from
  public SignIn signIn(String login, String password, String address) {
    var locked = guard.lockedFor(login, address, clock.nanos());
    if (locked.isPresent()) {
      return new SignIn.Locked(locked.get());
    }
    if (!takePasswordTurn()) {
      return new SignIn.Busy();
    }
    try {
      var secrets = secretsOf(login);
      var opened = secrets.map(Secrets::hash).orElse(nobody).open(password);
      if (secrets.isEmpty() || opened.isEmpty()) {
        return new SignIn.Wrong(guard.failed(login, address, clock.nanos()));
      }
      var account = find(login).orElseThrow();
      if (account.lockedSince().isPresent()) {
        return new SignIn.Shut();
      }
      guard.succeeded(login, address);
      return welcome(account, secrets.get(), opened.get(), address);
    } finally {
      passwordChecks.release();
    }
  }

  /// Closes the accounts; everybody is signed out.
  @Override
  public void close() {
    database.close();
  }

  private SignIn welcome(
      Account account, Secrets secrets, PasswordHash.Opened opened, String address) {
    var officer = account.key().officer();
    var seed = opened.unwrap(secrets.wrappedSeed(), officer.value());
    if (seed.isEmpty()) {
      throw new DatabaseException(
          "The officer key of %s cannot be opened: its row was changed. Reset the password, or restore a backup."
              .formatted(account.login()));
    }
    var signer =
        new NoteSigner(
            officer.value(),
            signatures.signingKey(KeyType.ED25519_NOTE, new Seed(Algorithm.ED25519, seed.get())));
    var now = clock.now();
    database.update(
        "UPDATE account SET signed_in_ms = ? WHERE login = ?", now.toEpochMilli(), account.login());
    var session =
        new OpenSession(
            account, signer, sessions.secret(), address, now, now.plus(config.lifetime()));
    var token = sessions.open(session);
    // Who locked, ended or opened anew this account since its password was read has ended the
    // sessions there were; this one came after.
    var known = find(account.login());
    boolean isLocked = known.flatMap(Account::lockedSince).isPresent();
    if (isLocked || !secretsOf(account.login()).equals(Optional.of(secrets))) {
      sessions.end(token.value());
      return isLocked ? new SignIn.Shut() : new SignIn.Wrong(false);
    }
    return new SignIn.Welcome(token, session);
  }

  private boolean takePasswordTurn() {
    try {
      return passwordChecks.tryAcquire(PASSWORD_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private record Secrets(PasswordHash hash, Bytes wrappedSeed) {}

  private Optional<Secrets> secretsOf(String login) {
    return database
        .query(
            """
            SELECT memory_kib, passes, salt, verifier, wrapped_seed FROM account
            WHERE login = ? AND state <> 'REVOKED'
            """,
            row ->
                new Secrets(
                    new PasswordHash(
                        row.getInt(1),
                        row.getInt(2),
                        Bytes.of(row.getBytes(3)),
                        Bytes.of(row.getBytes(4))),
                    Bytes.of(row.getBytes(5))),
            login)
        .stream()
        .findFirst();
  }

  private PasswordHash.Opened hash(String password) {
    return PasswordHash.of(
        password,
        fresh(PasswordHash.SALT_SIZE),
        config.passwordMemoryKib(),
        config.passwordPasses());
  }

  private Bytes wrap(PasswordHash.Opened opened, Seed seed, OfficerId officer) {
    return opened.wrap(seed.secret(), officer.value(), fresh(NONCE_SIZE));
  }

  private OfficerKey keyOf(Seed seed) {
    var name = new OfficerId("%s/officer/%s".formatted(domain, fresh(4).hex()));
    return new OfficerKey(name, signatures.signingKey(KeyType.ED25519_NOTE, seed).publicKey());
  }

  private Bytes fresh(int count) {
    return Bytes.of(randomness.bytes(count));
  }

  private static Account read(ResultSet row) throws SQLException {
    return new Account(
        row.getString(1),
        row.getString(2),
        roles(row.getString(3)),
        Account.State.valueOf(row.getString(4)),
        new OfficerKey(new OfficerId(row.getString(5)), Bytes.of(row.getBytes(6))),
        Instant.ofEpochMilli(row.getLong(7)),
        instant(row.getLong(8)),
        instant(row.getLong(9)));
  }

  /// A time, where 0 stands for never.
  private static Optional<Instant> instant(long millis) {
    return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  private static String codes(Set<Role> roles) {
    return roles.stream().sorted().map(Role::code).collect(Collectors.joining(" "));
  }

  private static Set<Role> roles(String codes) {
    var roles = EnumSet.noneOf(Role.class);
    for (var code : codes.split(" ", -1)) {
      Role.find(code).ifPresent(roles::add);
    }
    return roles;
  }
}
