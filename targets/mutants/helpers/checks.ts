import type { VmState } from '../../../contracts/vm-states';
import type { Behaviour } from '../../embedded/behaviour';
import { compliant } from '../../embedded/compliant';
import { badRequest, conflict } from '../../embedded/http';

/** Accepts some invalid keys. */
export function acceptKeys(isTaken: (key: string) => boolean): Behaviour['checkKey'] {
  return (key, context) => {
    if (!isTaken(key)) compliant.checkKey(key, context);
  };
}

/** Rejects some valid keys. */
export function rejectKeys(isRefused: (key: string) => boolean): Behaviour['checkKey'] {
  return (key, context) => {
    compliant.checkKey(key, context);
    if (isRefused(key)) throw badRequest(`${key} is no key`);
  };
}

/** Rejects some valid values. */
export function rejectValues(isRefused: (value: string) => boolean): Behaviour['checkValue'] {
  return (value, key, context) => {
    compliant.checkValue(value, key, context);
    if (isRefused(String(value))) throw badRequest(`the value of ${key} is none`);
  };
}

/** Accepts the request in one more vm_state. */
export function acceptVmState(vmState: VmState): Behaviour['checkState'] {
  return (context) => {
    if (context.server.vmState !== vmState) compliant.checkState(context);
  };
}

/** Rejects the request in one more vm_state. */
export function rejectVmState(vmState: VmState): Behaviour['checkState'] {
  return (context) => {
    if (context.server.vmState === vmState) throw conflict(`vm_state ${vmState}`);
    compliant.checkState(context);
  };
}

/** Carries out a step of the endpoint, and then an effect if the step rejects the request. */
export function afterRejection<Input extends readonly unknown[], Result>(
  step: (...input: Input) => Result,
  effect: (...input: Input) => void,
): (...input: Input) => Result {
  return (...input) => {
    try {
      return step(...input);
    } catch (rejection) {
      effect(...input);
      throw rejection;
    }
  };
}

/** The difference between the embedded endpoint and the `nova` profile: Nova accepts a space in a key. */
export const novaCompliant = {
  profile: 'nova',
  checkKey: (key, context) => compliant.checkKey(key.replaceAll(' ', '_'), context),
} as const satisfies Partial<Behaviour> & { readonly profile: 'nova' };
