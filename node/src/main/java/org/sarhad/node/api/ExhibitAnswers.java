package org.sarhad.node.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sarhad.core.inquiry.Description;
import org.sarhad.core.inquiry.Manifest;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.api.view.ExhibitViews;
import org.sarhad.node.api.view.Problem;
import org.sarhad.node.exhibit.ExhibitFiles;
import org.sarhad.node.exhibit.FetchState;
import org.sarhad.node.exhibit.FileFetcher;
import org.sarhad.node.exhibit.FileOutcome;
import org.sarhad.node.exhibit.FileRefusal;
import org.sarhad.node.exhibit.HeldFile;
import org.sarhad.node.exhibit.NamedFile;
import org.sarhad.node.exhibit.PartCard;
import org.sarhad.node.exhibit.PartState;
import org.sarhad.node.exhibit.Sight;
import org.sarhad.node.exhibit.WrongChunk;
import org.sarhad.tlog.tree.Hash;

/// Files of exhibits as they are answered.
///
/// @param files what there is
/// @param sight what the record says about it
/// @param lens names entries
record ExhibitAnswers(ExhibitFiles files, Sight sight, Lens lens) {
  static ExhibitAnswers of(ExhibitFiles files, Lens lens) {
    return new ExhibitAnswers(files, files.sight().get(), lens);
  }

  // ---- uploads --------------------------------------------------------------------------------

  static ExhibitViews.Upload upload(PartState part) {
    var card = part.card();
    return new ExhibitViews.Upload(
        part.id(),
        card.by(),
        card.from().map(PartyId::value),
        card.begun(),
        card.media(),
        card.sizeBytes(),
        card.chunkBytes(),
        part.chunks().size(),
        part.bytesHeld(),
        part.missing().stream().map(gap -> new ExhibitViews.Gap(gap.from(), gap.to())).toList(),
        card.sha256().map(Hash::hex));
  }

  // ---- files ----------------------------------------------------------------------------------

  /// The file `sha256`; empty when nothing here or in the record knows of it.
  Optional<ExhibitViews.File> find(Hash sha256) {
    var held = files.store().find(sha256);
    var named = sight.known().named(sha256);
    return held.isEmpty() && named.isEmpty() ? Optional.empty() : Optional.of(file(sha256));
  }

  ExhibitViews.File file(Hash sha256) {
    var held = files.store().find(sha256);
    var named = sight.known().named(sha256);
    return new ExhibitViews.File(
        sha256.hex(),
        held.map(file -> file.card().sizeBytes())
            .or(() -> named.stream().flatMap(file -> file.sizeBytes().stream()).findFirst()),
        held.map(file -> file.card().media())
            .or(
                () ->
                    named.stream()
                        .flatMap(file -> file.described().map(Description::media).stream())
                        .findFirst()),
        named.stream().map(this::named).toList(),
        held.map(file -> here(file)).orElseGet(() -> coming(sha256, named)),
        files.giving().given(sha256).stream()
            .map(
                given ->
                    new ExhibitViews.There(
                        given.peer().value(), given.reached(), given.lastAsked()))
            .toList(),
        files.store().wrong().stream()
            .filter(chunk -> chunk.file().equals(sha256))
            .map(ExhibitAnswers::wrong)
            .toList());
  }

  private ExhibitViews.Named named(NamedFile file) {
    boolean isReleased =
        sight.agreed().named(file.sha256()).stream()
            .anyMatch(known -> known.exhibit().equals(file.exhibit()) && known.isReleased());
    return new ExhibitViews.Named(
        lens.entryName(file.exhibit()),
        file.holder().value(),
        Codes.of(file.level()),
        isReleased,
        file.isErased());
  }

  private ExhibitViews.Here here(HeldFile file) {
    boolean isDamaged = files.store().isDamaged(file.sha256());
    return new ExhibitViews.Here(
        isDamaged ? "damaged" : "whole",
        file.card().sizeBytes(),
        Optional.of(file.card().since()),
        Optional.of(file.card().by()),
        file.card().from().map(PartyId::value),
        isDamaged
            ? Optional.ofNullable(files.store().damaged().get(file.sha256().hex()))
            : Optional.empty());
  }

  private ExhibitViews.Here coming(Hash sha256, List<NamedFile> named) {
    for (var file : named) {
      var progress = files.fetcher().progress(file.holder(), sha256);
      var part = files.store().findPart(sha256, file.holder());
      if (progress.isPresent() || part.isPresent()) {
        return new ExhibitViews.Here(
            word(state(part, progress)),
            part.map(PartState::bytesHeld).orElse(0L),
            Optional.empty(),
            Optional.empty(),
            Optional.of(file.holder().value()),
            progress.flatMap(FileFetcher.Progress::lastError));
      }
    }
    return new ExhibitViews.Here(
        files.store().isDamaged(sha256) ? "damaged" : "absent",
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(files.store().damaged().get(sha256.hex())));
  }

  private static FetchState state(
      Optional<PartState> part, Optional<FileFetcher.Progress> progress) {
    boolean isContradicted =
        part.filter(known -> known.card().outcome() instanceof PartCard.Outcome.Contradicted)
            .isPresent();
    return isContradicted
        ? FetchState.CONTRADICTED
        : progress.map(FileFetcher.Progress::state).orElse(FetchState.WAITING);
  }

  private static String word(FetchState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static ExhibitViews.Wrong wrong(WrongChunk chunk) {
    return new ExhibitViews.Wrong(
        chunk.chunk(), chunk.from().value(), chunk.found().hex(), chunk.at());
  }

  static ExhibitViews.Manifest manifest(HeldFile file) {
    var manifest = new Manifest(file.card().sizeBytes(), file.card().chunks());
    return new ExhibitViews.Manifest(
        manifest.chunks().stream().map(Hash::hex).toList(),
        manifest.sizeBytes(),
        manifest.digest().hex());
  }

  // ---- refusals -------------------------------------------------------------------------------

  static Answer refused(FileOutcome.Refused refused) {
    return refused(refused.why(), refused.detail());
  }

  static Answer refused(FileRefusal why, String detail) {
    return new Answer.Refused(
        Problem.of(
            status(why),
            "file." + why.name().toLowerCase(Locale.ROOT),
            why.sentence(),
            detail,
            why.retry(),
            Surface.help(why.retry())));
  }

  private static int status(FileRefusal why) {
    return switch (why) {
      case UPLOAD_UNKNOWN, FILE_UNKNOWN, CHUNK_UNKNOWN -> 404;
      case SIZE_NOT_ALLOWED, CHUNK_SIZE -> 400;
      case TOO_MANY_UPLOADS -> 429;
      case DISK_FAILED -> 503;
      case NOT_RELEASED,
          QUOTA_REACHED,
          DISK_FULL,
          CHUNK_DIGEST,
          CHUNK_TAKEN,
          INCOMPLETE,
          DIGEST_MISMATCH,
          NAMED,
          DAMAGED ->
          409;
    };
  }
}
