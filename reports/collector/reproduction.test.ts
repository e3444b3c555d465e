import type { ClauseId } from '../../contracts/clauses';
import { metadataPath } from '../../contracts/http/route';
import type { GivenServer } from '../result/result';
import { ExchangeSequence } from '../testing/exchanges';
import { minimizeReproduction } from './reproduction';

const old = { old: '1' };
const one = { one: '1' };
const heldBy = (server: string, metadata: object, vmState?: string): GivenServer => ({
  path: metadataPath('v2.1', 'p', server),
  token: '$TOKEN',
  body: JSON.stringify({ metadata }),
  ...(vmState && { vmState }),
});

/** The numbers of the exchanges of a reproduction, and its initial servers. */
function cut(written: ExchangeSequence, candidates: ClauseId[], given: readonly GivenServer[] = []) {
  const reproduction = minimizeReproduction({ given, exchanges: written.exchanges }, candidates);
  return { numbers: reproduction.exchanges.map(({ number }) => number), given: reproduction.given };
}

test('the last known state before the last change replaces all earlier requests', () => {
  const written = new ExchangeSequence();
  for (let round = 0; round < 20; round += 1) written.put({ round: `${round}` }).get({ round: `${round}` });
  written.put(one).get({ round: '19', ...one });
  expect(cut(written, ['REPLACE-02'])).toEqual({ numbers: [41, 42], given: [heldBy('a', { round: '19' })] });
});

test('several changes after the known state stay', () => {
  const written = new ExchangeSequence().put(old).get(old).put({ a: '/' }, { status: 400 }).put(one).get(old);
  expect(cut(written, ['REPLACE-01'])).toEqual({ numbers: [3, 4, 5], given: [heldBy('a', old)] });
});

test('a change that shows the failure by its own response does not need earlier rejected changes', () => {
  const written = new ExchangeSequence().put(old).get(old);
  for (let round = 0; round < 78; round += 1) written.put({ [`${round}/`]: '1' }, { status: 400 });
  written.put({ 'a/': '1' });
  expect(cut(written, ['KEY-05'])).toEqual({ numbers: [81], given: [heldBy('a', old)] });
});

test('if a map changes without a request, its last known state is given', () => {
  const written = new ExchangeSequence().get(old).get(one);
  expect(cut(written, ['REPLACE-07'])).toEqual({ numbers: [2], given: [heldBy('a', old)] });
});

test('without a known state in the check, the state before the check is given', () => {
  const written = new ExchangeSequence().put(one).get(old);
  const given = [heldBy('a', old), heldBy('b', old)];
  expect(cut(written, ['REPLACE-01'], given)).toEqual({ numbers: [1, 2], given: [heldBy('a', old)] });
});

test('a read without a response, without a map, or concurrent with a change shows no known state', () => {
  const written = new ExchangeSequence().put(old).get(old).put(one);
  written.get(one, { fault: 'a gateway' }).get(one, { race: 1 });
  written.send('GET', metadataPath('v2.1', 'p', 'a'), 200, undefined, '<html>');
  written.put({}).get(one);
  expect(cut(written, ['REPLACE-04'])).toMatchObject({ numbers: [3, 5, 6, 7, 8] });
});

test('other servers are left out if they are not needed', () => {
  const written = new ExchangeSequence().put(old).get(old).put(old, { server: 'b' }).get(old, { server: 'b' });
  written.put(one).put(one, { server: 'b' }).get(old);
  expect(cut(written, ['REPLACE-01'])).toEqual({ numbers: [5, 7], given: [heldBy('a', old)] });
});

test.each<ClauseId>(['ISOLATION-01', 'ACCESS-06', 'CONCURRENCY-02'])(
  '%s keeps what other servers were sent',
  (clause) => {
    const written = new ExchangeSequence().put(old).get(old).put(old, { server: 'b' }).get(old, { server: 'b' });
    written.put(one).get(one, { server: 'b' });
    expect(cut(written, [clause])).toEqual({ numbers: [5, 6], given: [heldBy('a', old), heldBy('b', old)] });
  },
);

test('earlier rejected requests to other servers are left out', () => {
  const written = new ExchangeSequence();
  for (const server of ['x', 'y', 'z']) written.put(one, { server, status: 404 });
  written.put(one, { server: 'w' });
  expect(cut(written, ['ACCESS-04'])).toEqual({ numbers: [4], given: [] });
});

