import { clauseOf, isClauseId } from '../../../contracts/clauses';
import { escapeInvisible } from '../../../contracts/text/escape-invisible';
import { truncate } from '../../../contracts/text/truncate';
import { className, VerdictBadge } from '../../formats/html/badges';
import { EscapedText, InlineCode } from '../../formats/html/escaped-text';
import type { TargetHistory } from '../history';
import { limitsOf } from '../limits';
import { TargetsFilter } from './filter';
import { Fact, Frame, failureLink, RunBadge, RunName, TargetName } from './parts';

/** A card for each target: its profile, its verdict, and the limits that its runs found. */
export function LimitsPage({ targets }: { readonly targets: readonly TargetHistory[] }) {
  return (
    <Frame root="" tone="" what="Configuring ECS Metadata · conformance" head={<h1>Targets and their limits</h1>}>
      <TargetsFilter targets={targets} />
      <div class="cards">
        {targets.map((target) => (
          <article class="card" data-target={searchText(target)} data-verdict={className(target.latest.verdict)}>
            <h2>
              <a href={target.page}>
                <TargetName run={target.latest} />
              </a>
            </h2>
            <p>
              <RunBadge run={target.latest} />
            </p>
            <LimitsList target={target} root="" />
          </article>
        ))}
      </div>
    </Frame>
  );
}

/** The words by which the script of the page finds a target. */
export function searchText({ latest: { facts } }: TargetHistory): string {
  return escapeInvisible(truncate(`${facts.targetName ?? ''} ${facts.target ?? ''} ${facts.profile}`, 300).text);
}

interface LimitsListProps {
  readonly target: TargetHistory;
  readonly root: '' | '../';
}

export function LimitsList({ target, root }: LimitsListProps) {
  const { basis, facts, clauses } = limitsOf(target);
  const { profile, strict, effort } = basis.facts;
  return (
    <>
      <dl class="facts">
        <Fact name="profile">
          <EscapedText text={profile} most={100} isProse />
          {strict && ', strict'}, {effort} effort, <RunName run={basis} />
        </Fact>
        {facts.map(([name, sentence]) => (
          <Fact name={name}>
            <EscapedText text={sentence} most={400} isProse />
          </Fact>
        ))}
      </dl>
      <ul class="limits">
        {clauses.map(({ clause, state, run }) => (
          <li>
            <VerdictBadge verdict={state.verdict} />{' '}
            <span>
              {state.verdict === 'failed' ? <a href={failureLink(root, run, clause)}>{clause}</a> : clause}{' '}
              <InlineCode text={isClauseId(clause) ? clauseOf(clause).sentence : ''} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
