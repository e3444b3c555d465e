import { mutant } from '../mutant';

/** Tells the keys of a map apart by `String.hashCode` of Java: `Aa` and `BB` are one. The fault of an index that nobody thought to collide. */
export default mutant('key-hash-of-java', {
  killedBy: ['KEY-02'],
  alsoBreaks: ['REPLACE-01'],
  replace: (_old, sent) => {
    const slots = new Map(Object.entries(sent).map((pair) => [hashCode(pair[0]), pair]));
    return Object.fromEntries(slots.values());
  },
});

function hashCode(text: string): number {
  return [...text].reduce((hash, character) => (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) | 0, 0);
}
