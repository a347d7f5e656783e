import org.jspecify.annotations.NullMarked;

/// One sovereign node: a machine that takes events and returns effects, the ports it stands on, and
/// their adapters.
@NullMarked
module org.sarhad.node {
  requires static org.jspecify;
  requires transitive org.sarhad.tlog;
  requires transitive org.sarhad.core;

  exports org.sarhad.node.port;
}
