import {assentDialog, refuseDialog, takeBackDialog} from '../agreements/act-dialogs.js';
import {remarkDialog} from './comments.js';
import {editor} from './editor.js';
import {offer} from './offer.js';
import {overview} from './overview.js';
import {proposeRulesDialog} from './propose-dialog.js';
import {resumeDialog, suspendDialog, withdrawNoticeDialog} from './suspension-dialogs.js';
import {treaty} from './treaty.js';

/**
 * The agreed rules: what is in force, what is offered, what it changes and would do, and the draft of another. Addresses:
 * `modalities`, `modalities/draft`, `modalities/ir/12` for one document, `modalities/ir/12/paper` for its print.
 */

/** @type {import('../../app/chapters.js').Draws} */
export const screens = {
  modalities: (view) => {
    const {rest} = view.route;
    if (rest[0] === 'draft') {
      return editor(view);
    }
    if (rest.length === 3) {
      return treaty(view);
    }
    return rest.length === 2 ? offer(view) : overview(view);
  },
};

/** @type {import('../../app/chapters.js').Draws} */
export const dialogs = {
  assent: assentDialog,
  'propose-rules': proposeRulesDialog,
  'refuse-act': refuseDialog,
  remark: remarkDialog,
  resume: resumeDialog,
  suspend: suspendDialog,
  'take-back': takeBackDialog,
  'withdraw-notice': withdrawNoticeDialog,
};
