import {html, nothing, svg} from '../../lib/lit-html/lit-html.js';
import {wayMap} from './way-map.js';

/**
 * How a unit gets there, and what a ranking means for the one who decides: the way over the ground in words and as a
 * sketch, what is lost where the unit is now, what the other side may be asked for when nobody is in time. Hints, all of
 * it: nothing is sent by itself.
 */

/** Width and height of a sketch, and its margin, in units of the drawing. */
const [WIDTH, HEIGHT, MARGIN] = [72, 40, 5];

const PERMILLE_OF_PERCENT = 10;

/**
 * The second line of a place in the ranking.
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').RankedUnit} ranked
 */
export function wayOf(view, ranked) {
  const said = [...groundOf(view, ranked), ...coverOf(view, ranked)];
  if (!ranked.way && said.length === 0) {
    return nothing;
  }
  return html`<span class="way-of-unit">
    ${ranked.way ? sketch(ranked.way.sketch) : nothing}
    <span class="quiet">${said.map((one, index) => html`${index === 0 ? nothing : ' · '}${one}`)}</span>
  </span>`;
}

/**
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').RankedUnit} ranked
 * @returns {unknown[]}
 */
function groundOf({words}, {reasons = [], basis}) {
  const mixed = basis === 'estimated' ? [words.text('task.estimatedOne')] : [];
  return [
    ...mixed,
    ...reasons.flatMap(({key, values}) => {
      switch (key) {
        case 'response.ranking.off_road':
          return [words.text('task.offRoad', {km: Number(values[0])})];
        case 'response.ranking.gate':
          return [words.rich('task.gate', {gate: html`<bdi>${values[0]}</bdi>`})];
        case 'response.ranking.side_change':
          return [words.text('task.sideChange')];
        case 'response.ranking.no_way':
          return [words.text('task.noWay')];
        default:
          return [];
      }
    }),
  ];
}

/**
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').RankedUnit} ranked
 */
function coverOf({words}, {cover}) {
  return cover
    ? [words.text('task.cover', {n: cover.others, percent: Math.round(cover.lossPermille / PERMILLE_OF_PERCENT)})]
    : [];
}

/**
 * The way as a line from a ring, where the unit is, to a dot, where it is wanted. North is up. What it shows is said in
 * words beside it.
 * @param {import('../app/types.js').Position[]} points
 */
function sketch(points) {
  if (points.length < 2) {
    return nothing;
  }
  const shrink = Math.cos((points[0].lat * Math.PI) / 180);
  const flat = points.map(({lat, lon}) => [lon * shrink, -lat]);
  const [west, north] = [0, 1].map((axis) => Math.min(...flat.map((one) => one[axis])));
  const [east, south] = [0, 1].map((axis) => Math.max(...flat.map((one) => one[axis])));
  const scale = Math.min((WIDTH - 2 * MARGIN) / (east - west || 1), (HEIGHT - 2 * MARGIN) / (south - north || 1));
  const at = flat.map(([x, y]) => [
    WIDTH / 2 + (x - (east + west) / 2) * scale,
    HEIGHT / 2 + (y - (south + north) / 2) * scale,
  ]);
  const [[x, y]] = at;
  const [toX, toY] = at[at.length - 1];
  return html`<svg class="way-sketch" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true" direction="ltr">
    <polyline points=${at.map((one) => one.map((n) => n.toFixed(1)).join(',')).join(' ')} />
    ${svg`<circle class="from" cx=${x.toFixed(1)} cy=${y.toFixed(1)} r="2.6" />`}
    ${svg`<circle class="to" cx=${toX.toFixed(1)} cy=${toY.toFixed(1)} r="2.6" />`}
  </svg>`;
}

/**
 * The way of the unit that is chosen, or would be, on the map, with why it stands where it does in the list beside it.
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').RankedUnit[]} units
 * @param {string | undefined} chosen
 */
export function wayOnMap(view, units, chosen) {
  const {words} = view;
  const able = units.filter(({mayTask}) => mayTask);
  const ranked = able.find(({unit}) => unit.id === chosen) ?? able[0];
  if (!able.some(({way}) => way) || !ranked) {
    return nothing;
  }
  const unit = ranked.unit.name;
  if (!ranked.way || ranked.way.sketch.length < 2) {
    return html`<p class="hint">${words.rich('task.noWayDrawn', {unit})}</p>`;
  }
  return html`<figure class="way-figure">
    ${wayMap(view, {points: ranked.way.sketch, label: words.text('task.wayOnMap', {unit})})}
    <figcaption>
      <b>${words.rich('task.wayOnMap', {unit})}</b>
      ${[...lengthOf(view, ranked), ...groundOf(view, ranked), ...coverOf(view, ranked)].map((one) => html`<span>${one}</span>`)}
      <small class="quiet">${words.text('task.wayLegend')}</small>
    </figcaption>
  </figure>`;
}

/**
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').RankedUnit} ranked
 */
function lengthOf({words, clocks}, {arrivalSeconds, distanceM}) {
  return arrivalSeconds === undefined || distanceM === undefined
    ? []
    : [
        html`${words.rich('task.arrival', {length: clocks.length(arrivalSeconds * 1000)})} ·
        ${words.text('task.km', {km: Math.round(distanceM / 1000)})}`,
      ];
}

/**
 * What the ranking means: shown when no own unit is in time.
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').Advice | undefined} advice
 */
export function adviceOf(view, advice) {
  if (!advice || advice.proposals.length === 0) {
    return nothing;
  }
  const {words, clocks} = view;
  return html`<section class="advice" aria-label=${words.text('task.adviceTitle')}>
    <p>${words.rich('task.late', {length: clocks.length(advice.targetSeconds * 1000)})}</p>
    <p>${words.rich('task.mayAsk', {side: view.nameOf(view.peer)})}</p>
    <ul>
      ${advice.proposals.map(
        ({mode, clause}) =>
          html`<li>
            ${words.text(mode === 'mirrored' ? 'task.mirrored' : 'task.crossing')}
            <span class="quiet">
              ${clause ? words.rich('task.byClause', {clause: html`<bdi>${clause}</bdi>`}) : words.text('task.byDefault')}
            </span>
          </li>`,
      )}
    </ul>
    ${advice.meetings.length === 0 ? nothing : meetingOf(view, advice.meetings[0])}
  </section>`;
}

/**
 * The gate at which the later side arrives soonest.
 * @param {import('../app/view.js').View} view
 * @param {import('../app/types.js').Meeting} meeting
 */
function meetingOf({words, clocks}, {gate, ownSeconds, otherSeconds}) {
  const length = (/** @type {number | undefined} */ seconds) =>
    seconds === undefined ? words.text('task.notKnown') : clocks.length(seconds * 1000);
  return html`<p>
    ${words.rich('task.meet', {
      gate: html`<bdi>${gate}</bdi>`,
      own: length(ownSeconds),
      other: length(otherSeconds),
    })}
  </p>`;
}
