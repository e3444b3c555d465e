import { expectReplaced, expectRoundTrip } from '../harness/dsl/assertions';
import { check } from '../harness/dsl/check';
import { splitIntoMaps } from '../harness/dsl/sample-maps';

// What pads, packs or encrypts goes wrong at lengths of its own.

check('VALUE-03', 'gives back texts of every length', async (tools) => {
  const lengths = everyLength(tools.limits.valueLength);
  await expectRoundTrip(
    tools,
    lengths.map((length) => 'v'.repeat(length)),
  );
});

check('KEY-01', 'takes keys of every length', async (tools) => {
  const server = await tools.given.server('active', { old: '1' });
  for (const lengths of splitIntoMaps(tools, everyLength(tools.limits.keyLength))) {
    await expectReplaced(tools, server, Object.fromEntries(lengths.map((length) => ['k'.repeat(length), `${length}`])));
  }
});

/** Beyond some hundreds, lengths are no longer of their own. */
const most = 512;

function everyLength(limit: number): number[] {
  const lengths = Array.from({ length: Math.min(limit, most) }, (_, index) => index + 1);
  return limit > most ? [...lengths, limit] : lengths;
}
