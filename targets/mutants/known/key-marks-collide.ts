import { altersKeys } from '../alters-keys';
import { mutant } from '../mutant';

/** Takes two keys for one that differ in a hyphen and an underscore. The fault of keys that become names of variables. */
export default mutant('key-marks-collide', {
  killedBy: ['KEY-02'],
  replace: (old, sent, context) => {
    const keys = Object.keys(sent);
    const twins = keys.filter((key) => key.includes('-') && keys.includes(key.replaceAll('-', '_')));
    return altersKeys((key) => (twins.includes(key) ? key.replaceAll('-', '_') : key))(old, sent, context);
  },
});
