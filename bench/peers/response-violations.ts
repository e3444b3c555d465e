interface Violation {
  readonly location: readonly string[];
  readonly message: string;
}

/** What Prism says against an answer. What it says of the request, in the same header, is left out. */
export function responseViolations(answer: Pick<Response, 'status' | 'headers'>): string[] {
  const violations = JSON.parse(answer.headers.get('sl-violations') ?? '[]') as Violation[];
  return violations.flatMap(({ location, message }) =>
    location[0] === 'response' ? [`${answer.status}, ${location.slice(1).join('.')} ${message}`] : [],
  );
}
