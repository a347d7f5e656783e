package org.sarhad.node.exhibit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.link.MalformedTarException;
import org.sarhad.node.link.TarArchive;
import org.sarhad.node.link.TarWriter;
import org.sarhad.node.port.Clock;
import org.sarhad.node.port.DiskException;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;

/// Files of exhibits in an offline bundle (06-10.7): `exhibits/<SHA-256>/<chunk>`. What is put in
/// is what the link would give; what is taken is compared as if it had come over the link.
public final class CarriedFiles {
  private static final String DIRECTORY = "exhibits/";
  private static final Pattern NAME =
      Pattern.compile("exhibits/([0-9a-f]{64})/(0|[1-9][0-9]{0,2})");

  private CarriedFiles() {}

  /// What came of the files in a bundle.
  ///
  /// @param whole how many are here now, whole
  /// @param chunks how many chunks were taken
  /// @param problems what was not taken, and why, one line each
  public record Taken(int whole, int chunks, List<String> problems) {
    public Taken {
      problems = List.copyOf(problems);
    }
  }

  /// Puts every file into `archive` that `own` has released and that is here. Holds one chunk.
  public static void put(TarWriter archive, ExhibitStore store, NamedFiles agreed, PartyId own)
      throws IOException {
    for (var file : store.files()) {
      boolean isReleased =
          agreed
              .released(file.sha256(), own)
              .anyMatch(named -> named.manifest().filter(file.card()::fits).isPresent());
      for (int index = 0; isReleased && index < file.card().plan().count(); index++) {
        var chunk = store.chunk(file.sha256(), index);
        if (chunk.isEmpty()) {
          throw new IOException(
              "The file %s is damaged on this disk. sarhad verify says more; leave it out by not saying --with-files."
                  .formatted(file.sha256().hex()));
        }
        archive.put(name(file.sha256(), index), chunk.get());
      }
    }
  }

  private static String name(Hash sha256, int index) {
    return "%s%s/%d".formatted(DIRECTORY, sha256.hex(), index);
  }

  /// Takes what is new of the files in `archive`: those that another side has released, as far as
  /// `known` says.
  ///
  /// @throws MalformedTarException if the archive cannot be read any more
  public static Taken take(
      TarArchive archive, ExhibitStore store, NamedFiles known, PartyId own, Clock clock)
      throws MalformedTarException, DiskException {
    int whole = 0;
    int chunks = 0;
    var problems = new ArrayList<String>();
    for (var sha256 : files(archive)) {
      var named =
          known.named(sha256).stream()
              .filter(file -> !file.holder().equals(own) && file.isReleased())
              .findFirst();
      if (named.isEmpty()) {
        problems.add(sha256.hex() + ": no side is known here to have released it");
        continue;
      }
      if (store.find(sha256).isPresent()) {
        continue;
      }
      var gathering = new Gathering(store, named.get());
      var manifest = named.get().manifest().orElseThrow();
      for (int index = 0; index < manifest.chunks().size(); index++) {
        int at = index;
        boolean isHere = gathering.part().filter(part -> part.has(at)).isPresent();
        var bytes = isHere ? Optional.<Bytes>empty() : archive.find(name(sha256, index));
        if (bytes.isPresent()) {
          var result = gathering.take(index, bytes.get(), clock.now());
          chunks += result instanceof Gathering.Result.Taken ? 1 : 0;
          problem(sha256, result).ifPresent(problems::add);
        }
      }
      if (gathering.part().filter(part -> part.firstMissing().isEmpty()).isPresent()) {
        var result = gathering.finish();
        whole += result instanceof Gathering.Result.Whole ? 1 : 0;
        problem(sha256, result).ifPresent(problems::add);
      }
    }
    return new Taken(whole, chunks, problems);
  }

  private static Set<Hash> files(TarArchive archive) {
    var files = new TreeSet<Hash>();
    for (var name : archive.names()) {
      var parts = NAME.matcher(name);
      if (parts.matches()) {
        files.add(Hash.parseHex(parts.group(1)).orElseThrow());
      }
    }
    return files;
  }

  private static Optional<String> problem(Hash sha256, Gathering.Result result) {
    var what =
        switch (result) {
          case Gathering.Result.Taken _, Gathering.Result.Whole _ -> "";
          case Gathering.Result.Wrong(var chunk, var _) ->
              "chunk %d is not the one its holder signed".formatted(chunk.chunk());
          case Gathering.Result.Contradicted(var found) ->
              "its holder signed the chunks of another file, " + found.hex();
          case Gathering.Result.Refused(var why, var detail) -> why.sentence() + " " + detail;
        };
    return what.isEmpty() ? Optional.empty() : Optional.of(sha256.hex() + ": " + what);
  }
}
