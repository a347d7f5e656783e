package org.sarhad.node.api;

import static org.sarhad.core.party.Role.CHIEF;
import static org.sarhad.core.party.Role.COMPLIANCE;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.EntryLimits;
import org.sarhad.core.entry.PayloadRef;
import org.sarhad.core.json.Json;
import org.sarhad.core.json.JsonLimits;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.Origin;
import org.sarhad.core.record.Officer;
import org.sarhad.core.response.Said;
import org.sarhad.node.api.view.RecordViews;
import org.sarhad.node.api.view.RecordViews.CosignatureView;
import org.sarhad.node.machine.EvidenceView;
import org.sarhad.node.machine.LogView;
import org.sarhad.node.machine.NodeRequest;
import org.sarhad.node.machine.NodeView;
import org.sarhad.tlog.BugException;
import org.sarhad.tlog.checkpoint.Cosignature;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.crypto.Verifier;
import org.sarhad.tlog.note.SignatureLine;
import org.sarhad.tlog.note.VerifierKey;
import org.sarhad.tlog.tree.Hash;

/// The record and its proofs: entries in plain rows, each with what proves it.
final class RecordOperations {
  static final String ENTRY = "/api/v1/record/entries/{log}/{index}";
  private static final int SCANNED_MAX = 20_000;
  private static final int CHUNK = 256;
  private static final String OCTETS = "application/octet-stream";

  private final Surface surface;
  private final Verifier verifier;

  RecordOperations(Surface surface, Verifier verifier) {
    this.surface = surface;
    this.verifier = verifier;
  }

  List<Operation> list() {
    return List.of(
        Operation.get("listHeads", "/api/v1/record/heads", Access.signedIn(), this::heads),
        Operation.get("listEntries", "/api/v1/record/entries", Access.signedIn(), this::entries),
        Operation.get("getEntry", ENTRY, Access.signedIn(), this::entry),
        Operation.get("proveEntry", ENTRY + "/proof", Access.signedIn(), this::prove),
        Operation.get("downloadProof", ENTRY + "/tlog-proof", Access.signedIn(), this::download),
        Operation.get("getPayload", ENTRY + "/payloads/{sha256}", Access.signedIn(), this::payload),
        Operation.post(
            "erasePayload", ENTRY + "/erasures", Access.of(COMPLIANCE, CHIEF), this::erase),
        Operation.get("listEvidence", "/api/v1/record/evidence", Access.signedIn(), this::evidence),
        Operation.get(
            "downloadEvidence",
            "/api/v1/record/evidence/{evidence}",
            Access.signedIn(),
            this::evidenceFile));
  }

  // ---- heads ----------------------------------------------------------------------------------

  private Answer heads(Call call) {
    var lens = surface.look(call);
    var view = lens.view();
    var joint = view.joint();
    return Answer.ok(
        new RecordViews.Heads(
            view.logs().stream()
                .filter(log -> log.kind() != LogView.Kind.JOURNAL || !lens.releasedOnly())
                .map(log -> head(lens, log))
                .toList(),
            Optional.of(
                new RecordViews.StateHash(
                    joint.state().toString(),
                    joint.compared() == 0 ? Optional.empty() : Optional.of(joint.equal()),
                    joint.finalCount()))));
  }

  private static RecordViews.LogHead head(Lens lens, LogView log) {
    var newest = log.newest();
    return new RecordViews.LogHead(
        lens.parties().logName(lens.view(), log.origin()),
        log.origin().value(),
        Codes.of(log.kind()),
        log.size(),
        newest.map(SignedCheckpoint::size),
        newest.map(head -> head.checkpoint().root().toString()),
        log.newestAt(),
        newest.map(head -> head.bytes().utf8()),
        log.cosigned().or(() -> newest).stream()
            .flatMap(head -> cosignatures(lens.view(), head).stream())
            .toList(),
        log.frozen());
  }

  /// The cosignatures under `head` by keys of the channel.
  static List<CosignatureView> cosignatures(NodeView view, SignedCheckpoint head) {
    var found = new ArrayList<CosignatureView>();
    for (var key : keys(view)) {
      for (var line : head.note().signatures()) {
        var time = Cosignature.timeSeconds(key, line);
        if (line.claims(key) && time.isPresent()) {
          found.add(
              new CosignatureView(
                  key.name(),
                  switch (key.type()) {
                    case ED25519_NOTE, ED25519_COSIGNATURE -> "ed25519";
                    case ML_DSA_44 -> "ml-dsa-44";
                  },
                  head.size(),
                  Instant.ofEpochSecond(time.getAsLong())));
        }
      }
    }
    return List.copyOf(found);
  }

