import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {dialog} from '../../parts/dialog.js';
import {choice, field} from '../../parts/field.js';
import {form} from '../../parts/form.js';
import {languageField, openClaim, reasonField, typedWords} from './claim-dialogs.js';
import {claimSaid} from './said.js';
import {PROPERTIES, typedValue, valueFields} from './values.js';

/** What one side says to the other's claim, and asks of it. */

const STANCES = ['accept', 'accept_part', 'dispute', 'cannot_verify', 'none_yet'];

/** @param {import('../../app/view.js').View} view */
export function positionDialog(view) {
  const {words, act} = view;
  const draft = view.draft('take-position');
  const {about, stance = 'accept', matter} = draft;
  const property = about.row.split('/')[0];
  const ranged = ['quantity', 'interval'].includes(about.value.type);
  const parted = stance === 'accept_part' && ranged;
  const part = parted ? typedValue(view, {...draft, category: about.value.category, unit: about.value.unit}, property) : undefined;
  const reasoned = !['accept', 'none_yet'].includes(stance);
  const ready = (!reasoned || Boolean(draft.reason?.trim())) && (!parted || part !== undefined);
  return dialog(view, {
    title: html`${words.text('takePosition.title')} <bdi class="code quiet">${about.claim}</bdi>`,
    body: form(view, 'take-position', {
      ready,
      button: words.text('takePosition.send'),
      send: () =>
        act.send('take-position', {
          path: '/statements',
          body: {kind: 'inquiry.position_taken', body: positionFrom(view, draft, part, reasoned)},
          said: 'said.claim.answered',
          // A counter-claim is a claim of our own beside theirs, never a change of it.
          then: () => draft.counter && openClaim(view, matter, {purpose: 'state', property, category: about.value.category, unit: about.value.unit}),
        }),
      fields: html`
        ${claimSaid(view, about)}
        ${choice(view, 'take-position', {
          name: 'stance',
          label: words.text('takePosition.stance'),
          options: STANCES.map((code) => [code, words.of('stanceName', code)]),
        })}
        <p class="hint">${words.of('stanceMeans', stance)}</p>
        ${parted ? html`<p class="label">${words.text('takePosition.part')}</p>${valueFields(view, 'take-position', property, true)}` : nothing}
        ${stance === 'none_yet' ? nothing : reasoned ? reasonField(view, 'take-position') : field(view, 'take-position', {name: 'reason', label: words.text('takePosition.words'), kind: 'area', maxlength: 2000})}
        ${languageField(view, 'take-position')}
        ${view.may('investigator', 'clerk')
          ? html`<label class="tick">
              <input type="checkbox" .checked=${Boolean(draft.counter)} @change=${(/** @type {any} */ event) => act.edit('take-position', {counter: event.target.checked})} />
              <span>${words.text('takePosition.counter')}</span>
            </label>`
          : nothing}
      `,
    }),
  });
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {Record<string, any>} draft
 * @param {any} part
 * @param {boolean} reasoned
 */
function positionFrom(view, draft, part, reasoned) {
  const reason = typedWords(view, draft, 'reason');
  const {about, stance = 'accept'} = draft;
  return {
    claim: about.id,
    stance,
    ...(part ? {part} : {}),
    ...(reason && (reasoned || stance === 'accept') ? {reason} : {}),
  };
}

/** @param {import('../../app/view.js').View} view */
export function questionDialog(view) {
  const {words, act} = view;
  const draft = view.draft('ask-question');
  const said = typedWords(view, draft, 'words');
  return dialog(view, {
    title: words.rich('askQuestion.title', {side: view.nameOf(view.peer)}),
    body: form(view, 'ask-question', {
      button: words.text('askQuestion.send'),
      send: () =>
        act.send('ask-question', {
          path: '/statements',
          body: {
            kind: 'inquiry.question_asked',
            body: {matter: draft.matter.id, property: draft.property, to: view.peer.id, ...(said ? {words: said} : {})},
          },
          said: 'said.claim.asked',
        }),
      fields: html`
        ${choice(view, 'ask-question', {
          name: 'property',
          label: words.text('claimForm.property'),
          options: Object.keys(PROPERTIES).map((code) => [code, words.of('claimProperty', code)]),
        })}
        ${field(view, 'ask-question', {name: 'words', label: words.text('askQuestion.words'), kind: 'area', maxlength: 2000})}
        ${languageField(view, 'ask-question')}
        <p class="hint">${words.rich('askQuestion.means', {side: view.nameOf(view.peer)})}</p>
      `,
    }),
  });
}
