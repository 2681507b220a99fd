// Timers that fire when a test says so.

/** `later` and `never` in place of setTimeout and clearTimeout; `run` fires what waits, turn after turn. */
export function timers() {
  const waiting = new Map();
  let number = 0;
  return {
    later: (act, ms) => {
      number += 1;
      waiting.set(number, { act, ms });
      return number;
    },
    never: (timer) => waiting.delete(timer),
    async run(enough = () => false) {
      for (let turn = 0; turn < 50 && !enough(); turn += 1) {
        await new Promise((done) => {
          setImmediate(done);
        });
        const due = [...waiting];
        waiting.clear();
        for (const [, { act }] of due) act();
      }
    },
    waiting,
  };
}
