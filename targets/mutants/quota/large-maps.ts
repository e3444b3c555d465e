import { compliant } from '../../embedded/compliant';
import { HttpError } from '../../embedded/http';
import { mutant } from '../helpers/mutant';
import { mapPairs } from '../helpers/pairs';

export const largeBodyRefused = mutant({
  name: 'large-body-refused',
  description: "Rejects bodies of more than 64 KiB, which a full map of long pairs exceeds: a proxy's default.",
  killedBy: ['QUOTA-02'],
  readBody: (request) => {
    if (request.body.length > 65_536) throw new HttpError(413, 'Request Entity Too Large');
    return compliant.readBody(request);
  },
});

export const largeMapCut = mutant({
  name: 'large-map-cut',
  description: 'Stores only the first 64 KiB of a map: a TEXT column in a lenient SQL mode.',
  killedBy: ['QUOTA-02'],
  replace: (_old, sent) => {
    let room = 65_535;
    return mapPairs(sent, (key, value) => {
      room -= Buffer.byteLength(JSON.stringify({ [key]: value }));
      return room > 0 ? [key, value] : undefined;
    });
  },
});

export const lastBatchOfOneLost = mutant({
  name: 'last-batch-of-one-lost',
  description: 'Drops the last of 33, 65 or 97 pairs: a bulk insert that skips a last batch of one row.',
  killedBy: ['QUOTA-01', 'QUOTA-02'],
  alsoBreaks: ['REPLACE-01'],
  replace: (_old, sent) => {
    const pairs = Object.entries(sent);
    return pairs.length > 1 && pairs.length % 32 === 1 ? Object.fromEntries(pairs.slice(0, -1)) : sent;
  },
});

export const quotaSecondBatchLost = mutant({
  name: 'quota-second-batch-lost',
  description:
    'Drops all pairs after the first twenty if there are fewer than forty: a flush that runs only inside the loop.',
  killedBy: ['QUOTA-01'],
  replace: (_old, sent) => {
    const entries = Object.entries(sent);
    return Object.fromEntries(entries.length > 20 && entries.length < 40 ? entries.slice(0, 20) : entries);
  },
});

export const quotaShowsHundred = mutant({
  name: 'quota-shows-hundred',
  description: 'Shows at most a hundred pairs: a default page size.',
  killedBy: ['QUOTA-02'],
  load: ({ server }) => Object.fromEntries(Object.entries(server.metadata).slice(0, 100)),
});
