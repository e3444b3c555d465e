/** One operation on a register, with the times (any unit) between which it took effect. */
export type Step = {
  readonly from: number;
  readonly to: number;
} & (
  | {
      readonly kind: 'write';
      readonly value: string /** May have been carried out or not. */;
      readonly unsure: boolean;
    }
  | { readonly kind: 'read'; readonly value: string }
);

/** Clocks are read beside the request, not within it: operations that all but touch are taken as overlapping. */
const slack = 0.02;

/**
 * Whether some order of the operations explains what the reads show: each at one moment between its beginning and its
 * end (linearizability, Herlihy and Wing 1990). Exact; meant for at most some 16 operations.
 */
export function oneOrder(initial: string | undefined, steps: readonly Step[]): boolean {
  const all = 2 ** steps.length - 1;
  const hopeless = new Set<string>();

  const explains = (done: number, value: string | undefined): boolean => {
    if (done === all) return true;
    const situation = `${done} ${value ?? ''}`;
    if (hopeless.has(situation)) return false;
    const open = steps.map((step, index) => ({ step, bit: 2 ** index })).filter(({ bit }) => (done & bit) === 0);
    const earliestEnd = Math.min(...open.map(({ step }) => step.to));
    for (const { step, bit } of open) {
      // What began after another had ended cannot come before it.
      if (step.from > earliestEnd + slack) continue;
      if (step.kind === 'write') {
        if (explains(done | bit, step.value)) return true;
        if (step.unsure && explains(done | bit, value)) return true;
      } else if ((value === undefined || value === step.value) && explains(done | bit, step.value)) return true;
    }
    hopeless.add(situation);
    return false;
  };
  return explains(0, initial);
}
