import { type Metadata, sameMetadata } from '../../../contracts/metadata';
import { compliant } from '../../embedded/compliant';
import { isMap } from '../is-map';
import { mutant } from '../mutant';

/** Takes the map that is stored already in every vm_state. The fault of a shortcut for requests that change nothing. */
export default mutant('state-not-for-same-map', {
  killedBy: ['STATE-05', 'STATE-06', 'STATE-07', 'STATE-08', 'STATE-09', 'STATE-10', 'STATE-11'],
  alsoBreaks: ['STATE-12'],
  checkState: (context) => {
    const body = context.behaviour.readBody(context.request);
    const sent = isMap(body) && isMap(body.metadata) ? (body.metadata as Metadata) : undefined;
    const isSame = sent !== undefined && sameMetadata(sent, context.server.metadata);
    if (!isSame || context.server.locked) compliant.checkState(context);
  },
});
