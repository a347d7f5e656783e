import org.jspecify.annotations.NullMarked;

/// placeholder
@NullMarked
module org.sarhad.sim {
  requires static org.jspecify;
  requires transitive org.sarhad.tlog;
  requires transitive org.sarhad.core;
  requires transitive org.sarhad.node;
}
