import type { Evidence } from '../../contracts/evidence/events';
import {
  compliantRun,
  mergingRun,
  otherKeyPair,
  publicKey,
  type SignedBundle,
  signBundle,
  type UnsignedBundle,
  verifySigned,
} from './testing/signed-bundle';
import { resultOfEvidence, withFindings } from './testing/small-run';

test('a bundle of a compliant target is verified offline', async () => {
  const parts = compliantRun();
  expect(parts.result.verdict).toBe('conformant');
  expect(await verifySigned(signBundle(parts))).toEqual(JSON.parse(JSON.stringify(parts.result)));
});

test('an older bundle with uncompressed evidence is verified too', async () => {
  const parts = compliantRun();
  const texts = signBundle(parts, undefined, undefined, 'evidence.jsonl');
  expect(await verifySigned(texts)).toEqual(JSON.parse(JSON.stringify(parts.result)));
  const tampered = { ...texts, evidence: texts.evidence.replace('"at":3', '"at":4') };
  await expect(verifySigned(tampered)).rejects.toThrow(/evidence.jsonl is not/);
});

test('a bundle of a target that does not report its quota is verified with the quota that was found', async () => {
  const parts = compliantRun();
  const [run, ...rest] = parts.evidence;
  const quota = { limit: 200, source: 'probed' } as const;
  const preflight: Evidence = {
    kind: 'preflight',
    versions: ['v2.1', 'v2'],
    missing: [],
    quota,
    announced: 10,
    most: 15,
  };
  const evidence = withFindings([run as Evidence, preflight, ...rest]);
  const result = resultOfEvidence(evidence);
  expect(result.run.quota).toEqual(quota);
  expect(await verifySigned(signBundle({ ...parts, evidence, result }))).toMatchObject({ verdict: 'conformant' });
});

test('a check may be left out if the preflight found that its need is not met', async () => {
  const parts = compliantRun();
  const [run, ...rest] = parts.evidence;
  const [need, reason] = ['item-operations/add', 'status 404'] as const;
  const missing = [{ need, reason }];
  const quota = { limit: 128, source: 'asked' } as const;
  const preflight: Evidence = { kind: 'preflight', versions: ['v2.1', 'v2'], missing, quota, announced: 10, most: 15 };
  const one: Evidence = {
    kind: 'check',
    check: 'extra',
    id: 'REPLACE-01/extra',
    suite: 'small',
    clause: 'REPLACE-01',
    title: 'extra',
    ended: { outcome: 'not run', need, reason },
  };
  const evidence = withFindings([run as Evidence, preflight, ...rest, one]);
  const result = resultOfEvidence(evidence);
  expect(result.missing).toMatchObject([{ capability: 'item-operations', checks: 1, isBinding: false }]);
  expect(await verifySigned(signBundle({ ...parts, evidence, result }))).toMatchObject({ verdict: 'conformant' });
});

test('a bundle of a target that does not conform is valid, and shows that', async () => {
  const { verdict, clauses } = await verifySigned(signBundle(mergingRun()));
  expect(verdict).toBe('not conformant');
  expect(clauses.filter((clause) => clause.verdict === 'failed').map(({ clause }) => clause)).toEqual(['REPLACE-02']);
});

const flipped = (text: string, place: number) =>
  `${text.slice(0, place)}${text[place] === 'A' ? 'B' : 'A'}${text.slice(place + 1)}`;
const middle = (text: string) => Math.floor(text.length / 2);

describe('without the key these parts cannot be changed:', () => {
  test.each<[string, (texts: SignedBundle) => Partial<SignedBundle>, RegExp]>([
    [
      'a byte of the result',
      ({ result }) => ({ result: result.replace('"seed": 1', '"seed": 2') }),
      /result.json is not/,
    ],
    [
      'a byte of the evidence',
      ({ evidence }) => ({ evidence: evidence.replace('"at":3', '"at":4') }),
      /evidence.jsonl.gz is not/,
    ],
    [
      'a byte of the statement',
      ({ attestation }) => ({ attestation: flipped(attestation, middle(attestation)) }),
      /is not signed by this key/,
    ],
    [
      'a byte of the signature',
      ({ attestation }) => ({ attestation: flipped(attestation, attestation.lastIndexOf('"sig":"') + 9) }),
      /is not signed by this key/,
    ],
    [
      'the type of what is signed',
      ({ attestation }) => ({ attestation: attestation.replace('vnd.in-toto', 'vnd.other') }),
      /is not an in-toto statement/,
    ],
    [
      'the signatures',
      ({ attestation }) => ({ attestation: attestation.replace(/\[.*\]/, '[]') }),
      /is not signed by this key/,
    ],
    ['the attestation as a whole', () => ({ attestation: '{}' }), /not a DSSE envelope/],
    [
      'the evidence, for that of another run',
      () => ({ evidence: signBundle(compliantRun(2)).evidence }),
      /evidence.jsonl.gz is not/,
    ],
    [
      'the result, for that of another run',
      () => ({ result: signBundle(compliantRun(2)).result }),
      /result.json is not/,
    ],
    ['the last line of the evidence', ({ evidence }) => ({ evidence: evidence.slice(0, -20) }), /jsonl.gz is not/],
  ])('%s', async (_, tamper, complaint) => {
    const texts = signBundle(compliantRun());
    const tampered = { ...texts, ...tamper(texts) };
    expect(tampered).not.toEqual(texts);
    await expect(verifySigned(tampered)).rejects.toThrow(complaint);
  });

  test('a bundle that another key has signed is invalid', async () => {
    await expect(verifySigned(signBundle(compliantRun(), otherKeyPair.privateKey))).rejects.toThrow(
      /is not signed by this key/,
    );
    await expect(verifySigned(signBundle(compliantRun()), otherKeyPair.publicKey)).rejects.toThrow(
      /is not signed by this key/,
    );
  });
});

describe('a bundle of another version of the suite', () => {
  const other = '9.9.9';
  const reworded = (parts: UnsignedBundle): UnsignedBundle => ({
    ...parts,
    evidence: parts.evidence.map((each) => (each.kind === 'exchange' ? { ...each, findings: [] } : each)),
    result: {
      ...parts.result,
      clauses: parts.result.clauses.map((each) => ({
        ...each,
        satisfied: each.satisfied + 1,
        reason: 'in other words',
      })),
    },
  });

  test('may have other texts and counts of findings', async () => {
    await expect(verifySigned(signBundle(reworded(compliantRun())), publicKey, other)).resolves.toMatchObject({
      verdict: 'conformant',
    });
    await expect(verifySigned(signBundle(reworded(compliantRun())))).rejects.toThrow(/findings are not the oracle's/);
  });

  test('must have the same verdicts', async () => {
    const { result, ...rest } = mergingRun();
    const clauses = result.clauses.map((each) => ({ ...each, verdict: 'passed' as const }));
    const flipped = { ...rest, result: { ...result, verdict: 'conformant' as const, exitCode: 0 as const, clauses } };
    await expect(verifySigned(signBundle(flipped), publicKey, other)).rejects.toThrow(/gives another result/);
  });
});
