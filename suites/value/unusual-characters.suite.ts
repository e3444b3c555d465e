import { isSuccess } from '../../contracts/http/status';
import { check } from '../harness/dsl/check';
import { expect } from '../harness/dsl/expect';
import { splitIntoPairs } from '../harness/dsl/sample-maps';
import { INITIAL } from '../harness/worker/fixtures';

for (const [slug, name, value] of [
  ['newline', 'a newline', 'a\nb'],
  ['cr-lf', 'CR LF', 'a\r\nb\r\n'],
  ['tab', 'a tab', '\ta\t'],
  ['nul', 'NUL', 'a\u0000b'],
  ['nul-at-end', 'NUL at the end', 'a\u0000'],
  ['bell-and-escape', 'a bell and an escape', '\u0007\u001b[31m'],
  ['every-c0-control', 'every C0 control', String.fromCharCode(...Array.from({ length: 32 }, (_, index) => index))],
  ['line-like-a-pair', 'a line that looks like another pair', 'x\none: y\ntwo=z\n'],
  ['end-of-record', 'text that ends a record in other formats', 'x\r\n\r\n---\n[two]\n- y\n}\n'],
  ['del', 'DEL', 'a\u007fb'],
  ['c1-control', 'a C1 control', 'a\u0085b\u009fc'],
  ['u-fffe-and-u-ffff', 'U+FFFE and U+FFFF', 'a\ufffeb\uffffc'],
  ['u-fdd0', 'U+FDD0', 'a\ufdd0b'],
] as const) {
  check(`VALUE-07/${slug}`, `takes a value with ${name}`, async (tools) => {
    const { given, profile, read, replace } = tools;
    const server = await given.server('active', INITIAL);
    const { status } = await replace(server, splitIntoPairs(tools, value));
    await read(server);
    expect(profile.statuses.accepted).toContain(status);
  });

  check(`VALUE-08/${slug}`, `stores a value with ${name} unchanged if it takes it`, async (tools) => {
    const { given, read, replace } = tools;
    const map = splitIntoPairs(tools, value);
    const server = await given.server('active', INITIAL);
    const { status } = await replace(server, map);
    expect(await read(server)).toEqual(isSuccess(status) ? map : INITIAL);
  });
}

for (const [slug, name, text] of [
  ['high-surrogate', 'a high surrogate', '\\ud800'],
  ['low-surrogate', 'a low surrogate', '\\udc00'],
  ['surrogates-swapped', 'surrogates in the wrong order', '\\ude00\\ud83d'],
] as const) {
  const body = `{"metadata": {"one": "a${text}b"}}`;
  check(`VALUE-10/${slug}`, `takes or refuses a value with ${name}`, async ({ given, put, read }) => {
    const server = await given.server('active', INITIAL);
    const { status } = await put(server, body);
    const stored = await read(server);
    // A 5xx is the subject of another clause, and the map after it is open.
    if (status < 500) expect(stored).toEqual(isSuccess(status) ? JSON.parse(body).metadata : INITIAL);
  });
  check(`ANSWER-06/${slug}`, `responds without 5xx to a value with ${name}`, async ({ given, put }) => {
    const server = await given.server('active', INITIAL);
    expect((await put(server, body)).status).toBeLessThan(500);
  });
}
