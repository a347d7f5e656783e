import org.jspecify.annotations.NullMarked;

/// placeholder
@NullMarked
module org.sarhad.node {
  requires static org.jspecify;
  requires transitive org.sarhad.tlog;
  requires transitive org.sarhad.core;
}
