import { isSuccess } from '../contracts/http/status';
import { asPairs } from './harness/as-pairs';
import { clause } from './harness/clause';
import { expect } from './harness/expect';
import { held } from './harness/refuses';

for (const [name, value] of [
  ['a newline', 'a\nb'],
  ['CR LF', 'a\r\nb\r\n'],
  ['a tab', '\ta\t'],
  ['NUL', 'a\u0000b'],
  ['NUL at the end', 'a\u0000'],
  ['a bell and an escape', '\u0007\u001b[31m'],
  ['every C0 control', String.fromCharCode(...Array.from({ length: 32 }, (_, index) => index))],
  ['a line that looks like another pair', 'x\none: y\ntwo=z\n'],
  ['what ends a record', 'x\r\n\r\n---\n[two]\n- y\n}\n'],
  ['DEL', 'a\u007fb'],
  ['a C1 control', 'a\u0085b\u009fc'],
  ['U+FFFE and U+FFFF', 'a\ufffeb\uffffc'],
  ['U+FDD0', 'a\ufdd0b'],
] as const) {
  clause('VALUE-07', `takes ${name}`, async (tools) => {
    const { given, profile, read, replace } = tools;
    const server = await given.server('active', held);
    const { status } = await replace(server, asPairs(tools, value));
    await read(server);
    expect(profile.statuses.accepted).toContain(status);
  });

  clause('VALUE-08', `does not alter ${name} that it takes`, async (tools) => {
    const { given, read, replace } = tools;
    const map = asPairs(tools, value);
    const server = await given.server('active', held);
    const { status } = await replace(server, map);
    expect(await read(server)).toEqual(isSuccess(status) ? map : held);
  });
}

for (const [name, text] of [
  ['a high surrogate', '\\ud800'],
  ['a low surrogate', '\\udc00'],
  ['surrogates in the wrong order', '\\ude00\\ud83d'],
] as const) {
  const body = `{"metadata": {"one": "a${text}b"}}`;
  clause('VALUE-10', `takes or refuses ${name}`, async ({ given, put, read }) => {
    const server = await given.server('active', held);
    const { status } = await put(server, body);
    const stored = await read(server);
    // Whether it answers 5xx is another clause, and what a failure leaves behind is open.
    if (status < 500) expect(stored).toEqual(isSuccess(status) ? JSON.parse(body).metadata : held);
  });
  clause('ANSWER-06', `answers no 5xx to ${name}`, async ({ given, put }) => {
    const server = await given.server('active', held);
    expect((await put(server, body)).status).toBeLessThan(500);
  });
}
