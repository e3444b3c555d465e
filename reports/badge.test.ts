import { badge } from './badge';

const verdicts = ['conformant', 'not conformant', 'incomplete', 'error'] as const;

test.each(verdicts)('the badge says %s', (verdict) => {
  const svg = badge({ verdict });
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(svg).toContain(`<title>ECS metadata: ${verdict}</title>`);
});

test('each verdict has a colour of its own', () => {
  const colors = verdicts.map((verdict) => badge({ verdict }).replaceAll(verdict, '').replace(/\d+/g, ''));
  expect(new Set(colors).size).toBe(4);
});
