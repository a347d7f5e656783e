package org.sarhad.node.exhibit;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.inquiry.Level;
import org.sarhad.core.inquiry.Manifest;
import org.sarhad.core.party.Origin;
import org.sarhad.core.party.PartyId;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Merkle;

/// Files and what the record says about them, made up.
final class Fixtures {
  static final PartyId IR = PartyId.of("ir");
  static final PartyId PK = PartyId.of("pk");
  static final String MEDIA = "video/mp4";

  private Fixtures() {}

  /// A file nobody has seen before.
  static Bytes file(int bytes, long seed) {
    var random = new SplittableRandom(seed);
    var buffer = ByteBuffer.allocate(bytes + Long.BYTES);
    while (buffer.position() < bytes) {
      buffer.putLong(random.nextLong());
    }
    return Bytes.of(buffer.flip()).slice(0, bytes);
  }

  static Bytes chunk(Bytes file, ChunkPlan plan, int index) {
    int from = (int) plan.offsetOf(index);
    return file.slice(from, from + plan.sizeOf(index));
  }

  static Manifest manifest(Bytes file) {
    var plan = new ChunkPlan(file.size(), Manifest.CHUNK_BYTES);
    var chunks = new ArrayList<Hash>();
    for (int index = 0; index < plan.count(); index++) {
      chunks.add(Merkle.sha256(chunk(file, plan, index)));
    }
    return new Manifest(file.size(), chunks);
  }

  static EntryId entry(PartyId of, long index) {
    return new EntryId(Origin.of(of + ".sarhad.example/joint"), index);
  }

  /// An exhibit of `holder`, whose file is released by these chunks.
  static NamedFile released(PartyId holder, long index, Hash sha256, Manifest manifest) {
    return named(holder, index, sha256, Level.RELEASED, Optional.of(manifest));
  }

  static NamedFile named(
      PartyId holder, long index, Hash sha256, Level level, Optional<Manifest> manifest) {
    return new NamedFile(
        entry(holder, index), holder, sha256, level, Optional.empty(), manifest, false);
  }

  static NamedFiles record(NamedFile... files) {
    return NamedFiles.of(Stream.of(files), Set.of());
  }

  static Sight sight(NamedFile... files) {
    return new Sight(record(files), record(files));
  }

  /// What the record says once it has let go of the exhibits of `files`.
  static Sight erased(NamedFile... files) {
    var gone =
        Stream.of(files)
            .map(
                file ->
                    new NamedFile(
                        file.exhibit(),
                        file.holder(),
                        file.sha256(),
                        file.level(),
                        file.described(),
                        file.manifest(),
                        true))
            .toList();
    var entries = Set.copyOf(gone.stream().map(NamedFile::exhibit).toList());
    var named = NamedFiles.of(gone.stream(), entries);
    return new Sight(named, named);
  }

  /// What the record says when it has let go of these entries and forgotten what they said.
  static Sight forgotten(List<EntryId> entries) {
    var named = NamedFiles.of(Stream.empty(), Set.copyOf(entries));
    return new Sight(named, named);
  }

  /// Uploads `file` whole.
  static FileOutcome upload(ExhibitStore store, Bytes file) {
    var begun =
        store.begin(
            "clerk", Optional.empty(), new PartCard.Wanted(file.size(), MEDIA, Optional.empty()));
    if (!(begun instanceof FileOutcome.Going(var part))) {
      return begun;
    }
    var plan = part.card().plan();
    for (int index = 0; index < plan.count(); index++) {
      var chunk = chunk(file, plan, index);
      var put = store.put(part.id(), index, Merkle.sha256(chunk), chunk);
      if (put instanceof FileOutcome.Refused) {
        return put;
      }
    }
    return store.finish(part.id(), Optional.of(Merkle.sha256(file)));
  }

  /// The bytes of a file that is held.
  static Bytes read(ExhibitStore store, Hash sha256) throws Exception {
    var plan = store.find(sha256).orElseThrow().card().plan();
    var chunks = new Bytes[plan.count()];
    for (int index = 0; index < plan.count(); index++) {
      chunks[index] = store.chunk(sha256, index).orElseThrow();
    }
    return Bytes.concat(chunks);
  }
}
