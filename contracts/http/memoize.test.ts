import { memoizeByObject, memoizeByText } from './memoize';

test('the function runs once for each object, even if it returns undefined', () => {
  const work = jest.fn(() => undefined);
  const once = memoizeByObject(work);
  const [one, other] = [{}, {}];
  expect([once(one), once(one), once(other)]).toEqual([undefined, undefined, undefined]);
  expect(work.mock.calls).toEqual([[one], [other]]);
});

test('only the result of the last large text stays in memory, and equal texts share it', () => {
  let times = 0;
  const sized = memoizeByText(
    ({ text }: { text: string }) => text,
    (text) => {
      times += 1;
      return { length: text?.length };
    },
  );
  const [one, other] = ['x', 'y'].map((letter) => letter.repeat(200_000)) as [string, string];
  expect(sized({ text: one })).toBe(sized({ text: `${one}` }));
  expect(times).toBe(1);
  sized({ text: other });
  sized({ text: one });
  expect(times).toBe(3);
  const small = { text: 'x' };
  expect(sized(small)).toBe(sized(small));
  expect(times).toBe(4);
});
