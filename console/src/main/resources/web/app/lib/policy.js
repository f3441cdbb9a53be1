// The fields of policies, as the service describes them: { name, meaning, default, values: [{ value, meaning }] }.
import { get } from './api.js';

export const fields = () => get('remediation/policies/fields');

/** The ways to heal that a case can be given instead of its policy's. */
export async function strategies() {
  const field = (await fields()).find((one) => one.name === 'strategy');
  return (field?.values ?? []).map((one) => one.value);
}
