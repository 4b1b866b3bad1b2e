import { getJob } from '../api-import.js';

const FIRST = 250;
const EACH = 1000;

/**
 * Asks how far a job is, every second, until it has ended.
 *
 * @param {(job: object) => void} tell
 * @returns {Promise<object>} the job as it ended
 */
export async function watchJob(id, tell, signal) {
  let wait = FIRST;
  for (;;) {
    await pause(wait, signal);
    const job = await getJob(id);
    signal.throwIfAborted();
    tell(job);
    if (!['waiting', 'running'].includes(job.state)) return job;
    wait = EACH;
  }
}

function pause(milliseconds, signal) {
  return new Promise((done, failed) => {
    signal.throwIfAborted();
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        failed(signal.reason);
      },
      { once: true },
    );
  });
}
