import {isExercise} from '../app/route.js';
import {outlineOf} from '../parts/severity.js';

/**
 * The marks on the ground, as markup for the map library. Sides differ by shape and letter: ours are squares and filled,
 * theirs are circles and drawn. Hue is left to urgency.
 */

/** What a unit is, on a grid of 12. */
const TYPES = {
  patrol: 'M2 8l4-4 4 4M2 11l4-4 4 4',
  quick_reaction: 'M7 1 3 7h3l-1 4 4-6H6z',
  ambulance: 'M6 2v8M2 6h8',
  fire: 'M6 1.5c.5 2.5 3 3.5 3 6a3 3 0 0 1-6 0c0-1.5 1-2 1.5-3.5C5.5 5 6 3.5 6 1.5z',
  rescue: 'M6 2a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM6 4.5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3z',
  customs: 'M2 3h8v6H2zM2 5.5h8',
  engineer: 'M2 10l5-5M6 2a3 3 0 0 0 4 4',
  air: 'M6 1v10M1 6.5 6 5l5 1.5M4 10.5h4',
  boat: 'M1.5 7h9l-1.5 3h-6zM6 7V2l3 4',
  command: 'M6 1.5l1.3 3 3.2.3-2.4 2.1.7 3.1L6 8.4 3.2 10l.7-3.1L1.5 4.8l3.2-.3z',
  other: 'M6 5a1 1 0 1 1 0 2 1 1 0 0 1 0-2z',
};

/** On a grid of 14. */
export const ANCHOR = 'M7 3.2v9.3M7 1a1.1 1.1 0 1 1 0 2.2A1.1 1.1 0 0 1 7 1zM4.6 5.2h4.8M1.8 8.4c.3 2.6 2.6 4.1 5.2 4.1s4.9-1.5 5.2-4.1';

/** @param {import('./border-map.js').UnitMark} unit */
export function unitSign(unit) {
  const type = TYPES[/** @type {keyof typeof TYPES} */ (unit.type)] ?? TYPES.other;
  const frame = unit.ours ? '<path class="frame" d="M5 5h20v20H5z"/>' : '<circle class="frame" cx="15" cy="15" r="11"/>';
  const halo = unit.freshness > 0 ? `<circle class="halo" cx="15" cy="15" r="14.5" opacity="${unit.freshness.toFixed(1)}"/>` : '';
  return `<svg class="unit ${unit.ours ? 'ours' : 'theirs'} ${unit.stale ? 'stale' : ''}" viewBox="0 0 30 30" aria-hidden="true">
    ${halo}${frame}<path class="type" d="${type}" transform="translate(9 9)"/></svg>
    <b class="letter" aria-hidden="true">${unit.letter}</b>${unit.lastSeen ? `<span class="last-seen" dir="auto">${plain(unit.lastSeen)}</span>` : ''}`;
}

/** @param {import('./border-map.js').IncidentMark} incident */
export function incidentSign(incident) {
  const practice = isExercise(incident.id) ? 'exercise' : '';
  return `<svg class="incident ${incident.priority.toLowerCase()} ${incident.waits ? 'waits' : ''} ${practice}" viewBox="0 0 30 30" aria-hidden="true">
    <circle class="pulse" cx="15" cy="15" r="15"/><path d="${outlineOf(incident.priority)}"/>
    <text x="15" y="${incident.priority === 'P3' ? 23.5 : 19.5}">${incident.priority}</text></svg>`;
}

/** A post; its name stands where there is room. */
export function postSign() {
  return '<svg class="post" viewBox="0 0 30 30" aria-hidden="true"><path d="M15 9.5l6 10.5H9z"/></svg>';
}

/** @param {string} name */
export function postName(name) {
  return `<span class="post-name" dir="auto">${plain(name)}</span>`;
}

/** An anchor. */
export function portSign() {
  return `<svg class="port" viewBox="0 0 14 14" aria-hidden="true"><path d="${ANCHOR}"/></svg>`;
}

/** @param {{name: string, rank: number}} town */
export function townSign(town) {
  return `<i class="town rank-${town.rank}"></i><span class="town-name rank-${town.rank}" dir="auto">${plain(town.name)}</span>`;
}

/** @param {string} name */
export function sideSign(name) {
  return `<span class="side-name" dir="auto">${plain(name)}</span>`;
}

/**
 * Text made safe to stand inside markup.
 * @param {string} text
 */
function plain(text) {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
