import * as inputs from '../properties';
import { type LawTools, law } from './harness/law';

law('CONCURRENCY-01', 'replaces as a whole when replaces meet', inputs.races({ maxReads: 0 }), meet, { race: true });

law('CONCURRENCY-02', 'has one order when replaces and reads meet', inputs.races({ maxReads: 6 }), meet, {
  race: true,
});

/**
 * Sends all replaces at once, and reads beside them one after the other, in two rows: reads in a row show whether what
 * one saw another unsees. The oracle looks for one order that explains it all.
 */
async function meet(tools: LawTools, { replaces, reads }: inputs.Race): Promise<void> {
  const { server, read, replace, together } = tools;
  await together([
    ...replaces.map(
      ({ version, metadata }) =>
        () =>
          replace(server, metadata, version),
    ),
    ...[0, 1].map((row) => async () => {
      for (const version of reads.filter((_, place) => place % 2 === row)) await read(server, version);
    }),
  ]);
  await read(server);
}
