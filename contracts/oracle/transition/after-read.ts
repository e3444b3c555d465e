import type { Exchange } from '../../http/exchange';
import { isInconclusive } from '../../http/inconclusive';
import type { Route } from '../../http/route';
import { isUnavailable } from '../../http/status';
import { sameMetadata } from '../../metadata';
import { withEarlierMap } from '../history';
import { shownMetadata, showsReplaceEffect } from '../judge/judge-metadata';
import { removedPairsOf } from '../judge/removed-pairs';
import { mapViews, type ServerModel, type TargetModel, withServer } from '../model';
import { acceptedReplace, knownMap, type VersionView } from '../version-view';

/** The model of the target after a GET of the metadata. */
export function afterMetadataRead(
  state: TargetModel,
  known: ServerModel,
  exchange: Exchange,
  route: Route,
): TargetModel {
  const read = withServer(state, route, serverAfterRead(known, exchange, route));
  const seen = shownMetadata(exchange);
  const isStoring = seen !== undefined && showsReplaceEffect(known.views[route.version].events, seen);
  if (!isStoring || state.storingVersions.has(route.version)) return read;
  return { ...read, storingVersions: new Set([...state.storingVersions, route.version]) };
}

function serverAfterRead(known: ServerModel, exchange: Exchange, route: Route): ServerModel {
  const seen = shownMetadata(exchange);
  const view = known.views[route.version];
  if (seen === undefined) {
    const isVoid = isInconclusive(exchange) || isUnavailable(exchange.response.status) || known.isChanging;
    const unshown = isVoid ? view : afterFailedRead(view);
    return { ...known, views: { ...known.views, [route.version]: unshown } };
  }
  const others = mapViews(known, (other) => {
    // From here on the other version must show the same map. A difference violates VERSION-02, whatever happened
    // before.
    const expected = knownMap(other);
    if (expected === undefined || sameMetadata(expected, seen)) return other;
    return { ...other, possibleMaps: [{ map: seen }], events: [{ kind: 'must not change', clause: 'VERSION-02' }] };
  });
  const replaced = acceptedReplace(view.events);
  return {
    ...known,
    race: undefined,
    earlierMaps: withEarlierMap(known.earlierMaps, seen),
    removedPairs: replaced === undefined ? known.removedPairs : removedPairsOf(replaced, seen),
    views: { ...others.views, [route.version]: { possibleMaps: [{ map: seen }], events: [], failedReads: 0 } },
  };
}

/** Once a server is judged as unreadable, nothing is known of its map until the next read. */
function afterFailedRead(view: VersionView): VersionView {
  // Some targets show a server without metadata in another form than an empty map.
  const mayBeEmpty = view.possibleMaps?.some(({ map }) => Object.keys(map).length === 0) === true;
  if (mayBeEmpty || view.failedReads === undefined) return view;
  if (view.failedReads === 0) return { ...view, failedReads: 1 };
  return { ...view, failedReads: view.failedReads + 1, possibleMaps: undefined, events: [] };
}
