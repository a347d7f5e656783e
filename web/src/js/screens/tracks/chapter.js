import {tracks} from './page.js';

/** What moves near the line: things that are followed, and the crossings that the sides have told each other. */

/** @type {import('../../app/chapters.js').Draws} */
export const screens = {tracks};

/** @type {import('../../app/chapters.js').Draws} */
export const dialogs = {};
