import { loadMutants } from '../../targets/mutants/load-mutants';
import { prove } from './prove';

/**
 * Examines every known-wrong endpoint, and writes what was found as JSON Lines. With `I/N` only each Nth one, from the
 * Ith on; words after it name the mutants.
 */
async function main([share = '0/1', ...names]: string[]): Promise<void> {
  const [index = 0, count = 1] = share.split('/').map(Number);
  const chosen = loadMutants().filter(
    ({ name }, place) => place % count === index && (names.length === 0 || names.includes(name)),
  );
  for (const { name, behaviour } of chosen) {
    process.stdout.write(`${JSON.stringify(await prove(name, behaviour()))}\n`);
  }
}

void main(process.argv.slice(2));
