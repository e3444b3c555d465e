/** A token that is the caller's own but for one thing: who compares closely does not know it. */
interface NearToken {
  /** What stands for it in evidence: a shell makes the same of the token. */
  readonly shown: string;
  /** Undefined where the change may leave the token the same to a right target. */
  readonly of: (token: string) => string | undefined;
}

/** Digits of a UUID are hexadecimal: they mean the same in either case. */
const hexadecimal = /^[0-9a-f-]*$/i;

/** A parameter of a shell, with what it does to it. */
const token = (expansion: string) => `$\{TOKEN${expansion}}`;

export const nearTokens = {
  // What follows the padding of Base64 is nobody's business.
  lengthened: { shown: `${token('')}xxxx`, of: (own) => (own.includes('=') ? undefined : `${own}xxxx`) },
  shortened: { shown: token('%????'), of: (own) => (own.length > 8 ? own.slice(0, -4) : undefined) },
  recased: { shown: token('~~'), of: (own) => (hexadecimal.test(own) ? undefined : [...own].map(swapCase).join('')) },
} as const satisfies Readonly<Record<string, NearToken>>;

function swapCase(character: string): string {
  const lower = character.toLowerCase();
  return character === lower ? character.toUpperCase() : lower;
}
