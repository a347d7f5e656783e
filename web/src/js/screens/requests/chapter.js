import {requests} from './list.js';
import {request} from './page.js';
import {answerDialog, askDialog, clarifyDialog, deferDialog, explainDialog, receiveDialog, withdrawDialog} from './request-dialogs.js';

/** Requests of information between the sides. */

/** @type {import('../../app/chapters.js').Draws} */
export const screens = {
  requests: (view) => (view.route.rest.length === 2 ? request(view) : requests(view)),
};

/** @type {import('../../app/chapters.js').Draws} */
export const dialogs = {
  'ask-information': askDialog,
  'request-answer': answerDialog,
  'request-clarify': clarifyDialog,
  'request-defer': deferDialog,
  'request-explain': explainDialog,
  'request-receive': receiveDialog,
  'request-withdraw': withdrawDialog,
};
