import {html, nothing, svg} from '../../lib/lit-html/lit-html.js';
import {geographyOf} from '../map/geography.js';
import {from, middle} from './area.js';
import {scaleBar} from './scale-bar.js';

/**
 * A small plan of an area: its edge, the place it is about, the operational line where it passes, and a scale. It is drawn
 * from figures that are on the page as well, so nothing is lost where it cannot be seen.
 */

/** Width and height in units of the drawing. */
const [WIDTH, HEIGHT] = [280, 168];

/**
 * @param {import('../app/view.js').View} view
 * @param {object} plan
 * @param {import('../app/types.js').Position[]} plan.area
 * @param {import('../app/types.js').Position} [plan.about] the place of the incident
 * @param {string} plan.label what it shows, for who does not see it
 */
export function smallMap(view, {area, about, label}) {
  const all = about && near(area, about) ? [...area, about] : area;
  const centre = middle(area);
  const flat = all.map((one) => from(centre, one));
  const reach = Math.max(...flat.map(([x, y]) => Math.max(Math.abs(x) / (WIDTH / HEIGHT), Math.abs(y))), 50) * 1.35;
  const metre = HEIGHT / 2 / reach;
  const at = (/** @type {import('../app/types.js').Position} */ position) => {
    const [east, north] = from(centre, position);
    return [WIDTH / 2 + east * metre, HEIGHT / 2 - north * metre];
  };
  const cross = about && all.length > area.length ? at(about) : undefined;
  return html`<svg class="small-map" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${label} direction="ltr">
    ${lineOf(view).map((line) => svg`<polyline class="line-of-map" points=${points(line.map(at))} />`)}
    <polygon class="area-of-map" points=${points(area.map(at))} />
    ${cross ? svg`<path class="about-of-map" d="M${cross[0] - 6} ${cross[1]}h12M${cross[0]} ${cross[1] - 6}v12" />` : nothing}
    ${scaleBar(view, {metre, height: HEIGHT, most: WIDTH / 3})}
    <path class="north-of-map" d="M${WIDTH - 16} 26v-14m-4 5 4-5 4 5" />
  </svg>`;
}

/** @param {number[][]} all */
const points = (all) => all.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');

/**
 * Whether the place can be drawn beside the area without making a point of it.
 * @param {import('../app/types.js').Position[]} area
 * @param {import('../app/types.js').Position} about
 */
function near(area, about) {
  const centre = middle(area);
  const size = Math.max(...area.map((one) => Math.hypot(...from(centre, one))));
  return Math.hypot(...from(centre, about)) < 8 * size;
}

/**
 * The pieces of the operational line, once it has been read.
 * @param {import('../app/view.js').View} view
 * @returns {import('../app/types.js').Position[][]}
 */
const lineOf = (view) =>
  (geographyOf(view)?.line ?? []).map(({geometry}) =>
    geometry.coordinates.map((/** @type {[number, number]} */ [lon, lat]) => ({lat, lon})),
  );
