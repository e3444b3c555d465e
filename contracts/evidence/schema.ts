import { clauses } from '../clauses';
import { versions } from '../metadata';
import { vmStates } from '../vm-states';
import { checkIdPattern } from './check-id';
import { evidenceFormat } from './events';

const text = { type: 'string' };
const texts = { type: 'array', items: text };
const yes = { const: true };
const count = { type: 'integer', minimum: 0 };
const duration = { type: 'number', minimum: 0 };
const clauseId = { enum: clauses.map(({ id }) => id) };
const clauseIds = { type: 'array', items: clauseId };
const version = { enum: versions };
const headers = { type: 'object', additionalProperties: text };

const object = (required: Readonly<Record<string, unknown>>, optional: Readonly<Record<string, unknown>> = {}) => ({
  type: 'object',
  properties: { ...required, ...optional },
  required: Object.keys(required),
  additionalProperties: false,
});

const quota = object({
  limit: { type: 'integer', minimum: -1 },
  source: { enum: ['declared', 'asked', 'probed', 'assumed'] },
});

const subject = object(
  {
    projectId: text,
    quota,
    servers: {
      type: 'array',
      items: object({ id: text, projectId: text }, { declaredState: { enum: vmStates } }),
    },
  },
  { otherProjectId: text, isProjectless: yes },
);

const shard = object(
  {
    index: { type: 'integer', minimum: 1 },
    count: { type: 'integer', minimum: 1 },
    rules: { type: 'object', description: 'the whole profile' },
  },
  { selected: texts },
);

const body = { oneOf: [object({ text }), object({ base64: text })] };

const exchange = object(
  {
    number: { type: 'integer', minimum: 1 },
    check: text,
    at: duration,
    took: duration,
    request: object({ method: text, path: text, headers, body }),
    // 0 where there was no response.
    response: object({ status: { type: 'integer', minimum: 0, maximum: 999 }, headers, body }),
  },
  {
    race: { type: 'integer', minimum: 1 },
    meanwhile: texts,
    aside: yes,
    retried: yes,
    paused: yes,
    titled: yes,
    fault: text,
  },
);

const finding = {
  oneOf: [
    object({ outcome: { const: 'satisfied' }, clause: clauseId }),
    object(
      {
        outcome: { const: 'violated' },
        candidates: { ...clauseIds, minItems: 1 },
        expected: text,
        observed: text,
      },
      { refused: count, explainedBy: clauseIds, isUnsteady: yes },
    ),
    object({ outcome: { const: 'reading' }, clause: clauseId, reading: text, despite: clauseIds }, { refused: count }),
  ],
};

const unmetNeed = { need: text, reason: text };

const counterexamples = {
  type: 'array',
  items: object({ input: text, shown: count, of: count, requests: count }, { json: {}, version, replay: text }),
};

const outcome = {
  oneOf: [
    object({ outcome: { const: 'passed' } }, { counterexamples }),
    object({ outcome: { const: 'failed' }, message: text }, { counterexamples }),
    object(
      { outcome: { const: 'not tested' }, reason: text, trouble: { type: 'boolean' } },
      { stopped: yes, fixtureFailed: yes },
    ),
    object({ outcome: { const: 'not run' }, ...unmetNeed }),
    object({ outcome: { const: 'not applicable' }, reason: text }),
  ],
};

/** JSON Schema of one line of `evidence.jsonl.gz`. */
export const evidenceSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'One line of the evidence of a run',
  oneOf: [
    object(
      {
        kind: { const: 'run' },
        format: { const: evidenceFormat },
        target: text,
        profile: text,
        subject,
        effort: text,
        seed: count,
        latency: duration,
      },
      { shard },
    ),
    object({
      kind: { const: 'preflight' },
      versions: { type: 'array', items: version },
      missing: { type: 'array', items: object(unmetNeed) },
      quota,
      announced: count,
      most: count,
    }),
    object({ kind: { const: 'exchange' }, exchange, findings: { type: 'array', items: finding } }),
    object(
      { kind: { const: 'trial' }, check: text },
      { counterexample: count, doubted: { enum: ['alone', 'beside others'] } },
    ),
    object({
      kind: { const: 'reproduction' },
      check: text,
      clause: clauseId,
      exchange: count,
      isWhole: { type: 'boolean' },
    }),
    object(
      {
        kind: { const: 'check' },
        check: text,
        id: { type: 'string', pattern: checkIdPattern },
        suite: text,
        clause: clauseId,
        title: text,
        ended: outcome,
      },
      { version },
    ),
    object({ kind: { const: 'others' }, reason: text }),
    object({ kind: { const: 'left out' }, checks: texts }),
  ],
} as const;
