/** Codes of the contract that an officer chooses from, in the order in which they are offered. */

export const UNIT_TYPES = [
  'patrol',
  'quick_reaction',
  'ambulance',
  'fire',
  'rescue',
  'customs',
  'engineer',
  'air',
  'boat',
  'command',
  'other',
];

export const CAPABILITIES = [
  'first_aid',
  'patient_transport',
  'fire_fighting',
  'search',
  'night_observation',
  'road_control',
  'recovery',
  'evacuation',
  'interpreter',
  'clearance',
  'relay_radio',
];

export const ROLES = [
  'watch_officer',
  'dispatcher',
  'liaison',
  'unit_leader',
  'sector_commander',
  'chief',
  'investigator',
  'clerk',
  'compliance',
  'observer',
  'admin',
];

/**
 * Each code with its word, for a field of choice.
 * @param {import('../app/view.js').View} view
 * @param {string} family
 * @param {string[]} codes
 * @returns {[string, string][]}
 */
export function withWords(view, family, codes) {
  return codes.map((code) => [code, view.words.of(family, code)]);
}
