/** One operation on a register, with the times (any unit) between which it took effect. */
export type Operation = {
  readonly from: number;
  readonly to: number;
} & (
  | {
      readonly kind: 'write';
      readonly value: string /** May have been carried out or not. */;
      readonly isUncertain: boolean;
    }
  | { readonly kind: 'read'; readonly value: string }
);

/** Clocks are read beside the request, not within it: operations that all but touch are taken as overlapping. */
const slack = 0.02;

/**
 * Whether some order of the operations explains what the reads show: each at one moment between its beginning and its
 * end (linearizability, Herlihy and Wing 1990). Exact; meant for at most some 16 operations.
 */
export function isLinearizable(initial: string | undefined, steps: readonly Operation[]): boolean {
  const all = 2 ** steps.length - 1;
  // By number, values take no room in what is remembered, however long they are.
  const numbers = new Map([...new Set(steps.map(({ value }) => value))].map((value, index) => [value, index + 1]));
  const numberOf = (value: string) => numbers.get(value) ?? unseen;
  const numbered = steps.map((step, index) => ({ ...step, value: numberOf(step.value), bit: 2 ** index }));
  const hopeless = new Set<number>();

  const explains = (done: number, value: number): boolean => {
    if (done === all) return true;
    const situation = done * (numbers.size + 2) + value;
    if (hopeless.has(situation)) return false;
    const open = numbered.filter(({ bit }) => (done & bit) === 0);
    const earliestEnd = Math.min(...open.map(({ to }) => to));
    // What began after another had ended cannot come before it.
    const eligible = open.filter(({ from }) => from <= earliestEnd + slack);
    // A read that shows what is there now changes nothing: where any order explains the rest, it may as well come first.
    const plain = eligible.find((step) => step.kind === 'read' && step.value === value);
    if (plain !== undefined) return explains(done | plain.bit, value);
    for (const step of eligible) {
      if (step.kind === 'write') {
        if (explains(done | step.bit, step.value)) return true;
        if (step.isUncertain && explains(done | step.bit, value)) return true;
      } else if (value === unknown && explains(done | step.bit, step.value)) return true;
    }
    hopeless.add(situation);
    return false;
  };
  return explains(0, initial === undefined ? unknown : numberOf(initial));
}

/** The numbers of a value that nobody knows, and of one that no operation has. */
const unknown = 0;
const unseen = -1;
