/** For developers of clients: a client, and the contract that it relies on. */
export { MetadataApiError, MetadataClient, type MetadataClientOptions } from './client';
export { isProviderState, type ProviderState, type ProviderStates, providerStateSchema } from './provider-states';
