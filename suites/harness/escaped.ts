/** Every character as an escape of JSON. */
export function escaped(text: string): string {
  return [...text].map((character) => escapedUnits(character)).join('');
}

function escapedUnits(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
