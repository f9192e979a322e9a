/** Programme time on the page: what the simulator said last, carried on at its rate. */
export class Clock {
  #now = Date.now();
  #rate = 1;
  #heard = performance.now();
  mode = "real";

  /** `state` is the simulator's: now (ISO), mode, rate. */
  hear(state) {
    this.#now = Date.parse(state.now);
    this.#rate = state.rate;
    this.#heard = performance.now();
    this.mode = state.mode;
  }

  /** Programme time now, as a Date. */
  now() {
    return new Date(this.#now + this.#rate * (performance.now() - this.#heard));
  }
}
