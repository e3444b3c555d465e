import { baseUrlOf, computeEndpoints } from './issued-token';

test.each([
  ['https://nova.example:8774/v2.1', 'https://nova.example:8774'],
  ['https://nova.example/v2.1/0123456789abcdef', 'https://nova.example'],
  ['https://nova.example/v2/0123456789abcdef/', 'https://nova.example'],
  ['https://cloud.example/compute/v2.1/', 'https://cloud.example/compute'],
  ['https://cloud.example/compute', 'https://cloud.example/compute'],
  ['https://v2.example/', 'https://v2.example'],
])('the base URL of %s is %s', (endpoint, base) => {
  expect(baseUrlOf(endpoint)).toBe(base);
});

test.each([undefined, null, {}, [null], [{ type: 'compute' }], [{ type: 'compute', endpoints: [{ url: 1 }] }]])(
  'a catalogue like %j lists nothing',
  (catalogue) => {
    expect(computeEndpoints(catalogue)).toEqual([]);
  },
);
