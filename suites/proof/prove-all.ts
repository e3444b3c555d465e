import { loadMutants } from '../../targets/mutants/load-mutants';
import { loadVariants } from '../../targets/variants/load-variants';
import { type Provable, prove } from './prove';

/**
 * Examines every known-wrong endpoint and every right variant, and writes what was found as JSON Lines. With `I/N` only
 * each Nth one, from the Ith on; words after it name them.
 */
async function main([share = '0/1', ...names]: string[]): Promise<void> {
  const [index = 0, count = 1] = share.split('/').map(Number);
  const all: Provable[] = [...loadMutants(), ...loadVariants()];
  const chosen = all.filter(
    ({ name }, place) => place % count === index && (names.length === 0 || names.includes(name)),
  );
  for (const each of chosen) process.stdout.write(`${JSON.stringify(await prove(each))}\n`);
}

void main(process.argv.slice(2));
