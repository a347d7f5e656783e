import org.jspecify.annotations.NullMarked;

/// placeholder
@NullMarked
module org.sarhad.tlog {
  requires static org.jspecify;
}