  /// The keys of all sides of the channel, newest ones.
  private static List<VerifierKey> keys(NodeView view) {
    return view.channel()
        .sides()
        .values()
        .flatMap(side -> side.roster().keysAt(side.size()).all())
        .toList();
  }

  // ---- entries --------------------------------------------------------------------------------

  private Answer entries(Call call) throws MalformedRequestException {
    var query = call.query();
    var lens = surface.look(call);
    var log = query.text("log", 16);
    var kind = query.text("kind", 64);
    var incident = query.text("incident", 64);
    var officer = query.text("officer", 128);
    var since = query.time("since");
    var until = query.time("until");
    var cursor =
        query.parsed("cursor", RecordOperations::cursor, "expected `next` of the page before");
    int limit = query.number("limit", 50, 1, 500);
    query.finish();
    var origins = origins(lens, log);
    if (log.isPresent() && origins.isEmpty()) {
      return Answer.unknown(log.get());
    }
    Predicate<Entry> wanted =
        entry ->
            (kind.isEmpty() || entry.envelope().kind().value().startsWith(kind.get()))
                && (officer.isEmpty()
                    || entry.author().filter(o -> o.value().equals(officer.get())).isPresent())
                && (since.isEmpty() || !entry.envelope().time().isBefore(since.get()))
                && (until.isEmpty() || entry.envelope().time().isBefore(until.get()));
    var rows = new Entries(lens);
    var walk = new Walk(lens.view(), origins, cursor.orElse(Map.of()));
    var page =
        incident.isPresent()
            ? about(lens, incident.get(), origins).filter(wanted).limit(limit).toList()
            : walk.next(wanted, limit);
    return Answer.ok(
        new RecordViews.EntryPage(
            page.stream().map(rows::row).toList(),
            incident.isPresent() ? Optional.empty() : walk.cursor()));
  }

  private static List<Origin> origins(Lens lens, Optional<String> log) {
    return lens.view().logs().stream()
        .filter(known -> known.kind() != LogView.Kind.JOURNAL || !lens.releasedOnly())
        .map(LogView::origin)
        .filter(
            origin ->
                log.isEmpty() || lens.parties().logName(lens.view(), origin).equals(log.get()))
        .toList();
  }

  /// Everything said about one incident, newest first; all of it, which is never much.
  private static Stream<Entry> about(Lens lens, String incident, List<Origin> origins) {
    return lens.incident(incident).stream()
        .flatMap(known -> known.said().stream())
        .filter(lens::shows)
        .sorted(Comparator.comparing(Said::time).reversed())
        .map(Said::entry)
        .filter(entry -> origins.contains(entry.origin()))
        .flatMap(entry -> lens.view().entry(entry).stream());
  }

  private static Map<Origin, Long> cursor(String text) {
    var positions = new LinkedHashMap<Origin, Long>();
    var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    for (var part : plain.split(" ", -1)) {
      var id = EntryId.parse(part);
      positions.put(id.origin(), id.index());
    }
    return positions;
  }

  /// Walks several logs backwards at once, the latest author's time first.
  private static final class Walk {
    private final NodeView view;
    private final Map<Origin, Long> ends = new LinkedHashMap<>();
    private final Map<Origin, List<Entry>> chunks = new HashMap<>();

    Walk(NodeView view, List<Origin> origins, Map<Origin, Long> from) {
      this.view = view;
      for (var origin : origins) {
        long size = view.log(origin).map(LogView::size).orElse(0L);
        ends.put(origin, Math.min(size, from.getOrDefault(origin, size)));
      }
    }

    /// The next at most `limit` entries that are wanted; fewer when many that are not stood before
    /// them.
    List<Entry> next(Predicate<Entry> wanted, int limit) {
      var page = new ArrayList<Entry>();
      for (int scanned = 0; scanned < SCANNED_MAX && page.size() < limit; scanned++) {
        var latest =
            ends.keySet().stream()
                .flatMap(origin -> last(origin).stream())
                .max(Comparator.comparing(entry -> entry.envelope().time()));
        if (latest.isEmpty()) {
          return page;
        }
        var entry = latest.get();
        ends.put(entry.id().origin(), entry.id().index());
        if (wanted.test(entry)) {
          page.add(entry);
        }
      }
      return page;
    }

