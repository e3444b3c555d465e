import { metadataPath } from '../../../contracts/http/route';
import { initialModel } from '../../../contracts/oracle/model';
import { subject } from '../../../contracts/oracle/testing/scripted-target';
import { ecs } from '../../../contracts/profiles/ecs';
import { TargetUnavailableError } from '../../../targets/errors';
import type { HttpRequest, HttpResponse } from '../../../targets/http/message';
import { NotApplicable, NotTested } from '../run/check-outcome';
import { UnansweredRequests } from './unanswered-requests';

const [server] = subject.servers;
const put = (body: string): HttpRequest => ({
  method: 'PUT',
  path: metadataPath('v2.1', 'p', server?.id ?? ''),
  as: 'own',
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(body),
});
const malformed = put('{');
const ordinary = put('{"metadata":{"one":"1"}}');
const answer = (status: number): HttpResponse => ({ status, headers: {}, body: Buffer.alloc(0) });

/** A target that responds, or not, as `answers` says for each request in turn. */
function over(
  answers: (asked: HttpRequest, time: number) => HttpResponse | TargetUnavailableError['kind'],
  isUp = () => true,
) {
  const sent: HttpRequest[] = [];
  const unanswered = new UnansweredRequests();
  const send = async (asked: HttpRequest) => {
    sent.push(asked);
    const found = answers(asked, sent.length);
    if (typeof found !== 'string') return found;
    if (asked.acceptsNoResponse) return answer(0);
    throw new TargetUnavailableError('no answer', {}, found);
  };
  const sendOrdinary = async () => {
    if (!isUp()) throw new TargetUnavailableError('no answer', {}, 'broken');
  };
  const sending = { state: () => initialModel(subject), profile: ecs, send, sendOrdinary };
  return { sent, ask: (asked: HttpRequest) => unanswered.send(asked, sending) };
}

test('a target that never responds to one kind of request, and to all others, fails', async () => {
  const { sent, ask } = over(() => 'silence');
  expect((await ask(malformed)).status).toBe(0);
  expect(sent.map(({ acceptsNoResponse }) => acceptsNoResponse)).toEqual([undefined, undefined, true]);
  // Once that is known, such a request is sent once, and not waited for so long.
  expect((await ask(put('['))).status).toBe(0);
  expect(sent).toHaveLength(4);
  expect(sent.at(-1)?.timeout).toBeLessThan(30_000);
});

test('after some confirmations no more requests of the kind are sent', async () => {
  const { sent, ask } = over(() => 'silence');
  for (let time = 1; time <= 3; time += 1) await ask(malformed);
  const count = sent.length;
  await expect(ask(malformed)).rejects.toThrow(NotTested);
  expect(sent).toHaveLength(count);
});

test('a response that is missing only once is no failure of the target', async () => {
  const { ask } = over((_, time) => (time === 1 ? 'broken' : answer(400)));
  expect((await ask(malformed)).status).toBe(400);
});

test('a target that does not respond to ordinary requests either is unavailable', async () => {
  await expect(
    over(
      () => 'broken',
      () => false,
    ).ask(malformed),
  ).rejects.toThrow(TargetUnavailableError);
});

test('an ordinary request without a response shows nothing', async () => {
  const { sent, ask } = over(() => 'silence');
  await expect(ask(ordinary)).rejects.toThrow(TargetUnavailableError);
  expect(sent).toHaveLength(1);
});

test.each([
  ['a caller is refused', { ...ordinary, as: 'none' as const }],
  ['a content type is refused', { ...ordinary, headers: { 'content-type': 'application/xml' } }],
])('a connection that is closed where %s says nothing', async (_, asked) => {
  await expect(over(() => 'broken').ask(asked)).rejects.toThrow(TargetUnavailableError);
});

test('a connection that is closed at a large body that may be refused is a refusal of its size', async () => {
  const large = put(JSON.stringify({ metadata: { one: 'v'.repeat(40_000) } }));
  await expect(over(() => 'broken').ask(large)).rejects.toThrow(NotApplicable);
  await expect(
    over(
      () => 'broken',
      () => false,
    ).ask(large),
  ).rejects.toThrow(TargetUnavailableError);
});
