package org.sarhad.node.keys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.sarhad.core.record.RecoverySignature;
import org.sarhad.node.config.PartyConfig;
import org.sarhad.node.port.Randomness;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.Algorithm;
import org.sarhad.tlog.crypto.KeyType;
import org.sarhad.tlog.crypto.MalformedKeyException;
import org.sarhad.tlog.crypto.Seed;
import org.sarhad.tlog.crypto.Signatures;
import org.sarhad.tlog.note.NamedKey;
import org.sarhad.tlog.note.NoteSigner;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.tree.Hash;

/// The directory with a node's keys: PKCS #8 in PEM, one key a file, so that other tools can read
/// them. Files are made with the rights of their owner alone, and files that others can read are
/// refused.
public final class KeyDirectory {
  private static final String PRIVATE_KEY = "PRIVATE KEY";
  private static final String CERTIFICATE = "CERTIFICATE";
  private static final String TLS_KEY_FILE = "tls.key";
  private static final String TLS_CERTIFICATE_FILE = "tls.crt";
  private static final String RECOVERY_KEY_FILE = "RECOVERY.key";
  private static final String RECOVERY_COMMITMENT_FILE = "recovery.commitment";

  private final Path directory;
  private final PartyConfig party;
  private final Signatures signatures;

  /// What a key of the record does, under which name, and in which file.
  private enum Job {
    LOG("log", Algorithm.ED25519, KeyType.ED25519_NOTE),
    LOG_ML_DSA("log-ml-dsa", Algorithm.ML_DSA_44, KeyType.ML_DSA_44),
    MIRROR("mirror", Algorithm.ED25519, KeyType.ED25519_COSIGNATURE),
    MIRROR_ML_DSA("mirror-ml-dsa", Algorithm.ML_DSA_44, KeyType.ML_DSA_44),
    NODE("node", Algorithm.ED25519, KeyType.ED25519_NOTE);

    final String file;
    final Algorithm algorithm;
    final KeyType type;

    Job(String word, Algorithm algorithm, KeyType type) {
      this.file = word + ".key";
      this.algorithm = algorithm;
      this.type = type;
    }

    /// A log signs under its origin (tlog-checkpoint); the others under a name of their own.
    String name(PartyConfig party) {
      return switch (this) {
        case LOG, LOG_ML_DSA -> party.origin().value();
        case MIRROR, MIRROR_ML_DSA -> party.domain() + "/mirror";
        case NODE -> party.domain() + "/node";
      };
    }
  }

  /// @param directory of the keys; need not exist yet
  /// @param party whose keys they are, which gives them their names
  public KeyDirectory(Path directory, PartyConfig party, Signatures signatures) {
    this.directory = directory;
    this.party = party;
    this.signatures = signatures;
  }

  /// Makes all keys anew. Throws without touching anything if there is any already: a key that is
  /// overwritten is a log that has ended.
  public void create(Randomness randomness, Instant now) throws KeyDirectoryException {
    try {
      if (Files.isDirectory(directory)) {
        try (var files = Files.list(directory)) {
          if (files.findAny().isPresent()) {
            throw new KeyDirectoryException(
                "%s has files in it already, and keys are never overwritten. Choose another directory."
                    .formatted(directory),
                null);
          }
        }
      }
      Files.createDirectories(directory, ownerOnly("rwx------"));
      for (var job : Job.values()) {
        var seed = new Seed(job.algorithm, Bytes.of(randomness.bytes(Seed.SIZE)));
        write(job.file, PRIVATE_KEY, seed.pkcs8());
      }
      var recovery = new Seed(Algorithm.ED25519, Bytes.of(randomness.bytes(Seed.SIZE)));
      write(RECOVERY_KEY_FILE, PRIVATE_KEY, recovery.pkcs8());
      writeText(
          RECOVERY_COMMITMENT_FILE,
          RecoverySignature.commitment(recoveryKey(recovery)).hex() + "\n");
      var tls = TlsIdentity.issue(party.domain(), now);
      write(TLS_KEY_FILE, PRIVATE_KEY, Bytes.of(tls.key().getEncoded()));
      write(TLS_CERTIFICATE_FILE, CERTIFICATE, Bytes.of(tls.certificate().getEncoded()));
    } catch (IOException | GeneralSecurityException e) {
      throw new KeyDirectoryException(
          "The keys cannot be written to %s: %s. Make it a directory that the node's user can write."
              .formatted(directory, reason(e)),
          e);
    }
  }

  /// Loads all keys.
  public NodeKeys load() throws KeyDirectoryException {
    var node = key(Job.NODE);
    return new NodeKeys(
        new NoteSigner(node.name(), node.key()),
        List.of(key(Job.LOG), key(Job.LOG_ML_DSA)),
        List.of(key(Job.MIRROR), key(Job.MIRROR_ML_DSA)),
        tls());
  }