    /// Where the next page begins; empty at the beginning of all logs.
    Optional<String> cursor() {
      var parts =
          ends.entrySet().stream()
              .map(end -> new EntryId(end.getKey(), end.getValue()).toString())
              .toList();
      return ends.values().stream().allMatch(end -> end == 0)
          ? Optional.empty()
          : Optional.of(
              Base64.getUrlEncoder()
                  .withoutPadding()
                  .encodeToString(String.join(" ", parts).getBytes(StandardCharsets.UTF_8)));
    }

    private Optional<Entry> last(Origin origin) {
      long end = ends.getOrDefault(origin, 0L);
      if (end == 0) {
        return Optional.empty();
      }
      long from = (end - 1) / CHUNK * CHUNK;
      var chunk = chunks.get(origin);
      if (chunk == null || chunk.isEmpty() || chunk.getFirst().id().index() != from) {
        chunk = view.entries(origin, from, end);
        chunks.put(origin, chunk);
      }
      int index = (int) (end - 1 - from);
      return index < chunk.size() ? Optional.of(chunk.get(index)) : Optional.empty();
    }
  }

  private Answer entry(Call call) {
    var lens = surface.look(call);
    return find(lens, call)
        .map(entry -> Answer.ok(detail(lens, entry)))
        .orElseGet(() -> Answer.unknown(call.entryName()));
  }

  private RecordViews.Detail detail(Lens lens, Entry entry) {
    var envelope = entry.envelope();
    var entries = new Entries(lens);
    return new RecordViews.Detail(
        entries.row(entry),
        entry.bytes().utf8(),
        entry.leafHash().toString(),
        envelopeJson(entry),
        entries.body(entry).map(body -> body),
        signatures(lens.view(), entry),
        envelope.payloads().stream().map(ref -> payload(lens.view(), entry, ref)).toList(),
        envelope.seen().heads().stream()
            .map(
                head ->
                    new RecordViews.SeenView(
                        head.key().value(), head.value().size(), head.value().root().toString()))
            .toList(),
        lens.view().lamport(entry.id()).isPresent()
            ? Optional.of(lens.view().lamport(entry.id()).getAsLong())
            : Optional.empty());
  }

  private static Object envelopeJson(Entry entry) {
    try {
      return Json.parseCanonicalObject(
          entry.envelope().line(), JsonLimits.ofBytes(EntryLimits.ENTRY_BYTES_MAX));
    } catch (MalformedJsonException e) {
      throw new BugException("an envelope that is not canonical JSON: " + e.getMessage());
    }
  }

  private List<RecordViews.Signature> signatures(NodeView view, Entry entry) {
    return Stream.concat(entry.officers().stream(), Stream.of(entry.node()))
        .map(
            line ->
                new RecordViews.Signature(
                    line.name(),
                    HexFormat.of().toHexDigits(line.keyId()),
                    signers(view, entry).anyMatch(key -> verifies(key, line, entry))))
        .toList();
  }

  /// The keys that may stand under an entry at its position.
  private static Stream<VerifierKey> signers(NodeView view, Entry entry) {
    boolean internal = entry.id().origin().equals(view.self().journal());
    var origin = internal ? view.self().origin() : entry.id().origin();
    long position = internal ? entry.envelope().seen().sizeOf(origin) : entry.id().index();
    return view.channel().sides().find(origin).stream()
        .flatMap(
            side ->
                Stream.concat(
                    Stream.of(side.roster().keysAt(position).node()),
                    entry.author().stream()
                        .flatMap(o -> side.roster().officerAt(o, position).stream())
                        .map(Officer::key)));
  }

  private boolean verifies(VerifierKey key, SignatureLine line, Entry entry) {
    return line.claims(key)
        && verifier.verify(
            key.type(), key.key(), entry.signedText().toArray(), line.signature().toArray());
  }

  private static RecordViews.PayloadView payload(NodeView view, Entry entry, PayloadRef ref) {
    String state;
    if (view.channel().isErased(entry.id(), ref.sha256())) {
      state = "erased";
    } else if (view.payload(entry.id(), ref.sha256()).isPresent()) {
      state = "here";
    } else {
      state = ref.isSealed() ? "withheld" : "missing";
    }
    return new RecordViews.PayloadView(
        ref.role(), ref.media(), ref.sha256().hex(), ref.sizeBytes(), state);
  }

  // ---- proofs ---------------------------------------------------------------------------------

