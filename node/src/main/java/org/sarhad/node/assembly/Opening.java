package org.sarhad.node.assembly;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.sarhad.node.http.ListenException;
import org.sarhad.node.intake.MalformedIntakeException;
import org.sarhad.node.keys.KeyDirectoryException;
import org.sarhad.node.keys.SignatureProviderException;
import org.sarhad.node.store.DirectoryLock.DirectoryInUseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens parts one after another, and closes all of them again if one fails.
final class Opening {
  private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

  private Opening() {}

  /// Opens parts, pushing each onto `open` as soon as it is.
  @FunctionalInterface
  interface Parts<T> {
    T open(Deque<AutoCloseable> open)
        throws IOException,
            MalformedIntakeException,
            DirectoryInUseException,
            KeyDirectoryException,
            SignatureProviderException,
            ListenException,
            StartException;
  }

  /// Opens them all, or none.
  ///
  /// @throws StartException with a sentence for the operator
  static <T> T of(Parts<T> parts) throws StartException {
    var open = new ArrayDeque<AutoCloseable>();
    try {
      return parts.open(open);
    } catch (IOException
        | MalformedIntakeException
        | DirectoryInUseException
        | KeyDirectoryException
        | SignatureProviderException
        | ListenException e) {
      closeAll(open);
      throw new StartException(String.valueOf(e.getMessage()), e);
    } catch (StartException | RuntimeException e) {
      closeAll(open);
      throw e;
    }
  }

  /// Closes the parts, the last opened first; one that fails keeps no other from closing.
  static void closeAll(Deque<AutoCloseable> open) {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) { // what AutoCloseable declares; the others must be closed all the same
        LOG.warn("a part did not close cleanly: {}", e.toString());
      }
    }
  }
}
