import { HttpError, textResponse } from '../embedded/http';
import { novaCompliant } from '../mutants/helpers/checks';
import { writeJsonAs } from './helpers';
import { variant } from './variant';

export const actionsDoNothing = variant({
  name: 'actions-do-nothing',
  description: 'Accepts every server action and performs none.',
  handle: (request, next) => (request.url.endsWith('/action') ? textResponse(202, '') : next(request)),
});

export const actionsFailButAct = variant({
  name: 'actions-fail-but-act',
  description: 'Fails with 500 for every server action after performing it.',
  handle: async (request, next) => {
    const answer = await next(request);
    if (request.url.endsWith('/action') && answer.status < 300) throw new HttpError(500, 'Unexpected API Error.');
    return answer;
  },
});

export const asNova = variant({
  name: 'as-nova',
  description: 'Behaves as the profile `nova` requires, and is tested with it.',
  ...novaCompliant,
});

export const lockFailsButLocks = variant({
  name: 'lock-fails-but-locks',
  description: 'Fails with 500 for a lock after performing it, and for every second unlock before performing it.',
  behaviour: () => {
    let unlocks = 0;
    return {
      handle: async (request, next) => {
        const action = request.url.endsWith('/action') ? request.body.toString() : '';
        if (action.includes('"unlock"')) unlocks += 1;
        if (action.includes('"unlock"') && unlocks % 2 === 1) throw new HttpError(500, 'Unexpected API Error.');
        const answer = await next(request);
        if (action.includes('"lock"')) throw new HttpError(500, 'Unexpected API Error.');
        return answer;
      },
    };
  },
});

export const serverResourceBare = variant({
  name: 'server-resource-bare',
  description: 'Omits the metadata and the update time from the server resource, which the page does not describe.',
  handle: writeJsonAs((json) => {
    const { server } = json as { server?: Record<string, unknown> };
    if (server === undefined) return JSON.stringify(json);
    const { metadata: _, updated: __, 'OS-EXT-STS:task_state': ___, ...rest } = server;
    return JSON.stringify({ server: rest });
  }),
});

export const serverResourceRich = variant({
  name: 'server-resource-rich',
  description: "Shows many more members in the server resource, and the platform's own keys outside the metadata.",
  handle: writeJsonAs((json) => {
    const { server } = json as { server?: object };
    if (server === undefined) return JSON.stringify(json);
    const platform = { charging_mode: '0', vpc_id: '0', 'metering.image_id': '0', __support_agent_list: 'hss' };
    const more = {
      flavor: { id: 's3.large.2' },
      addresses: {},
      links: [],
      locked: false,
      tags: [],
      'os-extended-metadata': platform,
    };
    return JSON.stringify({ server: { ...more, ...server } });
  }),
});
