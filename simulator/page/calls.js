import { api } from "./api.js";
import { element } from "./element.js";
import { word } from "./words.js";

const SHOWN = 200;

/** The log of Bot API calls, newest first; filled only while its panel is open. */
export class CallLog {
  #panel;
  #list;
  #last = 0;

  constructor(panel) {
    this.#panel = panel;
    this.#list = panel.querySelector("ol");
    panel.addEventListener("toggle", () => panel.open && this.#catchUp());
  }

  hear() {
    if (this.#panel.open) this.#catchUp();
  }

  async #catchUp() {
    const calls = await api.calls(this.#last);
    for (const call of calls.filter(({ n }) => n > this.#last)) {
      this.#last = call.n;
      this.#list.prepend(row(call));
    }
    while (this.#list.children.length > SHOWN) this.#list.lastChild.remove();
    this.#panel.querySelector(".note").hidden = this.#list.children.length > 0;
  }
}

function row({ method, ms, status, params }) {
  const failed = status < 200 || status >= 400;
  const line = element(
    "summary",
    {},
    element("b", {}, method),
    element("span", { class: failed ? "bad" : null }, status || word("dropped")),
    element("small", {}, `${Math.round(ms)} ms`),
  );
  const details = Object.entries(params ?? {}).map(([name, value]) => `${name}: ${value}`);
  return element("li", {}, element("details", {}, line, element("pre", {}, details.join("\n"))));
}
