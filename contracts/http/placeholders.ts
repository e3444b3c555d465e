/**
 * What stands in evidence where a token went over the wire. The spelling is a shell variable's, so that the curl
 * commands of a report run as they are once the reader has set it.
 */
export const placeholders = {
  /** The token of the project whose servers are examined. */
  own: '$TOKEN',
  /** The token of the second project. */
  other: '$OTHER_TOKEN',
} as const;

/** A token that no target knows. Sent as it is. */
export const unknownToken = 'ecs-metadata-conformance-unknown-token';

/** `empty` sends the header with nothing in it; `lengthened` and the like: see `alteredTokens`. */
export type Caller = 'own' | 'other' | 'unknown' | 'none' | 'empty' | keyof typeof alteredTokens;

/** Who sent a request, by its recorded header. */
export function callerOf(header: string | undefined): 'own' | 'other' | 'unknown' | 'none' {
  if (header === undefined || header === '') return 'none';
  if (header === placeholders.own) return 'own';
  return header === placeholders.other ? 'other' : 'unknown';
}

/** A token that is the caller's own but for one thing: who compares closely does not know it. */
interface AlteredToken {
  /** What stands for it in evidence: a shell makes the same of the token. */
  readonly shown: string;
  /** Undefined where the change may leave the token the same to a right target. */
  readonly of: (token: string) => string | undefined;
}

/** Digits of a UUID are hexadecimal: they mean the same in either case. */
const hexadecimal = /^[0-9a-f-]*$/i;

/** A parameter of a shell, with what it does to it. */
const tokenVariable = (expansion: string) => `$\{TOKEN${expansion}}`;

export const alteredTokens = {
  // What follows the padding of Base64 is nobody's business.
  lengthened: { shown: `${tokenVariable('')}xxxx`, of: (own) => (own.includes('=') ? undefined : `${own}xxxx`) },
  shortened: { shown: tokenVariable('%????'), of: (own) => (own.length > 8 ? own.slice(0, -4) : undefined) },
  recased: {
    shown: tokenVariable('~~'),
    of: (own) => (hexadecimal.test(own) ? undefined : [...own].map(swapCase).join('')),
  },
} as const satisfies Readonly<Record<string, AlteredToken>>;

function swapCase(character: string): string {
  const lower = character.toLowerCase();
  return character === lower ? character.toUpperCase() : lower;
}
