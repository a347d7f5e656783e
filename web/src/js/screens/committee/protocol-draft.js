import {typedAmount} from '../../parts/amount.js';
import {writtenCorridors, writtenIndices, writtenQuotas} from './protocol-text.js';

/** What is typed of a protocol that nobody has signed yet: fields of a draft, those of a line followed by its number. */

export const DRAFT = 'market-protocol';

/** Most lines of a protocol. */
export const LINES_MAX = 64;

/** What a line is of. */
const FIELDS = ['name', 'text', 'words', 'commodity', 'exporter', 'amount', 'unit', 'formula', 'where', 'per', 'least', 'most', 'worth', 'worthLeast', 'tolerance'];

/**
 * What a new one begins with.
 * @param {import('./market-types.js').MarketRound | undefined} last
 */
export function begun(last) {
  const terms = last?.terms ?? {};
  const lines = terms.lines ?? [];
  return {
    count: Math.max(1, lines.length),
    corridors: writtenCorridors(terms.corridors),
    quotas: writtenQuotas(terms.quotas),
    indices: writtenIndices(terms.indices),
    ...Object.fromEntries(Object.entries(terms.swing ?? {}).map(([side, most]) => [`swing-${side}`, typedAmount(most)])),
    ...Object.assign({}, ...lines.map(typed).map(numbered)),
  };
}

/**
 * Lines laid into a draft: in place of those that stand there, or beside them, where one of the same name gives way.
 * @param {Record<string, any>} draft
 * @param {Record<string, any>[]} lines as they stand in terms
 * @param {boolean} isBeside
 * @returns {Record<string, any>} what changes of the draft
 */
export function laidInto(draft, lines, isBeside) {
  const names = lines.map(({name}) => name);
  const kept = isBeside ? filledIn(draft).filter((line) => !names.includes((line.name ?? '').trim())) : [];
  const all = [...kept, ...lines.map(typed)];
  return {count: all.length, ...Object.assign({}, ...all.map(numbered))};
}

/**
 * The lines of a draft; one of which nothing is filled in is none.
 * @param {Record<string, any>} draft
 * @returns {Record<string, any>[]}
 */
function filledIn(draft) {
  return Array.from({length: draft.count ?? 1}, (_, at) => Object.fromEntries(FIELDS.map((name) => [name, draft[name + at]]))).filter(
    (line) => line.name || line.text || line.commodity,
  );
}

/**
 * @param {Record<string, any>} line
 * @param {number} at
 */
const numbered = (line, at) => Object.fromEntries(FIELDS.map((name) => [name + at, line[name]]));

/**
 * A line of terms as it would be typed.
 * @param {Record<string, any>} line
 */
const typed = (line) => ({
  name: line.name,
  text: line.text.en ?? Object.values(line.text)[0],
  words: line.text,
  commodity: line.commodity,
  exporter: line.exporter,
  amount: String(line.lot.amount),
  unit: line.lot.unit,
  formula: line.price.formula,
  where: line.price.where,
  per: line.price.per,
  least: String(line.lots.least),
  most: String(line.lots.most),
  worth: typedAmount(line.value.most),
  worthLeast: line.value.least,
  tolerance: String(line.tolerance),
});