  private Answer prove(Call call) {
    var lens = surface.look(call);
    var entry = find(lens, call);
    if (entry.isEmpty()) {
      return Answer.unknown(call.entryName());
    }
    var id = entry.get().id();
    var proof = lens.view().proof(id);
    if (proof.isEmpty()) {
      return new Answer.Refused(ApiRefusal.NOT_PROVABLE.because(call.entryName()));
    }
    var head = proof.get().head();
    return Answer.ok(
        new RecordViews.ProofView(
            call.entryName(),
            id.origin().value(),
            id.index(),
            entry.get().leafHash().toString(),
            head.size(),
            head.checkpoint().root().toString(),
            proof.get().proof().stream().map(Hash::toString).toList(),
            head.bytes().utf8(),
            cosignatures(lens.view(), head),
            proof.get().bytes().utf8(),
            Trust.of(lens.view(), List.of(head)).bytes().utf8(),
            "./sarhad verify %1$s.tlog-proof --entry %1$s.txt --policy %1$s.policy"
                .formatted(fileName(call))));
  }

  private Answer download(Call call) {
    var lens = surface.look(call);
    var entry = find(lens, call);
    if (entry.isEmpty()) {
      return Answer.unknown(call.entryName());
    }
    return lens.view()
        .proof(entry.get().id())
        .<Answer>map(
            proof ->
                new Answer.Bytes(
                    "text/plain; charset=utf-8", proof.bytes(), fileName(call) + ".tlog-proof"))
        .orElseGet(() -> new Answer.Refused(ApiRefusal.NOT_PROVABLE.because(call.entryName())));
  }

  private Answer payload(Call call) {
    var lens = surface.look(call);
    return find(lens, call)
        .flatMap(
            entry ->
                Hash.parseHex(call.part("sha256"))
                    .flatMap(sha256 -> lens.view().payload(entry.id(), sha256)))
        .<Answer>map(bytes -> new Answer.Bytes(OCTETS, bytes, call.part("sha256")))
        .orElseGet(() -> Answer.unknown(call.entryName() + " " + call.part("sha256")));
  }

  private Answer erase(Call call) throws MalformedRequestException {
    var fields = call.body();
    var sha256 =
        fields.parsed(
            "sha256",
            Hash.of(new byte[Hash.SIZE], 0),
            hex -> Hash.parseHex(hex).orElseThrow(() -> new IllegalArgumentException(hex)),
            "expected 64 digits of hex");
    var basis = fields.text("basis", 1, 500);
    fields.finish();
    return find(surface.look(call), call)
        .map(entry -> surface.ask(call, new NodeRequest.Erase(entry.id(), sha256, basis)))
        .orElseGet(() -> Answer.unknown(call.entryName()));
  }

  /// The entry that a call names, if its caller may see it.
  static Optional<Entry> find(Lens lens, Call call) {
    return lens.entry(call)
        .filter(id -> !lens.releasedOnly() || !id.origin().equals(lens.view().self().journal()))
        .flatMap(lens.view()::entry);
  }

  /// What files about it are called.
  static String fileName(Call call) {
    return call.part("log") + "-" + call.part("index");
  }

  // ---- evidence -------------------------------------------------------------------------------

  private Answer evidence(Call call) {
    var view = surface.look(call).view();
    var items =
        view.evidence().reversed().stream()
            .map(piece -> item(piece, Trust.logKey(view, piece.about())))
            .toList();
    return Answer.ok(new RecordViews.EvidenceList(items));
  }

  /// A piece of evidence, about the log that signs with `key`.
  static RecordViews.EvidenceItem item(EvidenceView piece, Optional<VerifierKey> key) {
    return new RecordViews.EvidenceItem(
        piece.name(),
        piece.kind().word(),
        piece.at(),
        piece.about().value(),
        piece.sentence(),
        piece.content().size(),
        key.filter(_ -> piece.name().endsWith(".tlog-fork"))
            .map(known -> "./sarhad verify %s --key %s".formatted(piece.name(), known.text())),
        piece.firstDifference().isPresent()
            ? Optional.of(piece.firstDifference().getAsLong())
            : Optional.empty());
  }

  private Answer evidenceFile(Call call) {
    var name = call.part("evidence");
    return surface.look(call).view().evidence().stream()
        .filter(piece -> piece.name().equals(name))
        .map(EvidenceView::content)
        .findFirst()
        .<Answer>map(content -> new Answer.Bytes(OCTETS, content, name))
        .orElseGet(() -> Answer.unknown(name));
  }
}
