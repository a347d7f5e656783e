import {html} from '../../lib/lit-html/lit-html.js';
import {icon} from './icon.js';

/**
 * The first question of every form that says something: who will know it. Nothing can be typed before it is answered,
 * and nothing is preselected, because a released word cannot be called back.
 *
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').Audience | undefined} chosen
 * @param {(audience: import('../app/types.js').Audience) => void} choose
 * @param {{first?: boolean}} [place] `first`: the question takes the focus when its dialog opens
 */
export function audience(view, chosen, choose, {first = true} = {}) {
  const {words} = view;
  const peer = view.nameOf(view.peer);
  return html`<fieldset>
    <legend class="visually-hidden">${words.text('audience.question')}</legend>
    <div class="audience">
      <label class="inside">
        <input
          type="radio"
          name="audience"
          value="internal"
          required
          ?autofocus=${first}
          .checked=${chosen === 'internal'}
          @change=${() => choose('internal')}
        />
        <span class="row">${icon('lock')} <b>${words.text('audience.internal')}</b></span>
        <span class="hint">${words.text('audience.internalMeans')}</span>
      </label>
      <label>
        <input
          type="radio"
          name="audience"
          value="release"
          required
          .checked=${chosen === 'release'}
          @change=${() => choose('release')}
        />
        <span class="row">${icon('release')} <b>${words.rich('audience.release', {side: peer})}</b></span>
        <span class="hint">${words.text('audience.releaseMeans')}</span>
      </label>
    </div>
  </fieldset>`;
}
