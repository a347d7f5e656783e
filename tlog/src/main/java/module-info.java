import org.jspecify.annotations.NullMarked;

/// The record as arithmetic: a tree of hashes, signed heads of it, and the rules by which two
/// neighbours hold each other to it. Needs a JDK and nothing else, reads no clock and opens no
/// file: with this module alone a court can audit what two nodes have kept.
@NullMarked
module org.sarhad.tlog {
  requires static org.jspecify;

  exports org.sarhad.tlog;
  exports org.sarhad.tlog.checkpoint;
  exports org.sarhad.tlog.crypto;
  exports org.sarhad.tlog.mirror;
  exports org.sarhad.tlog.note;
  exports org.sarhad.tlog.policy;
  exports org.sarhad.tlog.proof;
  exports org.sarhad.tlog.tree;
  exports org.sarhad.tlog.witness;
}
