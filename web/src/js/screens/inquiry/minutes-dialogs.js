import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {rolesFor} from '../../app/agreements.js';
import {dialog} from '../../parts/dialog.js';
import {field} from '../../parts/field.js';
import {form} from '../../parts/form.js';
import {plainly} from '../../parts/terms.js';
import {toggles} from '../../parts/toggles.js';
import {wordingDraft, wordingFields, wordingOf} from '../../parts/wording.js';
import {proposing} from '../agreements/proposing.js';
import {languageField, typedWords} from './claim-dialogs.js';
import {byEntry} from './entry-order.js';
import {visitTerms} from './visit-terms.js';

/**
 * The minutes of a joint visit are a joint act: proposed here, and in force once every side has signed the same words. A
 * side that cannot sign says why.
 */

/** The kind of act. */
export const MINUTES = 'joint_minutes';

/** So much of what an exhibit is stands on its button. */
const LINE = 60;

/**
 * Opens the form of minutes: new ones, or such as begin with those that they answer or are to take the place of.
 * @param {import('../../app/view.js').View} view
 * @param {any} visit of the contract: `JointVisit`
 * @param {string} path of the matter
 * @param {{as: 'counters' | 'supersedes', minutes: any}} [about]
 */
export function openMinutes(view, visit, path, about) {
  const key = `${visit.act.act} ${about?.minutes.act.act ?? ''}`;
  const same = view.draft('propose-minutes').key === key;
  const said = about?.minutes.words.map((/** @type {any} */ one) => [one.language, one.text]) ?? [];
  view.act.open('propose-minutes', {
    refused: undefined,
    ...(same
      ? {}
      : {
          key,
          visit,
          path,
          counters: undefined,
          supersedes: undefined,
          ...(about ? {[about.as]: about.minutes.act} : {}),
          exhibits: about?.minutes.exhibits ?? [],
          ...wordingDraft('words', Object.fromEntries(said)),
        }),
  });
}

/** @param {import('../../app/view.js').View} view */
export function minutesDialog(view) {
  const {words} = view;
  const draft = view.draft('propose-minutes');
  const {visit, path} = draft;
  /** @type {any[]} */
  const exhibits = view.feed.read(`${path}/exhibits?limit=200`).data?.items ?? [];
  const wording = wordingOf(draft, 'words');
  return proposing(view, 'propose-minutes', {
    kind: MINUTES,
    roles: rolesFor(view, MINUTES),
    title: html`${words.text('visitMinutes.title')} <bdi class="code quiet">${visit.act.act}</bdi>`,
    ready: wording !== undefined,
    terms: () => {
      const seen = exhibits.filter(({exhibit}) => draft.exhibits.includes(exhibit)).map(({id}) => id);
      return {
        ...(seen.length ? {exhibits: seen.sort(byEntry)} : {}),
        visit: visit.act.id,
        words: Object.entries(wording ?? {}).map(([lang, text]) => ({lang, text})),
      };
    },
    fields: html`
      <dl class="pairs">${visitTerms(view, visit)}</dl>
      ${wordingFields(view, 'propose-minutes', {name: 'words', label: words.text('visitMinutes.words'), hint: words.text('visitMinutes.means'), kind: 'area', maxlength: 2000})}
      ${exhibits.length
        ? toggles(view, 'propose-minutes', {
            name: 'exhibits',
            label: words.text('visitMinutes.exhibits'),
            options: exhibits.map((item) => [item.exhibit, exhibitLine(item)]),
          })
        : nothing}
    `,
  });
}

/** @param {any} item */
function exhibitLine({exhibit, description}) {
  const letters = [...(description?.words.text ?? '')];
  return html`<bdi class="code">${exhibit}</bdi>
    ${letters.length ? html`<span dir="auto">${plainly(letters.slice(0, LINE).join(''))}${letters.length > LINE ? '…' : nothing}</span>` : nothing}`;
}

/** @param {import('../../app/view.js').View} view */
export function notAgreedDialog(view) {
  const {words, act} = view;
  const draft = view.draft('minutes-not-agreed');
  const said = typedWords(view, draft, 'text');
  return dialog(view, {
    title: html`${words.text('notAgreed.title')} <bdi class="code quiet">${draft.visit.act.act}</bdi>`,
    body: form(view, 'minutes-not-agreed', {
      ready: said !== undefined,
      button: words.text('notAgreed.send'),
      send: () =>
        act.send('minutes-not-agreed', {
          path: '/statements',
          body: {kind: 'inquiry.minutes_not_agreed', body: {visit: draft.visit.act.id, words: said}},
          said: 'said.visit.notAgreed',
        }),
      fields: html`
        <p class="notice">${words.text('notAgreed.means')}</p>
        ${field(view, 'minutes-not-agreed', {name: 'text', label: words.text('notAgreed.words'), hint: words.text('claimForm.reasonHint'), kind: 'area', required: true, maxlength: 2000})}
        ${languageField(view, 'minutes-not-agreed')}
      `,
    }),
  });
}
