import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {coordinates} from './place.js';
import {severity} from './severity.js';
import {termsOf} from './terms.js';

/**
 * The contents of an entry for a reader: the words its author chose, exactly as written, and the few facts beside them.
 * Words carry the language they were written in, which decides their direction and how they are read out.
 *
 * @typedef {{lang?: string, text?: string}} Words
 */

/**
 * Everything of a body that is prose, the main text first.
 * @param {Record<string, any>} body
 * @returns {Words[]}
 */
export function proseOf(body) {
  const places = [body, body.alert, body.call, body.need, body.offer, body.reason, body.item, body.sitrep?.letters?.c];
  const conditions = Array.isArray(body.conditions) ? body.conditions : [];
  return [...places, ...conditions].filter((place) => typeof place?.text === 'string' && place.text.trim());
}

/**
 * What is said about a joint act is shown whole, member by member: it is what was signed.
 *
 * @param {import('../app/view.js').View} view
 * @param {Record<string, any>} body
 * @param {string} [kind] of the entry
 */
export function bodyOf(view, body, kind = '') {
  if (kind.startsWith('act.')) {
    return termsOf(view, body);
  }
  const facts = factsOf(view, body);
  return html`${proseOf(body).map(
    (words) => html`<p class="text" dir="auto" lang=${words.lang ?? nothing}>${words.text}</p>`,
  )}
  ${facts.length ? html`<p class="body-facts">${facts}</p>` : nothing}`;
}

/**
 * @param {import('../app/view.js').View} view
 * @param {Record<string, any>} body
 * @returns {unknown[]}
 */
function factsOf(view, body) {
  const {words} = view;
  const where = body.alert?.where ?? body.need?.where ?? body.destination;
  const priority = (body.alert?.priority ?? '').toUpperCase();
  const facts = [];
  if (/^P[1-5]$/.test(priority)) {
    facts.push(severity(view, /** @type {any} */ (priority)));
  }
  if (where?.label) {
    facts.push(html`<span dir="auto">${where.label}</span>`);
  }
  if (body.alert?.code_word) {
    facts.push(code(body.alert.code_word));
  }
  if (body.unit) {
    facts.push(code(body.unit));
  }
  if (body.status) {
    const status = String(body.status).toUpperCase().replace('_', '-');
    facts.push(html`<span>${words.of('unitStatus', status)}</span>`);
  }
  if (body.answer) {
    facts.push(html`<span>${words.of('answer', body.answer)}</span>`);
  }
  if (body.stage) {
    facts.push(html`<span>${words.of('incidentState', body.stage)}</span>`);
  }
  if (body.sitrep?.number) {
    facts.push(html`<span>${words.text('rail.sitrep', {number: body.sitrep.number})}</span>`);
  }
  if (Array.isArray(body.units)) {
    facts.push(...body.units.map(code));
  }
  if (body.fix?.lat) {
    facts.push(coordinates({lat: body.fix.lat / 1e6, lon: body.fix.lon / 1e6}));
  }
  return facts;
}

/** @param {unknown} value */
function code(value) {
  return html`<bdi class="code">${value}</bdi>`;
}
