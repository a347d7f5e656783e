import {html} from '../../lib/lit-html/lit-html.js';
import {dialog} from '../parts/dialog.js';
import {field} from '../parts/field.js';
import {form} from '../parts/form.js';

const STATUSES = ['AVL', 'PAT', 'DSP', 'ACK', 'ENR', 'STG-L', 'ONS', 'TRN', 'RTN', 'OOS', 'OFF', 'MAYDAY'];

/**
 * One press for each status, large enough for a cold thumb; position where it is known.
 * @param {import('../app/view.js').View} view
 */
export function unitStatusDialog(view) {
  const {words, act} = view;
  const draft = view.draft('unit-status');
  return dialog(view, {
    title: words.rich('unitStatusDialog.title', {unit: draft.name}),
    body: form(view, 'unit-status', {
      ready: Boolean(draft.status),
      button: words.text('unitStatusDialog.send'),
      send: () =>
        act.send('unit-status', {
          path: `/units/${encodeURIComponent(draft.unit)}/status`,
          body: {
            status: draft.status,
            language: words.language,
            ...(draft.text?.trim() ? {text: draft.text.trim()} : {}),
          },
          said: 'said.statusSet',
        }),
      fields: html`
        <div class="statuses" role="group" aria-label=${words.text('units.status')}>
          ${STATUSES.map(
            (status) => html`<button
              type="button"
              aria-pressed=${draft.status === status}
              @click=${() => act.edit('unit-status', {status})}
            >
              <bdi class="code">${status}</bdi> ${words.of('unitStatus', status)}
            </button>`,
          )}
        </div>
        ${field(view, 'unit-status', {name: 'text', label: words.text('unitStatusDialog.text'), maxlength: 1000})}
      `,
    }),
  });
}
