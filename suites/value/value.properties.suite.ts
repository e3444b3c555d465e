import fc from 'fast-check';
import type { Metadata } from '../../contracts/metadata';
import type { Limits } from '../../contracts/profiles/profile';
import * as inputs from '../../properties';
import { maxPairsInBody } from '../../properties/cases/limits';
import { expectReplaced } from '../harness/dsl/assertions';
import { property } from '../harness/dsl/check';

property(
  'VALUE-03/any-text',
  'returns any text unchanged',
  (limits) => mapOfValues(inputs.values({ limits }), limits),
  async (tools, map) => {
    await expectReplaced(tools, tools.server, map);
  },
);

property(
  'VALUE-08/any-control-characters',
  'stores control characters unchanged if it takes them',
  (limits) => mapOfValues(inputs.controlValues({ limits }), limits),
  async (tools, map) => {
    await tools.replace(tools.server, map);
    await tools.read(tools.server);
  },
);

property(
  'VALUE-10/any-lone-surrogate',
  'treats every lone surrogate in the same way',
  (limits) => inputs.loneSurrogateValues({ limits }),
  async (tools, value) => {
    await tools.put(tools.server, { metadata: { a: value } });
    await tools.read(tools.server);
  },
);

function mapOfValues(values: fc.Arbitrary<string>, { always, valueLength }: Limits): fc.Arbitrary<Metadata> {
  return fc
    .array(values, { minLength: 1, maxLength: Math.min(10, always, maxPairsInBody(6 * valueLength)) })
    .map((texts) => Object.fromEntries(texts.map((text, index) => [`key${index}`, text])));
}
