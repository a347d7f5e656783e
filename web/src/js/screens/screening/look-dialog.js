import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {withWords} from '../../parts/codes.js';
import {dialog} from '../../parts/dialog.js';
import {choice, field} from '../../parts/field.js';
import {form} from '../../parts/form.js';
import {hits} from './hits.js';

const LOOK = 'screening-look';
const SORTS = ['firm', 'bank', 'vessel'];
const SCHEMES = ['register', 'bic', 'imo'];

/** @param {import('../../app/view.js').View} view */
export function openLook(view) {
  view.act.open(LOOK, {found: undefined, refused: undefined});
}

/**
 * A dry run: whether a firm, a bank or a ship is on our lists. Nothing is written, and nobody is told.
 * @param {import('../../app/view.js').View} view
 */
export function lookDialog(view) {
  const {words, act} = view;
  const draft = view.draft(LOOK);
  const names = (draft.names ?? '').split('\n').map((/** @type {string} */ line) => line.trim()).filter(Boolean);
  const number = draft.number?.trim();
  const kept = {sort: draft.sort, names: draft.names, scheme: draft.scheme, number: draft.number};
  const send = () =>
    act.send(LOOK, {
      path: '/screening/hits',
      body: {
        sort: draft.sort ?? SORTS[0],
        names,
        ...(number ? {numbers: [{scheme: draft.scheme ?? SCHEMES[0], number}]} : {}),
      },
      then: (found) => act.open(LOOK, {...kept, found}),
    });
  return dialog(view, {
    wide: true,
    title: words.text('lookOnLists.title'),
    body: form(view, LOOK, {
      ready: names.length > 0 && names.length <= 16,
      button: words.text('lookOnLists.send'),
      send,
      fields: html`
        <p class="notice">${words.text('lookOnLists.means')} ${words.text('screeningDesk.noPersons')}</p>
        ${choice(view, LOOK, {name: 'sort', label: words.text('ownFile.sort'), options: withWords(view, 'screeningSort', SORTS)})}
        ${field(view, LOOK, {name: 'names', label: words.text('lookOnLists.names'), hint: words.text('lookOnLists.namesHint'), kind: 'area', required: true, maxlength: 4_800})}
        <div class="fields">
          ${choice(view, LOOK, {name: 'scheme', label: words.text('lookOnLists.scheme'), options: SCHEMES.map((code) => [code, words.of('numberScheme', code)])})}
          ${field(view, LOOK, {name: 'number', label: words.text('lookOnLists.number'), kind: 'code', maxlength: 64})}
        </div>
        <section aria-live="polite">${draft.found ? hits(view, draft.found) : nothing}</section>
      `,
    }),
  });
}
