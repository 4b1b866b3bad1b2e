import { json } from '../api-request.js';

/** Whether a login has ended here: from then on the server answers as it answers everybody. */
export async function isLoggedOut(account) {
  try {
    return (await json('/api/me')).name !== account;
  } catch {
    // Without an answer nothing is known of it.
    return false;
  }
}
