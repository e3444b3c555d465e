import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Variant } from './variant';

const folder = join(__dirname, 'known');

/** Every right variant, in the order of the names of their files. */
export function loadVariants(): Variant[] {
  const files = readdirSync(folder).filter((file) => /^[a-z0-9-]+\.(js|ts)$/.test(file));
  return files.sort().map((file) => {
    // A folder is a list that nobody has to keep.
    const { default: found } = require(join(folder, file)) as { default: Variant };
    return found;
  });
}
