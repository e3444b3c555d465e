import type { Subject } from '../../../contracts/oracle/model';

/** The id of a project that the target does not have: `id`, or one like it where the target has that one. */
export function unknownProjectId(
  { projectId, otherProjectId }: Pick<Subject, 'projectId' | 'otherProjectId'>,
  id = '0123456789abcdef0123456789abcdef',
): string {
  return unlike(id, [projectId, otherProjectId ?? projectId]);
}

/** The id of a server that is none of the run's: `id`, or one like it. */
export function unknownServerId(
  { servers }: Pick<Subject, 'servers'>,
  id = '00000000-0000-4000-8000-000000000000',
): string {
  return unlike(
    id,
    servers.map((server) => server.id),
  );
}

function unlike(id: string, known: readonly string[]): string {
  const taken = new Set(known.map((each) => each.toLowerCase()));
  const alike = [...'0123456789abcdef'].map((digit) => `${id.slice(0, -1)}${digit}`);
  return [id, ...alike].find((each) => !taken.has(each.toLowerCase())) ?? id;
}
