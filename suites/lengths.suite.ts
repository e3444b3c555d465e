import { clause } from './harness/clause';
import { spoilsNone } from './harness/spoils-none';
import { stores } from './harness/stores';

/** So many keys say nothing about the number of pairs. */
const some = 15;
const most = 255;

// What pads, packs or encrypts goes wrong at lengths of its own.

clause('VALUE-03', 'gives back texts of every length', async (tools) => {
  await spoilsNone(
    tools,
    Array.from({ length: most }, (_, index) => 'v'.repeat(index + 1)),
  );
});

clause('KEY-01', 'takes keys of every length', async (tools) => {
  const server = await tools.given.server('active', { old: '1' });
  for (let from = 1; from <= most; from += some) {
    const lengths = Array.from({ length: Math.min(some, most + 1 - from) }, (_, index) => from + index);
    await stores(tools, server, Object.fromEntries(lengths.map((length) => ['k'.repeat(length), `${length}`])));
  }
});
