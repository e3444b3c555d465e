import { asObject } from '../../contracts/http/json';

/** A cloud as a file or the environment holds it: members by their names, with underscores. */
export type RawCloud = Readonly<Record<string, unknown>>;

/** Names may be written with hyphens, and numbers without quotes. */
export function rawCloud(value: unknown): RawCloud {
  return Object.fromEntries(
    Object.entries(asObject(value) ?? {}).map(([name, member]) => [name.replaceAll('-', '_'), plain(member)]),
  );
}

function plain(member: unknown): unknown {
  if (typeof member === 'number') return String(member);
  return asObject(member) === undefined ? member : rawCloud(member);
}

/** The second laid over the first, member by member also in the members of members. */
export function laidOver(below: RawCloud, above: RawCloud): RawCloud {
  const given = Object.entries(above).filter(([, member]) => member !== undefined);
  const members = given.map(([name, member]) => {
    const [old, own] = [asObject(below[name]), asObject(member)];
    return [name, old === undefined || own === undefined ? member : laidOver(old, own)];
  });
  return { ...below, ...Object.fromEntries(members) };
}

/** A member that is a text, and no empty one. */
export function textIn(cloud: RawCloud, ...names: readonly string[]): string | undefined {
  return names.map((name) => cloud[name]).find((value): value is string => typeof value === 'string' && value !== '');
}