  /// What the first entry of the log says of the recovery key: a hash, so that the key itself need
  /// not be known to anybody until it is needed.
  public Hash recoveryCommitment() throws KeyDirectoryException {
    var file = directory.resolve(RECOVERY_COMMITMENT_FILE);
    try {
      return Hash.parseHex(Files.readString(file, StandardCharsets.US_ASCII).strip())
          .orElseThrow(() -> damaged(RECOVERY_COMMITMENT_FILE, null));
    } catch (IOException e) {
      throw new KeyDirectoryException(
          "%s cannot be read: %s. Restore it from the backup of the keys."
              .formatted(file, reason(e)),
          e);
    }
  }

  /// Where the recovery key was put; it belongs in a safe and not on this machine.
  public Path recoveryKeyFile() {
    return directory.resolve(RECOVERY_KEY_FILE);
  }

  private VerifierKey recoveryKey(Seed seed) {
    var key = signatures.signingKey(KeyType.ED25519_NOTE, seed);
    return new VerifierKey(party.domain() + "/recovery", KeyType.ED25519_NOTE, key.publicKey());
  }

  private NamedKey key(Job job) throws KeyDirectoryException {
    var pkcs8 = read(job.file, PRIVATE_KEY);
    Seed seed;
    try {
      seed = Seed.parsePkcs8(pkcs8);
    } catch (MalformedKeyException e) {
      throw damaged(job.file, e);
    }
    if (seed.algorithm() != job.algorithm) {
      throw new KeyDirectoryException(
          "%s holds a key of %s and should hold one of %s. Maybe two files were swapped."
              .formatted(directory.resolve(job.file), seed.algorithm(), job.algorithm),
          null);
    }
    return new NamedKey(job.name(party), signatures.signingKey(job.type, seed));
  }

  private TlsIdentity tls() throws KeyDirectoryException {
    var key = read(TLS_KEY_FILE, PRIVATE_KEY);
    var certificate = read(TLS_CERTIFICATE_FILE, CERTIFICATE);
    try {
      return new TlsIdentity(
          KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key.toArray())),
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(certificate.toArray())));
    } catch (GeneralSecurityException e) {
      throw damaged(TLS_KEY_FILE + " or " + TLS_CERTIFICATE_FILE, e);
    }
  }

  private void write(String name, String label, Bytes content) throws IOException {
    writeText(name, Pem.print(label, content));
  }

  private void writeText(String name, String text) throws IOException {
    var file = directory.resolve(name);
    Files.createFile(file, ownerOnly("rw-------"));
    try (var channel = java.nio.channels.FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(StandardCharsets.US_ASCII.encode(text));
      channel.force(true);
    }
  }

  private Bytes read(String name, String label) throws KeyDirectoryException {
    var file = directory.resolve(name);
    try {
      if (isPosix() && label.equals(PRIVATE_KEY)) {
        refuseOpenSecret(file, Files.getPosixFilePermissions(file));
      }
      return Pem.parse(label, Files.readString(file, StandardCharsets.US_ASCII))
          .orElseThrow(() -> damaged(name, null));
    } catch (NoSuchFileException e) {
      throw new KeyDirectoryException(
          "%s is missing. Restore it from the backup of the keys; `sarhad keys new` makes keys for a node that has none."
              .formatted(file),
          e);
    } catch (IOException e) {
      throw new KeyDirectoryException(
          "%s cannot be read: %s. Make it readable for the node's user.".formatted(file, reason(e)),
          e);
    }
  }

  private static void refuseOpenSecret(Path file, Set<PosixFilePermission> rights)
      throws KeyDirectoryException {
    if (rights.contains(PosixFilePermission.GROUP_READ)
        || rights.contains(PosixFilePermission.OTHERS_READ)) {
      throw new KeyDirectoryException(
          "%s can be read by others (%s). Say `chmod 600 %s`, and think about who may have read it."
              .formatted(file, PosixFilePermissions.toString(rights), file),
          null);
    }
  }

  private KeyDirectoryException damaged(
      String name, @org.jspecify.annotations.Nullable Throwable e) {
    return new KeyDirectoryException(
        "%s is not the key file it should be. Restore it from the backup of the keys."
            .formatted(directory.resolve(name)),
        e);
  }

  private static String reason(Exception e) {
    return switch (e) {
      case FileAlreadyExistsException f -> f.getMessage() + " exists already";
      case java.nio.file.AccessDeniedException _ -> "access denied";
      default -> String.valueOf(e.getMessage());
    };
  }

  private static FileAttribute<?>[] ownerOnly(String rights) {
    return isPosix()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }
}
