import {contextOf, crossingMark, CROWDED_HALF, HALF, markOf, STEPS} from './marks.js';
import {onWorld} from './things.js';

/**
 * Things that move, over the map of the border. Thousands of them: drawn on a canvas, at every frame, each on its way
 * from where it was reported before to where it was reported last. Their ways behind them lie on a canvas of their own,
 * which is drawn only when there is news.
 *
 * For those who do not see a canvas the same stands in the table below it.
 */

/** How long a thing takes from one report to the next on the screen: as long as it is until the next question. */
const GLIDE = 1_000;

/** From so many things on, marks are small. */
const CROWD = 1_500;

/** With more old things in sight than this, their ages are not written beside them. */
const AGES_MAX = 60;

/** A circle of uncertainty is drawn from so many pixels on, and not for crowds. */
const CIRCLE_MIN = 14;
const CIRCLES_MAX = 400;

const EARTH_M = 40_075_017;

/**
 * @typedef {object} Scene
 * @property {import('./things.js').Thing[]} things those that are to be seen
 * @property {any[]} crossings
 * @property {string} ours
 * @property {number} now the node's clock
 * @property {number} staleAfter milliseconds
 * @property {(ms: number) => string} age in words
 * @property {string} direction of those words
 */

/**
 * @typedef {object} Placed
 * @property {number} x of the world
 * @property {number} y
 * @property {number} fromX where it comes from
 * @property {number} fromY
 * @property {number} since when it set out, in the console's milliseconds
 * @property {import('./marks.js').Mark} mark
 * @property {number} circle radius of uncertainty as a share of the world
 * @property {string} old its age in words, for what is old
 */

export class TracksLayer {
  /** @type {Placed[]} */
  #placed = [];
  /** @type {Scene | undefined} */
  #scene;
  #origin = {x: 0, y: 0};
  #world = 1;
  #scale = 1;
  #due = false;
  #hidden = false;
  #glides = !matchMedia('(prefers-reduced-motion: reduce)').matches;

  /**
   * @param {any} L Leaflet
   * @param {any} map
   */
  constructor(L, map) {
    this.L = L;
    this.map = map;
    const pane = map.createPane('tracks');
    pane.style.zIndex = '450';
    pane.style.pointerEvents = 'none';
    this.ways = canvasIn(pane, 'ways');
    this.things = canvasIn(pane, 'things');
    map.on('move zoomend resize', () => this.#lay());
    map.on('zoomstart', () => (this.#hidden = true) && this.#lay());
    map.on('zoomend', () => {
      this.#hidden = false;
      this.#lay();
    });
    this.#lay();
  }

  /**
   * Shows what is known now.
   * @param {Scene} scene
   */
  show(scene) {
    this.#scene = scene;
    const light = lightOf(this.map.getContainer());
    const colours = {ink: light.ink, ground: light.ground, warn: light.warn};
    const half = scene.things.length > CROWD ? CROWDED_HALF : HALF;
    let old = 0;
    this.#placed = scene.things.map((thing) => {
      const [x, y, fromX = x, fromY = y] = thing.way;
      const age = scene.now - thing.at;
      const isOld = age > scene.staleAfter;
      const step = isOld ? STEPS : Math.min(STEPS - 1, Math.floor((age / scene.staleAfter) * STEPS));
      old += isOld ? 1 : 0;
      return {
        x,
        y,
        fromX,
        fromY,
        since: thing.heard,
        mark: markOf({kind: thing.kind, step, approaching: thing.approaching && !isOld, doubted: Boolean(thing.doubted), half}, colours, this.#scale),
        circle: thing.radiusM / EARTH_M / Math.cos((thing.position.lat * Math.PI) / 180),
        old: isOld ? scene.age(age) : '',
      };
    });
    this.#writesAges = old <= AGES_MAX;
    this.#light = light;
    this.#drawWays();
    this.#drawSoon();
  }

  #writesAges = true;
  #light = {ink: '#000', ground: '#fff', warn: '#000', quiet: '#000'};

  /** Fits the canvases to the map as it lies now. */
  #lay() {
    const {x: width, y: height} = this.map.getSize();
    this.#scale = Math.min(2, devicePixelRatio || 1);
    const corner = this.map.containerPointToLayerPoint([0, 0]);
    for (const canvas of [this.ways, this.things]) {
      if (canvas.width !== width * this.#scale || canvas.height !== height * this.#scale) {
        canvas.width = width * this.#scale;
        canvas.height = height * this.#scale;
        canvas.style.width = `${width}px`;
        canvas.style.height = `${height}px`;
      }
      canvas.hidden = this.#hidden;
      this.L.DomUtil.setPosition(canvas, corner);
    }
    this.#world = 256 * 2 ** this.map.getZoom();
    this.#origin = this.map.getPixelBounds().min;
    this.#drawWays();
    this.#drawSoon();
  }

  #drawSoon() {
    if (!this.#due) {
      this.#due = true;
      requestAnimationFrame((now) => {
        this.#due = false;
        this.#draw(now);
      });
    }
  }

