package org.sarhad.node.api;

import static org.sarhad.core.party.Role.CHIEF;
import static org.sarhad.core.party.Role.CLERK;
import static org.sarhad.core.party.Role.COMPLIANCE;
import static org.sarhad.core.party.Role.INVESTIGATOR;

import java.util.List;
import java.util.Optional;
import org.sarhad.core.inquiry.Description;
import org.sarhad.node.api.view.ExhibitViews;
import org.sarhad.node.exhibit.ExhibitFiles;
import org.sarhad.node.exhibit.FileOutcome;
import org.sarhad.node.exhibit.FileRefusal;
import org.sarhad.node.exhibit.PartCard;
import org.sarhad.node.machine.AuditFact;
import org.sarhad.tlog.tree.Hash;

/// Uploading files of exhibits, chunk by chunk (09-5.6). Nothing leaves this node by it: a file is
/// known to others once an exhibit is registered by its digest, and given to them once it is
/// released.
final class ExhibitUploadOperations {
  private static final String UPLOADS = "/api/v1/exhibit-uploads";
  private static final String UPLOAD = UPLOADS + "/{upload}";
  private static final Access SEES = Access.of(INVESTIGATOR, CLERK, CHIEF, COMPLIANCE);

  /// Whoever registers exhibits (09-1.3).
  private static final Access UPLOADING = Access.of(INVESTIGATOR);

  private final Surface surface;
  private final ExhibitFiles files;

  ExhibitUploadOperations(Surface surface, ExhibitFiles files) {
    this.surface = surface;
    this.files = files;
  }

  List<Operation> list() {
    return List.of(
        Operation.get("listExhibitUploads", UPLOADS, SEES, this::uploads),
        Operation.post("beginExhibitUpload", UPLOADS, UPLOADING, this::begin),
        Operation.get("getExhibitUpload", UPLOAD, SEES, this::upload),
        Operation.chunk("putExhibitChunk", UPLOAD + "/chunks/{chunk}", UPLOADING, this::put),
        Operation.post("finishExhibitUpload", UPLOAD + "/finish", UPLOADING, this::finish),
        Operation.delete("giveUpExhibitUpload", UPLOAD, UPLOADING, this::giveUp));
  }

  private Answer uploads(Call call) throws MalformedRequestException {
    call.query().finish();
    var store = files.store();
    var parts = store.parts();
    long promised = parts.stream().mapToLong(part -> part.card().sizeBytes()).sum();
    return Answer.ok(
        new ExhibitViews.Uploads(
            parts.stream().map(ExhibitAnswers::upload).toList(),
            Math.max(0, store.limits().quotaBytes() - store.bytesHeld() - promised)));
  }

  private Answer begin(Call call) throws MalformedRequestException {
    var fields = call.body();
    long sizeBytes = fields.mustNumber("sizeBytes", 1, Description.SIZE_MAX);
    var media =
        fields.parsed(
            "media",
            "application/octet-stream",
            ExhibitUploadOperations::media,
            "expected type/subtype in small letters, such as video/mp4");
    var sha256 =
        fields.optionalParsed(
            "sha256", ExhibitUploadOperations::sha256, "expected 64 digits of hex");
    fields.finish();
    var outcome =
        files
            .store()
            .begin(login(call), Optional.empty(), new PartCard.Wanted(sizeBytes, media, sha256));
    return switch (outcome) {
      case FileOutcome.Going(var part) ->
          Answer.created(
              new ExhibitViews.Begun(Optional.of(ExhibitAnswers.upload(part)), Optional.empty()));
      case FileOutcome.Whole(var file) ->
          Answer.ok(
              new ExhibitViews.Begun(
                  Optional.empty(), Optional.of(answers(call).file(file.sha256()))));
      case FileOutcome.Refused refused -> ExhibitAnswers.refused(refused);
      case FileOutcome.Gone _ -> new Answer.Nothing();
    };
  }