test('a race stays whole', () => {
  const written = new ExchangeSequence().put(old).get(old);
  written
    .put(one, { race: 1 })
    .put({ two: '2' }, { race: 1 })
    .get({ ...one, two: '2' });
  expect(cut(written, ['CONCURRENCY-01'])).toEqual({ numbers: [3, 4, 5], given: [heldBy('a', old)] });
});

test('for clauses about both versions, the read that may have filled a cache stays', () => {
  const written = new ExchangeSequence().put(old).get(old, { version: 'v2' }).put(one).get(old, { version: 'v2' });
  expect(cut(written, ['VERSION-02']).numbers).toEqual([2, 3, 4]);
  expect(cut(written, ['REPLACE-01']).numbers).toEqual([3, 4]);
});

test('actions stay while their effect lasts, with the last of the reads that wait for it', () => {
  const written = new ExchangeSequence()
    .put(old)
    .get(old)
    .serverAction('os-stop')
    .getServer('active')
    .getServer('stopped')
    .getServer('stopped');
  const started = new ExchangeSequence().put(old).get(old).serverAction('os-stop').getServer('stopped').get(old);
  started.serverAction('os-start').getServer('active').get(old).put(one).get(old);
  written.get(old).put(one).get(old);
  expect(cut(written, ['STATE-02'])).toEqual({ numbers: [3, 6, 8, 9], given: [heldBy('a', old)] });
  expect(cut(started, ['REPLACE-01'])).toEqual({ numbers: [9, 10], given: [heldBy('a', old)] });
});

test('a lock stays until the unlock, because no read shows it', () => {
  const written = new ExchangeSequence()
    .put(old)
    .get(old)
    .serverAction('lock')
    .getServer('active')
    .get(old)
    .put(one, { status: 403 });
  expect(cut(written, ['STATE-14'])).toEqual({ numbers: [3, 4, 6], given: [heldBy('a', old)] });
  written.serverAction('unlock').get(old).put(one, { status: 403 });
  expect(cut(written, ['STATE-14'])).toEqual({ numbers: [9], given: [heldBy('a', old)] });
});

test('the vm_state before the check is given too, until a read shows an active server', () => {
  const given = [heldBy('a', old, 'stopped')];
  const written = new ExchangeSequence().get(old).put(one, { status: 409 });
  expect(cut(written, ['STATE-02'], given)).toEqual({ numbers: [2], given });
  const started = new ExchangeSequence()
    .serverAction('os-start')
    .getServer('active')
    .get(old)
    .put(one, { status: 409 });
  expect(cut(started, ['STATE-01'], given)).toEqual({ numbers: [4], given: [heldBy('a', old)] });
});

test('a map that was set item by item, or in another vm_state, is not a known state', () => {
  const pieces = new ExchangeSequence()
    .put(old)
    .get(old)
    .item('PUT', 'added')
    .get({ ...old, added: '1' })
    .put(one)
    .get(one);
  expect(cut(pieces, ['REPLACE-02']).numbers).toEqual([3, 4, 5, 6]);
  const stopped = new ExchangeSequence()
    .put(old)
    .get(old)
    .serverAction('os-stop')
    .getServer('stopped')
    .put(one)
    .get(one);
  stopped.serverAction('os-start').getServer('active').get(old);
  expect(cut(stopped, ['STATE-13']).numbers).toEqual([3, 4, 5, 6, 7, 8, 9]);
});

test('the removal of pairs that a replace should have removed does not belong to the check', () => {
  const written = new ExchangeSequence()
    .put(old)
    .get({ ...old, more: '1' })
    .item('DELETE', 'more')
    .get(old)
    .put(one)
    .get(old);
  expect(cut(written, ['REPLACE-02'])).toEqual({ numbers: [5, 6], given: [heldBy('a', old)] });
});

test('requests without a server stay unchanged', () => {
  const written = new ExchangeSequence().put(old).send('GET', '/v2.1/p/limits', 500, undefined, undefined);
  expect(cut(written, ['ANSWER-06']).numbers).toEqual([1, 2]);
  expect(cut(new ExchangeSequence(), ['ANSWER-06']).numbers).toEqual([]);
});
