package org.sarhad.node.api;

import static org.sarhad.core.party.Role.ADMIN;
import static org.sarhad.core.party.Role.CHIEF;
import static org.sarhad.core.party.Role.CLERK;
import static org.sarhad.core.party.Role.COMPLIANCE;
import static org.sarhad.core.party.Role.INVESTIGATOR;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import org.sarhad.node.api.view.ExhibitViews;
import org.sarhad.node.exhibit.ExhibitFiles;
import org.sarhad.node.exhibit.FileOutcome;
import org.sarhad.node.exhibit.FileRefusal;
import org.sarhad.node.exhibit.HeldFile;
import org.sarhad.node.exhibit.NamedFile;
import org.sarhad.node.http.ByteRange;
import org.sarhad.node.http.Exchange;
import org.sarhad.node.machine.AuditFact;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.tree.Hash;

/// Files of exhibits: how they stand on both sides, and their bytes.
///
/// Bytes always go out as a file to be saved, under a name of ours, of no type a browser would
/// open: whoever wrote them may be the other side, or whoever planted them at the scene.
final class ExhibitFileOperations {
  private static final String FILES = "/api/v1/exhibit-files";
  private static final String FILE = FILES + "/{sha256}";
  private static final String OCTETS = "application/octet-stream";
  private static final int PAGE_MAX = 500;
  private static final int PAGE = 100;
  private static final int DOWNLOADS_AT_ONCE = 4;

  /// Whoever works on a matter, or answers for what is kept.
  private static final Access READS = Access.of(INVESTIGATOR, CLERK, CHIEF, COMPLIANCE);

  /// The operator sees how files stand, and none of their bytes.
  private static final Access SEES = Access.of(INVESTIGATOR, CLERK, CHIEF, COMPLIANCE, ADMIN);

  private static final Access DISCARDS = Access.of(INVESTIGATOR);

  private final Surface surface;
  private final ExhibitFiles files;

  /// A download holds a chunk in memory.
  private final Semaphore downloads = new Semaphore(DOWNLOADS_AT_ONCE);

  ExhibitFileOperations(Surface surface, ExhibitFiles files) {
    this.surface = surface;
    this.files = files;
  }

  List<Operation> list() {
    return List.of(
        Operation.get("listExhibitFiles", FILES, SEES, this::page),
        Operation.get("getExhibitFile", FILE, SEES, this::file),
        Operation.get("downloadExhibitFile", FILE + "/content", READS, this::content),
        Operation.get(
            "downloadWrongChunk", FILE + "/wrong/{chunk}/{found}", READS, this::wrongChunk),
        Operation.delete("discardExhibitFile", FILE, DISCARDS, this::discard));
  }

  // ---- looking --------------------------------------------------------------------------------

  private Answer page(Call call) throws MalformedRequestException {
    var query = call.query();
    int limit = query.number("limit", PAGE, 1, PAGE_MAX);
    var after = query.text("after", 64).flatMap(Hash::parseHex);
    query.finish();
    var answers = answers(call);
    var all = new TreeSet<Hash>();
    files.store().files().forEach(file -> all.add(file.sha256()));
    answers.sight().known().all().map(NamedFile::sha256).forEach(all::add);
    var page =
        all.stream()
            .filter(sha256 -> after.isEmpty() || sha256.compareTo(after.get()) > 0)
            .limit(limit + 1L)
            .toList();
    boolean isMore = page.size() > limit;
    return Answer.ok(
        new ExhibitViews.Files(
            page.stream().limit(limit).map(answers::file).toList(),
            isMore ? Optional.of(page.get(limit - 1).hex()) : Optional.empty()));
  }

  private Answer file(Call call) throws MalformedRequestException {
    call.query().finish();
    var sha256 = Hash.parseHex(call.part("sha256"));
    var file = sha256.flatMap(answers(call)::find);
    return file.isPresent()
        ? Answer.ok(
            new ExhibitViews.Detail(
                file.get(), sha256.flatMap(files.store()::find).map(ExhibitAnswers::manifest)))
        : unknown();
  }

  // ---- bytes ----------------------------------------------------------------------------------

  private Answer content(Call call) throws MalformedRequestException {
    call.query().finish();
    var held = Hash.parseHex(call.part("sha256")).flatMap(files.store()::find);
    if (held.isEmpty()) {
      return unknown();
    }
    if (!isOpen(held.get())) {
      return ExhibitAnswers.refused(FileRefusal.NOT_RELEASED, held.get().sha256().hex());
    }
    if (files.store().isDamaged(held.get().sha256())) {
      return ExhibitAnswers.refused(FileRefusal.DAMAGED, held.get().sha256().hex());
    }
    long size = held.get().card().sizeBytes();
    var asked = range(call.exchange(), held.get());
    var range =
        asked.isEmpty() ? Optional.of(new ByteRange(0, size)) : ByteRange.parse(asked.get(), size);
    if (range.isEmpty()) {
      call.exchange().set("Content-Range", "bytes */" + size);
      return new Answer.Refused(
          ApiRefusal.RANGE_NOT_THERE.because("of a file of %d bytes".formatted(size)));
    }
    if (range.get().from() == 0) {
      audit(call, "download of " + held.get().sha256().hex());
    }
    return new Answer.Stream(
        exchange -> send(exchange, held.get(), range.get(), asked.isPresent() ? 206 : 200));
  }

