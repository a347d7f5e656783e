package org.sarhad.node.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sarhad.node.config.SignatureConfig;
import org.sarhad.node.keys.SignatureProvider;
import org.sarhad.node.keys.SignatureProviderException;
import org.sarhad.node.link.TarArchive;
import org.sarhad.node.verify.AccountCheck;
import org.sarhad.node.verify.AccountVerdict;
import org.sarhad.node.verify.ArchiveDisk;
import org.sarhad.node.verify.Depth;
import org.sarhad.node.verify.Exhibit;
import org.sarhad.node.verify.KeyRing;
import org.sarhad.node.verify.LogPlace;
import org.sarhad.node.verify.LogPlace.Form;
import org.sarhad.node.verify.LogVerifier;
import org.sarhad.node.verify.Report;
import org.sarhad.node.verify.Scanned;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.crypto.Signatures;
import org.sarhad.tlog.note.MalformedVerifierKeyException;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.policy.Policy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sarhad verify`: what a person types who trusts nobody.
@Command(
    name = "verify",
    description = {
      "Check a record offline: a node's directory, a log, an offline bundle,",
      "a .tlog-proof, a .tlog-fork, or what was scanned from a print. Lists",
      "everything that is wrong, by entries, and where a good copy is. Writes nothing.",
      "Ends with 0 if it is sound or proven, 1 if not, 2 if asked wrongly,",
      "3 if it cannot be read. See docs/operating/verify.md."
    },
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  private static final int EXHIBIT_BYTES_MAX = 1 << 20;
  private static final int TAR_MARK_AT = 257;
  private static final Bytes TAR_MARK = Bytes.ofUtf8("ustar");

  @Parameters(paramLabel = "PATH", arity = "0..1", description = "What to check.")
  private Path path = Path.of(".");

  @Option(
      names = {"-k", "--key"},
      paramLabel = "VKEY",
      description =
          "A key you trust: of the log, or of a mirror or witness. May be repeated. Without any,"
              + " the keys that the log itself names are used.")
  private List<String> keys = List.of();

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Whom to trust, and how many must have cosigned (tlog-policy).")
  private @Nullable Path policy;

  @Option(
      names = "--entry",
      paramLabel = "FILE",
      description = "The entry that a .tlog-proof is about.")
  private @Nullable Path entry;

  @Option(
      names = "--scanned",
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "What the codes of one print say, a file for each code, in any order. In place of PATH.")
  private List<Path> scanned = List.of();

  @Option(
      names = "--mirror",
      paramLabel = "DIR",
      description = "A second copy: says which damage can be repaired from it.")
  private @Nullable Path mirror;

  @Option(
      names = "--log",
      paramLabel = "DIR",
      description = "A node's directory or a log whose own keys a proof or a fork is checked with.")
  private @Nullable Path log;

  @Option(
      names = "--signatures",
      paramLabel = "WHICH",
      defaultValue = "all",
      description = {
        "all (default); or sample: of one entry in 16, drawn anew each time;",
        "or heads: entries are believed by the head alone."
      })
  private String signatures = "all";

  @Option(
      names = "--provider",
      paramLabel = "WHO",
      defaultValue = "auto",
      description = "Who does Ed25519: conscrypt, jdk, or auto (default): Conscrypt where it runs.")
  private SignatureConfig.Provider provider = SignatureConfig.Provider.AUTO;

  @Option(names = "--json", description = "Answer in JSON.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    var ring = KeyRing.of(trusted(), trust());
    boolean hasPath = spec.commandLine().getParseResult().hasMatchedPositional(0);
    if (hasPath != scanned.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "What is to be checked? Name a PATH, or scans of one print with --scanned.");
    }
    boolean isSound = scanned.isEmpty() ? verifyPath(ring) : verifyScanned(ring);
    spec.commandLine().getOut().flush();
    return isSound ? SarhadCommand.OK : SarhadCommand.FOUND_WRONG;
  }

  private boolean verifyPath(KeyRing ring) throws Exception {
    if (Files.isDirectory(path)) {
      return verifyLogs(ring, LogPlaces.in(path));
    }
    return isBundle(path) ? verifyBundle(ring) : verifyExhibit(ring);
  }

  private List<VerifierKey> trusted() {
    var trusted = new ArrayList<VerifierKey>();
    for (var text : keys) {
      try {
        trusted.add(VerifierKey.parse(text));
      } catch (MalformedVerifierKeyException e) {
        throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
      }
    }
    return trusted;
  }

  private Optional<Policy> trust() throws Exception {
    return policy == null ? Optional.empty() : Optional.of(Policy.parse(read(policy)));
  }

  private Depth depth() {
    return switch (signatures) {
      case "all" -> new Depth.All();
      case "sample" -> new Depth.Sample(new SecureRandom().nextLong());
      case "heads" -> new Depth.Heads();
      default ->
          throw new ParameterException(
              spec.commandLine(), "--signatures is all, sample or heads, not " + signatures);
    };
  }

  /// Whether the file is a tape archive, by the mark in its first header.
  private static boolean isBundle(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (var in = Files.newInputStream(file)) {
      in.skipNBytes(Math.min(Files.size(file), TAR_MARK_AT));
      return Bytes.of(in.readNBytes(TAR_MARK.size())).equals(TAR_MARK);
    }
  }

  private boolean verifyBundle(KeyRing ring) throws Exception {
    try (var archive = TarArchive.open(path)) {
      var disk = new ArchiveDisk(archive, path);
      return LogPlaces.isOfAccount(disk)
          ? verifyLogs(ring, LogPlaces.ofAccount(disk))
          : verifyLogs(ring, List.of(new LogPlace(disk, "", Form.CARRIED)));
    }
  }

  private boolean verifyLogs(KeyRing ring, List<LogPlace> logs) throws Exception {
    var second = mirror == null ? List.<LogPlace>of() : LogPlaces.in(mirror);
    var copies =
        logs.stream()
            .map(log -> new LogVerifier.Copies(log, LogPlaces.copyOf(log, second)))
            .toList();
    var progress = new ProgressLine(spec.commandLine().getErr(), System::nanoTime);
    var verifier = new LogVerifier(ring, provided(), depth(), progress);
    var verdicts = verifier.verify(copies);
    var files = verifier.verifyFiles(logs.getFirst().disk());
    var account =
        LogPlaces.isOfAccount(logs.getFirst().disk())
            ? Optional.of(new AccountCheck(logs, provided()).run())
            : Optional.<AccountVerdict>empty();
    var out = spec.commandLine().getOut();
    if (json) {
      out.println(Report.json(verdicts, files, account, ring).toPrettyString());
    } else {
      Report.print(verdicts, files, account, ring, out);
    }
    return Report.isSound(verdicts, files, account);
  }

  private boolean verifyExhibit(KeyRing ring) throws Exception {
    var file = read(path);
    var known = ring.isGiven() || log == null ? ring : toldBy(log);
    return told(List.of(new Found(exhibit(file, known), Optional.empty())), known);
  }

  private boolean verifyScanned(KeyRing ring) throws Exception {
    var texts = new ArrayList<String>();
    for (var file : scanned) {
      texts.add(
          read(file)
              .findUtf8()
              .orElseThrow(() -> new CannotException("%s is no text.".formatted(file))));
    }
    var known = ring.isGiven() || log == null ? ring : toldBy(log);
    var found = new ArrayList<Found>();
    for (var print : Scanned.read(texts)) {
      found.add(new Found(print.judge(trusting(known), provided()), Optional.of(print)));
    }
    return told(found, known);
  }

  /// Says what was found out, of each exhibit by itself; everything has to be sound.
  private boolean told(List<Found> found, KeyRing known) throws JsonProcessingException {
    var out = spec.commandLine().getOut();
    if (json) {
      out.println(Found.json(found).toPrettyString());
    } else {
      for (var one : found) {
        out.println(one.text());
      }
      if (!known.isGiven()) {
        out.println("This was checked with the keys that the log names itself.");
      }
    }
    return found.stream().allMatch(Found::isSound);
  }

  private Exhibit exhibit(Bytes file, KeyRing ring) throws Exception {
    if (file.startsWith(Exhibit.FORK)) {
      return Exhibit.ofFork(file, trusting(ring), provided());
    }
    if (file.startsWith(Exhibit.PROOF)) {
      var about = entry == null ? Optional.<Bytes>empty() : Optional.of(read(entry));
      return Exhibit.ofProof(file, about, trusting(ring), provided());
    }
    throw new CannotException(
        "%s is no file that can be verified: neither a bundle, nor a .tlog-proof, nor a .tlog-fork."
            .formatted(path));
  }

  private KeyRing trusting(KeyRing ring) {
    if (ring.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "Whom do you trust? Name the log's key with --key, a --policy, or a copy of the log with"
              + " --log.");
    }
    return ring;
  }

  private KeyRing toldBy(Path directory) throws Exception {
    return LogVerifier.keysOf(LogPlaces.in(directory), provided());
  }

  private Signatures provided() throws SignatureProviderException {
    return SignatureProvider.find(provider);
  }

  private static Bytes read(Path file) throws IOException, CannotException {
    if (!Files.isRegularFile(file)) {
      throw new CannotException("%s is not there. Maybe the path is misspelt.".formatted(file));
    }
    if (Files.size(file) > EXHIBIT_BYTES_MAX) {
      throw new CannotException("%s is larger than 1 MiB.".formatted(file));
    }
    return Bytes.of(Files.readAllBytes(file));
  }
}
