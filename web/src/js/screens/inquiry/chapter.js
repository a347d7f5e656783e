import {assentDialog, refuseDialog, takeBackDialog} from '../agreements/act-dialogs.js';
import {aliasDialog} from './alias-dialog.js';
import {positionDialog, questionDialog} from './answer-dialogs.js';
import {claimDialog, revealDialog, withdrawClaimDialog} from './claim-dialogs.js';
import {claimPage} from './claims.js';
import {copyDialog} from './copy-dialog.js';
import {answerAccessDialog, custodyDialog, registerExhibitDialog, releaseExhibitDialog, requestAccessDialog} from './exhibit-dialogs.js';
import {dissentDialog, findingDialog} from './finding-dialogs.js';
import {closeMatterDialog, enterListDialog, openMatterDialog} from './matter-dialogs.js';
import {matterPage} from './matter.js';
import {matters} from './matters.js';
import {minutesDialog, notAgreedDialog} from './minutes-dialogs.js';
import {passDialog} from './pass-dialog.js';
import {boardOnPaper} from './print.js';
import {translationDialog} from './translate-dialog.js';
import {visitDialog} from './visit-dialogs.js';

/** The joint inquiry: what each side says happened, side by side and for ever. */

/** @type {import('../../app/chapters.js').Draws} */
export const screens = {
  inquiry: (view) => {
    const {rest} = view.route;
    if (rest[0] === 'claim') {
      return claimPage(view);
    }
    return rest[2] === 'print' ? boardOnPaper(view) : rest.length === 2 ? matterPage(view) : matters(view);
  },
};

/** @type {import('../../app/chapters.js').Draws} */
export const dialogs = {
  'annex-dissent': dissentDialog,
  'answer-access': answerAccessDialog,
  'ask-question': questionDialog,
  assent: assentDialog,
  'close-matter': closeMatterDialog,
  'copy-exhibit': copyDialog,
  'enter-list': enterListDialog,
  'minutes-not-agreed': notAgreedDialog,
  'open-matter': openMatterDialog,
  'pass-custody': custodyDialog,
  'propose-alias': aliasDialog,
  'propose-finding': findingDialog,
  'propose-minutes': minutesDialog,
  'propose-visit': visitDialog,
  'refuse-act': refuseDialog,
  'register-exhibit': registerExhibitDialog,
  'release-exhibit': releaseExhibitDialog,
  'request-access': requestAccessDialog,
  'reveal-claim': revealDialog,
  'state-claim': claimDialog,
  'take-back': takeBackDialog,
  'take-position': positionDialog,
  'translate-claim': translationDialog,
  'use-pass': passDialog,
  'withdraw-claim': withdrawClaimDialog,
};
