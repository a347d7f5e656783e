import {proposeDialog} from '../agreements/propose-dialog.js';
import {calendar} from './calendar.js';
import {commitment} from './commitment.js';
import {commitments} from './commitments.js';
import {acknowledgeDialog, loadDialog, registerCommitmentDialog, sayOfDialog, withdrawCommitmentDialog} from './commitment-dialogs.js';
import {complaint, complaints} from './complaints.js';
import {answerComplaintDialog, closeComplaintDialog, lodgeDialog, referDialog} from './complaint-dialogs.js';
import {health} from './health.js';
import {meeting} from './meeting.js';
import {acceptAgendaDialog, agendaDialog, callDialog, comeDialog, minutesDialog, outcomeDialog} from './meeting-dialogs.js';
import {report} from './report.js';

/**
 * The cooperation itself: what is due and late, meetings, commitments, complaints, and how all of that is going.
 */

/** @type {Record<string, (view: import('../../app/view.js').View) => unknown>} */
const PARTS = {
  '': health,
  calendar,
  meetings: (view) => (view.route.rest.length === 3 ? meeting(view) : calendar(view)),
  commitments: (view) => (view.route.rest.length === 4 ? commitment(view) : commitments(view)),
  complaints: (view) => (view.route.rest.length === 3 ? complaint(view) : complaints(view)),
  report,
};

/** @type {import('../../app/chapters.js').Draws} */
export const screens = {
  cooperation: (view) => (PARTS[view.route.rest[0] ?? ''] ?? health)(view),
};

/** @type {import('../../app/chapters.js').Draws} */
export const dialogs = {
  'accept-agenda': acceptAgendaDialog,
  acknowledge: acknowledgeDialog,
  agenda: agendaDialog,
  'answer-complaint': answerComplaintDialog,
  call: callDialog,
  'close-complaint': closeComplaintDialog,
  come: comeDialog,
  load: loadDialog,
  lodge: lodgeDialog,
  minutes: minutesDialog,
  outcome: outcomeDialog,
  propose: proposeDialog,
  refer: referDialog,
  'register-commitment': registerCommitmentDialog,
  'say-of': sayOfDialog,
  'withdraw-commitment': withdrawCommitmentDialog,
};
