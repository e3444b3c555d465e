import { clause } from './harness/clause';
import { inMaps } from './harness/in-maps';
import { spoilsNone } from './harness/spoils-none';
import { stores } from './harness/stores';

// What pads, packs or encrypts goes wrong at lengths of its own.

clause('VALUE-03', 'gives back texts of every length', async (tools) => {
  const lengths = everyLength(tools.limits.valueLength);
  await spoilsNone(
    tools,
    lengths.map((length) => 'v'.repeat(length)),
  );
});

clause('KEY-01', 'takes keys of every length', async (tools) => {
  const server = await tools.given.server('active', { old: '1' });
  for (const lengths of inMaps(tools, everyLength(tools.limits.keyLength))) {
    await stores(tools, server, Object.fromEntries(lengths.map((length) => ['k'.repeat(length), `${length}`])));
  }
});

/** Beyond some hundreds, lengths are no longer of their own. */
const most = 512;

function everyLength(limit: number): number[] {
  const lengths = Array.from({ length: Math.min(limit, most) }, (_, index) => index + 1);
  return limit > most ? [...lengths, limit] : lengths;
}
