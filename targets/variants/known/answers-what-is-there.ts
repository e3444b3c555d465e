import { faithful } from '../../reference/faithful';
import { json } from '../../reference/http-message';
import { variant } from '../variant';

/** Answers with what it reads back, which may be the map of another request by then. */
export default variant('answers-what-is-there', {
  replaceMetadata: async (context) => {
    const { status } = await faithful.replaceMetadata(context);
    await context.world.clock.sleep(2);
    return { ...json(status, { metadata: await context.behaviour.load(context) }) };
  },
});
