import { remembered } from './remembered';

test('work is done once for each object, also where it gives nothing', () => {
  const work = jest.fn(() => undefined);
  const once = remembered(work);
  const [one, other] = [{}, {}];
  expect([once(one), once(one), once(other)]).toEqual([undefined, undefined, undefined]);
  expect(work.mock.calls).toEqual([[one], [other]]);
});
