import { capabilities } from '../../contracts/capabilities';
import { clauses } from '../../contracts/clauses';

const text = { type: 'string' };
const texts = { type: 'array', items: text };
const count = { type: 'integer', minimum: 0 };

const body = {
  type: 'object',
  oneOf: [
    { required: ['text'], properties: { text }, additionalProperties: false },
    {
      required: ['base64'],
      properties: { base64: { type: 'string', contentEncoding: 'base64' } },
      additionalProperties: false,
    },
  ],
};
const headers = { type: 'object', additionalProperties: text };

const exchange = {
  type: 'object',
  required: ['number', 'check', 'at', 'took', 'request', 'response'],
  properties: {
    number: { type: 'integer', minimum: 1 },
    check: text,
    at: { type: 'number', description: 'milliseconds since the run began' },
    took: { type: 'number', description: 'milliseconds' },
    race: { type: 'integer', description: 'requests of the same number were under way at the same time' },
    retried: { const: true },
    paused: { const: true },
    titled: { const: true },
    fault: { type: 'string', description: 'what its answer is taken for, which is not judged' },
    request: {
      type: 'object',
      required: ['method', 'path', 'headers', 'body'],
      properties: { method: text, path: text, headers, body },
    },
    response: {
      type: 'object',
      required: ['status', 'headers', 'body'],
      properties: { status: { type: 'integer', minimum: 0, maximum: 599 }, headers, body },
    },
  },
};

const failure = {
  type: 'object',
  required: ['check', 'title', 'expected', 'observed', 'exchange', 'given', 'exchanges'],
  properties: {
    check: text,
    title: text,
    expected: text,
    observed: text,
    exchange: count,
    given: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'token', 'body'],
        properties: { path: text, token: text, body: text, vmState: text },
      },
    },
    exchanges: { type: 'array', items: exchange },
    confirmed: {
      type: 'object',
      required: ['shown', 'of'],
      properties: { shown: count, of: { type: 'integer', minimum: 1 } },
      additionalProperties: false,
    },
    counterexample: {
      type: 'object',
      required: ['input', 'shown', 'of', 'requests'],
      properties: {
        input: text,
        json: {},
        version: { enum: ['v2', 'v2.1'] },
        replay: text,
        shown: { type: 'integer', minimum: 1 },
        of: { type: 'integer', minimum: 1 },
        requests: count,
      },
      additionalProperties: false,
    },
  },
};

const clause = {
  type: 'object',
  required: [
    'clause',
    'level',
    'sentence',
    'source',
    'verdict',
    'waived',
    'checks',
    'satisfied',
    'violated',
    'failures',
  ],
  properties: {
    clause: { enum: clauses.map(({ id }) => id) },
    level: { enum: ['MUST', 'SHOULD', 'open', 'not applicable'] },
    sentence: text,
    source: text,
    verdict: { enum: ['passed', 'failed', 'open', 'not tested', 'not applicable'] },
    reading: text,
    reason: text,
    maskedBy: { type: 'array', items: { enum: clauses.map(({ id }) => id) }, minItems: 1 },
    waived: { type: 'boolean' },
    checks: {
      type: 'object',
      required: ['run', 'notTested', 'notRun'],
      properties: { run: count, notTested: count, notRun: count },
    },
    satisfied: count,
    violated: count,
    failures: { type: 'array', items: failure },
  },
  additionalProperties: false,
};

const missing = {
  type: 'array',
  items: {
    type: 'object',
    required: ['capability', 'reasons', 'checks', 'clauses', 'isBinding', 'waived'],
    properties: {
      capability: { enum: capabilities.map(({ name }) => name) },
      reasons: texts,
      checks: count,
      clauses: texts,
      isBinding: { type: 'boolean' },
      waived: { type: 'boolean' },
    },
    additionalProperties: false,
  },
};

const knownFailures = {
  type: 'array',
  items: {
    type: 'object',
    required: ['clause', 'reason', 'owner', 'expires'],
    properties: { clause: text, reason: text, owner: text, expires: text },
    additionalProperties: false,
  },
};

const baseline = {
  type: 'object',
  required: ['known', 'expired', 'noLongerFailing', 'unknown'],
  properties: {
    known: knownFailures,
    expired: knownFailures,
    noLongerFailing: knownFailures,
    unknown: texts,
    masked: texts,
  },
  additionalProperties: false,
};

/** JSON Schema (2020-12) of `result.json`. */
export const resultSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Result of a run of ecs-metadata-conformance',
  type: 'object',
  required: [
    'format',
    'run',
    'verdict',
    'exitCode',
    'clauses',
    'missing',
    'checks',
    'exchanges',
    'troubles',
    'unconfirmed',
    'defects',
  ],
  properties: {
    format: { const: 'ecs-metadata-conformance/result/1' },
    run: {
      type: 'object',
      required: [
        'target',
        'profile',
        'effort',
        'seed',
        'strict',
        'waived',
        'quota',
        'suite',
        'began',
        'seconds',
        'notPutBack',
      ],
      properties: {
        target: text,
        targetName: text,
        targetVersion: text,
        profile: text,
        effort: { enum: ['smoke', 'quick', 'standard', 'thorough'] },
        seed: { type: 'integer' },
        strict: { type: 'boolean' },
        waived: texts,
        selected: texts,
        shard: {
          type: 'object',
          required: ['index', 'count'],
          properties: { index: { type: 'integer', minimum: 1 }, count: { type: 'integer', minimum: 1 } },
          additionalProperties: false,
        },
        shards: { type: 'integer', minimum: 1 },
        failedBefore: {
          type: 'array',
          minItems: 1,
          items: {
            type: 'object',
            required: ['clause', 'checks'],
            properties: { clause: { enum: clauses.map(({ id }) => id) }, checks: texts },
            additionalProperties: false,
          },
        },
        quota: {
          type: 'object',
          required: ['limit', 'source'],
          properties: {
            limit: { type: 'integer', minimum: -1 },
            source: { enum: ['declared', 'asked', 'probed', 'assumed'] },
          },
        },
        suite: text,
        began: text,
        seconds: { type: 'number', minimum: 0 },
        notPutBack: texts,
      },
      additionalProperties: false,
    },
    verdict: { enum: ['conformant', 'no failure found', 'not conformant', 'incomplete', 'error'] },
    baseline,
    exitCode: { enum: [0, 1, 3, 4] },
    clauses: { type: 'array', items: clause, minItems: 1, maxItems: clauses.length },
    missing,
    checks: count,
    leftOut: {
      type: 'object',
      required: ['checks', 'clauses'],
      properties: { checks: count, clauses: { type: 'array', items: { enum: clauses.map(({ id }) => id) } } },
      additionalProperties: false,
    },
    exchanges: count,
    troubles: texts,
    unconfirmed: {
      type: 'array',
      items: {
        type: 'object',
        required: ['clauses', 'check', 'expected', 'observed', 'exchange'],
        properties: {
          clauses: { type: 'array', items: { type: 'string' } },
          check: { type: 'string' },
          expected: { type: 'string' },
          observed: { type: 'string' },
          exchange: count,
        },
        additionalProperties: false,
      },
    },
    defects: texts,
  },
  additionalProperties: false,
} as const;
