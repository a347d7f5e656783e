/**
 * The marks of things, on a grid of 24. What a thing is, how old the report is and what is odd about it differ by shape,
 * never by hue: a halo that runs out with age, and none but a broken ring and a hollow mark once it is old.
 */

/** @type {Record<string, string>} */
export const SHAPES = {
  unit: 'M8 8h8v8H8z',
  vehicle: 'M12 6.5 17.5 12 12 17.5 6.5 12z',
  aircraft: 'M12 5.5 18 17l-6-2.5L6 17z',
  drone: 'M10.5 7h3v3.5H17v3h-3.5V17h-3v-3.5H7v-3h3.5z',
  boat: 'M6 11h12l-2.5 5.5h-7z',
};

/** Two heads of an arrow through the line. */
export const CROSSED = 'M4 12h12M12.5 7.5 17 12l-4.5 4.5M17 7.5 21.5 12 17 16.5';

/** Half of a mark's side, in pixels of the page; and where thousands are in sight, which would hide each other. */
export const HALF = 15;
export const CROWDED_HALF = 8;

/** So many steps of age are told apart before a thing is old. */
export const STEPS = 5;

/**
 * @typedef {object} Mark
 * @property {number} side in pixels of the screen
 * @property {Uint32Array} pixels row by row, as in an `ImageData`
 */

/** Marks that were drawn once, by what they show. @type {Map<string, Mark>} */
const made = new Map();

/** The same of crossings, of which there are few. @type {Map<string, HTMLCanvasElement>} */
const madeOfCrossings = new Map();

/**
 * @typedef {object} Look
 * @property {string} kind
 * @property {number} step of age: 0 just heard, [STEPS] old
 * @property {boolean} approaching
 * @property {boolean} doubted
 * @property {number} half of its side
 */

/**
 * The mark of a thing, drawn once for each look and light.
 * @param {Look} look
 * @param {{ink: string, ground: string, warn: string}} light
 * @param {number} scale pixels of the screen in one of the page
 */
export function markOf(look, light, scale) {
  const key = `${look.kind} ${look.step} ${look.approaching} ${look.doubted} ${look.half} ${light.ink} ${scale}`;
  let mark = made.get(key);
  if (!mark) {
    const canvas = draw(look, light, scale);
    const {data} = contextOf(canvas).getImageData(0, 0, canvas.width, canvas.height);
    mark = {side: canvas.width, pixels: new Uint32Array(data.buffer)};
    made.set(key, mark);
  }
  return mark;
}

/**
 * @param {Look} look
 * @param {{ink: string, ground: string, warn: string}} light
 * @param {number} scale
 */
function draw({kind, step, approaching, doubted, half}, {ink, ground, warn}, scale) {
  const [canvas, context] = blank((scale * half) / HALF);
  const old = step >= STEPS;
  context.strokeStyle = ink;
  context.lineWidth = 1.5;
  context.beginPath();
  if (old) {
    context.setLineDash([2, 3]);
    context.arc(HALF, HALF, 11, 0, 2 * Math.PI);
  } else {
    context.arc(HALF, HALF, 11, -Math.PI / 2, -Math.PI / 2 + (1 - step / STEPS) * 2 * Math.PI);
  }
  context.stroke();
  context.setLineDash([]);
  const shape = new Path2D();
  shape.addPath(new Path2D(SHAPES[kind] ?? SHAPES.vehicle), new DOMMatrix().translate(HALF - 12, HALF - 12));
  context.lineWidth = 4;
  context.strokeStyle = ground;
  context.stroke(shape);
  context.lineWidth = 1.5;
  context.strokeStyle = ink;
  context.fillStyle = old ? ground : ink;
  context.fill(shape);
  context.stroke(shape);
  if (approaching || doubted) {
    badge(context, doubted ? '?' : '!', ground, warn);
  }
  return canvas;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {string} sign
 * @param {string} ground
 * @param {string} warn
 */
function badge(context, sign, ground, warn) {
  context.beginPath();
  context.arc(24, 7, 6, 0, 2 * Math.PI);
  context.fillStyle = warn;
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = ground;
  context.stroke();
  context.fillStyle = ground;
  context.font = 'bold 9px sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(sign, 24, 7.5);
}

/**
 * Where something crossed: two arrow heads in a square for what we told, in a circle for what they did; broken where it
 * is only possible.
 * @param {{asserted: boolean, ours: boolean}} crossing
 * @param {{ink: string, ground: string}} light
 * @param {number} scale
 */
export function crossingMark({asserted, ours}, {ink, ground}, scale) {
  const key = `crossing ${asserted} ${ours} ${ink} ${scale}`;
  const known = madeOfCrossings.get(key);
  if (known) {
    return known;
  }
  const [canvas, context] = blank(scale);
  context.translate(HALF - 13, HALF - 12);
  context.fillStyle = ground;
  context.strokeStyle = ink;
  context.lineWidth = 1.5;
  context.setLineDash(asserted ? [] : [2.5, 2.5]);
  context.beginPath();
  if (ours) {
    context.rect(2, 1, 22, 22);
  } else {
    context.arc(13, 12, 12, 0, 2 * Math.PI);
  }
  context.fill();
  context.stroke();
  context.lineWidth = asserted ? 2.2 : 1.5;
  context.stroke(new Path2D(CROSSED));
  madeOfCrossings.set(key, canvas);
  return canvas;
}

/**
 * @param {number} scale
 * @returns {[HTMLCanvasElement, CanvasRenderingContext2D]}
 */
function blank(scale) {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = Math.ceil(2 * HALF * scale);
  const context = contextOf(canvas);
  context.scale(scale, scale);
  return [canvas, context];
}

/**
 * The context of a canvas that is read from.
 * @param {HTMLCanvasElement} canvas
 */
export function contextOf(canvas) {
  return /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', {willReadFrequently: true}));
}
