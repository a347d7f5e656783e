package org.sarhad.node.lists;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.sarhad.core.screening.Subject;
import org.sarhad.core.screening.SubjectId;

/// The table of trading parties that a node holds beside its lists: by which names and numbers its
/// own side looks for those whom contracts name. It is that side's alone: nothing of it is in the
/// record, and nothing of it goes to the neighbour (protocol clause 16-1.2).
///
/// A new table takes the place of the one before, whole and at once.
public final class PartyShelf {
  /// The name of the file among the lists.
  public static final String FILE = "parties.csv";

  private final Path directory;

  PartyShelf(Path directory) {
    this.directory = directory;
  }

  /// Everything that is held, with what is wrong with it; nothing before a first table came. O(its
  /// length).
  public PartyTable.Parties parties() throws IOException {
    var place = directory.resolve(FILE);
    return Files.isRegularFile(place)
        ? PartyTable.read(Files.readString(place))
        : PartyTable.Parties.NONE;
  }

  /// What is looked for as `id`. O(length of the table).
  public Optional<Subject> find(SubjectId id) throws IOException {
    return parties().subjects().stream().filter(subject -> subject.id().equals(id)).findFirst();
  }

  /// Holds `table` from now on, durably. Whoever gives it has looked at what is wrong with it.
  public void take(String table) throws IOException {
    Files.createDirectories(directory);
    var copy = Files.createTempFile(directory, "parties", ".tmp");
    try {
      Files.writeString(copy, table);
      try (var channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(copy, directory.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(copy);
    }
  }
}
