import fc from 'fast-check';
import type { Limits } from '../../contracts/profiles/profile';
import * as inputs from '../../properties';
import { expectReplaced } from '../harness/dsl/assertions';
import { property } from '../harness/dsl/check';

const fewKeys = (limits: Limits) =>
  fc.uniqueArray(inputs.keys({ limits }), { minLength: 1, maxLength: Math.min(10, limits.always) });

property('KEY-02/any-legal-key', 'stores any legal key', fewKeys, async (tools, keys) => {
  await expectReplaced(tools, tools.server, Object.fromEntries(keys.map((key, index) => [key, `${index}`])));
});

property(
  'KEY-07/any-space',
  'treats every space in the same way',
  (limits) => inputs.keysWithSpace({ limits }),
  async (tools, key) => {
    await tools.replace(tools.server, { [key]: '1' });
    await tools.read(tools.server);
  },
);
