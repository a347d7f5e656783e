import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {UNIT_TYPES, withWords} from '../../parts/codes.js';
import {dialog} from '../../parts/dialog.js';
import {choice, field} from '../../parts/field.js';
import {form} from '../../parts/form.js';
import {latinDigits} from '../../time/walls.js';

const DRAFT = 'posture-plan';

/** What is asked for if nobody says otherwise. */
const USUAL = {posts: '6', within: '60', occupied: '25'};

/** @param {import('../../app/view.js').View} view */
export function openPlan(view) {
  view.act.open(DRAFT, {...USUAL, ...view.draft(DRAFT), refused: undefined});
}

/** @param {import('../../app/view.js').View} view */
export function planDialog(view) {
  const {words, act} = view;
  const draft = view.draft(DRAFT);
  const posts = whole(draft.posts, 1, 64);
  const within = whole(draft.within, 1, 1440);
  const busy = whole(draft.occupied, 0, 90);
  const {sites, wrong} = readSites(draft.sites ?? '');
  const send = () =>
    act.send(DRAFT, {
      path: '/posture/plans',
      body: {posts, withinMin: within, busyPermille: Number(busy) * 10, unitType: draft.type ?? UNIT_TYPES[0], ...(sites.length ? {candidates: sites} : {})},
      said: 'said.posturePlanned',
    });
  return dialog(view, {
    wide: true,
    title: words.text('planForm.title'),
    body: form(view, DRAFT, {
      ready: posts !== undefined && within !== undefined && busy !== undefined && !wrong,
      button: words.text('planForm.send'),
      send,
      fields: html`
        <p class="hint">${words.text('planForm.means')}</p>
        ${field(view, DRAFT, {name: 'posts', label: words.text('planForm.posts'), kind: 'code', required: true, maxlength: 2})}
        ${choice(view, DRAFT, {name: 'type', label: words.text('planForm.type'), options: withWords(view, 'unitType', UNIT_TYPES)})}
        ${field(view, DRAFT, {name: 'within', label: words.text('planForm.within'), kind: 'code', required: true, maxlength: 4})}
        ${field(view, DRAFT, {name: 'occupied', label: words.text('planForm.busy'), kind: 'code', required: true, maxlength: 2})}
        ${field(view, DRAFT, {name: 'sites', label: words.text('planForm.sites'), hint: words.text('planForm.sitesHint'), kind: 'area', maxlength: 40_000})}
        ${wrong ? html`<p class="notice" role="status">${words.text('planForm.wrong', {line: wrong})}</p>` : nothing}
      `,
    }),
  });
}

/**
 * A whole number of a range, in the digits of any of the three languages.
 * @param {string | undefined} text
 * @param {number} least
 * @param {number} most
 */
function whole(text, least, most) {
  const plain = latinDigits(text ?? '').trim();
  const number = /^\d{1,4}$/.test(plain) ? Number(plain) : NaN;
  return number >= least && number <= most ? number : undefined;
}

/**
 * Sites, one a line: name, latitude, longitude.
 * @param {string} text
 * @returns {{sites: {label: string, position: {lat: number, lon: number}}[], wrong: number}} the first line that is none
 */
export function readSites(text) {
  const sites = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim()) {
      const found = /^(.+?)[,;،\t]\s*(-?\d{1,2}(?:\.\d+)?)\s*[,;،\t]\s*(-?\d{1,3}(?:\.\d+)?)$/.exec(latinDigits(line).trim());
      if (!found) {
        return {sites: [], wrong: index + 1};
      }
      sites.push({label: found[1].trim(), position: {lat: Number(found[2]), lon: Number(found[3])}});
    }
  }
  return {sites, wrong: 0};
}
