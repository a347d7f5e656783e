import org.jspecify.annotations.NullMarked;

/// placeholder
@NullMarked
module org.sarhad.core {
  requires static org.jspecify;
  requires transitive org.sarhad.tlog;
}
