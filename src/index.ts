import type { Core } from '@strapi/strapi';
import { accountDeskRoutes } from './api/account/desk-routes';
import { clientDeskRoutes } from './api/client/desk-routes';
import { documentDeskRoutes } from './api/document/desk-routes';
import { finishErasing } from './api/document/erase-file';
import { sweepSpool } from './api/document/intake/sweep-spool';
import { checkKeys } from './api/document/keys/check-keys';
import { startRewrapping } from './api/document/keys/worker';
import { sweepLoose } from './api/document/stored/loose-files';
import { dossierDeskRoutes } from './api/dossier/desk-routes';
import { firmDeskRoutes } from './api/firm/desk-routes';
import { messageDeskRoutes } from './api/message/desk-routes';
import { hearLocks } from './api/session/lock/hear-locks';
import { startWorker } from './api/notification/worker';
import { progressDeskRoutes } from './api/progress-step/desk-routes';
import { templateDeskRoutes } from './api/progress-template/desk-routes';
import { profileDeskRoutes } from './api/staff-profile/desk-routes';
import { sweepProfiles } from './api/staff-profile/services/sweep';
import { proofDeskRoutes } from './api/proof/desk-routes';
import { remarkDeskRoutes } from './api/remark/desk-routes';
import { sweepEnded } from './api/session/services/sweep-ended';
import { securityEventDeskRoutes } from './api/security-event/desk-routes';
import { uploadDeskRoutes } from './api/upload/desk-routes';
import { sweepDrafts, sweepUploads } from './api/upload/services/sweep';
import { stepAside } from './http/step-aside';
import { closeDefaults } from './start/close-defaults';
import { closeDoors, forgetTokens } from './start/close-doors';
import { hearFaults } from './start/hear-faults';
import { keepNames } from './start/keep-names';
import { startSweep } from './start/sweep';

let worker: ReturnType<typeof startWorker> | undefined;
let sweep: ReturnType<typeof startSweep> | undefined;
let rewrapping: ReturnType<typeof startRewrapping> | undefined;

/** Wiring only: what is wired stands in its own room. */
export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    hearFaults(strapi);
    stepAside(strapi);
    closeDoors(strapi);
    keepNames(strapi);
    strapi.server.routes({
      type: 'admin',
      prefix: '/desk',
      routes: [
        ...firmDeskRoutes,
        ...clientDeskRoutes,
        ...accountDeskRoutes,
        ...dossierDeskRoutes,
        ...progressDeskRoutes,
        ...templateDeskRoutes,
        ...profileDeskRoutes,
        ...documentDeskRoutes,
        ...uploadDeskRoutes,
        ...proofDeskRoutes,
        ...messageDeskRoutes,
        ...remarkDeskRoutes,
        ...securityEventDeskRoutes,
      ],
    });
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await closeDefaults();
    await forgetTokens(strapi);
    await checkKeys();
    await finishErasing();
    rewrapping = startRewrapping();
    hearLocks();
    worker = startWorker();
    sweep = startSweep([sweepEnded, sweepSpool, sweepLoose, sweepUploads, sweepDrafts, sweepProfiles]);
  },

  async destroy() {
    await rewrapping?.stop();
    await worker?.stop();
    await sweep?.stop();
  },
};
