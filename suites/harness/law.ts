import type { Arbitrary } from 'fast-check';
import type { Need } from '../../contracts/capabilities';
import type { ClauseId } from '../../contracts/clauses';
import type { Limits } from '../../contracts/profiles/profile';
import type { Server } from '../../targets/metadata-api';
import { declareLaw } from './declared-suites';
import type { Tools } from './tools';

/** What a law is given to work with: the tools of a check, and a server that is active and holds some map. */
export interface LawTools extends Tools {
  readonly server: Server;
}

export interface LawOptions {
  /** It uses more than one server, and nothing else may run beside it. */
  readonly alone?: boolean;
  /** It changes the vm_state, which is slow on a cloud. */
  readonly changesState?: boolean;
  /** Its requests are large: it runs a tenth of the inputs. */
  readonly isLarge?: boolean;
  /** Without one of these it is not in the plan. */
  readonly needs?: readonly Need[];
  /** It makes requests meet: what it shows is a matter of chance, told as k of n. */
  readonly race?: boolean;
}

/** Something that holds for every input. There is one law a clause, so that a replay names it by the clause. */
export interface Law extends LawOptions {
  /** The suites are declared before it is known which limits the profile sets. */
  readonly inputsWithin: (limits: Limits) => Arbitrary<unknown>;
  readonly clause: ClauseId;
  readonly title: string;
  readonly body: (tools: LawTools, input: unknown) => Promise<void>;
}

/** A law, and the inputs to search. */
export interface BoundLaw extends Omit<Law, 'inputsWithin'> {
  readonly inputs: Arbitrary<unknown>;
}

/** Declares a law. The version of the API is drawn with the inputs. */
export function law<Input>(
  id: ClauseId,
  title: string,
  inputsWithin: (limits: Limits) => Arbitrary<Input>,
  body: (tools: LawTools, input: Input) => Promise<void>,
  options: LawOptions = {},
): void {
  declareLaw({
    clause: id,
    title,
    inputsWithin,
    // The search draws the inputs from `inputsWithin` alone.
    body: (tools, input) => body(tools, input as Input),
    ...options,
  });
}
