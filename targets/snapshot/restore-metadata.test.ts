import { hasList, holding, MapServer, without } from '../testing/map-server';
import { restoreMetadata } from './restore-metadata';

const before = holding('{"kept":"1","both":"1","list":["x",{"y":1}]}');
const left = { both: 'of the suite', new: '2' };

test('a map is put back by one PUT, a list in it included', async () => {
  const server = new MapServer(left);
  expect(await restoreMetadata(server.snapshot({ metadata: before }), server.api)).toBeUndefined();
  expect(server.map).toEqual(before);
  expect(server.operations).toEqual(['PUT']);
});

test('a map that is there already is left alone, a list in it included', async () => {
  const server = new MapServer(holding(JSON.stringify(before)));
  expect(await restoreMetadata(server.snapshot({ metadata: before }), server.api)).toBeUndefined();
  expect(server.operations).toEqual([]);
});

test('a target that merges is cleaned up by the sibling operation', async () => {
  const server = new MapServer(left, { replace: (sent, stored) => ({ ...stored, ...sent }) });
  expect(await restoreMetadata(server.snapshot({ metadata: before }), server.api)).toBeUndefined();
  expect(server.map).toEqual(before);
});

test('a target whose PUT loses a pair is given it by POST', async () => {
  const server = new MapServer(left, { replace: (sent) => without(sent, 'kept') });
  expect(await restoreMetadata(server.snapshot({ metadata: before }), server.api)).toBeUndefined();
  expect(server.map).toEqual(before);
});

test('what is refused as a whole comes back pair by pair, and what is missing then is said', async () => {
  const server = new MapServer(left, { refuses: (_, pairs) => (hasList(pairs) ? 400 : undefined) });
  expect(await restoreMetadata(server.snapshot({ metadata: before }), server.api)).toBe(
    'a PUT of its metadata was answered with status 400, and now "list" gone',
  );
  expect(server.map).toEqual({ kept: '1', both: '1' });
});

test('the same where only a PUT of the whole map is served', async () => {
  const server = new MapServer(left, {
    refuses: (operation, pairs) => (operation !== 'PUT' ? 405 : hasList(pairs) ? 400 : undefined),
  });
  expect(await restoreMetadata(server.snapshot({ metadata: before }), server.api)).toMatch(/, and now "list" gone$/);
  expect(server.map).toEqual({ kept: '1', both: '1' });
});

test('a pair that is still there is not lost for one that is refused', async () => {
  const server = new MapServer(holding('{"list":["x",{"y":1}],"both":"1"}'), {
    refuses: (operation, pairs) => (operation !== 'PUT' || hasList(pairs) ? 400 : undefined),
  });
  expect(await restoreMetadata(server.snapshot({ metadata: before }), server.api)).toMatch(/and now "kept" gone$/);
  expect(server.map).toEqual(without(before, 'kept'));
});

test('what a GET refuses until the next good PUT is put back', async () => {
  let isGood = false;
  const server = new MapServer(left, {
    shows: () => (isGood ? 200 : 400),
    replace: (sent) => {
      isGood = true;
      return sent;
    },
  });
  expect(await restoreMetadata(server.snapshot({ metadata: before }), server.api)).toBeUndefined();
  expect(server.map).toEqual(before);
});

test('a key that a gateway resolves as a path is never addressed', async () => {
  const kept = { kept: '1' };
  const merges = new MapServer(
    { '.': '1', '..': '2', a: '3' },
    { replace: (sent, stored) => ({ ...stored, ...sent }) },
  );
  expect(await restoreMetadata(merges.snapshot({ metadata: kept }), merges.api)).toMatch(/and now "\.", "\.\." added$/);
  expect(merges.operations).toEqual(['PUT', 'DELETE item']);
});

const many = (name: string) => Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`${name}${index}`, '']));

test('a map of very many pairs is put back as a whole', async () => {
  const server = new MapServer(left);
  const metadata = many('k');
  expect(await restoreMetadata(server.snapshot({ metadata }), server.api)).toBeUndefined();
  expect(server.map).toEqual(metadata);
  expect(server.operations).toEqual(['PUT']);
});

test('very many pairs that are there, or that are refused, cost a small number of requests, and are told', async () => {
  const server = new MapServer(many('new'), {
    refuses: (operation) => (operation === 'DELETE item' ? undefined : 400),
  });
  const reason = await restoreMetadata(server.snapshot({ metadata: many('k') }), server.api);
  expect(reason).toMatch(/^a PUT of its metadata was answered with status 400, and now .*1995 more gone; .* added$/);
  expect(server.operations.length).toBeLessThan(1_000);
  expect(reason?.length).toBeLessThan(400);
});
