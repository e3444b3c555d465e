const stepTitle = /^(?:●|⚠︎) (\S+ › .*)$/;

/**
 * The failures in what Step CI prints, one for each step, with the checks that failed or why there was no answer.
 * Steps that it skips after a failure say nothing of their own.
 */
export function stepCiFailures(output: string): string[] {
  const steps: { readonly name: string; readonly lines: string[] }[] = [];
  for (const line of output.split('\n')) {
    const [, name] = stepTitle.exec(line) ?? [];
    if (name !== undefined) steps.push({ name, lines: [] });
    else steps.at(-1)?.lines.push(line);
  }
  return steps.flatMap(({ name, lines }) => {
    const checks = lines.flatMap((line) => (line.startsWith('✕ ') ? [line.slice(2)] : []));
    if (checks.length > 0) return [`${name}: ${checks.join(', ')}`];
    const reason = lines.find((line) => line.trim() !== '') ?? '';
    return reason.startsWith('Step was skipped') ? [] : [`${name}: ${reason.trim()}`];
  });
}
