const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 5000;

/**
 * Follow the simulator's events and never give up: a browser stops retrying after some answers, so
 * each broken stream is replaced by a new one, later and later up to five seconds.
 *
 * `onOpen` is called at every (re)connection, when whatever happened in between must be fetched.
 */
export function follow({ onOpen, onEvent, onLost }) {
  let wait = FIRST_WAIT_MS;
  const connect = () => {
    const source = new EventSource("/events");
    source.onopen = () => {
      wait = FIRST_WAIT_MS;
      onOpen();
    };
    source.onmessage = (event) => onEvent(JSON.parse(event.data));
    source.onerror = () => {
      source.close();
      onLost();
      setTimeout(connect, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    };
  };
  connect();
}
