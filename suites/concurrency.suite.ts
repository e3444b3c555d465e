import * as inputs from '../properties';
import { type LawTools, law } from './harness/law';

law('CONCURRENCY-01', 'replaces as a whole when replaces meet', inputs.races({ maxReads: 0 }), meet, { race: true });

law('CONCURRENCY-02', 'has one order when replaces and reads meet', inputs.races({ maxReads: 3 }), meet, {
  race: true,
});

/** Sends everything at once, then reads. The oracle looks for one order that explains it all. */
async function meet(tools: LawTools, { replaces, reads }: inputs.Race): Promise<void> {
  const { server, read, replace, together } = tools;
  await together([
    ...replaces.map(
      ({ version, metadata }) =>
        () =>
          replace(server, metadata, version),
    ),
    ...reads.map((version) => () => read(server, version)),
  ]);
  await read(server);
}
