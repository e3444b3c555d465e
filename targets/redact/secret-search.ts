import { EscapeDecodings, hasEscapes } from './escape-decodings';
import { matchEnd, type SecretForm } from './secret-forms';

/** A secret in a text, and its placeholder. */
interface Found {
  readonly from: number;
  readonly end: number;
  readonly shown: string;
}

/** The most characters of each form in the window. A larger window is not faster. */
const maxWindow = 24;
const tableSize = 4_096;
/** Characters from this code on are looked up in the map directly. */
const latin = 256;

/**
 * Searches a text for many forms at once. Most texts have no secret. For such a text the time hardly depends on the number
 * or the length of the forms.
 */
export class SecretSearch {
  /** The forms by their first character. */
  private readonly forms = new Map<number, SecretForm[]>();
  private readonly isFirst = new Uint8Array(latin);
  /** 1 if a form begins with these two characters. */
  private readonly isPair = new Uint8Array(tableSize);
  private readonly shortest: number;
  private readonly window: number;
  /** How far the window can move, by its last two characters (Wu and Manber, 1994). */
  private readonly shifts: Uint8Array;

  /** @param all forms, each of at least two characters. */
  constructor(all: readonly SecretForm[]) {
    this.shortest = all.reduce((least, { units }) => Math.min(least, units.length), Number.POSITIVE_INFINITY);
    this.window = Math.min(this.shortest, maxWindow);
    this.shifts = new Uint8Array(tableSize).fill(this.window - 1);
    for (const form of all) {
      const first = form.units.charCodeAt(0);
      const others = this.forms.get(first);
      if (others === undefined) this.forms.set(first, [form]);
      else others.push(form);
      this.isFirst[first] = 1;
      for (let place = 1; place < this.window; place += 1) {
        const key = pairOf(form.units.charCodeAt(place - 1), form.units.charCodeAt(place));
        if (place === 1) this.isPair[key] = 1;
        this.shifts[key] = Math.min(this.shifts[key] ?? 0, this.window - 1 - place);
      }
    }
  }

  /** Replaces each secret in a text. If several begin at the same index, the longest is replaced. */
  replaceIn(text: string): string {
    if (text.length < this.shortest) return text;
    const readings = hasEscapes(text) ? new EscapeDecodings(text) : undefined;
    const next = (from: number) =>
      readings === undefined ? this.nextPlain(text, from) : this.nextEscaped(text, from, readings);
    let clean = '';
    let from = 0;
    for (let found = next(0); found !== undefined; found = next(from)) {
      clean += text.slice(from, found.from) + found.shown;
      from = found.end;
    }
    return from === 0 ? text : clean + text.slice(from);
  }

  private nextPlain(text: string, from: number): Found | undefined {
    let last = from + this.window - 1;
    while (last < text.length) {
      const shift = this.shifts[pairOf(text.charCodeAt(last - 1), text.charCodeAt(last))] ?? 0;
      const found = shift > 0 ? undefined : this.longest(text, last - this.window + 1);
      if (found !== undefined) return found;
      last += Math.max(shift, 1);
    }
    return undefined;
  }

  private nextEscaped(text: string, from: number, readings: EscapeDecodings): Found | undefined {
    for (let at = from; at < text.length; at += 1) {
      const row = readings.rowAt(at);
      const mayBegin =
        row === 0 ? this.mayBegin(text.charCodeAt(at), at + 1, text, readings) : this.mayBeginAs(row, text, readings);
      const found = mayBegin ? this.longest(text, at, readings) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private mayBeginAs(row: number, text: string, readings: EscapeDecodings): boolean {
    for (let index = row; (readings.codes[index] ?? -1) >= 0; index += 1) {
      if (this.mayBegin(readings.codes[index] ?? 0, readings.ends[index] ?? 0, text, readings)) return true;
    }
    return false;
  }

  /** True if a form may begin with this character and the next one. */
  private mayBegin(code: number, after: number, text: string, readings: EscapeDecodings): boolean {
    if (code < latin && this.isFirst[code] === 0) return false;
    return readings.rowAt(after) !== 0 || this.isPair[pairOf(code, text.charCodeAt(after))] === 1;
  }

  private longest(text: string, from: number, readings?: EscapeDecodings): Found | undefined {
    let longest: Found | undefined;
    const look = (first: number) => {
      for (const form of this.forms.get(first) ?? []) {
        const end = matchEnd(form, text, from, readings) ?? 0;
        if (end > (longest?.end ?? 0)) longest = { from, end, shown: form.shown };
      }
    };
    const row = readings?.rowAt(from) ?? 0;
    if (readings === undefined || row === 0) look(text.charCodeAt(from));
    else for (let index = row; (readings.codes[index] ?? -1) >= 0; index += 1) look(readings.codes[index] ?? 0);
    return longest;
  }
}

function pairOf(one: number, next: number): number {
  return ((one << 6) ^ next) & (tableSize - 1);
}
