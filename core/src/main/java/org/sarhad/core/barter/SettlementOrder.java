package org.sarhad.core.barter;

import java.time.LocalDate;
import org.sarhad.core.party.PartyId;

/// What is to be settled after a period, because a side owed more at its end than it may; for
/// display (protocol clause 14-5.7). It binds by the modalities, and is paid by an act.
///
/// @param debtor who owes it
/// @param amount how much
/// @param by until when
public record SettlementOrder(PartyId debtor, Money amount, LocalDate by) {}
