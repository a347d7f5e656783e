import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {UNIT_TYPES, withWords} from '../../parts/codes.js';
import {dialog} from '../../parts/dialog.js';
import {choice, field} from '../../parts/field.js';
import {form} from '../../parts/form.js';
import {whole} from '../../parts/whole.js';
import {readSites} from './plan-dialog.js';

const DRAFT = 'posture-compare';

/** Permille in a per cent. */
const PER_CENT = 10;

/** What is asked for if nobody says otherwise; as many posts as units stand ready. */
const USUAL = {posts: '', within: '60', occupied: '25'};

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PlanComparison['asked']} asked what was asked for last
 */
export function openCompare(view, asked) {
  const last = asked
    ? {posts: String(asked.posts), within: String(asked.withinMin), occupied: String(asked.busyPermille / PER_CENT), type: asked.unitType}
    : USUAL;
  view.act.open(DRAFT, {...last, ...view.draft(DRAFT), refused: undefined});
}

/** @param {import('../../app/view.js').View} view */
export function compareDialog(view) {
  const {words, act} = view;
  const draft = view.draft(DRAFT);
  const isLeftOut = !draft.posts?.trim();
  const posts = whole(draft.posts, 1, 64);
  const within = whole(draft.within, 1, 1440);
  const busy = whole(draft.occupied, 0, 90);
  const {sites, wrong} = readSites(draft.sites ?? '');
  const send = () =>
    act.send(DRAFT, {
      path: '/posture/comparison',
      body: {
        ...(isLeftOut ? {} : {posts}),
        withinMin: within,
        busyPermille: Number(busy) * PER_CENT,
        unitType: draft.type ?? UNIT_TYPES[0],
        ...(sites.length ? {candidates: sites} : {}),
      },
      then: () => act.discard('posture-own'),
    });
  return dialog(view, {
    wide: true,
    title: words.text('compareForm.title'),
    body: form(view, DRAFT, {
      ready: (isLeftOut || posts !== undefined) && within !== undefined && busy !== undefined && !wrong,
      button: words.text('compareForm.send'),
      send,
      fields: html`
        <p class="hint">${words.text('compareForm.means')}</p>
        ${field(view, DRAFT, {name: 'posts', label: words.text('planForm.posts'), hint: words.text('compareForm.postsHint'), kind: 'code', maxlength: 2})}
        ${choice(view, DRAFT, {name: 'type', label: words.text('planForm.type'), options: withWords(view, 'unitType', UNIT_TYPES)})}
        ${field(view, DRAFT, {name: 'within', label: words.text('planForm.within'), kind: 'code', required: true, maxlength: 4})}
        ${field(view, DRAFT, {name: 'occupied', label: words.text('planForm.busy'), kind: 'code', required: true, maxlength: 2})}
        ${field(view, DRAFT, {name: 'sites', label: words.text('planForm.sites'), hint: words.text('planForm.sitesHint'), kind: 'area', maxlength: 40_000})}
        ${wrong ? html`<p class="notice" role="status">${words.text('planForm.wrong', {line: wrong})}</p>` : nothing}
      `,
    }),
  });
}
