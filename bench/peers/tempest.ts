import { versions } from '../../contracts/metadata';
import { callUnder } from './call-under';
import type { Peer } from './peer';
import { isPassed, tempestChecks } from './tempest-checks';

/** Tempest's checks of this PUT. Tempest itself needs a whole OpenStack. */
export const tempest: Peer = {
  name: 'tempest',
  title: 'Tempest’s checks',
  version: 'written for this project',
  given:
    'What OpenStack’s own integration suite asserts of this PUT, in code of ours (`bench/peers/tempest-checks.ts`): a map ' +
    'that was set is read, another one replaces it, 404 for an unknown server, 400 for a blank key and for an empty body, ' +
    '403 or 413 for a pair more than the quota, and 200 with a map of texts wherever a request is to succeed. In its ' +
    'favour they run under both URIs, and are told the quota.',
  commands: [],
  examine: async (endpoint) => {
    const failures: string[] = [];
    for (const version of versions) {
      const call = callUnder(version, endpoint);
      for (const check of tempestChecks(endpoint.quota)) {
        if (!(await isPassed(check, call, endpoint.signal))) failures.push(`${version}: ${check.failure}`);
      }
    }
    return failures;
  },
};