  private Answer upload(Call call) throws MalformedRequestException {
    call.query().finish();
    var part = files.store().findPart(call.part("upload"));
    return part.isPresent()
        ? Answer.ok(ExhibitAnswers.upload(part.get()))
        : ExhibitAnswers.refused(FileRefusal.UPLOAD_UNKNOWN, "");
  }

  private Answer put(Call call) throws MalformedRequestException {
    var query = call.query();
    var sha256 = query.text("sha256", 64).flatMap(Hash::parseHex);
    query.finish();
    if (sha256.isEmpty()) {
      throw MalformedRequestException.of(
          "sha256", "", "expected SHA-256 of the chunk, 64 digits of hex");
    }
    int index = chunk(call.part("chunk"));
    if (isOthers(call)) {
      return ExhibitAnswers.refused(FileRefusal.UPLOAD_UNKNOWN, "");
    }
    return switch (files.store().put(call.part("upload"), index, sha256.get(), call.upload())) {
      case FileOutcome.Going(var part) -> Answer.ok(ExhibitAnswers.upload(part));
      case FileOutcome.Refused refused -> ExhibitAnswers.refused(refused);
      case FileOutcome.Whole _, FileOutcome.Gone _ -> new Answer.Nothing();
    };
  }

  private Answer finish(Call call) throws MalformedRequestException {
    var fields = call.body();
    var sha256 =
        fields.optionalParsed(
            "sha256", ExhibitUploadOperations::sha256, "expected 64 digits of hex");
    fields.finish();
    if (isOthers(call)) {
      return ExhibitAnswers.refused(FileRefusal.UPLOAD_UNKNOWN, "");
    }
    var outcome = files.store().finish(call.part("upload"), sha256);
    return switch (outcome) {
      case FileOutcome.Whole(var file) -> {
        audit(call, Optional.empty(), "upload of " + file.sha256().hex());
        yield Answer.created(
            new ExhibitViews.Detail(
                answers(call).file(file.sha256()), Optional.of(ExhibitAnswers.manifest(file))));
      }
      case FileOutcome.Refused refused -> {
        if (refused.why() == FileRefusal.DIGEST_MISMATCH) {
          audit(call, Optional.of("file.digest_mismatch"), "upload of " + refused.detail());
        }
        yield ExhibitAnswers.refused(refused);
      }
      case FileOutcome.Going _, FileOutcome.Gone _ -> new Answer.Nothing();
    };
  }

  private Answer giveUp(Call call) {
    if (isOthers(call)) {
      return ExhibitAnswers.refused(FileRefusal.UPLOAD_UNKNOWN, "");
    }
    return files.store().giveUp(call.part("upload")) instanceof FileOutcome.Refused refused
        ? ExhibitAnswers.refused(refused)
        : new Answer.Nothing();
  }

  /// What comes from another side is nobody's upload: it is finished, and kept if it speaks against
  /// that side, by the node alone.
  private boolean isOthers(Call call) {
    return files
        .store()
        .findPart(call.part("upload"))
        .filter(part -> part.card().from().isPresent())
        .isPresent();
  }

  private ExhibitAnswers answers(Call call) {
    return ExhibitAnswers.of(files, surface.look(call));
  }

  private void audit(Call call, Optional<String> code, String detail) {
    surface
        .node()
        .audit(
            new AuditFact(
                "exhibit",
                code.isPresent(),
                Optional.of(login(call)),
                Optional.empty(),
                code,
                Optional.of(call.exchange().remoteAddress()),
                detail));
  }

  private static String login(Call call) {
    return call.caller().session().account().login();
  }

  private static int chunk(String text) throws MalformedRequestException {
    try {
      return Integer.parseUnsignedInt(text) & Integer.MAX_VALUE;
    } catch (NumberFormatException _) {
      throw MalformedRequestException.of(
          "chunk", Fields.shortened(text), "expected a number from 0");
    }
  }

  private static String media(String text) {
    if (!PartCard.isMedia(text)) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private static Hash sha256(String hex) {
    return Hash.parseHex(hex).orElseThrow(() -> new IllegalArgumentException(hex));
  }
}
