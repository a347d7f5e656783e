package org.sarhad.core.inquiry;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.sarhad.core.act.ActEntry;
import org.sarhad.core.act.ActFact;
import org.sarhad.core.data.Ordered;
import org.sarhad.core.fact.Authored;
import org.sarhad.core.fact.Decision;
import org.sarhad.core.fact.FactContext;
import org.sarhad.core.json.MalformedJsonException;
import org.sarhad.core.party.Role;

/// What may be said in an inquiry, by whom and when (docs/protocol/09-inquiry.md).
///
/// The same objections decide a request of one's own and judge a fact of the other side; a fact
/// without objection is what [InquiryState#apply] lets take effect.
public final class InquiryRules {
  private static final SortedSet<Role> ACCOUNT = Ordered.set(Role.INVESTIGATOR, Role.CLERK);
  private static final SortedSet<Role> WORDS =
      Ordered.set(Role.INVESTIGATOR, Role.CLERK, Role.LIAISON);
  private static final SortedSet<Role> STANCE = Ordered.set(Role.INVESTIGATOR, Role.CHIEF);
  private static final SortedSet<Role> CUSTODY = Ordered.set(Role.INVESTIGATOR);
  private static final SortedSet<Role> GATE =
      Ordered.set(Role.INVESTIGATOR, Role.SECTOR_COMMANDER, Role.WATCH_OFFICER);

  private InquiryRules() {}

  /// Decides whether `fact` can be stated now, by one's own side.
  ///
  /// @param state the matters as this node knows them: what is final, and on top of it what is not
  ///   yet. What is decided here is judged again where it comes to stand
  /// @param entry the one it would become: its place, the officer with their roles, what it would
  ///   say it has seen. Its leaf hash is not looked at
  /// @return the fact itself, released; or the first refusal that applies
  public static Decision<InquiryFact, InquiryFact, InquiryRefusal> decide(
      InquiryState state, ActEntry entry, InquiryFact fact, InquirySettings settings) {
    return objection(state, entry, fact, settings)
        .<Decision<InquiryFact, InquiryFact, InquiryRefusal>>map(
            refusal -> Decision.refuse(refusal, fact.kind().kind().value()))
        .orElseGet(() -> Decision.accept(List.of(Authored.released(fact)), fact));
  }

  /// Why an act with these terms should not be proposed now; empty when nothing speaks against it,
  /// or when it is of another application. To be asked beside the rules of acts, which say who
  /// signs: those do not know what the terms mean.
  ///
  /// @param entry the one the proposal would become
  public static Optional<InquiryRefusal> objectionToProposal(
      InquiryState state, ActEntry entry, ActFact.Proposed proposed, InquirySettings settings) {
    Optional<InquiryActKind> kind = InquiryActKind.find(proposed.act());
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    try {
      InquiryTerms terms = InquiryTerms.fromJson(kind.get(), proposed.terms());
      return objectionToTerms(state, entry, proposed, terms, settings);
    } catch (MalformedJsonException _) {
      return Optional.of(InquiryRefusal.TERMS_MALFORMED);
    }
  }

  static Optional<InquiryRefusal> objectionToTerms(
      InquiryState state,
      ActEntry entry,
      ActFact.Proposed proposed,
      InquiryTerms terms,
      InquirySettings settings) {
    return new TermsJudge(new Sight(state, entry), settings).objection(proposed, terms);
  }

  /// Why `fact` does not hold where it stands; empty when it does. A function of the joint order up
  /// to that place.
  static Optional<InquiryRefusal> objection(
      InquiryState state, ActEntry entry, InquiryFact fact, InquirySettings settings) {
    Sight sight = new Sight(state, entry);
    return objectionToSpeaker(state, entry.context(), fact)
        .or(
            () ->
                switch (fact) {
                  case MatterFact matter -> new MatterJudge(sight).objection(matter);
                  case ClaimFact claim -> new ClaimJudge(sight, settings).objection(claim);
                  case ExhibitFact exhibit -> new ExhibitJudge(sight).objection(exhibit);
                  case JointFact joint -> new JointJudge(sight).objection(joint);
                });
  }

  private static Optional<InquiryRefusal> objectionToSpeaker(
      InquiryState state, FactContext context, InquiryFact fact) {
    if (!state.sides().contains(context.author())) {
      return Optional.of(InquiryRefusal.NOT_A_SIDE);
    }
    if (!context.released()) {
      return Optional.of(InquiryRefusal.NOT_RELEASED);
    }
    if (context.officer().isEmpty()) {
      return Optional.of(InquiryRefusal.NO_OFFICER);
    }
    return rolesFor(fact).stream().noneMatch(context::has)
        ? Optional.of(InquiryRefusal.ROLE_MISSING)
        : Optional.empty();
  }

  /// Who may say it: one of these roles (protocol clause 09-1.2).
  public static SortedSet<Role> rolesFor(InquiryFact fact) {
    return switch (fact) {
      case MatterFact _ -> ACCOUNT;
      case ClaimFact.Stated _,
          ClaimFact.Superseded _,
          ClaimFact.Withdrawn _,
          ClaimFact.Sealed _,
          ClaimFact.Revealed _,
          ClaimFact.Asked _ ->
          ACCOUNT;
      case ClaimFact.Translated _ -> WORDS;
      case ClaimFact.PositionTaken _, ExhibitFact.AccessAnswered _ -> STANCE;
      case ExhibitFact.Registered _,
          ExhibitFact.Released _,
          ExhibitFact.Redacted _,
          ExhibitFact.CustodyPassed _,
          ExhibitFact.AccessRequested _ ->
          CUSTODY;
      case JointFact.PassUsed _ -> GATE;
      case JointFact.MinutesNotAgreed _, JointFact.Dissented _ -> STANCE;
    };
  }
}
