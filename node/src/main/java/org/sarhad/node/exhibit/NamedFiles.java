package org.sarhad.node.exhibit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.inquiry.Exhibit;
import org.sarhad.core.inquiry.InquiryState;
import org.sarhad.core.party.PartyId;
import org.sarhad.core.record.ChannelState;
import org.sarhad.tlog.tree.Hash;

/// All files that the exhibits of a channel name. Immutable.
public final class NamedFiles {
  /// None.
  public static final NamedFiles NONE = new NamedFiles(Map.of(), Set.of());

  private final Map<Hash, List<NamedFile>> byDigest;
  private final Set<EntryId> erased;

  private NamedFiles(Map<Hash, List<NamedFile>> byDigest, Set<EntryId> erased) {
    this.byDigest = byDigest;
    this.erased = Set.copyOf(erased);
  }

  /// What `inquiry` names, less what `channel` has erased. O(exhibits + erasures).
  public static NamedFiles of(InquiryState inquiry, ChannelState channel) {
    var erased = new HashSet<EntryId>();
    channel.erasures().keys().forEach(payload -> erased.add(payload.entry()));
    return of(
        inquiry
            .matters()
            .values()
            .flatMap(matter -> matter.exhibits().items().values())
            .sorted(Comparator.comparingLong((Exhibit exhibit) -> exhibit.registered().place()))
            .map(exhibit -> NamedFile.of(exhibit, erased.contains(exhibit.id()))),
        erased);
  }

  /// These files, in the order of the record, and what is erased.
  public static NamedFiles of(Stream<NamedFile> files, Set<EntryId> erased) {
    var byDigest = new TreeMap<Hash, List<NamedFile>>();
    files.forEach(
        file -> byDigest.computeIfAbsent(file.sha256(), _ -> new ArrayList<>()).add(file));
    return new NamedFiles(byDigest, erased);
  }

  /// The exhibits that are known by the file `sha256`, in the order of the record.
  public List<NamedFile> named(Hash sha256) {
    return List.copyOf(byDigest.getOrDefault(sha256, List.of()));
  }

  /// All of them, by digest.
  public Stream<NamedFile> all() {
    return byDigest.values().stream().flatMap(List::stream);
  }

  /// Whether an exhibit that was not erased is known by the file.
  public boolean isNamed(Hash sha256) {
    return named(sha256).stream().anyMatch(file -> !file.isErased());
  }

  /// The entries of the exhibits that are known by the file.
  public SortedSet<EntryId> exhibitsOf(Hash sha256) {
    return named(sha256).stream()
        .map(NamedFile::exhibit)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The released exhibits of `holder` that are known by the file.
  public Stream<NamedFile> released(Hash sha256, PartyId holder) {
    return named(sha256).stream()
        .filter(file -> file.holder().equals(holder))
        .filter(NamedFile::isReleased);
  }

  /// Whether the record let go of the exhibit that is known by `entry`.
  public boolean isErased(EntryId entry) {
    return erased.contains(entry);
  }
}
