/**
 * The responses to requests that are sent at the same time. Unlike `Promise.all` it waits for every response, also when a
 * request fails: a check must not end while one of its requests is in flight.
 *
 * @throws the reason of the first request that fails.
 */
export async function allResponses<Responses extends readonly unknown[]>(
  requests: readonly [...{ [Place in keyof Responses]: Promise<Responses[Place]> }],
): Promise<Responses> {
  await Promise.allSettled(requests);
  return Promise.all(requests) as unknown as Promise<Responses>;
}
