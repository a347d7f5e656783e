package org.sarhad.node.machine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.joint.Accord;
import org.sarhad.core.party.Origin;
import org.sarhad.core.posture.PosturePlans;
import org.sarhad.core.record.ChannelState;
import org.sarhad.core.record.Receipt;
import org.sarhad.core.response.EntryTimes;
import org.sarhad.core.response.ResponseState;
import org.sarhad.core.time.TimeBracket;
import org.sarhad.node.store.LogDirectory;
import org.sarhad.tlog.Bytes;
import org.sarhad.tlog.checkpoint.SignedCheckpoint;
import org.sarhad.tlog.proof.TlogProof;
import org.sarhad.tlog.tree.Hash;
import org.sarhad.tlog.tree.Tree;

/// The one [NodeView]: values of the last durable frame, and the log directories behind them.
record DurableView(
    Instant asOf,
    NodeIdentity self,
    Logs files,
    Served served,
    Standing standing,
    Facts facts,
    HeadLine durableTimes,
    Optional<SignedCheckpoint> published,
    Optional<JointFold> fold,
    JointView joint,
    List<LinkView> links,
    GuardView guardView)
    implements NodeView {
  private static final int ENTRIES_MAX = 1024;

  /// What the guard says.
  record GuardView(
      GuardState state, String sentence, Optional<RestoreView> restore, long displaced) {}

  @Override
  public ResponseState response() {
    return facts.response();
  }

  @Override
  public PosturePlans plans() {
    return facts.journaled().plans();
  }

  @Override
  public ChannelState channel() {
    return facts.channel();
  }

  @Override
  public Accord agreed() {
    return fold.map(JointFold::accord).orElse(Accord.NONE);
  }

  @Override
  public FinalBook finalBook() {
    return fold.map(JointFold::book).orElse(new FinalBook(Accord.NONE.book(), 0, 0));
  }

  @Override
  public Accord expected() {
    return fold.map(JointFold::expected).orElse(Accord.NONE);
  }

  @Override
  public GuardState guard() {
    return guardView.state();
  }

  @Override
  public String guardSentence() {
    return guardView.sentence();
  }

  @Override
  public Optional<RestoreView> restore() {
    return guardView.restore();
  }

  @Override
  public long displaced() {
    return guardView.displaced();
  }

  @Override
  public List<EvidenceView> evidence() {
    return standing.evidence().values().toList();
  }

  // ---- logs -----------------------------------------------------------------------------------

  @Override
  public List<LogView> logs() {
    var views = new ArrayList<LogView>();
    views.add(ownLog());
    standing.peers().values().forEach(peer -> views.add(mirrorLog(peer)));
    views.add(
        new LogView(
            self.journal(),
            LogView.Kind.JOURNAL,
            standing.journal().size(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false));
    return List.copyOf(views);
  }

  private LogView ownLog() {
    var delivery =
        standing
            .peers()
            .values()
            .map(PeerStanding::delivery)
            .max((a, b) -> Long.compare(a.size(), b.size()));
    return new LogView(
        self.origin(),
        LogView.Kind.OWN,
        standing.own().tree().size(),
        published,
        published.flatMap(head -> standing.own().times().at(head.size())),
        delivery.flatMap(Delivery::cosigned),
        delivery.flatMap(known -> known.times().newest()),
        false);
  }

  private static LogView mirrorLog(PeerStanding peer) {
    var mirror = peer.mirror();
    return new LogView(
        peer.card().origin(),
        LogView.Kind.MIRROR,
        mirror.size(),
        mirror.receipt(),
        mirror.headTimes().at(mirror.size()),
        mirror.receipt(),
        mirror.receiptTimes().newest(),
        mirror.isFrozen());
  }

  /// How much of `origin` is shown.
  private long shown(Origin origin) {
    if (origin.equals(self.origin())) {
      return standing.own().tree().size();
    }
    if (origin.equals(self.journal())) {
      return standing.journal().size();
    }
    return standing.peerOf(origin.value()).map(peer -> peer.mirror().size()).orElse(0L);
  }

  private Optional<LogDirectory> directory(EntryId id) {
    return id.index() < shown(id.origin()) ? files.find(id.origin()) : Optional.empty();
  }

  @Override
  public Optional<Entry> entry(EntryId id) {
    return directory(id).map(_ -> files.entry(id));
  }

  @Override
  public List<Entry> entries(Origin origin, long from, long to) {
    long end = Math.min(Math.min(to, from + ENTRIES_MAX), shown(origin));
    return from < 0 || from >= end
        ? List.of()
        : files
            .find(origin)
            .map(log -> log.entries(from, end).stream().map(Refold::parsed).toList())
            .orElse(List.of());
  }

  @Override
  public List<Entry> audit(long end, int most) {
    var lines = facts.journaled().audits().to(end);
    return IntStream.range(0, Math.min(most, lines.size()))
        .mapToObj(back -> new EntryId(self.journal(), lines.at(lines.size() - 1 - back).key()))
        .flatMap(id -> entry(id).stream())
        .toList();
  }

  @Override
  public Optional<Bytes> payload(EntryId entry, Hash sha256) {
    return directory(entry)
        .flatMap(log -> log.findPayload(entry.index(), sha256).or(() -> log.findPayload(sha256)));
  }

  @Override
  public Optional<Bytes> resource(Origin origin, String path) {
    return served.resource(origin, path, facts.channel());
  }

  @Override
  public Optional<TlogProof> proof(EntryId id) {
    return bestHead(id)
        .flatMap(
            signed ->
                directory(id)
                    .map(
                        log ->
                            new TlogProof(
                                Optional.empty(),
                                id.index(),
                                Tree.inclusionProof(id.index(), signed.size(), log),
                                signed)));
  }

  /// The newest head over `id` that a peer cosigned, or else the newest one.
  private Optional<SignedCheckpoint> bestHead(EntryId id) {
    return log(id.origin())
        .flatMap(
            log ->
                log.cosigned()
                    .filter(head -> id.index() < head.size())
                    .or(log::newest)
                    .filter(head -> id.index() < head.size()));
  }

  // ---- the ladder -----------------------------------------------------------------------------

  @Override
  public EntryTimes times(EntryId entry) {
    if (entry.origin().equals(self.origin())) {
      return ownTimes(entry);
    }
    return standing
        .peerOf(entry.origin().value())
        .filter(peer -> entry.index() < peer.mirror().size())
        .map(peer -> theirTimes(entry, peer))
        .orElse(EntryTimes.UNKNOWN);
  }

  private EntryTimes ownTimes(EntryId entry) {
    var signed =
        published
            .filter(head -> entry.index() < head.size())
            .flatMap(_ -> standing.own().times().firstOver(entry.index()));
    // After a restart the moment of the sync is not known any more; the first head came after it.
    var durable = durableTimes.firstOver(entry.index()).or(() -> signed);
    return new EntryTimes(durable, signed, received(entry), read(entry));
  }

  private Optional<EntryTimes.Receipt> received(EntryId entry) {
    return standing
        .peers()
        .values()
        .flatMap(
            peer ->
                peer.delivery().times().firstOver(entry.index()).stream()
                    .map(
                        at ->
                            new EntryTimes.Receipt(
                                peer.party(),
                                new TimeBracket(seenAt(entry, peer), Optional.of(at)),
                                peer.card().mirror().getFirst().name())))
        .min(
            java.util.Comparator.comparing(
                receipt -> receipt.bracket().notAfter().orElse(Instant.MAX)));
  }

  /// When `peer` signed the newest head of its log that the author of `entry` had seen: the entry
  /// cannot have been written before that.
  private Optional<Instant> seenAt(EntryId entry, PeerStanding peer) {
    long seen = facts.sightings().of(entry).sizeOf(peer.card().origin());
    return seen == 0 ? Optional.empty() : peer.mirror().headTimes().at(seen);
  }

  private EntryTimes theirTimes(EntryId entry, PeerStanding peer) {
    var at = peer.mirror().receiptTimes().firstOver(entry.index());
    long seen = facts.sightings().of(entry).sizeOf(self.origin());
    var notBefore = seen == 0 ? Optional.<Instant>empty() : standing.own().times().at(seen);
    var receipt =
        at.map(
            time ->
                new EntryTimes.Receipt(
                    self.party(),
                    new TimeBracket(notBefore, Optional.of(time)),
                    self.mirror().getFirst().name()));
    return new EntryTimes(Optional.empty(), Optional.empty(), receipt, read(entry));
  }

  private Optional<EntryTimes.Reading> read(EntryId entry) {
    return facts.channel().receiptsOf(entry).stream().findFirst().map(DurableView::reading);
  }

  private static EntryTimes.Reading reading(Receipt receipt) {
    return new EntryTimes.Reading(
        receipt.party(), receipt.roles().stream().findFirst(), receipt.time(), receipt.by());
  }

  @Override
  public boolean saw(EntryId writer, EntryId earlier) {
    return facts.sightings().saw(writer, earlier);
  }

  @Override
  public boolean isFinal(EntryId entry) {
    // Own entries under no head may still give way (06-6.5).
    boolean isSigned =
        !entry.origin().equals(self.origin())
            || published.filter(head -> entry.index() < head.size()).isPresent();
    return isSigned && fold.filter(known -> known.isFinal(entry)).isPresent();
  }

  @Override
  public OptionalLong lamport(EntryId entry) {
    return fold.flatMap(known -> known.lamport(entry))
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  @Override
  public Optional<EntryId> jointEntry(long count) {
    return fold.flatMap(known -> known.place(count)).map(JointFold.Place::entry);
  }

  @Override
  public Optional<Hash> jointState(long count) {
    return fold.flatMap(known -> known.place(count)).flatMap(JointFold.Place::state);
  }
}