  /**
   * One frame; and the next, as long as something is on its way and somebody sees it. Marks are put into a picture pixel
   * by pixel and that is put on the screen: of thousands of small things a browser without a graphics processor draws
   * far more so than by asking it for each.
   * @param {number} now
   */
  #draw(now) {
    if (!this.things.isConnected || this.#hidden || !this.things.width || !this.things.height) {
      return;
    }
    const {width, height} = this.things;
    if (this.#picture?.width !== width || this.#picture.height !== height) {
      this.#picture = new ImageData(width, height);
      this.#pixels = new Uint32Array(this.#picture.data.buffer);
    }
    this.#pixels.fill(0);
    const world = this.#world * this.#scale;
    const left = this.#origin.x * this.#scale;
    const top = this.#origin.y * this.#scale;
    let isMoving = false;
    for (const {x, y, fromX, fromY, since, mark} of this.#placed) {
      const share = this.#glides ? Math.min(1, (now - since) / GLIDE) : 1;
      isMoving ||= share < 1;
      const half = mark.side / 2;
      const column = Math.round((fromX + (x - fromX) * share) * world - left - half);
      const row = Math.round((fromY + (y - fromY) * share) * world - top - half);
      if (column > -mark.side && row > -mark.side && column < width && row < height) {
        stamp(this.#pixels, width, height, mark, column, row);
      }
    }
    contextOf(this.things).putImageData(this.#picture, 0, 0);
    if (isMoving) {
      this.#drawSoon();
    }
  }

  /** @type {ImageData | undefined} */
  #picture;
  #pixels = new Uint32Array(0);

  /**
   * Beside the marks: how uncertain each report is, and how old those are that are old.
   * @param {CanvasRenderingContext2D} context
   */
  #annotate(context) {
    const circles = this.#placed.length <= CIRCLES_MAX;
    const {width, height} = this.#size();
    for (const thing of this.#placed) {
      const x = thing.x * this.#world - this.#origin.x;
      const y = thing.y * this.#world - this.#origin.y;
      if (x < -HALF || y < -HALF || x > width + HALF || y > height + HALF) {
        continue;
      }
      if (circles && thing.circle * this.#world > CIRCLE_MIN) {
        this.#circle(context, x, y, thing.circle * this.#world);
      }
      if (thing.old && this.#writesAges) {
        this.#write(context, thing.old, x, y);
      }
    }
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {number} x
   * @param {number} y
   * @param {number} radius
   */
  #circle(context, x, y, radius) {
    context.strokeStyle = this.#light.quiet;
    context.lineWidth = 1;
    context.setLineDash([2, 4]);
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.stroke();
    context.setLineDash([]);
  }

