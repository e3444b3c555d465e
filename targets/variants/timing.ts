import { compliant } from '../embedded/compliant';
import { jsonResponse } from '../embedded/http';
import { variant } from './variant';

export const answersWhatIsThere = variant({
  name: 'answers-what-is-there',
  description: 'Reads the map again for the response, which may be the map of a concurrent request.',
  replaceMetadata: async (context) => {
    const { status } = await compliant.replaceMetadata(context);
    await context.store.clock.sleep(2);
    return { ...jsonResponse(status, { metadata: await context.behaviour.load(context) }) };
  },
});

export const readsSlow = variant({
  name: 'reads-slow',
  description: 'Waits up to 3 ms before it returns the map that it read.',
  load: async ({ server, request, store }) => {
    const map = server.metadata;
    await store.clock.sleep(request.url.length % 4);
    return map;
  },
});

export const slowAtTimes = variant({
  name: 'slow-at-times',
  description: 'Delays every 200th response by 150 ms.',
  behaviour: () => {
    let count = 0;
    return {
      handle: async (request, next, { clock }) => {
        count += 1;
        if (count % 200 === 0) await clock.sleep(150);
        return next(request);
      },
    };
  },
});

export const writesEarlierDropped = variant({
  name: 'writes-earlier-dropped',
  description: 'Drops a replace that a later one overtakes, so that the two still have an order.',
  save: async (map, context) => {
    const { scratch } = context.server;
    const number = Number(scratch.get('number') ?? 0) + 1;
    scratch.set('number', number);
    await context.store.clock.sleep(2);
    if (scratch.get('number') === number) {
      await compliant.save(map, context);
      scratch.set('stored', number);
      return;
    }
    // A dropped request gets its response once the later one is carried out.
    while (Number(scratch.get('stored') ?? 0) < number) await context.store.clock.sleep(1);
  },
});

export const writesQueued = variant({
  name: 'writes-queued',
  description: 'Processes the replaces of a server one after the other.',
  behaviour: () => {
    const queues = new Map<string, Promise<void>>();
    return {
      save: async (map, context) => {
        const before = queues.get(context.server.id) ?? Promise.resolve();
        const done = before.then(() => context.store.clock.sleep(2)).then(() => compliant.save(map, context));
        queues.set(context.server.id, done);
        await done;
      },
    };
  },
});

export const writesSlow = variant({
  name: 'writes-slow',
  description: 'Waits up to 4 ms before it stores the whole map.',
  save: async (map, context) => {
    await context.store.clock.sleep(context.request.body.length % 5);
    await compliant.save(map, context);
  },
});
