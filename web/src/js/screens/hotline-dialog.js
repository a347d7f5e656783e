import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {OPEN} from '../app/queue.js';
import {audience} from '../parts/audience.js';
import {dialog} from '../parts/dialog.js';
import {choice, field} from '../parts/field.js';
import {form} from '../parts/form.js';
import {allWalls} from '../parts/times.js';

const CHANNELS = ['phone', 'radio', 'satellite', 'in_person', 'other'];
const DIRECTIONS = ['we_called', 'they_called'];
const READ_BACKS = ['correct', 'corrected', 'not_given'];

/**
 * A telephone or radio notice put on record, with its read-back. When the link is down this is the only thing that tells
 * the other side anything, so it is one press away from the bar that says so.
 *
 * @param {import('../app/view.js').View} view
 */
export function hotlineDialog(view) {
  const {words, act} = view;
  const draft = view.draft('hotline');
  const readBack = draft.readBack ?? 'correct';
  /** @type {import('../app/types.js').IncidentSummary[]} */
  const open = view.feed.read(OPEN).data?.items ?? [];
  const incident = draft.incident || open[0]?.id;
  const options = (/** @type {string} */ family, /** @type {string[]} */ values) =>
    values.map((value) => /** @type {[string, string]} */ ([value, words.of(family, value)]));
  return dialog(view, {
    title: words.text('hotline.title'),
    body: form(view, 'hotline', {
      ready: Boolean(draft.audience && incident && draft.counterpart?.trim() && draft.text?.trim()),
      button: words.text('hotline.save'),
      send: () =>
        act.send('hotline', {
          path: `/incidents/${encodeURIComponent(incident)}/hotline`,
          body: {
            channel: draft.channel ?? CHANNELS[0],
            direction: draft.direction ?? DIRECTIONS[0],
            at: new Date(view.now).toISOString(),
            counterpart: draft.counterpart.trim(),
            text: draft.text.trim(),
            readBack,
            ...(draft.readBackText?.trim() ? {readBackText: draft.readBackText.trim()} : {}),
            audience: draft.audience,
            language: words.language,
          },
          said: 'said.hotline',
        }),
      fields: html`
        ${audience(view, draft.audience, (chosen) => act.edit('hotline', {audience: chosen}))}
        <fieldset class="stack" ?disabled=${!draft.audience}>
          <legend class="visually-hidden">${words.text('hotline.title')}</legend>
          <p class="quiet">${words.rich('hotline.at', {times: allWalls(view, view.now)})}</p>
          <div class="fields">
            ${choice(view, 'hotline', {
              name: 'incident',
              label: words.text('hotline.incident'),
              options: open.map((one) => [one.id, `${one.id} · ${one.what}`]),
            })}
            ${choice(view, 'hotline', {name: 'channel', label: words.text('hotline.channel'), options: options('hotlineChannel', CHANNELS)})}
            ${choice(view, 'hotline', {name: 'direction', label: words.text('hotline.direction'), options: options('hotlineDirection', DIRECTIONS)})}
            ${field(view, 'hotline', {
              name: 'counterpart',
              label: words.text('hotline.counterpart'),
              hint: words.text('hotline.counterpartHint'),
              required: true,
              maxlength: 200,
            })}
          </div>
          ${field(view, 'hotline', {name: 'text', label: words.text('hotline.text'), kind: 'area', required: true, maxlength: 4000})}
          ${choice(view, 'hotline', {name: 'readBack', label: words.text('hotline.readBack'), options: options('readBack', READ_BACKS)})}
          ${readBack === 'corrected'
            ? field(view, 'hotline', {name: 'readBackText', label: words.text('hotline.readBackText'), kind: 'area', maxlength: 4000})
            : nothing}
        </fieldset>
      `,
    }),
  });
}
