import { unknownProjectId, unknownServerId } from './unknown-ids';

const made = '0123456789abcdef0123456789abcdef';

test('a made-up project is neither of the two projects of the target', () => {
  expect(unknownProjectId({ projectId: 'p' })).toBe(made);
  const projectId = made.toUpperCase();
  const otherProjectId = `${made.slice(0, -1)}0`;
  expect(unknownProjectId({ projectId, otherProjectId })).toBe(`${made.slice(0, -1)}1`);
});

test('a made-up server is none of the servers of the run', () => {
  const id = '00000000-0000-4000-8000-000000000000';
  expect(unknownServerId({ servers: [] })).toBe(id);
  expect(unknownServerId({ servers: [{ id, projectId: 'p' }] })).toBe(`${id.slice(0, -1)}1`);
  expect(unknownServerId({ servers: [] }, 'other')).toBe('other');
});
