import { mutant } from '../mutant';
import { readsAlso } from '../reads-also';

/** Takes a form. The fault of a framework that reads either by what it finds. */
export default mutant('body-form-taken', {
  killedBy: ['BODY-04'],
  readBody: readsAlso((text) => {
    const [, value] = /^metadata=(\w+)$/.exec(text) ?? [];
    if (value === undefined) throw new SyntaxError();
    return { metadata: { [value]: '' } };
  }),
});
