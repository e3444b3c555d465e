import { useContext } from 'preact/hooks';
import type { Counterexample } from '../../../contracts/evidence/events';
import { countNoun } from '../../../contracts/text/count-noun';
import { describeConfirmation } from '../../collector/confirmation';
import { fileNames } from '../../result/file-names';
import type { ClauseResult, Failure } from '../../result/result';
import { curlScript, replayCommand } from '../shared/curl';
import { describeCheck } from '../shared/describe-verdict';
import { LevelBadge } from './badges';
import { EscapedText, InlineCode } from './escaped-text';
import { Timeline } from './exchanges';
import { SizeBudgetContext } from './size-budget';
import { TextDiff } from './text-diff';

/** A script that is longer than so many texts is left out: its bodies are in the evidence. */
const scriptTexts = 4;

interface FailureCardProps {
  readonly result: ClauseResult;
  /** The baseline's note. */
  readonly note: string | undefined;
  readonly isAccepted: boolean;
  readonly target: string;
  /** How many exchanges each failure may show, so that the page stays small. */
  readonly room: number;
}

/** A clause that failed, with up to three failures. */
export function FailureCard({ result, note, isAccepted, target, room }: FailureCardProps) {
  const { clause, level, sentence, source, violated, failures } = result;
  const [first, ...others] = failures;
  return (
    <article class={`failure${isAccepted ? ' known' : ''}`} id={`failure-${clause}`}>
      <h3>
        <a href={`#clause-${clause}`}>{clause}</a> <LevelBadge level={level} />{' '}
        {note !== undefined && <span class="note">{note}</span>} <InlineCode text={sentence} />
      </h3>
      <p class="source">
        {source}
        {violated > 1 && ` · violated ${countNoun(violated, 'time')}`}
      </p>
      {first !== undefined && <FailureView clause={clause} failure={first} target={target} room={room} isFirst />}
      {others.map((failure) => (
        <details class="also">
          <summary>also: {describeCheck(failure)}</summary>
          <FailureView clause={clause} failure={failure} target={target} room={room} />
        </details>
      ))}
    </article>
  );
}

interface FailureViewProps extends Pick<FailureCardProps, 'target' | 'room'>, Pick<ClauseResult, 'clause'> {
  readonly failure: Failure;
  /** The script is unfolded. */
  readonly isFirst?: boolean;
}

/** The cause, then the reproduction, then the exchanges. */
function FailureView({ clause, failure, target, room, isFirst = false }: FailureViewProps) {
  const { expected, observed, counterexample, confirmed } = failure;
  const script = curlScript(failure, target).join('\n');
  const { characters } = useContext(SizeBudgetContext);
  return (
    <>
      <p class="check">
        <span class="label">check</span> {describeCheck(failure)}
      </p>
      {counterexample !== undefined && <CounterexampleView counterexample={counterexample} />}
      <TextDiff expected={expected} observed={observed} />
      {confirmed !== undefined && <p class="check">{describeConfirmation(clause, confirmed)}</p>}
      {script !== '' && (
        <details class="repeat" open={isFirst}>
          <summary>Reproduce it with curl</summary>
          {script.length <= scriptTexts * characters ? (
            <CopyBlock text={script} label="the script" />
          ) : (
            <p>
              The script of {script.length.toLocaleString('en')} characters is too long for this page. Its requests are
              in {fileNames.evidence}, up to exchange {failure.exchange}.
            </p>
          )}
        </details>
      )}
      <Timeline failure={failure} room={room} />
    </>
  );
}

function CounterexampleView({ counterexample }: { readonly counterexample: Counterexample }) {
  const { input, replay, shown, of, requests } = counterexample;
  return (
    <div class="counterexample">
      <p>
        <span class="label">smallest counterexample</span> <EscapedText text={input} most={1_000} />
      </p>
      <p>
        <span class="label">failed</span> {shown} of {countNoun(of, 'time')}, {countNoun(requests, 'request')} each
      </p>
      {replay !== undefined && <CopyBlock text={replayCommand(replay)} label="the command that replays it" />}
    </div>
  );
}

/** Text with a button to copy it. The script of the page shows the button, as it works with the script alone. */
function CopyBlock({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    <div class="copyable">
      <button type="button" class="copy" hidden>
        Copy {label}
      </button>
      <pre>
        <code>{text}</code>
      </pre>
    </div>
  );
}
