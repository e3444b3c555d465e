import { realNetwork } from '../http/transport';
import { MetadataApi } from '../metadata-api';
import { hasList, holding, MapServer, without } from '../testing/map-server';
import { restoreMetadata } from './restore-metadata';

const before = holding('{"kept":"1","both":"1","list":["x",{"y":1}]}');
const left = { both: 'of the suite', new: '2' };

test('a map is restored by one PUT, with a list in it', async () => {
  const server = new MapServer(left);
  expect(await restoreMetadata(server.snapshot({ metadata: before }), server.api)).toBeUndefined();
  expect(server.map).toEqual(before);
  expect(server.operations).toEqual(['PUT']);
});

test('an unchanged map needs no request, with a list in it', async () => {
  const server = new MapServer(holding(JSON.stringify(before)));
  expect(await restoreMetadata(server.snapshot({ metadata: before }), server.api)).toBeUndefined();
  expect(server.operations).toEqual([]);
});

test('on a target that merges, DELETE of an item removes the other pairs', async () => {
  const server = new MapServer(left, { replace: (sent, stored) => ({ ...stored, ...sent }) });
  expect(await restoreMetadata(server.snapshot({ metadata: before }), server.api)).toBeUndefined();
  expect(server.map).toEqual(before);
});

test('on a target that merges and has no operations on items, an empty map is sent before the map', async () => {
  const server = new MapServer(left, {
    replace: (sent, stored) => (Object.keys(sent).length === 0 ? {} : { ...stored, ...sent }),
    refuses: (operation) => (operation === 'PUT' ? undefined : 405),
  });
  expect(await restoreMetadata(server.snapshot({ metadata: before }), server.api)).toBeUndefined();
  expect(server.map).toEqual(before);
});

test('no empty map is sent while a pair is missing', async () => {
  const server = new MapServer(left, {
    replace: (sent) => ({ ...without(sent, 'kept'), new: '2' }),
    refuses: (operation) => (operation === 'PUT' ? undefined : 405),
  });
  expect(await restoreMetadata(server.snapshot({ metadata: before }), server.api)).toMatch(/"kept" gone/);
  expect(server.map).toEqual({ ...without(before, 'kept'), new: '2' });
});

test('a pair that PUT loses is restored by POST', async () => {
  const server = new MapServer(left, { replace: (sent) => without(sent, 'kept') });
  expect(await restoreMetadata(server.snapshot({ metadata: before }), server.api)).toBeUndefined();
  expect(server.map).toEqual(before);
});

test('if PUT of the whole map is rejected, the pairs are restored one by one, and missing ones are reported', async () => {
  const server = new MapServer(left, { refuses: (_, pairs) => (hasList(pairs) ? 400 : undefined) });
  expect(await restoreMetadata(server.snapshot({ metadata: before }), server.api)).toBe(
    'a PUT of its metadata was answered with status 400, and now "list" gone',
  );
  expect(server.map).toEqual({ kept: '1', both: '1' });
});

test('the same on a target that serves only PUT of the whole map', async () => {
  const server = new MapServer(left, {
    refuses: (operation, pairs) => (operation !== 'PUT' ? 405 : hasList(pairs) ? 400 : undefined),
  });
  expect(await restoreMetadata(server.snapshot({ metadata: before }), server.api)).toMatch(/, and now "list" gone$/);
  expect(server.map).toEqual({ kept: '1', both: '1' });
});

test('a rejected pair does not cost a pair that is still there', async () => {
  const server = new MapServer(holding('{"list":["x",{"y":1}],"both":"1"}'), {
    refuses: (operation, pairs) => (operation !== 'PUT' || hasList(pairs) ? 400 : undefined),
  });
  expect(await restoreMetadata(server.snapshot({ metadata: before }), server.api)).toMatch(/and now "kept" gone$/);
  expect(server.map).toEqual(without(before, 'kept'));
});

test('a map is restored although GET fails until the next valid PUT', async () => {
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

test('no request has a key in its path that a gateway would resolve', async () => {
  const kept = { kept: '1' };
  const merges = new MapServer(
    { '.': '1', '..': '2', a: '3' },
    { replace: (sent, stored) => ({ ...stored, ...sent }) },
  );
  expect(await restoreMetadata(merges.snapshot({ metadata: kept }), merges.api)).toMatch(/and now "\.", "\.\." added$/);
  expect(merges.operations).toEqual(['PUT', 'DELETE item', 'PUT', 'PUT']);
});

const many = (name: string) => Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`${name}${index}`, '']));

test('a map of very many pairs is restored by one PUT', async () => {
  const server = new MapServer(left);
  const metadata = many('k');
  expect(await restoreMetadata(server.snapshot({ metadata }), server.api)).toBeUndefined();
  expect(server.map).toEqual(metadata);
  expect(server.operations).toEqual(['PUT']);
});

test('very many pairs that are added or rejected cost few requests, and are reported', async () => {
  const server = new MapServer(many('new'), {
    refuses: (operation) => (operation === 'DELETE item' ? undefined : 400),
  });
  const reason = await restoreMetadata(server.snapshot({ metadata: many('k') }), server.api);
  expect(reason).toMatch(/^a PUT of its metadata was answered with status 400, and now .*1995 more gone; .* added$/);
  expect(server.operations.length).toBeLessThan(1_000);
  expect(reason?.length).toBeLessThan(400);
});

test.each<[string, string, RegExp]>([
  [
    'a web page',
    '<html>Maintenance</html>',
    /^a PUT of its metadata was answered with status 200, and now a GET shows no map \(status 200\)$/,
  ],
  ['an empty body', '', /and now a GET shows no map \(status 200\)$/],
])('a target that responds to every request with %s says nothing about the pairs', async (_, page, expected) => {
  const respond = async () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.from(page) });
  const api = new MetadataApi({ send: respond, network: realNetwork });
  expect(await restoreMetadata(new MapServer({}).snapshot({ metadata: before }), api)).toMatch(expected);
});

test('an empty map may be shown as other JSON', async () => {
  const server = new MapServer({});
  const respond = async () => ({ status: 200, headers: {}, body: Buffer.from('{"metadata": []}') });
  const api = new MetadataApi({ send: respond, network: realNetwork });
  expect(await restoreMetadata(server.snapshot({ metadata: {} }), api)).toBeUndefined();
});
