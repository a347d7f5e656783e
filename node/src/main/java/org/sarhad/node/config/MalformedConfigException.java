package org.sarhad.node.config;

import java.util.List;
import java.util.stream.Collectors;
import org.sarhad.tlog.MalformedException;

/// The configuration cannot be used. Carries everything that is wrong with it, not only the first.
public final class MalformedConfigException extends MalformedException {
  private static final long serialVersionUID = 1L;

  private final transient List<Complaint> complaints;

  /// @param complaints at least one
  MalformedConfigException(List<Complaint> complaints) {
    super("configuration", complaints.getFirst().key(), complaints.getFirst().problem());
    this.complaints = List.copyOf(complaints);
  }

  /// Every complaint, in the order of the file, what is missing last.
  public List<Complaint> complaints() {
    return complaints;
  }

  /// All complaints, one a line.
  @Override
  public String getMessage() {
    return complaints.stream().map(Complaint::toString).collect(Collectors.joining("\n"));
  }
}
