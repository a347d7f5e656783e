import {html} from '../../../lib/lit-html/lit-html.js';
import {dialog} from '../../parts/dialog.js';
import {form} from '../../parts/form.js';
import {sector} from './sector.js';

/**
 * All that the other side will be told, before it is signed: the very body that is sent.
 *
 * @param {import('../../app/view.js').View} view
 */
export function offerDialog(view) {
  const {words, act} = view;
  /** @type {{body: import('../../app/types.js').OfferBody}} */
  const {body} = /** @type {any} */ (view.draft('posture-offer'));
  const other = view.nameOf(view.peer);
  return dialog(view, {
    title: words.rich('offerForm.title', {side: other}),
    body: form(view, 'posture-offer', {
      button: words.rich('offerForm.send', {side: other}),
      send: () => act.send('posture-offer', {path: '/statements', body: {kind: 'posture.offer', body}, said: 'said.postureOffered'}),
      fields: html`
        <div class="scroll" tabindex="0" role="region" aria-label=${words.text('counsel.lastOffers')}>
          <table class="offers">
            <thead>
              <tr>
                <th scope="col">${words.text('coverage.sector')}</th>
                <th scope="col">${words.text('counsel.home')}</th>
                <th scope="col">${words.text('counsel.across')}</th>
                <th scope="col">${words.text('counsel.surely')}</th>
              </tr>
            </thead>
            <tbody>
              ${body.sectors.map(
                (one) =>
                  html`<tr>
                    <th scope="row"><bdi>${sector(view, one.sector)}</bdi></th>
                    <td class="figure">${words.decimal(one.home / 2)}</td>
                    <td class="figure">${words.decimal(one.across / 2)}</td>
                    <td class="figure">${words.number(one.sure)}</td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
        <p class="notice">${words.text('offerForm.means')}</p>
      `,
    }),
  });
}

/**
 * Takes an offer of the other side: both then stand together, and the negotiation is over.
 *
 * @param {import('../../app/view.js').View} view
 */
export function acceptDialog(view) {
  const {words, act} = view;
  const {offer} = view.draft('posture-accept');
  return dialog(view, {
    title: words.rich('takeForm.title', {side: view.nameOf(view.peer)}),
    body: form(view, 'posture-accept', {
      button: words.text('takeForm.send'),
      send: () => act.send('posture-accept', {path: '/statements', body: {kind: 'posture.acceptance', body: {offer}}, said: 'said.postureAccepted'}),
      fields: html`
        <p><bdi class="code">${offer}</bdi></p>
        <p class="notice">${words.text('takeForm.means')}</p>
      `,
    }),
  });
}
