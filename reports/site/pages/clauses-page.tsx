import { familyOf } from '../../../contracts/clauses';
import { className } from '../../formats/html/badges';
import { clausesOf, type TargetHistory } from '../history';
import { TargetsFilter } from './filter';
import { Legend } from './index-page';
import { searchText } from './limits-page';
import { Matrix } from './matrix';
import { FailedCell, Frame, failureLink, ProfileNote, TargetName, VerdictCell } from './parts';

/** Every target by the clauses. */
export function ClausesPage({ targets }: { readonly targets: readonly TargetHistory[] }) {
  const clauses = clausesOf(targets);
  return (
    <Frame root="" tone="" what="Configuring ECS Metadata · conformance" head={<h1>Targets and clauses</h1>}>
      <TargetsFilter targets={targets} />
      <Legend />
      <Matrix
        label="targets and clauses"
        className="clauses"
        rows={targets}
        head={() => <ClausesHead clauses={clauses} />}
        row={(target) => <ClauseRow {...{ target, targets, clauses }} />}
      />
    </Frame>
  );
}

/** Two rows: the families, then the numbers of their clauses. */
function ClausesHead({ clauses }: { readonly clauses: readonly string[] }) {
  const families = [...new Set(clauses.map(familyOf))];
  return (
    <>
      <tr>
        <td />
        {families.map((family) => (
          <th scope="colgroup" colspan={clauses.filter((clause) => familyOf(clause) === family).length}>
            {family}
          </th>
        ))}
      </tr>
      <tr>
        <th scope="col">Target</th>
        {clauses.map((clause) => (
          <th scope="col" title={clause}>
            <span class="spoken">{familyOf(clause)}-</span>
            {clause.slice(familyOf(clause).length + 1)}
          </th>
        ))}
      </tr>
    </>
  );
}

interface ClauseRowProps {
  readonly target: TargetHistory;
  readonly targets: readonly TargetHistory[];
  readonly clauses: readonly string[];
}

function ClauseRow({ target, targets, clauses }: ClauseRowProps) {
  const known = new Map(target.clauses.map((each) => [each.clause, each]));
  return (
    <tr data-target={searchText(target)} data-verdict={className(target.latest.verdict)}>
      <th scope="row">
        <a href={target.page}>
          <TargetName run={target.latest} most={60} />
        </a>
        <ProfileNote run={target.latest} among={targets} />
      </th>
      {clauses.map((clause) => {
        const found = known.get(clause);
        if (found === undefined) return <td />;
        const { run, state } = found;
        if (state.verdict !== 'failed') return <VerdictCell verdict={state.verdict} />;
        return <FailedCell href={failureLink('', run, clause)} failed={[{ clause, level: state.level }]} />;
      })}
    </tr>
  );
}
