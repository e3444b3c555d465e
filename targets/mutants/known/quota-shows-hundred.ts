import { mutant } from '../mutant';

/** Shows a hundred pairs at most. The fault of a default page size. */
export default mutant('quota-shows-hundred', {
  killedBy: ['QUOTA-02'],
  load: ({ server }) => Object.fromEntries(Object.entries(server.metadata).slice(0, 100)),
});
