import { mutant } from '../mutant';

/** Makes a pair of a line within a value that looks like one. The fault of a map that is kept as lines of names and values. */
export default mutant('value-line-becomes-pair', {
  killedBy: ['VALUE-08'],
  alsoBreaks: ['REPLACE-05', 'VALUE-03'],
  replace: (_old, sent) =>
    Object.fromEntries(
      Object.entries(sent).flatMap(([key, value]) => {
        const [first = '', ...lines] = value.split('\n');
        const pairs = lines.map((line) => /^([A-Za-z0-9_.-]{1,255})[:=] ?(.*)$/s.exec(line));
        const isPlain = pairs.every((pair) => pair === null);
        const made = pairs.flatMap((pair): [string, string][] =>
          pair === null ? [] : [[pair[1] ?? '', pair[2] ?? '']],
        );
        return [[key, isPlain ? value : first] as [string, string], ...made];
      }),
    ),
});
