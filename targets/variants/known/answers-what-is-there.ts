import { compliant } from '../../embedded/compliant';
import { jsonResponse } from '../../embedded/http';
import { variant } from '../variant';

/** Answers with what it reads back, which may be the map of another request by then. */
export default variant('answers-what-is-there', {
  replaceMetadata: async (context) => {
    const { status } = await compliant.replaceMetadata(context);
    await context.store.clock.sleep(2);
    return { ...jsonResponse(status, { metadata: await context.behaviour.load(context) }) };
  },
});
