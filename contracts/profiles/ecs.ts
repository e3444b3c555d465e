import type { Profile } from './profile';

/** The profile of the page. The statuses that it does not name are those of Nova, where this API comes from. */
export const ecs: Profile = {
  name: 'ecs',
  levels: {},
  settled: {},
  limits: { keyLength: 255, valueLength: 255, quota: 128, always: 40 },
  statuses: {
    accepted: [200],
    invalid: [400],
    unauthenticated: [401],
    unknownServer: [404],
    foreignProject: [400, 401, 403, 404],
    foreignServer: [404, 403],
    wrongState: [409],
    overQuota: [403, 413],
    mediaType: [415, 400],
  },
  errorBody: 'json',
};
