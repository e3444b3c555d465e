import type { Metadata } from '../../../contracts/metadata';
import { mutant } from '../mutant';

/** Shows an empty value as null. The fault of Oracle’s empty texts. */
export default mutant('value-empty-becomes-null', {
  killedBy: ['VALUE-02'],
  load: ({ server }) =>
    Object.fromEntries(
      Object.entries(server.metadata).map(([key, value]) => [key, value === '' ? null : value]),
    ) as unknown as Metadata,
});
