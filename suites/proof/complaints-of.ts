import type { KnownEndpoint } from './known-endpoints';
import type { Proved } from './prove';

/** What the suite says wrongly of an endpoint: one sentence each, none where all is right. */
export function complaintsOf(known: KnownEndpoint, proved: Proved): string[] {
  const missed = survivors(known.killedBy, proved);
  return [...(missed.length > 0 ? [`survives ${missed.join(', ')}`] : []), ...wrongsOf(known, proved)];
}

/** The same but for what it does not say at all. */
export function wrongsOf({ kind, killedBy, alsoBreaks }: KnownEndpoint, proved: Proved): string[] {
  const { blamed, mishaps, notPutBack } = proved;
  const wrongly = blamed.filter((clause) => !killedBy.includes(clause) && !alsoBreaks.includes(clause));
  return [
    ...(wrongly.length > 0
      ? [`is blamed for ${wrongly.join(', ')}${kind === 'variant' ? '' : ', which it keeps'}`]
      : []),
    ...mishaps,
    ...(kind === 'variant' ? notPutBack : []),
  ];
}

/** The clauses that should have been blamed. */
export function survivors(killedBy: KnownEndpoint['killedBy'], { blamed }: Proved): KnownEndpoint['killedBy'] {
  return killedBy.filter((clause) => !blamed.includes(clause));
}