  /// Of what came from another side, what it has released; of one's own, everything.
  private boolean isOpen(HeldFile file) {
    var agreed = files.sight().get().agreed();
    var own = surface.node().view().self().party();
    return file.card().from().isEmpty()
        || agreed.released(file.sha256(), file.card().from().get()).findAny().isPresent()
        || agreed.named(file.sha256()).stream().anyMatch(named -> named.holder().equals(own));
  }

  /// The range that counts: one in bytes, of the file as the caller knows it.
  private static Optional<String> range(Exchange exchange, HeldFile file) {
    boolean isOfThis = exchange.header("If-Range").filter(tag -> !tag.equals(tag(file))).isEmpty();
    return exchange.header("Range").filter(range -> isOfThis && range.startsWith("bytes="));
  }

  private static String tag(HeldFile file) {
    return "\"" + file.sha256().hex() + "\"";
  }

  private void send(Exchange exchange, HeldFile file, ByteRange range, int status)
      throws IOException {
    if (!downloads.tryAcquire()) {
      exchange.set("Retry-After", "1");
      exchange.send(429);
      return;
    }
    try {
      asFile(exchange, file.sha256().hex())
          .set("Accept-Ranges", "bytes")
          .set("ETag", tag(file))
          .set("Content-Length", Long.toString(range.bytes()));
      if (status == 206) {
        exchange.set(
            "Content-Range",
            "bytes %d-%d/%d".formatted(range.from(), range.to() - 1, file.card().sizeBytes()));
      }
      var plan = file.card().plan();
      try (var out = exchange.stream(status, OCTETS)) {
        for (long at = range.from(); at < range.to() && !exchange.method().equals("HEAD"); ) {
          int index = (int) (at / plan.chunkBytes());
          var chunk = files.store().chunk(file.sha256(), index);
          if (chunk.isEmpty()) {
            // Cut short rather than give an officer what is not the file.
            throw new IOException("chunk %d of %s is damaged".formatted(index, file.sha256()));
          }
          int from = (int) (at - plan.offsetOf(index));
          int to = (int) Math.min(chunk.get().size(), range.to() - plan.offsetOf(index));
          chunk.get().slice(from, to).writeTo(out);
          at += to - from;
        }
      }
    } finally {
      downloads.release();
    }
  }

  private static Exchange asFile(Exchange exchange, String name) {
    return exchange
        .set("Content-Disposition", "attachment; filename=\"%s.bin\"".formatted(name))
        .set("Content-Security-Policy", "default-src 'none'; sandbox")
        .set("Cache-Control", "no-store");
  }

  private Answer wrongChunk(Call call) throws MalformedRequestException, IOException {
    call.query().finish();
    var file = Hash.parseHex(call.part("sha256"));
    var found = Hash.parseHex(call.part("found"));
    int index;
    try {
      index = Integer.parseInt(call.part("chunk"));
    } catch (NumberFormatException _) {
      return unknown();
    }
    Optional<Bytes> bytes =
        file.isPresent() && found.isPresent()
            ? files.store().findWrong(file.get(), index, found.get())
            : Optional.empty();
    if (bytes.isEmpty()) {
      return unknown();
    }
    asFile(call.exchange(), found.get().hex());
    return new Answer.Bytes(OCTETS, bytes.get(), "wrong-" + found.get().hex() + ".bin");
  }

  // ---- letting go -----------------------------------------------------------------------------

  private Answer discard(Call call) {
    var sha256 = Hash.parseHex(call.part("sha256"));
    if (sha256.isEmpty()) {
      return unknown();
    }
    var own = surface.node().view().self().party();
    var named =
        files.sight().get().known().named(sha256.get()).stream()
            .filter(file -> file.holder().equals(own))
            .findFirst();
    if (named.isPresent()) {
      return ExhibitAnswers.refused(FileRefusal.NAMED, named.get().exhibit().toString());
    }
    return switch (files.store().discard(sha256.get())) {
      case FileOutcome.Refused refused -> ExhibitAnswers.refused(refused);
      case FileOutcome.Gone _, FileOutcome.Going _, FileOutcome.Whole _ -> {
        audit(call, "discarded " + sha256.get().hex());
        yield new Answer.Nothing();
      }
    };
  }

  private static Answer unknown() {
    return ExhibitAnswers.refused(FileRefusal.FILE_UNKNOWN, "");
  }

  private ExhibitAnswers answers(Call call) {
    return ExhibitAnswers.of(files, surface.look(call));
  }

  private void audit(Call call, String detail) {
    surface
        .node()
        .audit(
            new AuditFact(
                "exhibit",
                false,
                Optional.of(call.caller().session().account().login()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(call.exchange().remoteAddress()),
                detail));
  }
}