  /**
   * How old it is, below what is old.
   * @param {CanvasRenderingContext2D} context
   * @param {string} text
   * @param {number} x
   * @param {number} y
   */
  #write(context, text, x, y) {
    context.font = '600 11px Inter, Vazirmatn, sans-serif';
    context.textAlign = 'center';
    context.direction = this.#scene?.direction === 'rtl' ? 'rtl' : 'ltr';
    context.lineWidth = 3;
    context.strokeStyle = this.#light.ground;
    context.strokeText(text, x, y + HALF + 9);
    context.fillStyle = this.#light.ink;
    context.fillText(text, x, y + HALF + 9);
  }

  /** The way behind each thing, and where things crossed. */
  #drawWays() {
    const context = this.#begin(this.ways);
    const {width, height} = this.#size();
    const world = this.#world;
    const {x: left, y: top} = this.#origin;
    context.strokeStyle = this.#light.quiet;
    context.lineWidth = 1;
    context.beginPath();
    for (const {way} of this.#scene?.things ?? []) {
      const x = way[0] * world - left;
      const y = way[1] * world - top;
      if (way.length < 4 || x < 0 || y < 0 || x > width || y > height) {
        continue;
      }
      context.moveTo(x, y);
      for (let i = 2; i < way.length; i += 2) {
        context.lineTo(way[i] * world - left, way[i + 1] * world - top);
      }
    }
    context.stroke();
    for (const crossing of [...(this.#scene?.crossings ?? [])].reverse()) {
      const [x, y] = onWorld(crossing.after.position);
      const mark = crossingMark({asserted: crossing.asserted, ours: crossing.party === this.#scene?.ours}, this.#light, this.#scale);
      context.drawImage(mark, x * world - left - HALF, y * world - top - HALF, 2 * HALF, 2 * HALF);
    }
    this.#annotate(context);
  }

  /** @param {HTMLCanvasElement} canvas */
  #begin(canvas) {
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    context.setTransform(this.#scale, 0, 0, this.#scale, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    return context;
  }

  #size() {
    const {x: width, y: height} = this.map.getSize();
    return {width, height};
  }
}

/**
 * Puts a mark over what is there already.
 * @param {Uint32Array} pixels of the whole picture
 * @param {number} width
 * @param {number} height
 * @param {import('./marks.js').Mark} mark
 * @param {number} column of its left edge
 * @param {number} row of its upper edge
 */
function stamp(pixels, width, height, {side, pixels: own}, column, row) {
  const firstRow = Math.max(0, -row);
  const lastRow = Math.min(side, height - row);
  const first = Math.max(0, -column);
  const last = Math.min(side, width - column);
  for (let v = firstRow; v < lastRow; v++) {
    const at = (row + v) * width + column;
    for (let u = first; u < last; u++) {
      const pixel = own[v * side + u];
      const opacity = pixel >>> 24;
      if (opacity > 250 || (opacity && !pixels[at + u])) {
        pixels[at + u] = pixel;
      } else if (opacity) {
        pixels[at + u] = mixed(pixel, pixels[at + u], opacity);
      }
    }
  }
}

/**
 * One colour over another, channel by channel.
 * @param {number} over
 * @param {number} under
 * @param {number} opacity of the one above, 0 to 255
 */
function mixed(over, under, opacity) {
  const rest = 255 - opacity;
  const red = ((over & 0xff) * opacity + (under & 0xff) * rest) / 255;
  const green = (((over >>> 8) & 0xff) * opacity + ((under >>> 8) & 0xff) * rest) / 255;
  const blue = (((over >>> 16) & 0xff) * opacity + ((under >>> 16) & 0xff) * rest) / 255;
  const both = Math.max(opacity, under >>> 24);
  return ((both << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

/**
 * @param {HTMLElement} pane
 * @param {string} name
 */
function canvasIn(pane, name) {
  const canvas = document.createElement('canvas');
  canvas.className = name;
  canvas.setAttribute('aria-hidden', 'true');
  pane.append(canvas);
  return canvas;
}

/**
 * The colours of the page, in its present light.
 * @param {Element} element
 */
function lightOf(element) {
  const style = getComputedStyle(element);
  const colour = (/** @type {string} */ name) => style.getPropertyValue(name).trim();
  return {ink: colour('--ink'), ground: colour('--land'), warn: colour('--p2'), quiet: colour('--ink-3')};
}
