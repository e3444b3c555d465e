import { clauses, familyOf } from '../../../contracts/clauses';
import { loadSuites, type Suite } from '../dsl/check';
import { type Stage, stages } from '../dsl/stages';

/** The families of the catalogue, in its order, as the names of the folders. */
const families = [...new Set(clauses.map(({ id }) => familyOf(id).toLowerCase()))];

/** The folder of the contract: its checks are of many families. */
const contractFolder = 'pact';

/** Every suite, in the order of a run. */
export function suitesInOrder(): Suite[] {
  return inOrder(loadSuites());
}

/**
 * Suites in the order of a run: by stage, then by family, then by name. In a folder, the suite that has its name comes
 * first.
 *
 * @throws for a folder that is no family of the catalogue.
 */
export function inOrder(suites: readonly Suite[]): Suite[] {
  const places = new Map(suites.map((suite) => [suite, placeOf(suite)]));
  return suites.toSorted((one, other) => {
    const [first = [], second = []] = [places.get(one), places.get(other)];
    const at = first.findIndex((part, index) => part !== second[index]);
    if (at < 0) return one.name < other.name ? -1 : 1;
    return (first[at] ?? 0) - (second[at] ?? 0);
  });
}

function placeOf(suite: Suite): number[] {
  const { name, folder } = suite;
  const family = families.indexOf(folder);
  if (family < 0 && folder !== contractFolder) throw new Error(`suites/${folder} is no family of the catalogue`);
  return [stages.indexOf(stageOf(suite)), family, name.startsWith(folder) ? 0 : 1];
}

function stageOf({ stage, batches, properties }: Suite): Stage {
  if (stage !== undefined) return stage;
  if (batches.length > 0) return 'contract';
  return properties.length > 0 ? 'properties' : 'cases';
}
