/** Thrown where a machine is used that has lost its power. */
export class PowerLost extends Error {
  override readonly name = 'PowerLost';
}

/** How long a machine lives: it counts what is done on it, and may lose its power at one of these steps. */
export class Life {
  steps = 0;
  isOver = false;
  /** Resolves when the power goes. */
  readonly end: Promise<void>;
  private stop: () => void = () => undefined;

  /** @param events what happens at which step, each once. */
  constructor(
    private readonly lastStep: number | undefined,
    private readonly events: ReadonlyMap<number, () => void> = new Map(),
  ) {
    this.end = new Promise((resolve) => {
      this.stop = resolve;
    });
  }

  /** @throws {PowerLost} from the last step on. */
  step(): void {
    if (this.isOver) throw new PowerLost('the power is gone');
    this.steps += 1;
    this.events.get(this.steps)?.();
    if (this.steps !== this.lastStep) return;
    this.isOver = true;
    this.stop();
    throw new PowerLost('the power goes');
  }
}
