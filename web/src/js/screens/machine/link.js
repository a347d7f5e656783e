import {html, nothing} from '../../../lib/lit-html/lit-html.js';
import {icon} from '../../parts/icon.js';
import {notHere, refusal} from '../../parts/refusal.js';
import {side} from '../../parts/side.js';
import {age, onDay} from '../../parts/times.js';
import {light} from '../strip.js';

/**
 * The link with the other node: how it is, who is at the other end, and a test of every step of it. Trust begins here,
 * with two people reading figures to each other over another channel.
 *
 * @param {import('../../app/view.js').View} view
 */
export function linkScreen(view) {
  const {words} = view;
  const link = view.feed.read('/link');
  const pairing = view.feed.read('/link/pairing');
  return html`<header class="page-head"><h1>${words.text('link.title')}</h1></header>
    <div class="two">
      <div class="stack">
        ${link.data ? link.data.states.map((/** @type {any} */ state) => stateOf(view, state)) : notHere(view, link)}
        ${guard(view)} ${selfTest(view)} ${view.may('admin') && link.data?.states.length ? bundle(view) : nothing}
      </div>
      <div class="stack">${pairing.data ? pair(view, pairing.data) : notHere(view, pairing)}</div>
    </div>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').LinkState} state
 */
function stateOf(view, state) {
  const {words} = view;
  const name = view.nameOf(state.peer);
  /** @type {[unknown, unknown][]} */
  const facts = [
    [words.text('link.since'), onDay(view, state.since)],
    [words.text('link.waiting'), words.text('link.waitingCount', {count: state.waiting.count})],
    [words.text('link.heard'), state.lastHeard ? words.rich('link.ago', {age: age(view, state.lastHeard)}) : words.text('link.never')],
    [
      words.rich('link.lastSeen', {side: name}),
      state.lastSeenIndex === undefined
        ? words.text('link.nothing')
        : html`<bdi class="code">${state.peer.id}/${state.lastSeenIndex}</bdi>`,
    ],
    [
      words.rich('link.cosigned', {side: name}),
      state.lastCosigned
        ? html`${words.text('heads.upTo', {size: state.lastCosigned.size})} ${onDay(view, state.lastCosigned.at)}`
        : words.text('link.nothing'),
    ],
    [
      words.text('link.skew'),
      state.clockSkewSeconds === undefined ? words.text('link.unknown') : words.rich('link.seconds', {count: state.clockSkewSeconds}),
    ],
    [
      words.text('link.state'),
      words.text(
        state.stateHashEqual === undefined ? 'link.unknown' : state.stateHashEqual ? 'heads.equal' : 'heads.differs',
      ),
    ],
  ];
  return html`<section class="panel">
    <header>${side(view, state.peer.id)}<h2>${name}</h2>${light(view, state)}</header>
    <dl class="pairs body">
      ${facts.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}
    </dl>
    ${state.state === 'behind_own_mirror' ? restore(view, state) : nothing}
  </section>`;
}

/**
 * Our node is older than what the other side holds of it: the neighbour is the backup, since it cannot forge our key.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').LinkState} state
 */
function restore(view, state) {
  const {words} = view;
  const draft = view.draft('restore');
  return html`<div class="body stack">
    <p>${words.rich('link.restoreQuestion', {count: state.behindBy ?? 0, side: view.nameOf(state.peer)})}</p>
    <p class="hint">${words.text('link.restoreMeans')}</p>
    ${refusal(view, draft.refused)}
    <p>
      <button
        class="first"
        ?disabled=${draft.busy || !view.may('admin')}
        @click=${() => view.act.send('restore', {path: '/link/restore', said: 'said.restoring'})}
      >
        ${words.rich('link.restore', {side: view.nameOf(state.peer)})}
      </button>
    </p>
  </div>`;
}

/**
 * The node waits for the other side before it signs. When that side cannot be reached, an administrator may state on
 * record that this is no restored copy; the machine cannot know it.
 * @param {import('../../app/view.js').View} view
 */
function guard(view) {
  const {words} = view;
  if (view.feed.read('/overview').data?.guard !== 'waiting') {
    return nothing;
  }
  const draft = view.draft('waive');
  return html`<section class="panel">
    <header><h2>${words.text('bar.guard')}</h2></header>
    <div class="body stack">
      <p>${words.text('bar.guardMeans')}</p>
      <p class="hint">${words.text('link.waiveMeans')}</p>
      ${refusal(view, draft.refused)}
      <p>
        <button
          ?disabled=${draft.busy || !view.may('admin')}
          @click=${() => view.act.send('waive', {path: '/link/waive', said: 'said.waived'})}
        >
          ${words.text('link.waive')}
        </button>
      </p>
    </div>
  </section>`;
}

/**
 * When the wire is cut for long, what it would carry can be carried by hand.
 * @param {import('../../app/view.js').View} view
 */
function bundle(view) {
  const {words} = view;
  const draft = view.draft('bundle');
  const take = (/** @type {Event} */ event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const [file] = input.files ?? [];
    input.value = '';
    if (file) {
      view.act.send('bundle', {path: '/link/bundle', body: file, said: 'said.bundleTaken'});
    }
  };
  return html`<section class="panel">
    <header><h2>${words.text('link.bundle')}</h2></header>
    <div class="body stack">
      <p class="quiet">${words.text('link.bundleMeans')}</p>
      <p class="row">
        <a class="button" href="/api/v1/link/bundle" download=${`${view.ours.id}.tar`}>${words.text('link.bundleOut')}</a>
        <label class="button">
          <input class="visually-hidden" type="file" accept=".tar,application/x-tar" ?disabled=${draft.busy} @change=${take} />
          ${words.text('link.bundleIn')}
        </label>
      </p>
      ${refusal(view, draft.refused)}
    </div>
  </section>`;
}

/** @param {import('../../app/view.js').View} view */
function selfTest(view) {
  const {words} = view;
  const draft = view.draft('self-test');
  /** @type {import('../../app/types.js').SelfTest | undefined} */
  const result = view.draft('self-test result').answer;
  const run = () =>
    view.act.send('self-test', {
      path: '/link/self-test',
      then: (answer) => view.act.edit('self-test result', {answer}),
    });
  return html`<section class="panel">
    <header>
      <h2>${words.text('link.test')}</h2>
      <button
        class="push"
        ?disabled=${draft.busy || !view.may('admin', 'watch_officer', 'sector_commander', 'chief')}
        @click=${run}
      >
        ${words.text(draft.busy ? 'link.testing' : 'link.runTest')}
      </button>
    </header>
    <div class="body stack">
      ${refusal(view, draft.refused)}
      ${result
        ? html`<p role="status"><strong>${words.text(result.passed ? 'link.passed' : 'link.failed')}</strong></p>
            <ol class="list test">
              ${result.steps.map(
                (step) => html`<li>
                  <p class="row">
                    ${icon(step.passed ? 'check' : 'close')}
                    <b>${words.of('testStep', step.step)}</b>
                    <span class="quiet">${words.text(step.passed ? 'link.stepPassed' : 'link.stepFailed')}</span>
                    ${step.millis === undefined ? nothing : html`<span class="push quiet figure">${words.text('link.millis', {count: step.millis})}</span>`}
                  </p>
                  ${step.passed ? nothing : html`<p dir="auto">${step.sentence} ${step.help}</p>`}
                </li>`,
              )}
            </ol>`
        : html`<p class="quiet">${words.text('link.testMeans')}</p>`}
    </div>
  </section>`;
}

/**
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').Pairing} pairing
 */
function pair(view, pairing) {
  const {words} = view;
  return html`
    ${card(view, words.text('link.ourCard'), pairing.own, words.text('link.readOut'))}
    ${pairing.peer ? card(view, words.text('link.pairedWith'), pairing.peer, words.text('link.pinned'), unpair(view, pairing.peer)) : nothing}
    ${pairing.state === 'pending' && pairing.pending ? confirm(view, pairing.pending) : nothing}
    ${pairing.state === 'unpaired' ? start(view) : nothing}
  `;
}

/**
 * A node's card, its fingerprint large enough to read to somebody.
 *
 * @param {import('../../app/view.js').View} view
 * @param {string} title
 * @param {import('../../app/types.js').PairingCard} shown
 * @param {string} hint
 * @param {unknown} [act] what can be done about it
 */
function card(view, title, shown, hint, act = nothing) {
  const {words} = view;
  return html`<section class="panel">
    <header><h2>${title}</h2></header>
    <div class="body stack">
      <p class="fingerprint" dir="ltr" aria-label=${words.text('link.fingerprint')}>
        ${shown.fingerprint.split(' ').map((group) => html`<span>${group}</span>`)}
      </p>
      <p class="hint">${hint}</p>
      <dl class="pairs">
        <div>
          <dt>${words.text('link.address')}</dt>
          <dd><bdi class="code">${shown.address}</bdi></dd>
        </div>
        ${shown.keys.map((key) => keyOf(view, key))}
      </dl>
      ${act}
    </div>
  </section>`;
}

/**
 * The way out of a pairing, for the administrator; what it means is said before it is done.
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PairingCard} peer
 */
function unpair(view, peer) {
  return view.may('admin')
    ? html`<p>
        <button @click=${() => view.act.open('unpair', {peer: peer.party.id, name: view.nameOf(peer.party), typed: ''})}>
          ${view.words.text('unpair.open')}
        </button>
      </p>`
    : nothing;
}

/** First byte of a key in a verifier line, and what it is. @type {Record<number, string>} */
const ALGORITHMS = {1: 'Ed25519', 4: 'Ed25519', 6: 'ML-DSA-44'};

/**
 * One key: whose, which, of what kind; its bytes, of which a post-quantum key has very many, on request.
 *
 * @param {import('../../app/view.js').View} view
 * @param {string} key `name+id+base64`
 */
function keyOf(view, key) {
  const [name, id, bytes = ''] = key.split('+', 2).concat(key.split('+').slice(2).join('+'));
  return html`<div>
    <dt>${view.words.text('link.key')}</dt>
    <dd>
      <details>
        <summary>
          <bdi class="code">${name}</bdi> <bdi class="code quiet">${id}</bdi>
          <bdi class="quiet small">${ALGORITHMS[atob(bytes.slice(0, 4)).charCodeAt(0)] ?? ''}</bdi>
        </summary>
        <bdi class="code whole-key">${key}</bdi>
      </details>
    </dd>
  </div>`;
}

/** @param {import('../../app/view.js').View} view */
function start(view) {
  const {words} = view;
  const draft = view.draft('pairing');
  const submit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    view.act.send('pairing', {path: '/link/pairing', body: {address: draft.address.trim()}});
  };
  return html`<section class="panel">
    <header><h2>${words.text('link.begin')}</h2></header>
    <form class="body stack" @submit=${submit}>
      <div class="field">
        <label for="peer-address">${words.text('link.peerAddress')}</label>
        <input
          id="peer-address"
          dir="ltr"
          required
          .value=${draft.address ?? ''}
          @input=${(/** @type {any} */ event) => view.act.edit('pairing', {address: event.target.value})}
        />
        <p class="hint">${words.text('link.peerAddressHint')}</p>
      </div>
      ${refusal(view, draft.refused)}
      <p><button class="first" ?disabled=${!view.may('admin') || !draft.address || draft.busy}>${words.text('link.fetchCard')}</button></p>
    </form>
  </section>`;
}

/**
 * The other side's card is here, and nothing is trusted yet. What was heard is typed in, so that a hurried "yes" is not
 * enough.
 *
 * @param {import('../../app/view.js').View} view
 * @param {import('../../app/types.js').PairingCard} pending
 */
function confirm(view, pending) {
  const {words} = view;
  const draft = view.draft('pairing confirm');
  const submit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    view.act.send('pairing confirm', {
      path: '/link/pairing/confirm',
      body: {fingerprint: draft.fingerprint.trim()},
      said: 'said.paired',
    });
  };
  return html`${card(view, words.text('link.theirCard'), pending, words.text('link.compare'))}
    <section class="panel">
      <header><h2>${words.text('link.confirm')}</h2></header>
      <form class="body stack" @submit=${submit}>
        <div class="field">
          <label for="heard-fingerprint">${words.text('link.heardFingerprint')}</label>
          <input
            id="heard-fingerprint"
            dir="ltr"
            inputmode="numeric"
            required
            .value=${draft.fingerprint ?? ''}
            @input=${(/** @type {any} */ event) => view.act.edit('pairing confirm', {fingerprint: event.target.value})}
          />
          <p class="hint">${words.text('link.heardHint')}</p>
        </div>
        ${refusal(view, draft.refused)}
        <p><button class="first" ?disabled=${!view.may('admin') || !draft.fingerprint || draft.busy}>${words.text('link.vouch')}</button></p>
      </form>
    </section>`;
}
