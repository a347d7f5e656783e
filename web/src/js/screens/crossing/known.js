import {ruleOf} from '../../app/agreements.js';

/** What follows from a crossing as the node shows it: who we are in it, what its units wait for, what we may do. */

/** @typedef {import('../../app/types.js').Crossing} Crossing */
/** @typedef {import('../../app/types.js').CrossingUnit} CrossingUnit */

/** The kind of act by which leave is asked for and given. */
export const CROSSING = 'crossing';

/** Whoever may be given the STOP by the agreed rules. */
const SAYS_STOP = ['watch_officer', 'dispatcher', 'liaison', 'unit_leader', 'sector_commander', 'chief'];

/** Whoever speaks for units; who uses the fast lane, and reports, is one of them but no unit leader. */
const SPEAKS = SAYS_STOP;

/**
 * Crossings about one incident.
 * @param {import('../../app/types.js').Incident} incident
 * @returns {Crossing[]}
 */
export const crossingsOf = (incident) => incident.crossings ?? [];

/**
 * Whether units may be there now, or will be, or are.
 * @param {Crossing} one
 */
export const isCurrent = (one) =>
  ['asked', 'granted', 'live', 'stopped', 'report_due', 'report_overdue'].includes(one.stage) || one.units.some((unit) => unit.inside);

/** @param {Crossing} one */
export const isOver = (one) => ['ended', 'report_due', 'report_overdue', 'reported'].includes(one.stage);

/**
 * Units that a STOP would still stop: those that have, or will have, a leave, and those that are there.
 * @param {Crossing} one
 */
export function stoppable(one) {
  return ['granted', 'live'].includes(one.stage) || one.units.some((unit) => unit.inside)
    ? one.units.filter((unit) => !unit.stop && (unit.inside || ['granted', 'live'].includes(one.stage)))
    : [];
}

/**
 * Whether this officer may say STOP about it: the host's may, whatever else holds.
 * @param {import('../../app/view.js').View} view
 * @param {Crossing} one
 */
export function mayStop(view, one) {
  const roles = ruleOf(view, 'crossing.stop_roles');
  return one.host === view.ours.id && view.may(...(Array.isArray(roles) ? roles : SAYS_STOP));
}

/**
 * Whether this officer speaks for the units that cross.
 * @param {import('../../app/view.js').View} view
 * @param {Crossing} one
 */
export const speaksFor = (view, one) => one.visitor === view.ours.id && view.may(...SPEAKS);

/**
 * Whether this officer may report on it, or use the fast lane.
 * @param {import('../../app/view.js').View} view
 */
export const reports = (view) => view.may(...SPEAKS.filter((role) => role !== 'unit_leader'));

/**
 * What a unit has said to the last STOP that named it.
 * @param {Crossing} one
 * @param {string} unit
 * @returns {import('../../app/types.js').CrossingConfirmation | undefined}
 */
export const lastStop = (one, unit) => one.stops.flatMap((stop) => stop.units.filter((word) => word.unit === unit)).at(-1);

/**
 * What a unit is called: its call-sign where it was shown, and its name in the record.
 * @param {import('../../app/view.js').View} view
 * @param {string} id
 * @returns {string | undefined}
 */
export function callSign(view, id) {
  /** @type {import('../../app/types.js').Unit[]} */
  const units = view.feed.read('/units').data?.items ?? [];
  return units.find((unit) => unit.id === id)?.name;
}

/**
 * Now, as facts spell it: the node's clock, to the second, so that it is not ahead of it.
 * @param {import('../../app/view.js').View} view
 */
export const spelledNow = (view) => new Date(Math.floor(view.now / 1_000) * 1_000).toISOString();
