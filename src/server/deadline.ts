import { handlingOf } from './handling.ts';
import type { Plugin } from './plugin.ts';
import { refusal, refuse } from './refusal.ts';

/**
 * Answers every request in time: one whose body does not arrive with 408, one whose answer is not found with 504. Either way its work
 * stops: statements that run are cancelled.
 */
export function useDeadline(milliseconds: number): Plugin {
  return {
    onRequest({ request, requestHandler, setRequestHandler, fetchAPI }) {
      setRequestHandler(async (...args) => {
        const late = lateness(request, milliseconds);
        try {
          const answer = await Promise.race([requestHandler(...args), late.passed]);
          return answer ?? refuse(request, lateError(request, milliseconds), fetchAPI.Response);
        } finally {
          late.forget();
        }
      });
    },
  };
}

function lateError(request: Request, milliseconds: number) {
  const handling = handlingOf(request);
  handling.stop('The time for the request is over');
  const seconds = milliseconds / 1000;
  return handling.arrived
    ? refusal('TIMEOUT', `The answer was not found in ${seconds} s; ask for less at once.`, {
        status: 504,
        about: { limit: 'requestTimeout' },
      })
    : refusal('REQUEST_TIMEOUT', `The request did not arrive whole in ${seconds} s.`, {
        status: 408,
        headers: { connection: 'close' },
        about: { limit: 'requestTimeout' },
      });
}

/** Resolves when the time for arriving is over, or else, counted from the arrival, the time for answering. */
function lateness(request: Request, milliseconds: number): { passed: Promise<null>; forget: () => void } {
  let timer: NodeJS.Timeout;
  const passed = new Promise<null>((resolve) => {
    const wait = (phase: 'arriving' | 'answering') => {
      timer = setTimeout(() => {
        if (phase === 'arriving' && handlingOf(request).arrived) wait('answering');
        else resolve(null);
      }, milliseconds);
    };
    wait('arriving');
  });
  return { passed, forget: () => clearTimeout(timer) };
}
