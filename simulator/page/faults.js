import { api } from "./api.js";
import { element } from "./element.js";
import { word } from "./words.js";

const SENDS = "sendMessage";
const HANG_SECONDS = 10;
const COMMON = {
  faultFlood: { do: "retry_after", retry_after: 5, method: SENDS },
  faultBlocked: { do: "blocked", method: SENDS },
  faultServer: { do: "error", status: 502, method: SENDS },
  faultLost: { do: "timeout_after", hang: HANG_SECONDS, method: SENDS },
};

/** Switches for the failures a bot meets most often, and for the strict rate profile. */
export class Faults {
  #boxes = new Map();
  #strict;

  constructor(panel) {
    for (const name of Object.keys(COMMON)) this.#boxes.set(name, box(() => this.#apply()));
    this.#strict = box(() => api.chooseRate(this.#strict.checked ? "strict" : "unlimited"));
    const rows = [...this.#boxes].map(([name, it]) => row(it, name));
    panel.querySelector(".rules").replaceChildren(...rows, row(this.#strict, "strictRate"));
  }

  /** Tick what is on at the simulator; other rules stay there until a switch is used. */
  async refresh() {
    const [rules, rate] = await Promise.all([api.faults(), api.rate()]);
    const deeds = new Set(rules.map((rule) => rule.do));
    for (const [name, it] of this.#boxes) it.checked = deeds.has(COMMON[name].do);
    this.#strict.checked = rate.profile === "strict";
  }

  async #apply() {
    const on = [...this.#boxes].filter(([, it]) => it.checked).map(([name]) => COMMON[name]);
    await api.clearFaults();
    if (on.length) await api.setFaults(on);
  }
}

function box(onchange) {
  return element("input", { type: "checkbox", onchange });
}

function row(it, name) {
  return element("label", { class: "choice" }, it, element("span", {}, word(name)));
}
