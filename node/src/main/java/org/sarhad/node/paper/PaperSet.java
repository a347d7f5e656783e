package org.sarhad.node.paper;

import java.util.List;
import java.util.Optional;

/// The entries that are proven on one paper, and the keys for all of them: whoever holds it checks
/// everything at once.
///
/// @param name what this node calls the entry that the paper is about
/// @param copies that entry and others; at least one
/// @param policy a tlog-policy with the keys that this node believes; empty while nothing is proven
public record PaperSet(String name, List<PaperCopy> copies, Optional<String> policy) {
  /// Copies the list.
  public PaperSet {
    copies = List.copyOf(copies);
  }

  /// The codes of the keys.
  public List<PaperCode> keys() {
    return policy.map(text -> PaperCode.of(PaperCode.Holds.KEYS, text)).orElse(List.of());
  }

  /// The command that checks what was scanned.
  public String command() {
    return "./sarhad verify --scanned %s --policy %s"
        .formatted(copies.size() == 1 ? "1.txt 2.txt" : "*.txt", policyName());
  }

  /// What a file with the keys is called: `ir-12.policy`.
  public String policyName() {
    return name.replace('/', '-') + ".policy";
  }
}
