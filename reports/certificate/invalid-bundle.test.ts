import fc from 'fast-check';
import { signEnvelope } from './dsse-envelope';
import { rejectDuplicateNames } from './invalid-bundle';
import { buildStatement, digestOf } from './statement';
import { compliantRun, privateKey, type SignedBundle, verifySigned } from './testing/signed-bundle';

const refusal = (json: string) => () => rejectDuplicateNames(json, 'it');

test('JSON with unique member names is accepted in any form', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom('', ' ', '\t\n'), (value, space) => {
      expect(refusal(JSON.stringify(value, null, space))).not.toThrow();
    }),
  );
});

test('a duplicate name in one object is found, at any depth and with any escapes', () => {
  const spelled = (name: string) => [...name].map((each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const spelling = fc.constantFrom(JSON.stringify, (name: string) => `"${spelled(name).join('')}"`);
  const place = fc.constantFrom(
    (inner: string) => inner,
    (inner: string) => `[0, "x:", ${inner}]`,
    (inner: string) => `{"deep\\\\" : {"a": [{}, [${inner}]], "b": "\\"a\\":"}}`,
  );
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', '"', '\\', ':', '{', ' ') }),
      spelling,
      fc.jsonValue(),
      place,
      (name, spell, value, within) => {
        const twice = `{${JSON.stringify(name)}: ${JSON.stringify(value)}, "other": 1, ${spell(name)} : 2}`;
        fc.pre(name !== 'other');
        expect(refusal(within(twice))).toThrow(`" twice in one object`);
      },
    ),
  );
});

test('the same name in two objects is not a duplicate', () => {
  expect(refusal('[{"a": {"a": 1}}, {"a": "\\"a\\": 1"}]')).not.toThrow();
});

test('a long name, or one with invisible characters, is printed in one line', () => {
  const name = JSON.stringify(`a\n${'b'.repeat(1_000)}`);
  expect(refusal(`{${name}: 1, ${name}: 2}`)).toThrow(/^it names "a\\nb{58}" twice in one object$/);
});

/** A bundle that its signer wrote by hand. */
function written(change: Partial<Record<'result' | 'evidence' | 'statement' | 'envelope', (text: string) => string>>) {
  const same = (text: string) => text;
  const { result: ofResult = same, evidence: ofEvidence = same, statement: ofStatement = same } = change;
  const parts = compliantRun();
  const result = ofResult(JSON.stringify(parts.result));
  const evidence = ofEvidence(parts.evidence.map((each) => `${JSON.stringify(each)}\n`).join(''));
  const digests = { result: digestOf(result), evidence: digestOf(evidence) };
  const file = 'evidence.jsonl';
  const statement = ofStatement(JSON.stringify(buildStatement(parts.result, parts.edition, digests, file)));
  const attestation = (change.envelope ?? same)(signEnvelope(statement, privateKey));
  return { attestation, result, evidence, file } satisfies SignedBundle;
}

test('a bundle with unique member names is verified', async () => {
  await expect(verifySigned(written({}))).resolves.toMatchObject({ verdict: 'conformant' });
});

test.each<[string, Parameters<typeof written>[0], string]>([
  [
    'the envelope',
    { envelope: (text) => text.replace('{', '{"payload":"","payloadType":"","payload":"",') },
    'the attestation names "payload" twice in one object',
  ],
  [
    'a signature of the envelope',
    { envelope: (text) => text.replace('"sig":', '"sig":"","sig":') },
    'the attestation names "sig" twice in one object',
  ],
  [
    'the statement',
    { statement: (text) => text.replace('"predicate":', '"predicate":{"result":"FAILED"},"predicate":') },
    'the statement in the attestation names "predicate" twice in one object',
  ],
  [
    'a line of the evidence',
    { evidence: (text) => text.replace('"status":200', '"status":500,"stat\\u0075s":200') },
    'line 2 of the evidence names "status" twice in one object',
  ],
  [
    'the result',
    { result: (text) => text.replace('"verdict":', '"verdict":"not conformant","verdict":') },
    'result.json names "verdict" twice in one object',
  ],
])('a bundle in which %s has a duplicate name is invalid', async (_, change, complaint) => {
  await expect(verifySigned(written(change))).rejects.toMatchObject({ name: 'InvalidBundleError', message: complaint });
});
