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

/** Switches for the failures a bot meets most often. */
export class Faults {
  #boxes = new Map();

  constructor(panel) {
    const rows = Object.keys(COMMON).map((name) => {
      const box = element("input", { type: "checkbox", onchange: () => this.#apply() });
      this.#boxes.set(name, box);
      return element("label", { class: "choice" }, box, element("span", {}, word(name)));
    });
    panel.querySelector(".rules").replaceChildren(...rows);
  }

  /** Tick what is on at the simulator; rules set elsewhere stay as they are until a switch is used. */
  async refresh() {
    const deeds = new Set((await api.faults()).map((rule) => rule.do));
    for (const [name, box] of this.#boxes) box.checked = deeds.has(COMMON[name].do);
  }

  async #apply() {
    const on = [...this.#boxes].filter(([, box]) => box.checked).map(([name]) => COMMON[name]);
    await api.clearFaults();
    if (on.length) await api.setFaults(on);
  }
}
