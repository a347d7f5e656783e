package org.sarhad.node.verify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import org.sarhad.core.entry.Entry;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.entry.MalformedPayloadException;
import org.sarhad.core.entry.Payload;
import org.sarhad.core.inquiry.ExhibitFact;
import org.sarhad.core.inquiry.InquiryFactKind;
import org.sarhad.core.inquiry.Manifest;
import org.sarhad.core.joint.Statement;
import org.sarhad.tlog.tree.Hash;

/// What entries say of files of exhibits, as it stands there: whether it holds is for the fold. Of
/// an exhibit that was erased nothing is left to read. For several threads.
final class NamedExhibits {
  private final Map<EntryId, Hash> registered = new ConcurrentSkipListMap<>();
  private final Queue<Release> released = new ConcurrentLinkedQueue<>();

  private record Release(EntryId exhibit, Manifest manifest) {}

  /// Reads an entry that is about exhibits; looks past all others.
  void look(Entry entry, PayloadCheck.Shelf shelf) {
    var kind = entry.envelope().kind();
    boolean isAbout =
        kind.equals(InquiryFactKind.EVIDENCE_REGISTERED.kind())
            || kind.equals(InquiryFactKind.EVIDENCE_REDACTED.kind())
            || kind.equals(InquiryFactKind.EVIDENCE_RELEASED.kind());
    if (isAbout) {
      entry
          .envelope()
          .body()
          .flatMap(ref -> shelf.find(entry.id().index(), ref.sha256()))
          .flatMap(NamedExhibits::parsed)
          .flatMap(salted -> Statement.read(kind, salted.body()))
          .ifPresent(said -> take(entry.id(), said));
    }
  }

  private static Optional<Payload.Salted> parsed(org.sarhad.tlog.Bytes bytes) {
    try {
      return Optional.of(Payload.Salted.parse(bytes));
    } catch (MalformedPayloadException _) {
      return Optional.empty();
    }
  }

  private void take(EntryId entry, Statement said) {
    if (said instanceof Statement.OnInquiry(var fact) && fact instanceof ExhibitFact exhibit) {
      switch (exhibit) {
        case ExhibitFact.Registered fresh -> registered.put(entry, fresh.sha256());
        case ExhibitFact.Redacted fresh -> registered.put(entry, fresh.sha256());
        case ExhibitFact.Released more ->
            more.manifest().ifPresent(chunks -> released.add(new Release(more.exhibit(), chunks)));
        case ExhibitFact.CustodyPassed _,
            ExhibitFact.AccessRequested _,
            ExhibitFact.AccessAnswered _ -> {}
      }
    }
  }

  /// The digests that exhibits are known by.
  Set<Hash> digests() {
    return new TreeSet<>(registered.values());
  }

  /// The manifests by which each file was released.
  Map<Hash, List<Manifest>> manifests() {
    var manifests = new TreeMap<Hash, List<Manifest>>();
    for (var release : released) {
      var sha256 = registered.get(release.exhibit);
      if (sha256 != null) {
        manifests.computeIfAbsent(sha256, _ -> new java.util.ArrayList<>()).add(release.manifest);
      }
    }
    return manifests;
  }
}
