package org.sarhad.core.modalities;

import java.time.Duration;
import org.sarhad.core.party.Role;

/// What an assent to cross may grant at most (protocol clause 08-3.7).
///
/// @param depthM metres beyond the operational line
/// @param areaKm2 square kilometres of its area
/// @param units how many units under it
/// @param duration how long it holds; not more than `hardCap`
/// @param hardCap how long a unit may stay, extensions included; at most five hours
/// @param hostRole the officer of the host in charge on the spot
/// @param stopRoles who of the host can say STOP
public record CrossingLimits(
    long depthM,
    long areaKm2,
    long units,
    Duration duration,
    Duration hardCap,
    Role hostRole,
    RoleSet stopRoles) {}
