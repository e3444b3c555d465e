/** One operation on a register. It took effect between `from` and `to`, in any unit of time. */
export type Operation = {
  readonly from: number;
  readonly to: number;
} & (
  | {
      readonly kind: 'write';
      readonly value: string;
      /** Perhaps it had no effect. */
      readonly isUncertain: boolean;
    }
  | { readonly kind: 'read'; readonly value: string }
);

/** The clock is read outside the request, so operations with a smaller gap count as overlapping. */
const slack = 0.02;

/**
 * True if an order of the operations explains all reads, each operation at one moment between its start and its end
 * (linearizability, Herlihy and Wing 1990). The search is exact, and meant for about 16 operations at most.
 */
export function isLinearizable(initial: string | undefined, steps: readonly Operation[]): boolean {
  const all = 2 ** steps.length - 1;
  // The memo uses numbers for values, because values may be long.
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
    // An operation that started after the end of another one cannot precede it.
    const eligible = open.filter(({ from }) => from <= earliestEnd + slack);
    // A read of the current value changes nothing. If any order explains the rest, one that starts with this read does.
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

/** The number of an unknown value, and of a value that no operation has. */
const unknown = 0;
const unseen = -1;
