import {replay} from './replay.js';

/** The room of an incident as one side, or both, knew it at a moment of the past. */

/** @type {import('../../app/chapters.js').Draws} */
export const screens = {replay};

/** @type {import('../../app/chapters.js').Draws} */
export const dialogs = {};
