import type { Metadata } from '../../../contracts/metadata';
import { changeBody, isObject } from '../helpers/body';
import { mutant } from '../helpers/mutant';

export const addsTracePair = mutant({
  name: 'adds-trace-pair',
  description: "Stores the request id as an additional pair: tracing that writes to the user's map.",
  killedBy: ['REPLACE-05'],
  replace: (_old, sent, { server }) => ({ ...sent, [`trace.${server.replaced}`]: 'x' }),
});

export const addsUpdatedAt = mutant({
  name: 'adds-updated-at',
  description: 'Stores the update time as an additional pair: a separate column that is serialised into the map.',
  killedBy: ['REPLACE-05'],
  replace: (_old, sent, { server }) => ({ ...sent, updated_at: `revision ${server.replaced}` }),
});

export const extraMemberStored = mutant({
  name: 'extra-member-stored',
  description: 'Stores a second top-level string as a pair: the body is flattened before it is read.',
  killedBy: ['REPLACE-05'],
  checkShape: changeBody((body) => {
    if (!isObject(body) || !isObject(body.metadata)) return body;
    const texts = Object.entries(body).filter(([, value]) => typeof value === 'string');
    return { ...body, metadata: { ...body.metadata, ...Object.fromEntries(texts) } };
  }),
});

export const leaksOtherServersPairs = mutant({
  name: 'leaks-other-servers-pairs',
  description: 'Adds the pairs of the last request if it was for another server: a mutable default argument in Python.',
  killedBy: ['REPLACE-05'],
  alsoBreaks: ['REPLACE-02', 'REPLACE-04'],
  behaviour: () => {
    let last: { id: string; sent: Metadata } | undefined;
    return {
      replace: (_old, sent, { server }) => {
        const leaked = last === undefined || last.id === server.id ? {} : last.sent;
        last = { id: server.id, sent };
        return { ...leaked, ...sent };
      },
    };
  },
});

export const leaksRefusedPairs = mutant({
  name: 'leaks-refused-pairs',
  description:
    'Stores the valid pairs of a rejected request with the next one: a buffer that is cleared only after success.',
  killedBy: ['REPLACE-05'],
  // There may be more pairs than the quota allows, also with a request that is an open question, or one that looks like an
  // old pair.
  alsoBreaks: ['ANSWER-01', 'REPLACE-02', 'REPLACE-07', 'VALUE-10'],
  behaviour: () => {
    const buffer: Record<string, string> = {};
    return {
      checkPairs: (raw, context) => {
        for (const [key, value] of Object.entries(raw)) {
          context.behaviour.checkKey(key, context);
          context.behaviour.checkValue(value, key, context);
          buffer[key] = String(value);
        }
        const collected = { ...buffer, ...(raw as Metadata) };
        for (const key of Object.keys(buffer)) delete buffer[key];
        return collected;
      },
    };
  },
});
