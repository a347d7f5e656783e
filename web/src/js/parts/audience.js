import {html, nothing} from '../../lib/lit-html/lit-html.js';
import {ruleOf} from '../app/agreements.js';
import {icon} from './icon.js';

/** Levels of release at which the other side knows. */
const RELEASED = ['peer', 'public'];

/**
 * The first question of every form that says something: who will know it. Nothing can be typed before it is answered,
 * and nothing is preselected, because a released word cannot be called back. What the sides have agreed to be usual is
 * said beside the choice.
 *
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').Audience | undefined} chosen
 * @param {(audience: import('../app/types.js').Audience) => void} choose
 * @param {{first?: boolean, rule?: string}} [place] `first`: the question takes the focus when its dialog opens; `rule`:
 *   the agreed setting that says what is usual, such as `release.alert`
 */
export function audience(view, chosen, choose, {first = true, rule} = {}) {
  const {words} = view;
  const peer = view.nameOf(view.peer);
  const level = rule && ruleOf(view, rule);
  const isUsual = (/** @type {boolean} */ released) =>
    level && RELEASED.includes(level) === released ? html`<span class="tag">${words.text('audience.usual')}</span>` : nothing;
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
        <span class="row">${icon('lock')} <b>${words.text('audience.internal')}</b> ${isUsual(false)}</span>
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
        <span class="row">${icon('release')} <b>${words.rich('audience.release', {side: peer})}</b> ${isUsual(true)}</span>
        <span class="hint">${words.text('audience.releaseMeans')}</span>
      </label>
    </div>
  </fieldset>`;
}
