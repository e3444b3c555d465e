import type { Report } from '../report';
import { CharacterPicture } from './character-picture';
import { LengthPicture } from './length-picture';

/** What the target accepted and refused, whatever the contract says of it. */
export function LimitsSection({ report: { observations, limits } }: { readonly report: Report }) {
  const { keyLengths, valueLengths, keyCharacters, valueCharacters } = observations.limits;
  return (
    <section id="limits" aria-labelledby="limits-title">
      <h2 id="limits-title">What it takes</h2>
      <p>
        By every replace of the run. A refused request counts only where a single length or character in it is out of
        the ordinary: then that is what was refused.
      </p>
      <ul class="legend">
        <li class="accepted">accepted</li>
        <li class="refused">refused (4xx)</li>
        <li class="mixed">both</li>
        <li class="failed">5xx</li>
        <li class="untried">not seen alone</li>
      </ul>
      <div class="pair">
        <LengthPicture name="keys" tallies={keyLengths} limit={limits.keyLength} />
        <LengthPicture name="values" tallies={valueLengths} limit={limits.valueLength} />
        <CharacterPicture name="keys" tallies={keyCharacters} />
        <CharacterPicture name="values" tallies={valueCharacters} />
      </div>
    </section>
  );
}
