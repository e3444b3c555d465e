import { setImmediate as turn } from 'node:timers/promises';
import type { Evidence } from '../../../contracts/evidence/events';
import { metadataPath } from '../../../contracts/http/route';
import { ecs } from '../../../contracts/profiles/ecs';
import type { RecordedExchange } from '../../../targets/http/message';
import { efforts } from '../run/run-plan';
import { Recorder } from './recorder';

const path = metadataPath('v2.1', 'p', 's');
const subject = {
  projectId: 'p',
  quota: { limit: 128, source: 'assumed' },
  servers: [{ id: 's', projectId: 'p' }],
} as const;

const read: RecordedExchange = {
  at: 0,
  took: 1,
  request: { method: 'GET', path, headers: {}, body: { text: '' } },
  response: { status: 200, headers: { 'content-type': 'application/json' }, body: { text: '{"metadata":{"a":"1"}}' } },
};

const context = { checkId: 'check', phase: 'check', attempt: 1 } as const;

let told: Evidence[];
let recorder: Recorder;
beforeEach(() => {
  told = [];
  recorder = new Recorder(ecs, (evidence) => told.push(evidence));
  recorder.start('http://localhost', subject, { effort: efforts.quick, seed: 1, corpus: [] }, 'v2.1');
});

const kinds = () => told.map((evidence) => (evidence.kind === 'exchange' ? evidence.exchange.number : evidence.kind));

test('an exchange is judged once the next request had time to be sent', async () => {
  let heard = false;
  recorder.record(read, context, () => {
    heard = true;
  });
  await Promise.resolve();
  expect([kinds(), heard]).toEqual([['run'], false]);
  await turn();
  expect([kinds(), heard]).toEqual([['run', 1], true]);
});

test('the state is that after all exchanges before, in their order', () => {
  recorder.record(read, context);
  recorder.record(read, context);
  expect(recorder.state?.servers.get('s')?.views['v2.1'].possibleMaps).toEqual([{ map: { a: '1' } }]);
  recorder.record(read, context);
  recorder.report({ kind: 'trial', check: 'check' });
  expect(kinds()).toEqual(['run', 1, 2, 3, 'trial']);
});

test('an error of the oracle is thrown once by the next flush, and the next exchange is judged', async () => {
  const broken = { ...read, request: undefined as unknown as RecordedExchange['request'] };
  recorder.record(broken, context);
  recorder.record(read, context);
  await turn();
  expect(recorder.state?.servers.has('s')).toBe(true);
  expect(() => recorder.flush()).toThrow(TypeError);
  recorder.flush();
  expect(kinds()).toEqual(['run', 2]);
});
