import type { Metadata } from '../../../contracts/metadata';
import { compliant } from '../../embedded/compliant';
import { variant } from '../variant';

/** Sorts the pairs by their keys, as databases and some languages do. */
export default variant('members-sorted', {
  answer: (stored, sent, context) => compliant.answer(sorted(stored), sent, context),
  load: ({ server }) => sorted(server.metadata),
});

function sorted(map: Metadata): Metadata {
  return Object.fromEntries(Object.entries(map).sort(([one], [other]) => (one < other ? -1 : 1)));
}
