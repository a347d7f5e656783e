import org.jspecify.annotations.NullMarked;

/// Both nodes in one process under one seed: a simulated world that breaks every promise the ports
/// do not make.
@NullMarked
module org.sarhad.sim {
  requires static org.jspecify;
  requires transitive org.sarhad.tlog;
  requires transitive org.sarhad.core;
  requires transitive org.sarhad.node;
}
