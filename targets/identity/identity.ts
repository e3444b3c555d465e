/** Whoever gets the tokens of a project. All wires of a run share it. */
export interface Identity {
  /** The one to call with now. */
  readonly token: string;
  /** Every one that there ever was, the last one last. */
  readonly tokens: readonly string[];
  /** What proves who it is. It goes to nobody but Keystone. */
  readonly secrets: readonly string[];
  /** The target has taken this token: where it refuses it later, it has expired. */
  accepted(token: string): void;
  wasAccepted(token: string): boolean;
  /**
   * Gets a new token where the one of now has little time left.
   *
   * @throws {TargetTrouble} where there is none to be had.
   */
  keepFresh(): Promise<void>;
  /**
   * Gets a new token, unless that was done since this one was sent.
   *
   * @throws {TargetTrouble} where there is none to be had.
   */
  renew(spent: string): Promise<void>;
}
