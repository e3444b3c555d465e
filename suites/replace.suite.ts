import { clause } from './harness/clause';
import { pairs } from './harness/quotas';
import { stores } from './harness/stores';

clause('REPLACE-01', 'stores the pair of the request', async (tools) => {
  const server = await tools.given.server('active', {});
  await stores(tools, server, { one: '1' });
});

clause('REPLACE-01', 'stores all of several pairs', async (tools) => {
  const server = await tools.given.server('active', {});
  await stores(tools, server, { one: '1', two: '2', three: '3', four: '4', five: '5' });
});

clause('REPLACE-01', 'stores the new pair beside one that stays', async (tools) => {
  const server = await tools.given.server('active', { both: '1' });
  await stores(tools, server, { both: '1', new: '2' });
});

clause('REPLACE-01', 'stores keys of which one begins the other', async (tools) => {
  const server = await tools.given.server('active', {});
  await stores(tools, server, { app: '1', 'app.name': '2', 'app.name.first': '3', app1: '4', 'app:name': '5' });
});

clause('REPLACE-02', 'removes every key that the request does not name', async ({ given, read, replace }) => {
  const server = await given.server('active', { old: '1', both: '1' });
  await replace(server, { both: '2' });
  expect(await read(server)).toEqual({ both: '2' });
});

clause('REPLACE-02', 'removes all of many keys when none of them comes again', async ({ given, read, replace }) => {
  const server = await given.server('active', { a1: '1', a2: '2', a3: '3', a4: '4', a5: '5', a6: '6' });
  await replace(server, { new: 'x' });
  expect(await read(server)).toEqual({ new: 'x' });
});

clause('REPLACE-02', 'removes all of thirty pairs', async (tools) => {
  const server = await tools.given.server('active', { old: '1' });
  await stores(tools, server, pairs(30));
  await stores(tools, server, { new: 'x' });
});

clause('REPLACE-02', 'removes what an earlier replace stored, time after time', async ({ given, read, replace }) => {
  const server = await given.server('active', { first: '1' });
  for (const key of ['second', 'third', 'fourth']) {
    await replace(server, { [key]: '1' });
    expect(await read(server)).toEqual({ [key]: '1' });
  }
});

clause('REPLACE-03', 'gives an existing key the new value', async (tools) => {
  const server = await tools.given.server('active', { both: '1' });
  await stores(tools, server, { both: '2' });
});

clause('REPLACE-03', 'gives an existing key a shorter value, and an empty one', async (tools) => {
  const server = await tools.given.server('active', { both: 'a long value' });
  await stores(tools, server, { both: 'a' });
  await stores(tools, server, { both: '' });
});

/** Each differs from the one before it only for those who compare closely. */
const lookalikes = ['a', 'A', 'á', 'a\u0301', 'a ', ' a', 'ß', 'ss', '1', '01', '1.0', '1e0', '0', '', 'null', 'false'];

clause('REPLACE-03', 'gives an existing key a value that looks much like the old one', async (tools) => {
  const server = await tools.given.server('active', { both: 'old' });
  for (const value of lookalikes) await stores(tools, server, { both: value });
});

clause('REPLACE-04', 'removes everything for an empty map', async ({ given, read, replace }) => {
  const server = await given.server('active', { old: '1', both: '1' });
  expect((await replace(server, {})).status).toBe(200);
  expect(await read(server)).toEqual({});
});

clause('REPLACE-04', 'removes all of thirty pairs', async (tools) => {
  const server = await tools.given.server('active', { old: '1' });
  await stores(tools, server, pairs(30));
  await stores(tools, server, {});
});

clause('REPLACE-05', 'adds nothing of its own', async ({ given, read, replace }) => {
  const server = await given.server('active', { old: '1' });
  await replace(server, { new: '1' });
  expect(Object.keys(await read(server))).toEqual(['new']);
});

clause('REPLACE-06', 'leaves the same map when the same request comes again', async (tools) => {
  const server = await tools.given.server('active', { old: '1' });
  for (let time = 1; time <= 3; time += 1) await stores(tools, server, { one: '1', two: '2' });
});

clause('REPLACE-07', 'shows the same map however often it is read', async ({ given, read, replace }) => {
  const server = await given.server('active', { old: '1' });
  await replace(server, { one: '1', two: '2' });
  for (let time = 1; time <= 4; time += 1) expect(await read(server)).toEqual({ one: '1', two: '2' });
});

clause('REPLACE-08', 'shows the map in the server resource', async ({ given, look, notTested, read, replace }) => {
  const server = await given.server('active', { old: '1' });
  await replace(server, { one: '1', two: '2' });
  await read(server);
  const { metadata } = await look(server);
  if (metadata === undefined) notTested('the server resource shows no metadata');
  expect(metadata).toEqual({ one: '1', two: '2' });
});

clause('REPLACE-09', "moves the server's `updated` time", async ({ given, look, notTested, profile, replace }) => {
  if (profile.levels['REPLACE-09'] === undefined) notTested('the profile does not speak of it');
  const server = await given.server('active', { old: '1' });
  const { updated } = await look(server);
  if (updated === undefined) notTested('the server resource shows no `updated` time');
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  await replace(server, { one: '1' });
  expect((await look(server)).updated).not.toBe(updated);
});
