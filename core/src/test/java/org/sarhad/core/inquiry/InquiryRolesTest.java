package org.sarhad.core.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sarhad.core.party.Role;

/// Who may say what: the table of 09-1.3.
class InquiryRolesTest {
  @ParameterizedTest
  @CsvSource({
    "MATTER_OPENED, INVESTIGATOR CLERK",
    "MATTER_CLOSED, INVESTIGATOR CLERK",
    "MATTER_REOPENED, INVESTIGATOR CLERK",
    "CLAIM_STATED, INVESTIGATOR CLERK",
    "CLAIM_SUPERSEDED, INVESTIGATOR CLERK",
    "CLAIM_WITHDRAWN, INVESTIGATOR CLERK",
    "CLAIM_TRANSLATED, LIAISON INVESTIGATOR CLERK",
    "CLAIM_SEALED, INVESTIGATOR CLERK",
    "CLAIM_REVEALED, INVESTIGATOR CLERK",
    "QUESTION_ASKED, INVESTIGATOR CLERK",
    "POSITION_TAKEN, CHIEF INVESTIGATOR",
    "EVIDENCE_REGISTERED, INVESTIGATOR",
    "EVIDENCE_RELEASED, INVESTIGATOR",
    "EVIDENCE_REDACTED, INVESTIGATOR",
    "CUSTODY_PASSED, INVESTIGATOR",
    "ACCESS_REQUESTED, INVESTIGATOR",
    "ACCESS_ANSWERED, CHIEF INVESTIGATOR",
    "VISIT_PASS_USED, WATCH_OFFICER SECTOR_COMMANDER INVESTIGATOR",
    "MINUTES_NOT_AGREED, CHIEF INVESTIGATOR",
    "DISSENT_ANNEXED, CHIEF INVESTIGATOR"
  })
  void eachKindHasItsRoles(InquiryFactKind kind, String roles) {
    Set<Role> expected = EnumSet.noneOf(Role.class);
    for (String role : List.of(roles.split(" ", -1))) {
      expected.add(Role.valueOf(role));
    }

    assertThat(Samples.facts().filter(fact -> fact.kind() == kind).map(InquiryRules::rolesFor))
        .isNotEmpty()
        .allSatisfy(may -> assertThat(may).containsExactlyElementsOf(expected));
  }

  /// Who only observes, or only keeps the node, says nothing in an inquiry.
  @Test
  void observersAndAdministratorsSayNothing() {
    assertThat(Samples.facts().map(InquiryRules::rolesFor))
        .noneMatch(roles -> roles.contains(Role.OBSERVER) || roles.contains(Role.ADMIN));
  }
}
