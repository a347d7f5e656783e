package org.sarhad.node.exhibit;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.sarhad.core.entry.EntryId;
import org.sarhad.core.party.PartyId;
import org.sarhad.node.port.DiskException;

/// Keeps the store in step with the record (05-7.6): writes down which exhibits a file is known by,
/// deletes what the record has let go of, and what was begun and left. For one thread.
public final class FileKeeper {
  private final ExhibitStore store;
  private final PartyId own;
  private final Consumer<FileFinding> told;

  /// @param own this node's side
  /// @param told what was deleted because of the record
  public FileKeeper(ExhibitStore store, PartyId own, Consumer<FileFinding> told) {
    this.store = store;
    this.own = own;
    this.told = told;
  }

  /// Goes through what is held and gathered once. O(files + exhibits).
  public void sweep(Sight sight) throws DiskException {
    for (var file : store.files()) {
      store.name(file.sha256(), knownBy(file, sight.known()));
    }
    for (var file : store.files()) {
      var exhibits = file.card().exhibits();
      if (!exhibits.isEmpty() && exhibits.stream().allMatch(sight.known()::isErased)) {
        store.erase(file.sha256());
        told.accept(new FileFinding.Erased(file.sha256(), exhibits));
      }
    }
    for (var part : store.parts()) {
      if (part.card().from().isPresent() && part.card().isGathering()) {
        var sha256 = part.card().sha256();
        boolean isWanted =
            sha256.filter(sight.known()::isNamed).isPresent()
                && sha256.filter(s -> store.find(s).isEmpty() || store.isDamaged(s)).isPresent();
        if (!isWanted) {
          store.giveUp(part.id());
        }
      }
    }
    var _ = store.sweep(sight.known()::isNamed);
  }

  /// The exhibits that have a say in whether a file stays: those of this side, and those of the
  /// side it came from. Otherwise another side, who knows every digest that was ever registered,
  /// could register a file of ours as its own, erase that exhibit, and so have ours deleted.
  private SortedSet<EntryId> knownBy(HeldFile file, NamedFiles known) {
    return known.named(file.sha256()).stream()
        .filter(
            named ->
                named.holder().equals(own)
                    || file.card().from().filter(named.holder()::equals).isPresent())
        .map(NamedFile::exhibit)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
