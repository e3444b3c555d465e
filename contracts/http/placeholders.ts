/**
 * The placeholders of tokens in the evidence. They are shell variables, so that the curl commands of a report run
 * without changes once the reader has set the variables.
 */
export const placeholders = {
  /** The token of the project under test. */
  own: '$TOKEN',
  /** The token of the second project. */
  other: '$OTHER_TOKEN',
} as const;

/** A token that no target knows. It is sent and recorded unchanged. */
export const unknownToken = 'ecs-metadata-conformance-unknown-token';

/** `empty` sends an empty header. For `lengthened` and the like see `alteredTokens`. */
export type Caller = 'own' | 'other' | 'unknown' | 'none' | 'empty' | keyof typeof alteredTokens;

/** The caller of a request, by its recorded header. */
export function callerOf(header: string | undefined): 'own' | 'other' | 'unknown' | 'none' {
  if (header === undefined || header === '') return 'none';
  if (header === placeholders.own) return 'own';
  return header === placeholders.other ? 'other' : 'unknown';
}

/** The caller's own token with one change. A target that compares exactly does not know it. */
interface AlteredToken {
  /** Its placeholder in the evidence. A shell makes the same change to the token. */
  readonly shown: string;
  /** Undefined if a compliant target may regard the changed token as the same. */
  readonly of: (token: string) => string | undefined;
}

/** The digits of a UUID are hexadecimal, so their case has no meaning. */
const hexadecimal = /^[0-9a-f-]*$/i;

/** A shell parameter with an expansion. */
const tokenVariable = (expansion: string) => `$\{TOKEN${expansion}}`;

export const alteredTokens = {
  // A Base64 decoder may ignore text after the padding.
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
