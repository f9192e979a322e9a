import { element } from "./element.js";
import { word } from "./words.js";

/** The list of commands above the text box, as the bot set it for this phone's language and chat. */
export class CommandMenu {
  #fetch;
  #choose;
  #offered = [];
  node = element("div", { class: "commands", hidden: true, role: "group" });

  /** `fetch()` gives the commands, `choose(command)` sends one, `leave()` takes the focus back. */
  constructor(fetch, choose, leave) {
    this.#fetch = fetch;
    this.#choose = choose;
    this.node.setAttribute("aria-label", word("commands"));
    this.node.addEventListener("keydown", (event) => this.#onKey(event, leave));
  }

  get isOpen() {
    return !this.node.hidden;
  }

  close() {
    this.node.hidden = true;
  }

  async open(prefix = "") {
    this.#offered = await this.#fetch();
    this.filter(prefix);
  }

  filter(prefix) {
    const fitting = this.#offered.filter(({ command }) => command.startsWith(prefix.toLowerCase()));
    const rows = fitting.map((offer) => this.#row(offer));
    if (!this.#offered.length) rows.push(element("p", { class: "note" }, word("noCommands")));
    this.node.replaceChildren(...rows);
    this.node.hidden = rows.length === 0;
  }

  focusFirst() {
    this.node.querySelector("button")?.focus();
  }

  #row({ command, description }) {
    const onclick = () => {
      this.close();
      this.#choose(command);
    };
    const name = element("b", {}, `/${command}`);
    return element("button", { type: "button", onclick }, name, element("span", {}, description));
  }

  #onKey(event, leave) {
    const next = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
    if (event.key === "Escape") {
      this.close();
      leave();
    }
    if (!next) return;
    event.preventDefault();
    const row = document.activeElement[next];
    if (row) row.focus();
    else if (event.key === "ArrowDown") leave();
  }
}
